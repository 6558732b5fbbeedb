using Kongress.Conferences;
using Kongress.Data;
using Kongress.Registrations;
using Kongress.Workshops;

namespace Kongress.CheckIns;

public enum CheckInPart
{
    Day1,
    Day2,
    Evening,
}

/// <summary>A door: a day, the evening or a workshop. A ticket is good once at each.</summary>
public sealed class CheckInList : ILockable
{
    private CheckInList()
    {
    }

    public CheckInList(Guid conferenceId, CheckInPart part, string name)
    {
        ConferenceId = conferenceId;
        Part = part;
        Name = name;
    }

    /// <summary>The door of a workshop. Its title and time are looked up where they are needed: they can change.</summary>
    public CheckInList(Workshop workshop) : this(workshop.ConferenceId, workshop.Place.Day == 2 ? CheckInPart.Day2 : CheckInPart.Day1, "Workshop") => WorkshopId = workshop.Id;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    /// <summary>At a workshop's door the day on which it was when the door was made.</summary>
    public CheckInPart Part { get; private set; }

    /// <summary>Null: the door of a day or the evening.</summary>
    public Guid? WorkshopId { get; private set; }

    /// <summary>Locked where places are given at the door.</summary>
    public long LockCount { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The edition's day on which this door opens; null when the edition has none (any more).</summary>
    public ConferenceDay? DayOf(Conference conference)
    {
        var days = conference.Days.OrderBy(d => d.Date).ToList();
        return Part switch
        {
            CheckInPart.Day1 => days.ElementAtOrDefault(0),
            CheckInPart.Day2 => days.ElementAtOrDefault(1),
            CheckInPart.Evening => days.FirstOrDefault(d => d.EveningStartsAt is not null),
        };
    }

    /// <summary>Open on its calendar day at the venue, and until six the next morning for the evening: staff set up early, guests stay late.</summary>
    public bool IsOpen(Conference conference, DateTimeOffset now)
    {
        if (DayOf(conference) is not { } day) return false;
        var local = conference.Time.Local(now);
        var date = DateOnly.FromDateTime(local);
        return date == day.Date || (Part is CheckInPart.Evening && date == day.Date.AddDays(1) && local.Hour < 6);
    }

    public bool Expects(Attendance attendance) => Part switch
    {
        CheckInPart.Day1 => attendance.Day1,
        CheckInPart.Day2 => attendance.Day2,
        CheckInPart.Evening => attendance.Evening,
    };
}
