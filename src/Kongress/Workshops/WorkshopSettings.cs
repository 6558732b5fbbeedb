using Kongress.Shared;

namespace Kongress.Workshops;

/// <summary>How somebody on the waiting list gets a freed seat.</summary>
public enum Promotion
{
    /// <summary>The next one has the seat, and is told by mail.</summary>
    AtOnce,

    /// <summary>The next one is asked, and the seat is held until the answer or the end of the offer. Shortly before the start, when there is no time to answer, they have it at once.</summary>
    ByOffer,
}

/// <summary>How the seats of a workshop are given.</summary>
public enum SeatMode
{
    /// <summary>Who comes first has the seat.</summary>
    FirstCome,

    /// <summary>People rank their wishes, and a draw allots the seats; what is left then goes to who comes first.</summary>
    Allotment,
}

/// <summary>What an organiser sets for a session with limited seats.</summary>
public sealed record WorkshopSettings
{
    public const int MostSeats = 5000;

    /// <summary>1 to 5000; null: as the programme says, else as many as the room holds.</summary>
    public int? Seats { get; init; }

    public SeatMode Mode { get; init; }

    public DateTimeOffset OpensAt { get; init; }

    /// <summary>Nobody signs up from then on; giving back is possible until the start.</summary>
    public DateTimeOffset ClosesAt { get; init; }

    /// <summary>Names of the levels that may come, separated by commas; empty: all.</summary>
    public string LevelList { get; init; } = "";

    /// <summary>Names of the Länder whose people may come, separated by commas; empty: all.</summary>
    public string LandList { get; init; } = "";

    /// <summary>Only for those who said to come on that day.</summary>
    public bool NeedsDay { get; init; } = true;

    public Promotion Promotion { get; init; }

    /// <summary>Hours for which a freed seat is offered, 1 to 336.</summary>
    public int OfferHours { get; init; } = 24;

    /// <summary>Minutes before the start at which the last seat is passed on, 0 to 10080. From then on a free seat is for whoever takes it first, those in line too.</summary>
    public int StopMinutes { get; init; } = 60;

    /// <summary>Nobody moves up.</summary>
    public bool IsPaused { get; init; }

    /// <summary>How many may wait, 0 to 5000; null: any number.</summary>
    public int? MostWaiting { get; init; }

    /// <summary>Seats for a group only, 0 to 5000; they are among <see cref="Seats"/>.</summary>
    public int KeptSeats { get; init; }

    /// <summary>Names of the levels of that group, separated by commas; empty: any.</summary>
    public string KeptLevelList { get; init; } = "";

    /// <summary>Names of the Länder of that group, separated by commas; empty: any.</summary>
    public string KeptLandList { get; init; } = "";

    /// <summary>From then on the kept seats are for everybody; null: none are kept.</summary>
    public DateTimeOffset? KeptUntil { get; init; }

    /// <summary>Minutes after the start, 0 to 240, from which seats whose people have not come go to whoever stands at the door; null: never.</summary>
    public int? ReleaseMinutes { get; init; }

    public IReadOnlyList<AdministrativeLevel> KeptLevels => Read<AdministrativeLevel>(KeptLevelList);

    public IReadOnlyList<Land> KeptLands => Read<Land>(KeptLandList);

    public IReadOnlyList<AdministrativeLevel> Levels => Read<AdministrativeLevel>(LevelList);

    public IReadOnlyList<Land> Lands => Read<Land>(LandList);

    public static string List<T>(IEnumerable<T> values) where T : struct, Enum => string.Join(',', values.Distinct().Order());

    private static List<T> Read<T>(string list) where T : struct, Enum => [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<T>)];
}
