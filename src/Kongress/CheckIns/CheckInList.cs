using Kongress.Conferences;
using Kongress.Data;
using Kongress.Registrations;
using Kongress.Workshops;

namespace Kongress.CheckIns;

/// <summary>A door: a day, the evening or a workshop. A ticket is good once at each.</summary>
public sealed class CheckInList : ILockable
{
    private CheckInList()
    {
    }

    public CheckInList(Guid conferenceId, CongressPart part, string name)
    {
        ConferenceId = conferenceId;
        Part = part;
        Name = name;
    }

    /// <summary>The door of a workshop. Its title and time are looked up where they are needed: they can change.</summary>
    public CheckInList(Workshop workshop) : this(workshop.ConferenceId, workshop.Place.Day == 2 ? CongressPart.Day2 : CongressPart.Day1, "Workshop") => WorkshopId = workshop.Id;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    /// <summary>At a workshop's door the day on which it was when the door was made.</summary>
    public CongressPart Part { get; private set; }

    /// <summary>Null: the door of a day or the evening.</summary>
    public Guid? WorkshopId { get; private set; }

    /// <summary>Locked where places are given at the door.</summary>
    public long LockCount { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Open on its calendar day at the venue, and until six the next morning for the evening: staff set up early, guests stay late.</summary>
    public bool IsOpen(Conference conference, DateTimeOffset now)
    {
        if (Part.DayOf(conference) is not { } day) return false;
        var local = conference.Time.Local(now);
        var date = DateOnly.FromDateTime(local);
        return date == day.Date || (Part is CongressPart.Evening && date == day.Date.AddDays(1) && local.Hour < 6);
    }
}
