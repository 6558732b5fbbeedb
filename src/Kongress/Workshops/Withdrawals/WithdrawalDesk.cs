using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Workshops.Withdrawals;

/// <summary>Gives up a part of the congress and keeps the rest. The seats that go along are passed on in the same transaction.</summary>
/// <remarks>Takes the lock of the edition first and that of its workshops second, always in this order.</remarks>
public sealed class WithdrawalDesk(KongressDb db, Outbox outbox, WorkshopMails workshopMails, WithdrawalMails mails, TimeProvider clock)
{
    private readonly Seats seats = new(db, outbox, workshopMails);

    /// <summary>What can be given up, with what goes along: the consequence is said before.</summary>
    public async Task<WithdrawalOptions> OptionsAsync(Registration registration, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var own = (await seats.OwnAsync(registration.Id, ct)).Select(o => o.Workshop).Where(w => w.Place.StartsAt > now).ToList();
        return new WithdrawalOptions(
            [.. Withdrawal.Of(registration.Attendance).Select(part => (part, (IReadOnlyList<Workshop>)[.. own.Where(w => Withdrawal.TakesAlong(part, w))]))],
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
        var own = await seats.OwnAsync(registration.Id, ct);
        var given = own.Where(o => o.Workshop.Place.StartsAt > now
            && (withdrawal.Workshops.Contains(o.Workshop.Id) || parts.Any(part => Withdrawal.TakesAlong(part, o.Workshop)))).ToList();
        if (parts.Count == 0 && given.Count == 0) return WithdrawOutcome.NothingToDo;
        var left = withdrawal.LeftOf(registration.Attendance);
        if (!left.Any) return WithdrawOutcome.NothingLeft;

        registration.Change(registration.Person, left);
        foreach (var (signUp, workshop) in given)
        {
            var single = withdrawal.Workshops.Contains(workshop.Id);
            var end = !single ? SignUpStatus.RegistrationEnded : reason is null ? SignUpStatus.GivenBack : SignUpStatus.Removed;
            signUp.End(end, now, reason);
            db.Record(new Change(conference.Id, actorId, "Workshop." + end, signUp.Id, now, string.Join("; ", new[] { workshop.Place.Code, reason }.OfType<string>())));
        }

        var what = string.Join(", ", parts.Select(German).Concat(given.Select(g => g.Workshop.Place.Code)));
        db.Record(new Change(conference.Id, actorId, "Registration.PartCancelled", registration.Id, now, string.Join("; ", new[] { what, reason }.OfType<string>())));
        outbox.Add(mails.Withdrawn(conference, registration, parts, [.. given.Select(g => g.Workshop)], reason, now));
        if (given.Count > 0) await seats.PassOnAsync(conference, await db.Set<WorkshopRules>().SingleAsync(r => r.Id == conference.Id, ct), now, ct);
        else await db.SaveChangesAsync(ct);
        return WithdrawOutcome.Withdrawn;
    }

    // Organisers read it in the history.
    private static string German(CongressPart part) => part switch
    {
        CongressPart.Day1 => "Tag 1",
        CongressPart.Day2 => "Tag 2",
        CongressPart.Evening => "Abend",
    };

    private async Task<WithdrawOutcome> UnderLocksAsync(IQueryable<Registration> one, Func<Conference, Registration, DateTimeOffset, Task<WithdrawOutcome>> work, CancellationToken ct)
    {
        var conferenceId = await one.Select(r => (Guid?)r.ConferenceId).SingleOrDefaultAsync(ct);
        if (conferenceId is not { } id) return WithdrawOutcome.NotFound;
        return await db.InTransactionAsync(
            async () =>
            {
                await db.LockAsync<Conference>(id, ct);
                // An edition without workshops has no rules, and then there are no seats to pass on.
                await db.LockAsync<WorkshopRules>(id, ct);
                var conference = await db.ConferenceWithDaysAsync(id, ct);
                return await one.SingleOrDefaultAsync(ct) is { } registration ? await work(conference, registration, clock.GetUtcNow()) : WithdrawOutcome.NotFound;
            },
            ct);
    }
}
