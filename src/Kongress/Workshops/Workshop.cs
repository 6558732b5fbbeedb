using Kongress.Data;
using Kongress.Registrations;
using Kongress.Shared;

namespace Kongress.Workshops;

/// <summary>How somebody on the waiting list gets a freed seat.</summary>
public enum Promotion
{
    /// <summary>The next one has the seat, and is told by mail.</summary>
    AtOnce,

    /// <summary>The next one is asked, and the seat is held until the answer or the end of the offer.</summary>
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

/// <summary>A session with limited seats. Who wants to come signs up.</summary>
/// <remarks>Whatever gives or takes a seat runs under the lock of the edition's <see cref="WorkshopRules"/>.</remarks>
public sealed class Workshop : IVersioned
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    public Guid SessionId { get; private set; }

    public WorkshopSettings Settings { get; private set; } = new();

    /// <summary>The session as it was last released: what people see is what counts.</summary>
    public WorkshopPlace Place { get; private set; } = new();

    private Workshop()
    {
    }

    public Workshop(Guid conferenceId, Guid sessionId)
    {
        ConferenceId = conferenceId;
        SessionId = sessionId;
    }

    /// <summary>When its seats were allotted by wishes; null: not yet, or never.</summary>
    public DateTimeOffset? AllottedAt { get; private set; }

    /// <summary>Its seats go by wishes, and have not been allotted yet: nobody signs up. Afterwards it is like any other.</summary>
    public bool IsAllotting => Settings.Mode is SeatMode.Allotment && AllottedAt is null;

    /// <summary>How many may come: as set here, else as many as the programme says, else as many as the room holds.</summary>
    public int Seats => Settings.Seats ?? Place.Seats;

    /// <summary>When the last seat is passed on. Afterwards nobody could be told in time.</summary>
    public DateTimeOffset StopsAt => Place.StartsAt == default ? default : Place.StartsAt.AddMinutes(-Settings.StopMinutes);

    public void Set(WorkshopSettings settings) => Settings = settings;

    public void Follow(WorkshopPlace place) => Place = place;

    public void Allot(DateTimeOffset now) => AllottedAt = now;

    /// <summary>Touching is not overlapping.</summary>
    public bool Overlaps(Workshop other) =>
        Id != other.Id && Place.IsOn && other.Place.IsOn && Place.StartsAt < other.Place.EndsAt && other.Place.StartsAt < Place.EndsAt;

    /// <summary>Whether the workshop is open for people of this level and Land.</summary>
    public bool IsFor(Person person) =>
        (Settings.Levels.Count == 0 || Settings.Levels.Contains(person.Level))
        && (Settings.Lands.Count == 0 || (person.Land is { } land && Settings.Lands.Contains(land)));

    /// <summary>How many seats are kept for a group now. Released by itself at the date.</summary>
    public int KeptNow(DateTimeOffset now) => now < Settings.KeptUntil ? Math.Min(Settings.KeptSeats, Seats) : 0;

    /// <summary>Whether seats are kept for people like this one.</summary>
    public bool IsKeptFor(Person person) =>
        (Settings.KeptLevels.Count > 0 || Settings.KeptLands.Count > 0)
        && (Settings.KeptLevels.Count == 0 || Settings.KeptLevels.Contains(person.Level))
        && (Settings.KeptLands.Count == 0 || (person.Land is { } land && Settings.KeptLands.Contains(land)));

    /// <summary>The one rule for a free seat: everybody together never takes more than all, the others never more than what is not kept.</summary>
    public int FreeFor(bool isInGroup, Holders holders, DateTimeOffset now)
    {
        var free = Seats - holders.Group - holders.Others;
        if (!isInGroup) free = Math.Min(free, Seats - KeptNow(now) - holders.Others);
        return Math.Max(0, free);
    }

    /// <summary>Whether the person said to come on the day of the workshop, where that matters.</summary>
    public bool FitsDays(Attendance attendance) => !Settings.NeedsDay || Place.Day switch
    {
        1 => attendance.Day1,
        2 => attendance.Day2,
        _ => true,
    };

    /// <summary>Why somebody with a confirmed registration cannot sign up now, whatever the seats; null: they can.</summary>
    public SignUpOutcome? RefusalFor(Registration registration, DateTimeOffset now) =>
        !Place.IsOn ? SignUpOutcome.Cancelled
        : !IsFor(registration.Person) || !FitsDays(registration.Attendance) ? SignUpOutcome.NotForThem
        : IsAllotting ? SignUpOutcome.ByWishes
        : now < Settings.OpensAt ? SignUpOutcome.NotOpenYet
        : now >= Settings.ClosesAt || now >= Place.StartsAt ? SignUpOutcome.Closed
        : null;

    /// <summary>Until when a seat offered now is held: the hours of the settings, moved into the day (8 to 20 o'clock), never past <see cref="StopsAt"/>. Null: it is too late for an offer.</summary>
    public DateTimeOffset? OfferEnd(ConferenceTime time, DateTimeOffset now)
    {
        var end = now.AddHours(Settings.OfferHours);
        var local = time.Local(end);
        if (local.Hour >= 20) end = time.Instant(DateOnly.FromDateTime(local).AddDays(1), new TimeOnly(9, 0));
        else if (local.Hour < 8) end = time.Instant(DateOnly.FromDateTime(local), new TimeOnly(9, 0));
        if (end > StopsAt)
        {
            end = StopsAt;
            local = time.Local(end);
            if (local.TimeOfDay > TimeSpan.FromHours(20)) end = time.Instant(DateOnly.FromDateTime(local), new TimeOnly(20, 0));
            else if (local.Hour < 8) end = time.Instant(DateOnly.FromDateTime(local).AddDays(-1), new TimeOnly(20, 0));
        }

        return end > now ? end : null;
    }
}

/// <summary>How many hold a seat, offered ones included: of the group for which seats are kept, and all others.</summary>
public readonly record struct Holders(int Group, int Others)
{
    public int All => Group + Others;
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

    /// <summary>Minutes before the start at which the last seat is passed on, 0 to 10080.</summary>
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

    public IReadOnlyList<AdministrativeLevel> KeptLevels => Read<AdministrativeLevel>(KeptLevelList);

    public IReadOnlyList<Land> KeptLands => Read<Land>(KeptLandList);

    public IReadOnlyList<AdministrativeLevel> Levels => Read<AdministrativeLevel>(LevelList);

    public IReadOnlyList<Land> Lands => Read<Land>(LandList);

    public static string List<T>(IEnumerable<T> values) where T : struct, Enum => string.Join(',', values.Distinct().Order());

    private static List<T> Read<T>(string list) where T : struct, Enum => [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<T>)];
}

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

/// <summary>How many workshops somebody may have at one edition; its row is the lock for all seats of the edition.</summary>
/// <remarks>One lock and not one per workshop: a swap moves two workshops at once, and two swaps must not wait for each other.</remarks>
public sealed class WorkshopRules(Guid id) : ILockable, IVersioned
{
    /// <summary>The edition's.</summary>
    public Guid Id { get; private set; } = id;

    public long LockCount { get; private set; }

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>How many everybody should choose, 0 to 20: a wish, nobody is refused.</summary>
    public int FewestPerPerson { get; private set; }

    /// <summary>1 to 20; null: any number.</summary>
    public int? MostPerPerson { get; private set; }

    /// <summary>From when people rank their wishes; null: nobody is asked.</summary>
    public DateTimeOffset? WishesFrom { get; private set; }

    /// <summary>Until when wishes can be made and changed. The draw comes after that.</summary>
    public DateTimeOffset? WishesUntil { get; private set; }

    /// <summary>The length of the list of wishes, 1 to 10.</summary>
    public int MostWishes { get; private set; } = 5;

    public void Set(int fewest, int? most) => (FewestPerPerson, MostPerPerson) = (fewest, most);

    public void SetWishes(DateTimeOffset from, DateTimeOffset until, int most) => (WishesFrom, WishesUntil, MostWishes) = (from, until, most);

    public bool TakesWishes(DateTimeOffset now) => WishesFrom <= now && now < WishesUntil;
}
