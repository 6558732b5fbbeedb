using System.Collections.Concurrent;
using System.Data.Common;
using Kongress.Data;
using Kongress.Workshops;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kongress.Tests.Workshops;

/// <summary>A sign-up as it was stored.</summary>
internal sealed record SeatRow(Guid Id, Guid WorkshopId, Guid RegistrationId, long Rank, SignUpStatus Status, bool HoldsSeat)
{
    public static SeatRow Of(SignUp s) => new(s.Id, s.WorkshopId, s.RegistrationId, s.Rank, s.Status, s.HoldsSeat);

    public bool IsActive => Status is SignUpStatus.Waiting or SignUpStatus.Offered or SignUpStatus.Seated;
}

/// <summary>What one save changed about seats.</summary>
/// <param name="At">The time by which the desk decided; null: it left no audit row.</param>
internal sealed record SeatSave(DateTimeOffset? At, IReadOnlyList<SeatRow> Rows, IReadOnlyDictionary<Guid, WorkshopSettings> Settings);

/// <summary>All saves of committed transactions, in the order in which they became true: entered while the lock is still held.</summary>
internal sealed class SeatLog : ISaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConcurrentDictionary<DbContext, SeatSave> saving = new();
    private readonly ConcurrentDictionary<DbContext, List<SeatSave>> uncommitted = new();
    private readonly List<SeatSave> saves = [];
    private int taken;

    /// <summary>What came since the last look.</summary>
    public List<SeatSave> Take()
    {
        lock (saves)
        {
            var news = saves[taken..];
            taken = saves.Count;
            return news;
        }
    }

    ValueTask<InterceptionResult<int>> ISaveChangesInterceptor.SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken)
    {
        var changed = eventData.Context!.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(e => e.Entity).ToList();
        saving[eventData.Context] = new SeatSave(
            changed.OfType<Change>().Select(c => (DateTimeOffset?)c.At).FirstOrDefault(),
            [.. changed.OfType<SignUp>().Select(SeatRow.Of)],
            changed.OfType<Workshop>().ToDictionary(w => w.Id, w => w.Settings));
        return new(result);
    }

    ValueTask<int> ISaveChangesInterceptor.SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken)
    {
        if (saving.TryRemove(eventData.Context!, out var save) && save.Rows.Count + save.Settings.Count > 0)
        {
            // Without a transaction of the desk each save stands for itself.
            if (eventData.Context!.Database.CurrentTransaction is null) Enter([save]);
            else uncommitted.GetOrAdd(eventData.Context, _ => []).Add(save);
        }

        return new(result);
    }

    ValueTask<InterceptionResult<DbTransaction>> IDbTransactionInterceptor.TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken)
    {
        // What an attempt before this one had saved was rolled back.
        uncommitted.TryRemove(eventData.Context!, out _);
        return new(result);
    }

    ValueTask<InterceptionResult> IDbTransactionInterceptor.TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken)
    {
        if (uncommitted.TryRemove(eventData.Context!, out var all)) Enter(all);
        return new(result);
    }

    private void Enter(List<SeatSave> all)
    {
        lock (saves) saves.AddRange(all);
    }
}
