using Kongress.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kongress.Conferences;

/// <summary>Counts every change to the draft of an edition's programme: sessions, people, rooms, slots. Its row is the lock under which the draft changes.</summary>
/// <param name="id">The id of the edition.</param>
public sealed class DraftRevision(Guid id) : ILockable
{
    public Guid Id { get; private set; } = id;

    /// <summary>The revision. It never goes back, and two changes never share one.</summary>
    public long LockCount { get; private set; }
}

public static class DraftRevisions
{
    /// <summary>Takes the lock of the draft and gives this change its revision. Must be the first statement of the transaction.</summary>
    public static async Task<long> LockDraftAsync(this KongressDb db, Guid conferenceId, CancellationToken ct)
    {
        if (!await db.LockAsync<DraftRevision>(conferenceId, ct))
        {
            // Two first changes at once meet in the primary key, and the loser starts again.
            db.Add(new DraftRevision(conferenceId));
            await db.SaveChangesAsync(ct);
            await db.LockAsync<DraftRevision>(conferenceId, ct);
        }

        return await db.DraftRevisionAsync(conferenceId, ct);
    }

    /// <summary>Leads the revision forward to one that slots of an import are numbered up to. Only under the lock.</summary>
    public static Task RaiseDraftAsync(this KongressDb db, Guid conferenceId, long revision, CancellationToken ct) =>
        db.Set<DraftRevision>().Where(r => r.Id == conferenceId && r.LockCount < revision).ExecuteUpdateAsync(set => set.SetProperty(r => r.LockCount, revision), ct);

    /// <summary>The present revision; 0 where nothing has been planned yet.</summary>
    public static Task<long> DraftRevisionAsync(this KongressDb db, Guid conferenceId, CancellationToken ct) =>
        db.Set<DraftRevision>().Where(r => r.Id == conferenceId).Select(r => r.LockCount).SingleOrDefaultAsync(ct);
}

internal sealed class DraftRevisionTable : IEntityTypeConfiguration<DraftRevision>
{
    public void Configure(EntityTypeBuilder<DraftRevision> revision)
    {
        revision.ToTable("DraftRevisions");
        revision.HasOne<Conference>().WithOne().HasForeignKey<DraftRevision>(r => r.Id);
    }
}
