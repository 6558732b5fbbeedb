using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations;

/// <summary>How a signed-in person ends their own registration. The account stands in every query: a foreign id is not found.</summary>
/// <remarks>Changing answers may give up seats in workshops and hence stands with the partial cancellations.</remarks>
public sealed class AttendeeDesk(KongressDb db, Outbox outbox, RegistrationMails mails, TimeProvider clock)
{
    private readonly Endings endings = new(db, outbox, mails);

    /// <summary>Gives the place back; the next in line is asked at once. Possible until the end of the congress.</summary>
    public async Task<CancelOutcome> CancelAsync(Guid registrationId, Guid accountId, CancellationToken ct)
    {
        if (await OwnAsync(registrationId, accountId, ct) is not { } found) return CancelOutcome.NotFound;
        return await db.InTransactionAsync(
            async () =>
            {
                await db.LockAsync<Conference>(found.ConferenceId, ct);
                var conference = await db.ConferenceWithDaysAsync(found.ConferenceId, ct);
                var registration = await OwnAsync(registrationId, accountId, ct);
                return registration is null
                    ? CancelOutcome.NotFound
                    : await endings.CancelAsync(conference, registration, accountId, null, clock.GetUtcNow(), ct);
            },
            ct);
    }

    /// <summary>Names somebody who comes instead, until the deadline of the edition.</summary>
    public async Task<SubstituteOutcome> SubstituteAsync(Guid registrationId, Guid accountId, Submission substitute, CancellationToken ct)
    {
        if (await OwnAsync(registrationId, accountId, ct) is not { } found) return SubstituteOutcome.NotFound;
        return await db.InTransactionAsync(
            async () =>
            {
                await db.LockAsync<Conference>(found.ConferenceId, ct);
                var now = clock.GetUtcNow();
                var conference = await db.ConferenceWithDaysAsync(found.ConferenceId, ct);
                var registration = await OwnAsync(registrationId, accountId, ct);
                if (registration is null) return SubstituteOutcome.NotFound;
                if (!conference.AnswersCanChange(now)) return SubstituteOutcome.DeadlinePassed;
                return await endings.SubstituteAsync(conference, registration, substitute, accountId, now, ct);
            },
            ct);
    }

    private Task<Registration?> OwnAsync(Guid id, Guid accountId, CancellationToken ct) =>
        db.Set<Registration>().SingleOrDefaultAsync(r => r.Id == id && r.AccountId == accountId, ct);
}
