namespace Kongress.Workshops;

/// <summary>Where and when the session is, as released.</summary>
public sealed record WorkshopPlace
{
    /// <summary>Public part of the session's address.</summary>
    public string Code { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>Names of its rooms; empty: everywhere.</summary>
    public string Room { get; init; } = "";

    /// <summary>What the programme says, else what the room holds.</summary>
    public int Seats { get; init; }

    /// <summary>Number of the congress day, from 1; 0: on none.</summary>
    public int Day { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    /// <summary>It is in the released programme and takes place.</summary>
    public bool IsOn { get; init; }

    /// <summary>The same time in the same room; who comes need not be told.</summary>
    public bool IsWhere(WorkshopPlace other) => StartsAt == other.StartsAt && EndsAt == other.EndsAt && Room == other.Room;
}
