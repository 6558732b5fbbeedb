using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations;

public enum AssistantOutcome
{
    Added,

    /// <summary>As many as one person may bring are entered already.</summary>
    TooMany,

    /// <summary>Only somebody with a confirmed place brings an assistant.</summary>
    NoPlace,
}

/// <summary>People who accompany somebody to help them: with a ticket of their own, and without taking a place.</summary>
public sealed class AssistantDesk(KongressDb db, Outbox outbox, RegistrationMails mails, TimeProvider clock)
{
    public const int Most = 2;

    /// <summary>Those who accompany a registration, with their tickets; empty for none.</summary>
    public async Task<IReadOnlyList<(Registration Assistant, Ticket? Ticket)>> ListAsync(Guid registrationId, CancellationToken ct)
    {
        var rows = await (
            from assistant in db.Set<Registration>().AsNoTracking()
            where assistant.AccompaniesId == registrationId && assistant.ActiveEmail != null
            orderby assistant.OrderNumber
            select new { assistant, Ticket = db.Set<Ticket>().FirstOrDefault(t => t.ActiveFor == assistant.Id) }).ToListAsync(ct);
        return rows.ConvertAll<(Registration, Ticket?)>(r => (r.assistant, r.Ticket));
    }

    /// <summary>Enters an assistant on the same days; the person gets their ticket by mail.</summary>
    /// <param name="submissionId">Made with the form: a second press of the button enters nobody twice.</param>
    public async Task<AssistantOutcome> AddAsync(Guid accountId, Guid registrationId, Guid submissionId, string givenName, string familyName, CancellationToken ct)
    {
        if (await OwnAsync(accountId, registrationId, ct) is not { } found) return AssistantOutcome.NoPlace;
        return await db.InTransactionAsync(
            async () =>
            {
                await db.LockAsync<Conference>(found.ConferenceId, ct);
                var now = clock.GetUtcNow();
                var conference = await db.ConferenceWithDaysAsync(found.ConferenceId, ct);
                if (await OwnAsync(accountId, registrationId, ct) is not { Status: RegistrationStatus.Confirmed } person) return AssistantOutcome.NoPlace;
                if (await db.Set<Registration>().AnyAsync(r => r.SubmissionId == submissionId, ct)) return AssistantOutcome.Added;
                if (await db.Set<Registration>().CountAsync(r => r.AccompaniesId == registrationId && r.ActiveEmail != null, ct) >= Most) return AssistantOutcome.TooMany;

                var number = await db.Set<Conference>().Where(c => c.Id == conference.Id).Select(c => c.LockCount).SingleAsync(ct);
                var assistant = Registration.Assisting(person, submissionId, givenName, familyName, number, now);
                var ticket = new Ticket(assistant, now);
                db.Add(assistant);
                db.Add(ticket);
                outbox.Add(mails.AssistantTicket(conference, person, assistant, ticket));
                db.Record(new Change(conference.Id, accountId, "Registration.AssistantAdded", person.Id, now, assistant.Code));
                await db.SaveChangesAsync(ct);
                return AssistantOutcome.Added;
            },
            ct);
    }

    /// <summary>Takes an assistant off; the ticket is void. False: there is no such assistant.</summary>
    public async Task<bool> RemoveAsync(Guid accountId, Guid registrationId, Guid assistantId, CancellationToken ct)
    {
        if (await OwnAsync(accountId, registrationId, ct) is not { } person) return false;
        return await db.InTransactionAsync(
            async () =>
            {
                await db.LockAsync<Conference>(person.ConferenceId, ct);
                var now = clock.GetUtcNow();
                var assistant = await db.Set<Registration>().SingleOrDefaultAsync(r => r.Id == assistantId && r.AccompaniesId == registrationId, ct);
                if (assistant is null || !assistant.End(RegistrationStatus.Cancelled, now)) return false;
                await RevokeAsync(db, assistant, now, ct);
                db.Record(new Change(person.ConferenceId, accountId, "Registration.AssistantRemoved", registrationId, now, assistant.Code));
                await db.SaveChangesAsync(ct);
                return true;
            },
            ct);
    }

    /// <summary>Whoever accompanies somebody that does not come any more does not come either. Needs the lock of the conference row; stored by the caller.</summary>
    internal static async Task EndWithAsync(KongressDb db, Registration person, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var assistant in await db.Set<Registration>().Where(r => r.AccompaniesId == person.Id && r.ActiveEmail != null).ToListAsync(ct))
        {
            assistant.End(RegistrationStatus.Cancelled, now);
            await RevokeAsync(db, assistant, now, ct);
        }
    }

    /// <summary>They come on the days on which the person comes. Needs the lock of the conference row; stored by the caller. Returns how many they are.</summary>
    internal static async Task<int> FollowDaysAsync(KongressDb db, Registration person, CancellationToken ct)
    {
        var assistants = await db.Set<Registration>().Where(r => r.AccompaniesId == person.Id && r.ActiveEmail != null).ToListAsync(ct);
        foreach (var assistant in assistants) assistant.Change(assistant.Person, person.Attendance.ForSubstitute());
        return assistants.Count;
    }

    private static async Task RevokeAsync(KongressDb db, Registration assistant, DateTimeOffset now, CancellationToken ct) =>
        (await db.Set<Ticket>().SingleOrDefaultAsync(t => t.ActiveFor == assistant.Id, ct))?.Revoke(now);

    private Task<Registration?> OwnAsync(Guid accountId, Guid id, CancellationToken ct) => db.Set<Registration>().SingleOrDefaultAsync(r => r.Id == id && r.AccountId == accountId, ct);
}
