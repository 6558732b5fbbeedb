using Kongress.Data;
using Kongress.Registrations;
using Kongress.Shared;

namespace Kongress.Workshops;

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

    /// <summary>From when on whoever stands at the door gets what is empty; null: never.</summary>
    public DateTimeOffset? ReleasedAt => Settings.ReleaseMinutes is { } minutes && Place.StartsAt != default ? Place.StartsAt.AddMinutes(minutes) : null;

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
    public bool FitsDays(Attendance attendance) => FitsDays(attendance, Place);

    /// <summary>The same for another place than the one it has.</summary>
    public bool FitsDays(Attendance attendance, WorkshopPlace place) => !Settings.NeedsDay || place.Day switch
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

    /// <summary>
    /// Until when a seat offered now is held: the hours of the settings, moved into the day (8 to 20 o'clock), never past <see cref="StopsAt"/>.
    /// Null: it is too late for an offer, as nobody would have two hours of the day to answer it (or the hours of the settings, where they are fewer).
    /// </summary>
    public DateTimeOffset? OfferEnd(ConferenceTime time, DateTimeOffset now)
    {
        var earliest = AfterHoursOfTheDay(time, now, TimeSpan.FromHours(Math.Min(2, Settings.OfferHours)));
        var end = time.IntoDay(now.AddHours(Settings.OfferHours));
        if (end < earliest) end = earliest;
        if (end > StopsAt)
        {
            end = StopsAt;
            var local = time.Local(end);
            if (local.TimeOfDay > TimeSpan.FromHours(20)) end = time.Instant(DateOnly.FromDateTime(local), new TimeOnly(20, 0));
            else if (local.Hour < 8) end = time.Instant(DateOnly.FromDateTime(local).AddDays(-1), new TimeOnly(20, 0));
        }

        return end >= earliest ? end : null;
    }

    // When so much time has passed in which people are awake. At most twelve hours: they go over one night at most.
    private static DateTimeOffset AfterHoursOfTheDay(ConferenceTime time, DateTimeOffset from, TimeSpan hours)
    {
        var day = time.Day(from);
        var (morning, evening) = (time.Instant(day, new TimeOnly(8, 0)), time.Instant(day, new TimeOnly(20, 0)));
        if (from < morning) from = morning;
        if (from + hours <= evening) return from + hours;
        var left = from < evening ? hours - (evening - from) : hours;
        return time.Instant(day.AddDays(1), new TimeOnly(8, 0)) + left;
    }
}

/// <summary>How many hold a seat, offered ones included: of the group for which seats are kept, and all others.</summary>
public readonly record struct Holders(int Group, int Others)
{
    public int All => Group + Others;
}
