using Kongress.Data;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Programme.Agendas;

/// <summary>Keeps the marked sessions of people with an account, and of those who take theirs to another device by a secret link.</summary>
public sealed class AgendaDesk(KongressDb db, TimeProvider clock)
{
    /// <summary>As many marks as anybody needs; more are ignored.</summary>
    public const int MostItems = 300;

    /// <summary>The agenda of an account, detached; null: nothing was marked yet.</summary>
    public Task<Agenda?> OfAccountAsync(Guid conferenceId, Guid accountId, CancellationToken ct) =>
        db.Set<Agenda>().AsNoTracking().Include(a => a.Items).SingleOrDefaultAsync(a => a.ConferenceId == conferenceId && a.AccountId == accountId, ct);

    /// <summary>Marks sessions, or takes marks away. Doing it twice changes nothing.</summary>
    public Task MarkAsync(Guid conferenceId, Guid accountId, IReadOnlyCollection<Guid> sessionIds, bool isMarked, CancellationToken ct) => OnOwnAsync(
        conferenceId,
        accountId,
        agenda =>
        {
            foreach (var id in sessionIds.Take(MostItems - (isMarked ? agenda.Items.Count : 0))) agenda.Mark(id, isMarked, clock.GetUtcNow());
            return true;
        },
        ct);

    public Task SetWantsMailAsync(Guid conferenceId, Guid accountId, bool wantsMail, CancellationToken ct) => OnOwnAsync(
        conferenceId,
        accountId,
        agenda =>
        {
            agenda.SetWantsMail(wantsMail);
            return true;
        },
        ct);

    /// <summary>Makes the secret address of the calendar; the one before no longer works. Only its hash is stored.</summary>
    public Task<string> NewCalendarAsync(Guid conferenceId, Guid accountId, CancellationToken ct) => OnOwnAsync(conferenceId, accountId, agenda => agenda.NewCalendar(), ct);

    public Task RevokeCalendarAsync(Guid conferenceId, Guid accountId, CancellationToken ct) => OnOwnAsync(
        conferenceId,
        accountId,
        agenda =>
        {
            agenda.RevokeCalendar();
            return true;
        },
        ct);

    /// <summary>Stores the marks of somebody without an account behind a secret link, which also works as the secret of a calendar.</summary>
    public Task<string> ShareAsync(Guid conferenceId, IReadOnlyCollection<Guid> sessionIds, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var now = clock.GetUtcNow();
            var agenda = new Agenda(conferenceId, null, now);
            foreach (var id in sessionIds.Take(MostItems)) agenda.Mark(id, true, now);
            var secret = agenda.NewLink();
            db.Add(agenda);
            await db.SaveChangesAsync(ct);
            return secret;
        },
        ct);

    /// <summary>The agenda behind a secret link; null: unknown or rubbish.</summary>
    public Task<Agenda?> OpenAsync(Guid conferenceId, string? secret, CancellationToken ct)
    {
        var hash = Secret.Hash(Secret.Clean(secret));
        return db.Set<Agenda>().AsNoTracking().Include(a => a.Items).SingleOrDefaultAsync(a => a.ConferenceId == conferenceId && a.LinkHash == hash, ct);
    }

    /// <summary>Deletes what is behind a secret link; the link and its calendar no longer work. Doing it twice changes nothing.</summary>
    public Task RemoveAsync(Guid conferenceId, string? secret, CancellationToken ct)
    {
        var hash = Secret.Hash(Secret.Clean(secret));
        return db.InTransactionAsync(
            async () =>
            {
                if (await db.Set<Agenda>().Include(a => a.Items).SingleOrDefaultAsync(a => a.ConferenceId == conferenceId && a.LinkHash == hash && a.AccountId == null, ct) is not { } agenda) return false;
                db.Remove(agenda);
                await db.SaveChangesAsync(ct);
                return true;
            },
            ct);
    }

    /// <summary>The agenda whose calendar has the secret: of an account, or behind a link.</summary>
    public Task<Agenda?> OfCalendarAsync(Guid conferenceId, string? secret, CancellationToken ct)
    {
        var hash = Secret.Hash(Secret.Clean(secret));
        return db.Set<Agenda>().AsNoTracking().Include(a => a.Items).SingleOrDefaultAsync(a => a.ConferenceId == conferenceId && (a.CalendarHash == hash || a.LinkHash == hash), ct);
    }

    // Two first marks at once meet in the unique index, and the loser starts again.
    private Task<T> OnOwnAsync<T>(Guid conferenceId, Guid accountId, Func<Agenda, T> work, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var agenda = await db.Set<Agenda>().Include(a => a.Items).SingleOrDefaultAsync(a => a.ConferenceId == conferenceId && a.AccountId == accountId, ct);
            if (agenda is null)
            {
                agenda = new Agenda(conferenceId, accountId, clock.GetUtcNow());
                db.Add(agenda);
            }

            var result = work(agenda);
            await db.SaveChangesAsync(ct);
            return result;
        },
        ct);
}
