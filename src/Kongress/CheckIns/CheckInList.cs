using Kongress.Conferences;
using Kongress.Registrations;

namespace Kongress.CheckIns;

public enum CheckInPart
{
    Day1,
    Day2,
    Evening,
}

/// <summary>A door: a day or the evening. A ticket is good once at each.</summary>
public sealed class CheckInList
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

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    public CheckInPart Part { get; private set; }

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
