using Kongress.Programme.Releases;

namespace Kongress.Programme.Agendas;

/// <param name="Overlaps">Other marked ones at the same time.</param>
public sealed record AgendaEntry(SnapshotSlot Slot, IReadOnlyList<SnapshotSlot> Overlaps);

/// <param name="Entries">In the order of their start.</param>
public sealed record AgendaDay(DateOnly Date, IReadOnlyList<AgendaEntry> Entries);

/// <summary>What somebody marked, as it stands in the released programme.</summary>
/// <param name="Gone">Marked, and no longer in the programme.</param>
public sealed record AgendaPlan(IReadOnlyList<AgendaDay> Days, IReadOnlyList<SnapshotSlot> Gone)
{
    public bool IsEmpty => Days.Count == 0 && Gone.Count == 0;

    /// <summary>How many pairs take place at the same time.</summary>
    public int OverlapCount => Days.Sum(d => d.Entries.Sum(e => e.Overlaps.Count)) / 2;

    /// <summary>Touching is not overlapping, and what is cancelled is in nobody's way.</summary>
    public static AgendaPlan Of(PublicProgramme programme, IReadOnlySet<Guid> sessionIds)
    {
        var marked = programme.Snapshot.Slots.Where(s => sessionIds.Contains(s.SessionId)).ToList();
        var there = marked.Select(s => s.SessionId).ToHashSet();
        var gone = programme.Snapshot.Gone.Where(s => sessionIds.Contains(s.SessionId) && !there.Contains(s.SessionId)).DistinctBy(s => s.SessionId);
        return new AgendaPlan(
            [.. marked.GroupBy(programme.DayOf).OrderBy(g => g.Key).Select(day => new AgendaDay(day.Key, [.. day.OrderBy(s => s.StartsAt).ThenBy(s => s.Number).Select(slot => new AgendaEntry(slot, [.. marked.Where(other => Overlap(slot, other))]))]))],
            [.. gone]);
    }

    /// <summary>The ids of the slots of sessions, those that were taken out included: what a calendar of them shows.</summary>
    public static HashSet<Guid> SlotsOf(PublicProgramme programme, IReadOnlySet<Guid> sessionIds) =>
        [.. programme.Snapshot.Slots.Concat(programme.Snapshot.Gone).Where(s => sessionIds.Contains(s.SessionId)).Select(s => s.Id)];

    private static bool Overlap(SnapshotSlot slot, SnapshotSlot other) =>
        slot.SessionId != other.SessionId && !slot.IsCancelled && !other.IsCancelled && slot.StartsAt < other.EndsAt && other.StartsAt < slot.EndsAt;
}
