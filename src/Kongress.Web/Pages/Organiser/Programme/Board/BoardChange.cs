namespace Kongress.Web.Pages.Organiser.Programme.Board;

/// <summary>What the script of the board is told: the whole day, or only what changed since the state that it has. Neither: the day is as it was.</summary>
/// <param name="Ok">The step was done.</param>
/// <param name="Text">Why it was not.</param>
public sealed record BoardAnswer(bool Ok, string Text, BoardState? State, BoardChange? Change)
{
    /// <param name="known">What the script has; null: the server does not know it (any more), and sends everything.</param>
    public static BoardAnswer Of(bool ok, string text, BoardState? known, BoardState state) =>
        known is not null && BoardChange.Between(known, state) is { } change ? new BoardAnswer(ok, text, null, change) : new BoardAnswer(ok, text, state, null);
}

/// <summary>From one state of a day to a later one of the same day: the cards that are other than before, and those whose conflicts are.</summary>
/// <param name="Since">The stamp of the state before.</param>
/// <param name="Stamp">Of the state after.</param>
/// <param name="Slots">Changed and new.</param>
/// <param name="GoneSlots">By their id.</param>
/// <param name="Unplaced">Sessions without a slot that are changed or new.</param>
/// <param name="UnplacedOrder">The ids of all of them in their order; null: they are the same as before.</param>
/// <param name="Conflicts">Changed and new.</param>
/// <param name="GoneConflicts">By their key.</param>
/// <param name="Away">Of the people whose times are not known yet, or changed.</param>
public sealed record BoardChange(
    string Since,
    string Stamp,
    long Revision,
    IReadOnlyList<BoardSlot> Slots,
    IReadOnlyList<Guid> GoneSlots,
    IReadOnlyList<BoardItem> Unplaced,
    IReadOnlyList<Guid>? UnplacedOrder,
    IReadOnlyList<BoardConflict> Conflicts,
    IReadOnlyList<string> GoneConflicts,
    IReadOnlyDictionary<Guid, IReadOnlyList<BoardStretch>> Away)
{
    /// <returns>Null: the frame itself is another (rooms, hours), and everything has to be drawn anew.</returns>
    public static BoardChange? Between(BoardState before, BoardState after)
    {
        if (before.Day != after.Day || before.From != after.From || before.Minutes != after.Minutes || !IsSame(before.Rooms, after.Rooms)) return null;
        var (slots, goneSlots) = Differing(before.Slots, after.Slots, s => s.Id);
        var (unplaced, _) = Differing(before.Unplaced, after.Unplaced, s => s.Id);
        var (conflicts, goneConflicts) = Differing(before.Conflicts, after.Conflicts, c => c.Key);
        var order = after.Unplaced.Select(s => s.Id).ToList();
        return new BoardChange(
            before.Stamp,
            after.Stamp,
            after.Revision,
            slots,
            goneSlots,
            unplaced,
            before.Unplaced.Select(s => s.Id).SequenceEqual(order) ? null : order,
            conflicts,
            goneConflicts,
            after.Away.Where(a => !before.Away.TryGetValue(a.Key, out var old) || !ReferenceEquals(old, a.Value)).ToDictionary());
    }

    private static bool IsSame(IReadOnlyList<BoardRoom> before, IReadOnlyList<BoardRoom> after) => before.Count == after.Count
        && before.Zip(after).All(p => (p.First.Id, p.First.Name, p.First.Capacity) == (p.Second.Id, p.Second.Name, p.Second.Capacity) && p.First.Closed.SequenceEqual(p.Second.Closed));

    private static (List<T> Differing, List<TKey> Gone) Differing<T, TKey>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, TKey> key)
        where TKey : notnull
    {
        var old = before.ToDictionary(key);
        var differing = after.Where(one => !old.TryGetValue(key(one), out var was) || !Equals(was, one)).ToList();
        var there = after.Select(key).ToHashSet();
        return (differing, [.. old.Keys.Where(k => !there.Contains(k))]);
    }
}
