using Kongress.Shared;

namespace Kongress.Workshops.Blocks;

/// <summary>A part of a congress day with bounds of its own for the workshops of one person: "Slot 1", "Dienstagnachmittag".</summary>
/// <remarks>A workshop belongs to the block in which it begins, if any. Half-open and in the time of the clock at the venue, so that a block moves along when the edition's days do.</remarks>
public sealed record WorkshopBlock
{
    public const int NameLength = 60;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>No other block of the edition has it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Number of the congress day, from 1.</summary>
    public int Day { get; init; }

    public TimeOnly From { get; init; }

    /// <summary>Later than <see cref="From"/>.</summary>
    public TimeOnly Until { get; init; }

    /// <summary>How many everybody should choose, 0 to 10: a wish, nobody is refused.</summary>
    public int Fewest { get; init; }

    /// <summary>1 to 10; null: any number.</summary>
    public int? Most { get; init; }

    /// <summary>Whether a workshop begins in it. At most one block of an edition says so.</summary>
    public bool Holds(WorkshopPlace place, ConferenceTime time)
    {
        if (place.Day != Day) return false;
        var at = TimeOnly.FromDateTime(time.Local(place.StartsAt));
        return From <= at && at < Until;
    }

    /// <summary>Touching is not overlapping.</summary>
    public bool Overlaps(WorkshopBlock other) => Id != other.Id && Day == other.Day && From < other.Until && other.From < Until;
}
