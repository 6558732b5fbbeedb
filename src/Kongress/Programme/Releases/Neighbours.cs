namespace Kongress.Programme.Releases;

/// <summary>What stands around a slot: the other times of its session, what comes before and after it, what runs now.</summary>
public static class Neighbours
{
    /// <summary>Every time of the session, in order; a session may be repeated.</summary>
    public static IEnumerable<SnapshotSlot> TimesOf(this PublicProgramme programme, SnapshotSlot slot) => programme.Snapshot.Slots.Where(s => s.SessionId == slot.SessionId);

    /// <summary>The programme of a room, breaks included.</summary>
    public static IEnumerable<SnapshotSlot> SlotsIn(this PublicProgramme programme, SnapshotRoom room) => programme.Snapshot.Slots.Where(s => s.RoomIds.Contains(room.Id));

    /// <summary>The session that ends last before this one in one of its rooms, on the same day; null: it is the first.</summary>
    public static SnapshotSlot? Before(this PublicProgramme programme, SnapshotSlot slot) =>
        programme.InTheSamePlace(slot).Where(s => s.EndsAt <= slot.StartsAt).MaxBy(s => s.EndsAt);

    /// <summary>The session that starts next after this one in one of its rooms, on the same day; null: it is the last.</summary>
    public static SnapshotSlot? After(this PublicProgramme programme, SnapshotSlot slot) =>
        programme.InTheSamePlace(slot).Where(s => s.StartsAt >= slot.EndsAt).MinBy(s => s.StartsAt);

    /// <summary>What takes place at this moment, breaks included.</summary>
    public static IReadOnlyList<SnapshotSlot> Now(this PublicProgramme programme, DateTimeOffset now) =>
        [.. programme.Snapshot.Slots.Where(s => s.StartsAt <= now && now < s.EndsAt && !s.IsCancelled)];

    /// <summary>What starts next, all at the same time; empty on other days than those of the congress.</summary>
    public static IReadOnlyList<SnapshotSlot> Next(this PublicProgramme programme, DateTimeOffset now)
    {
        var today = programme.Conference.Time.Day(now);
        var coming = programme.Snapshot.Slots.Where(s => s.StartsAt > now && !s.IsCancelled && programme.DayOf(s) == today).ToList();
        return coming.Count == 0 ? [] : [.. coming.Where(s => s.StartsAt == coming.Min(c => c.StartsAt))];
    }

    // A session in no room in particular is everywhere: then every other one is its neighbour.
    private static IEnumerable<SnapshotSlot> InTheSamePlace(this PublicProgramme programme, SnapshotSlot slot)
    {
        var day = programme.DayOf(slot);
        return programme.Snapshot.Slots.Where(s => s.Id != slot.Id && s.HasPage && programme.DayOf(s) == day
            && (slot.RoomIds.Count == 0 || s.RoomIds.Count == 0 || s.RoomIds.Intersect(slot.RoomIds).Any()));
    }
}
