using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Workshops.Withdrawals;

/// <summary>Gives up a part of the congress and keeps the rest. The seats that go along are passed on in the same transaction.</summary>
public sealed class WithdrawalDesk(KongressDb db, Outbox outbox, WorkshopMails workshopMails, WithdrawalMails mails, TimeProvider clock)
{
    private readonly Giving giving = new(db, outbox, workshopMails, mails);

    /// <summary>What can be given up, with what goes along: the consequence is said before.</summary>
    public async Task<WithdrawalOptions> OptionsAsync(Registration registration, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var own = await giving.AheadAsync(registration, now, ct);
        return new WithdrawalOptions(
            [.. registration.Attendance.Parts().Select(part => (part, (IReadOnlyList<Workshop>)[.. own.Where(w => Withdrawal.TakesAlong(part, w))]))],
            own);
    }

    /// <summary>By the person, until the deadline of the edition. Safe to call twice.</summary>
    public Task<WithdrawOutcome> ByPersonAsync(Guid registrationId, Guid accountId, Withdrawal withdrawal, CancellationToken ct) => UnderLocksAsync(
        db.Set<Registration>().Where(r => r.Id == registrationId && r.AccountId == accountId),
        (conference, registration, now) => conference.AnswersCanChange(now)
            ? WithdrawAsync(conference, registration, withdrawal, accountId, null, now, ct)
            : Task.FromResult(registration.IsActive ? WithdrawOutcome.DeadlinePassed : WithdrawOutcome.Ended),
        ct);

    /// <summary>By an organiser, at any time, of the current edition.</summary>
    /// <param name="reason">Required; told to the person and kept in the audit.</param>
    public Task<WithdrawOutcome> ByOrganiserAsync(Guid registrationId, Guid organiserId, Withdrawal withdrawal, string? reason, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(reason) ? Task.FromResult(WithdrawOutcome.ReasonMissing) : UnderLocksAsync(
            db.Set<Registration>().Where(r => r.Id == registrationId && db.Set<Conference>().Any(c => c.Id == r.ConferenceId && c.IsCurrent)),
            (conference, registration, now) => WithdrawAsync(conference, registration, withdrawal, organiserId, reason.Trim(), now, ct),
            ct);

    private async Task<WithdrawOutcome> WithdrawAsync(
        Conference conference, Registration registration, Withdrawal withdrawal, Guid actorId, string? reason, DateTimeOffset now, CancellationToken ct)
    {
        if (!registration.IsActive) return WithdrawOutcome.Ended;
        var parts = withdrawal.PartsOf(registration.Attendance);
        var single = reason is null ? SignUpStatus.GivenBack : SignUpStatus.Removed;
        var given = (await giving.GoingAlongAsync(registration, parts, withdrawal.Workshops, now, ct))
            .ConvertAll(o => (o, withdrawal.Workshops.Contains(o.Workshop.Id) ? single : SignUpStatus.RegistrationEnded));
        if (parts.Count == 0 && given.Count == 0) return WithdrawOutcome.NothingToDo;
        var left = withdrawal.LeftOf(registration.Attendance);
        if (!left.Any) return WithdrawOutcome.NothingLeft;

        registration.Change(registration.Person, left);
        await giving.GiveUpAsync(conference, registration, parts, given, actorId, reason, now, ct);
        return WithdrawOutcome.Withdrawn;
    }

    private async Task<WithdrawOutcome> UnderLocksAsync(IQueryable<Registration> one, Func<Conference, Registration, DateTimeOffset, Task<WithdrawOutcome>> work, CancellationToken ct)
    {
        var conferenceId = await one.Select(r => (Guid?)r.ConferenceId).SingleOrDefaultAsync(ct);
        if (conferenceId is not { } id) return WithdrawOutcome.NotFound;
        return await db.InTransactionAsync(
            async () =>
            {
                await giving.LockAsync(id, ct);
                var conference = await db.ConferenceWithDaysAsync(id, ct);
                return await one.SingleOrDefaultAsync(ct) is { } registration ? await work(conference, registration, clock.GetUtcNow()) : WithdrawOutcome.NotFound;
            },
            ct);
    }
}
