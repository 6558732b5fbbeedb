using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Kongress.Conferences;
using Kongress.Shared;

namespace Kongress.Registrations;

/// <summary>The days a person comes to, as an iCalendar file (RFC 5545).</summary>
public static class RegistrationCalendar
{
    /// <summary>UTF-8 bytes; one event a day that the person attends, with a UID that stays the same for ever.</summary>
    public static byte[] Write(Conference conference, Registration registration, DateTimeOffset now)
    {
        var calendar = new Calendar { Method = "PUBLISH", ProductId = "-//Kongress//DE" };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(conference.TimeZone, conference.FirstDay.AddYears(-1).ToDateTime(TimeOnly.MinValue), includeHistoricalData: false));
        var days = conference.Days.OrderBy(d => d.Date).ToList();
        for (var i = 0; i < days.Count; i++)
        {
            var comes = i == 0 ? registration.Attendance.Day1 : i == 1 && registration.Attendance.Day2;
            if (comes) calendar.Events.Add(Event(conference, registration, $"tag{i + 1}", conference.Name, days[i].Date, days[i].StartsAt, days[i].EndsAt, now));
            if (registration.Attendance.Evening && days[i].EveningStartsAt is { } evening)
            {
                var end = evening.AddHours(3) > evening ? evening.AddHours(3) : new TimeOnly(23, 59);
                calendar.Events.Add(Event(conference, registration, "abend", conference.Name + ": " + (Language.Current == Language.English ? "Evening event" : "Abendveranstaltung"), days[i].Date, evening, end, now));
            }
        }

        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private static CalendarEvent Event(Conference conference, Registration registration, string part, string summary, DateOnly day, TimeOnly start, TimeOnly end, DateTimeOffset now) => new()
    {
        Uid = $"{registration.Id:N}-{part}@kongress",
        Summary = summary,
        Description = conference.Motto,
        Location = string.Join(", ", new[] { conference.VenueName, conference.VenueAddress.ReplaceLineEndings(", ") }.Where(line => line.Length > 0)),
        DtStamp = new CalDateTime(now.UtcDateTime, "UTC"),
        Start = new CalDateTime(day.ToDateTime(start), conference.TimeZone),
        End = new CalDateTime(day.ToDateTime(end), conference.TimeZone),
        Status = "CONFIRMED",
    };
}
