namespace Kongress.Web.Pages.Organiser.Programme.Board;

public sealed record BoardStretch(int From, int To);

public sealed record BoardRoom(Guid Id, string Name, int Capacity, IReadOnlyList<BoardStretch> Closed);

/// <summary>A session as a card.</summary>
public sealed record BoardItem(Guid Id, string Title, string Kind, bool IsBreak, string State, bool IsCancelled, int Minutes, string? Track, string? Colour, string Names, IReadOnlyList<Guid> People);

/// <param name="Session">Null: a blocker.</param>
/// <param name="Worst">"Warning" or "Error"; empty: nothing is wrong.</param>
public sealed record BoardSlot(Guid Id, Guid Version, BoardItem? Session, string Title, IReadOnlyList<Guid> Rooms, int Start, int Minutes, string Hours, string Worst, int Conflicts);

/// <param name="Accepted">The reason for which it may stay; null: it is open.</param>
public sealed record BoardConflict(string Key, string Severity, string Text, IReadOnlyList<Guid> Slots, string? Accepted);
