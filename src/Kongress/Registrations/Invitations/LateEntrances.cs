using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;

namespace Kongress.Registrations.Invitations;

/// <summary>What a code or an invitation does for somebody who is registered already and has no place for good yet. Every call needs the lock of the conference row.</summary>
/// <remarks>
/// The answers of the person stay as they are: whoever typed the address and a code need not be its owner. A place is nothing that one could do to somebody,
/// and the mail tells of it.
/// </remarks>
internal sealed class LateEntrances(KongressDb db, Outbox outbox, RegistrationMails mails)
{
    private readonly Places places = new(db, outbox, mails);

    /// <summary>The person takes the place that the entrance opens, or stands in line for it. False: it changes nothing for them, and uses nothing up.</summary>
    /// <remarks>
    /// Whoever has proved the address is admitted, as nothing is left to review, and told by mail. Several may enter after one look, as it is kept up to date;
    /// the caller passes on afterwards what became free, and saves with it.
    /// </remarks>
    /// <param name="situation">A look from behind the lock.</param>
    public bool Take(Conference conference, Places.Situation situation, Registration registration, Entrance entrance, Actor actor, DateTimeOffset now)
    {
        if (!entrance.IsInvited || registration.CameBy(entrance)) return false;
        if (registration.Status is not (RegistrationStatus.AwaitingEmail or RegistrationStatus.UnderReview or RegistrationStatus.WaitingList)) return false;
        var contingent = situation.ContingentFor(Contingents.Applicant.Of(registration) with { InvitedTo = entrance.InvitedTo });
        var isThere = registration.HoldsPlace && registration.ContingentId == contingent;
        var isFree = !isThere && situation.Tree.IsFreeFor(contingent);
        // Who stands in line by another invitation leaves it for a place only.
        if (registration is { IsInvited: true, Status: RegistrationStatus.WaitingList } && !isFree) return false;

        registration.Enter(entrance, contingent, isFree, now);
        if (isFree) situation.Tree.Take(contingent);
        db.Record(new Change(conference.Id, actor, "Registration.Invited", registration.Id, now, registration.Status.ToString()));
        if (registration.Status is RegistrationStatus.Confirmed) places.IssueTicket(conference, registration, now, wasInvited: true);
        else if (registration.Status is RegistrationStatus.WaitingList) outbox.Add(mails.AlreadyRegistered(conference, registration, wasInvited: true));
        return true;
    }
}
