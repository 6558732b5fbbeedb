using Kongress.Data;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations.Contingents;

/// <summary>Where somebody stands who waits for a place.</summary>
/// <param name="Position">Among those who wait for the same places, from 1.</param>
/// <param name="Contingent">The contingent whose places they wait for; null: the places open to everybody.</param>
/// <param name="Standstill">Why nobody of this line moves up now.</param>
public sealed record LinePosition(int Position, Contingent? Contingent, Standstill Standstill);

/// <summary>Tells the person and the organiser where somebody stands in line, and why it does not go on.</summary>
public sealed class WaitingLine(KongressDb db, TimeProvider clock)
{
    /// <summary>Null: the person does not wait.</summary>
    public async Task<LinePosition?> FindAsync(Registration registration, CancellationToken ct)
    {
        if (!registration.Waits) return null;
        var capacity = await db.Set<Conferences.Conference>().Where(c => c.Id == registration.ConferenceId).Select(c => c.Capacity).SingleAsync(ct);
        var contingents = await db.Set<Contingent>().AsNoTracking().Where(c => c.ConferenceId == registration.ConferenceId).ToListAsync(ct);
        var tree = new PlaceTree(capacity, contingents, await Places.CountsAsync(db, registration.ConferenceId, ct), clock.GetUtcNow());
        var pool = tree.PoolOf(registration.ContingentId);
        var ids = pool.ContingentIds.Select(id => (Guid?)id).ToList();
        var isRoot = pool == tree.Root;
        var position = await db.Set<Registration>().CountAsync(
            r => r.ConferenceId == registration.ConferenceId && !r.HoldsPlace && r.ActiveEmail != null && r.Kind != AttendeeKind.Assistant && r.OrderNumber <= registration.OrderNumber
                && (ids.Contains(r.ContingentId) || (isRoot && r.ContingentId == null)), ct);
        return new LinePosition(position, pool.Contingent, pool.Standstill);
    }
}
