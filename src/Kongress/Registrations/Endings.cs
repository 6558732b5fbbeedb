using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations;

/// <summary>Cancelling and substituting: the same steps for the person and for an organiser. Every call needs the lock of the conference row.</summary>
internal sealed class Endings(KongressDb db, Outbox outbox, RegistrationMails mails)
{
    private readonly Places places = new(db, outbox, mails);

    public async Task<CancelOutcome> CancelAsync(Conference conference, Registration registration, Actor actor, string? reason, DateTimeOffset now, CancellationToken ct)
    {
        if (!registration.End(RegistrationStatus.Cancelled, now, reason)) return CancelOutcome.AlreadyEnded;
        await HealthRecords.EraseAsync(db, [registration.Id], ct);
        await places.RevokeTicketAsync(registration, now, ct);
        await AssistantDesk.EndWithAsync(db, registration, now, ct);
        // An assistant has no address of their own; the person sees it in "Mein Kongress".
        if (registration.Kind is not AttendeeKind.Assistant) outbox.Add(mails.Cancelled(conference, registration, reason));
        db.Record(new Change(conference.Id, actor, "Registration.Cancelled", registration.Id, now, reason));
        await places.PassOnAsync(conference, now, ct);
        return CancelOutcome.Cancelled;
    }

    /// <summary>The substitute takes the place and the days, confirms the own address and gets an own ticket; the old one is revoked.</summary>
    /// <remarks>Diet, assistance and consents are personal and do not pass on.</remarks>
    /// <param name="namedBy">Who named the substitute, as both are told; null: the person themself.</param>
    public async Task<SubstituteOutcome> SubstituteAsync(Conference conference, Registration old, Submission submission, Actor actor, DateTimeOffset now, CancellationToken ct, string? namedBy = null)
    {
        if (old.Status is not (RegistrationStatus.Confirmed or RegistrationStatus.UnderReview) || !old.HoldsPlace) return SubstituteOutcome.NoPlace;
        var email = submission.Email.Trim().ToLowerInvariant();
        if (await db.Set<Registration>().AnyAsync(r => r.ConferenceId == conference.Id && (r.ActiveEmail == email || r.SubmissionId == submission.SubmissionId), ct))
        {
            return SubstituteOutcome.AddressNotPossible;
        }

        var situation = await places.LookAsync(conference.Id, now, ct);
        var substitute = new Registration(
            conference.Id, submission with { Attendance = old.Attendance.ForSubstitute(), Health = null }, situation.OrderNumber, holdsPlace: true, now, conference.HoldEnd(now));
        substitute.EnterLike(old);
        db.Add(substitute);
        old.End(RegistrationStatus.Replaced, now, replacedBy: substitute.Id);
        await HealthRecords.EraseAsync(db, [old.Id], ct);
        await places.RevokeTicketAsync(old, now, ct);
        await AssistantDesk.EndWithAsync(db, old, now, ct);

        outbox.Add(mails.NamedAsSubstitute(conference, substitute, old, namedBy, db.NewLink(RegistrationLinks.Confirm, substitute)));
        outbox.Add(mails.Replaced(conference, old, substitute, namedBy));
        db.Record(new Change(conference.Id, actor, "Registration.Replaced", old.Id, now, substitute.Code));
        db.Record(new Change(conference.Id, actor, "Registration.NamedAsSubstitute", substitute.Id, now, old.Code));
        await db.SaveChangesAsync(ct);
        return SubstituteOutcome.Substituted;
    }
}
