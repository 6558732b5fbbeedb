using Kongress.Accounts;
using Kongress.Data;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Dashboard;

/// <summary>What organisers changed about how many workshops each may have.</summary>
public sealed class RulesHistory(KongressDb db)
{
    private static readonly string[] Actions = ["Workshop.RulesChanged", "Workshop.BlockAdded", "Workshop.BlockChanged", "Workshop.BlockRemoved"];

    /// <summary>The newest first, at most 50.</summary>
    public Task<List<HistoryEntry>> FindAsync(Guid conferenceId, CancellationToken ct) => (
        from change in db.Set<Change>().AsNoTracking()
        where change.SubjectId == conferenceId && Actions.Contains(change.Action)
        join account in db.Set<Account>() on change.ActorId equals account.Id into accounts
        from actor in accounts.DefaultIfEmpty()
        orderby change.At descending, change.Id descending
        select new HistoryEntry(change.At, change.Action, change.Detail, actor == null ? null : actor.DisplayName == "" ? actor.Email : actor.DisplayName, false, null)).Take(50).ToListAsync(ct);
}
