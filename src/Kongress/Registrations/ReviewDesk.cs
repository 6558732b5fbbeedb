using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations;

/// <summary>What an organiser does with a registration: admit, decline, cancel, substitute, send again. All of it is audited.</summary>
/// <remarks>Of the current edition: earlier ones are the archive, and their registrations are not found.</remarks>
public sealed class ReviewDesk(KongressDb db, Outbox outbox, RegistrationMails mails, TimeProvider clock)
{
    private readonly Places places = new(db, outbox, mails);
    private readonly Endings endings = new(db, outbox, mails);

    public Task<ReviewOutcome> ApproveAsync(Guid registrationId, Guid organiserId, CancellationToken ct) => UnderLockAsync(
        registrationId,
        ReviewOutcome.NotFound,
        async (conference, registration, now) =>
        {
            if (!registration.Approve(now)) return ReviewOutcome.NotUnderReview;
            db.Record(new Change(conference.Id, organiserId, "Registration.Approved", registration.Id, now, registration.Status.ToString()));
            var confirmed = registration.Status is RegistrationStatus.Confirmed;
            if (confirmed) places.IssueTicket(conference, registration, now);
            else outbox.Add(mails.OnWaitingList(conference, registration));
            await places.PassOnAsync(conference, now, ct);
            return confirmed ? ReviewOutcome.Confirmed : ReviewOutcome.OnWaitingList;
        },
        ct);

    /// <param name="reason">Told to the person; required.</param>
    public Task<ReviewOutcome> RejectAsync(Guid registrationId, Guid organiserId, string reason, CancellationToken ct) => UnderLockAsync(
        registrationId,
        ReviewOutcome.NotFound,
        async (conference, registration, now) =>
        {
            if (registration.Status is not RegistrationStatus.UnderReview) return ReviewOutcome.NotUnderReview;
            registration.End(RegistrationStatus.Rejected, now, reason);
            await HealthRecords.EraseAsync(db, [registration.Id], ct);
            outbox.Add(mails.Rejected(conference, registration));
            db.Record(new Change(conference.Id, organiserId, "Registration.Rejected", registration.Id, now, reason));
            await places.PassOnAsync(conference, now, ct);
            return ReviewOutcome.Rejected;
        },
        ct);

    /// <param name="reason">Told to the person; null: no reason is given.</param>
    public Task<CancelOutcome> CancelAsync(Guid registrationId, Guid organiserId, string? reason, CancellationToken ct) => UnderLockAsync(
        registrationId,
        CancelOutcome.NotFound,
        (conference, registration, now) => endings.CancelAsync(conference, registration, organiserId, reason, now, ct),
        ct);

    /// <summary>As the person could do it, but at any time.</summary>
    public Task<SubstituteOutcome> SubstituteAsync(Guid registrationId, Guid organiserId, Submission substitute, CancellationToken ct) => UnderLockAsync(
        registrationId,
        SubstituteOutcome.NotFound,
        (conference, registration, now) => endings.SubstituteAsync(conference, registration, substitute, organiserId, now, ct),
        ct);

    /// <summary>Sends the mail that belongs to the present state once more: link, position in line, offer or ticket. False: there is none to send.</summary>
    /// <remarks>Links get a new secret, as only hashes are kept; older links stay good until their own end. Who has yet to confirm has the full time again while the registration is open.</remarks>
    public Task<bool> ResendAsync(Guid registrationId, Guid organiserId, CancellationToken ct) => UnderLockAsync(
        registrationId,
        false,
        async (conference, registration, now) =>
        {
            var until = conference.HoldEnd(now);
            var isExtended = conference.RegistrationIsOpen(now) && registration.ExtendHold(until);
            var letter = await LetterForAsync(conference, registration, ct);
            if (letter is null) return false;
            outbox.Add(letter);
            db.Record(new Change(conference.Id, organiserId, "Registration.Resent", registration.Id, now, isExtended ? $"{registration.Status}, {until:u}" : $"{registration.Status}"));
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);

    private async Task<Letter?> LetterForAsync(Conference conference, Registration registration, CancellationToken ct)
    {
        switch (registration.Status)
        {
            case RegistrationStatus.AwaitingEmail:
                return mails.ConfirmEmail(conference, registration, db.NewLink(RegistrationLinks.Confirm, registration));
            case RegistrationStatus.Offered:
                return mails.Offer(conference, registration, db.NewLink(RegistrationLinks.Offer, registration));
            case RegistrationStatus.UnderReview:
                return mails.UnderReview(conference, registration);
            case RegistrationStatus.WaitingList:
                return mails.OnWaitingList(conference, registration);
            case RegistrationStatus.Confirmed:
                return mails.Confirmed(conference, registration, await db.Set<Ticket>().SingleAsync(t => t.ActiveFor == registration.Id, ct));
            default:
                return null;
        }
    }

    private async Task<T> UnderLockAsync<T>(Guid registrationId, T notFound, Func<Conference, Registration, DateTimeOffset, Task<T>> work, CancellationToken ct)
    {
        var conferenceId = await db.Set<Registration>()
            .Where(r => r.Id == registrationId && db.Set<Conference>().Any(c => c.Id == r.ConferenceId && c.IsCurrent))
            .Select(r => (Guid?)r.ConferenceId).SingleOrDefaultAsync(ct);
        if (conferenceId is null) return notFound;
        return await db.InTransactionAsync(
            async () =>
            {
                await db.LockAsync<Conference>(conferenceId.Value, ct);
                var conference = await db.ConferenceWithDaysAsync(conferenceId.Value, ct);
                var registration = await db.Set<Registration>().SingleAsync(r => r.Id == registrationId, ct);
                return await work(conference, registration, clock.GetUtcNow());
            },
            ct);
    }
}
