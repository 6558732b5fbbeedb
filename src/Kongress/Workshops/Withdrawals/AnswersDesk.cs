using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Workshops.Withdrawals;

/// <summary>A signed-in person changes the own answers. A day or the evening taken off this way is given up as by a partial cancellation, in the same transaction.</summary>
public sealed class AnswersDesk(KongressDb db, Outbox outbox, RegistrationMails registrationMails, WorkshopMails workshopMails, WithdrawalMails mails, TimeProvider clock)
{
    private readonly Giving giving = new(db, outbox, workshopMails, mails);
    private readonly Places places = new(db, outbox, registrationMails);

    /// <summary>Changes name and answers until the deadline of the edition. The account stands in the query: a foreign id is not found.</summary>
    /// <param name="version">From the form; an edit of an older state is refused.</param>
    public async Task<ChangeOutcome> ChangeAsync(
        Guid registrationId, Guid accountId, Guid version, Person person, Attendance attendance, HealthInput? health, CancellationToken ct)
    {
        var own = db.Set<Registration>().Where(r => r.Id == registrationId && r.AccountId == accountId);
        if (await own.Select(r => (Guid?)r.ConferenceId).SingleOrDefaultAsync(ct) is not { } conferenceId) return ChangeOutcome.NotFound;
        return await db.InTransactionAsync(
            async () =>
            {
                await giving.LockAsync(conferenceId, ct);
                var now = clock.GetUtcNow();
                if (await own.SingleOrDefaultAsync(ct) is not { } registration) return ChangeOutcome.NotFound;
                var conference = await db.ConferenceWithDaysAsync(conferenceId, ct);
                if (!registration.IsActive) return ChangeOutcome.Ended;
                if (!conference.AnswersCanChange(now)) return ChangeOutcome.DeadlinePassed;
                if (registration.Version != version) return ChangeOutcome.ChangedMeanwhile;

                List<CongressPart> givenUp = [.. registration.Attendance.Parts().Except(attendance.Parts())];
                registration.Change(person, attendance);
                await HealthRecords.KeepAsync(db, registration.Id, health, now, ct);
                db.Record(new Change(conference.Id, accountId, "Registration.Changed", registration.Id, now));
                if (givenUp.Count > 0)
                {
                    var given = (await giving.GoingAlongAsync(registration, givenUp, [], now, ct)).ConvertAll(o => (o, SignUpStatus.RegistrationEnded));
                    await giving.GiveUpAsync(conference, registration, givenUp, given, accountId, null, now, ct);
                }
                else
                {
                    await AssistantDesk.FollowDaysAsync(db, registration, ct);
                    await db.SaveChangesAsync(ct);
                }

                await places.FollowChangeAsync(conference, registration, now, ct);
                return givenUp.Count > 0 ? ChangeOutcome.ChangedAndGivenUp : ChangeOutcome.Changed;
            },
            ct);
    }
}
