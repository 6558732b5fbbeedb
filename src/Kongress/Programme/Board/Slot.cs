using Kongress.Data;

namespace Kongress.Programme.Board;

/// <summary>Where and when something is placed in the draft: a session, or a blocker that is never public.</summary>
public sealed class Slot : IVersioned
{
    public const int MinutesStep = 5;
    public const int MostMinutes = 600;

    /// <summary>Stable over every move: calendars and apps know the slot by it.</summary>
    public Guid Id { get; private set; }

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    /// <summary>Unique within the edition for ever, as schedule.xml wants a number: the revision that placed it first.</summary>
    public int Number { get; private set; }

    /// <summary>Null: a blocker.</summary>
    public Guid? SessionId { get; private set; }

    /// <summary>Why a blocker blocks; empty for sessions.</summary>
    public string Label { get; private set; } = "";

    /// <summary>One room, or several as one thing. None: everywhere.</summary>
    public List<Guid> RoomIds { get; private set; } = [];

    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>Elapsed minutes, so that a night in which the clocks change is no exception.</summary>
    public int Minutes { get; private set; }

    public DateTimeOffset EndsAt => StartsAt.AddMinutes(Minutes);

    private Slot()
    {
    }

    public Slot(Guid conferenceId, SlotState state)
    {
        Id = state.Id;
        ConferenceId = conferenceId;
        Number = state.Number;
        SessionId = state.SessionId;
        Label = state.Label;
        Set(state);
    }

    public SlotState State => new(Id, Number, SessionId, Label, [.. RoomIds], StartsAt, Minutes);

    public void Set(SlotState state)
    {
        RoomIds = [.. state.RoomIds];
        StartsAt = state.StartsAt;
        Minutes = state.Minutes;
    }
}

/// <summary>A slot as a value: what a move leads from and to.</summary>
public sealed record SlotState(Guid Id, int Number, Guid? SessionId, string Label, IReadOnlyList<Guid> RoomIds, DateTimeOffset StartsAt, int Minutes)
{
    public bool Equals(SlotState? other) =>
        other is not null && Id == other.Id && Number == other.Number && SessionId == other.SessionId && Label == other.Label && StartsAt == other.StartsAt && Minutes == other.Minutes && RoomIds.SequenceEqual(other.RoomIds);

    public override int GetHashCode() => HashCode.Combine(Id, StartsAt, Minutes);
}
