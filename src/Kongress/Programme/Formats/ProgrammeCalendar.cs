using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Kongress.Conferences;
using Kongress.Programme.Releases;
using Kongress.Shared;

namespace Kongress.Programme.Formats;

/// <summary>The programme as iCalendar (RFC 5545, RFC 7986).</summary>
/// <remarks>UIDs stay the same over every move; SEQUENCE counts changes of time, room and state; what was cancelled or taken out stays, as cancelled.</remarks>
public static class ProgrammeCalendar
{
    // In octets, without the line end (RFC 5545, 3.1).
    private const int LongestLine = 75;

    /// <param name="only">Ids of slots; null: all of them.</param>
    /// <param name="publicUrl">Base address of the installation.</param>
    /// <returns>UTF-8, lines folded at 75 octets and ended by CRLF.</returns>
    public static byte[] Of(Conference conference, Snapshot snapshot, IReadOnlySet<Guid>? only, string publicUrl)
    {
        var url = publicUrl.TrimEnd('/');
        var calendar = new Calendar { Method = "PUBLISH", ProductId = "-//Kongress//Programm//DE" };
        calendar.AddProperty("NAME", conference.Name);
        calendar.AddProperty("X-WR-CALNAME", conference.Name);
        calendar.AddProperty(new CalendarProperty("REFRESH-INTERVAL", "PT1H") { Parameters = { new CalendarParameter("VALUE", "DURATION") } });
        calendar.AddProperty("X-PUBLISHED-TTL", "PT1H");
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(conference.TimeZone, conference.FirstDay.AddYears(-1).ToDateTime(TimeOnly.MinValue), includeHistoricalData: false));
        var rooms = snapshot.Rooms.ToDictionary(r => r.Id);
        var tracks = snapshot.Tracks.ToDictionary(t => t.Id);
        var people = snapshot.People.ToDictionary(p => p.Id);
        var events = snapshot.Slots.Select(slot => (slot, slot.IsCancelled)).Concat(snapshot.Gone.Select(slot => (slot, IsCancelled: true)));
        foreach (var (slot, isCancelled) in events.Where(e => only is null || only.Contains(e.slot.Id)).OrderBy(e => e.slot.StartsAt).ThenBy(e => e.slot.Number))
        {
            var names = slot.People.Select(p => p.PersonId is { } id ? people.GetValueOrDefault(id)?.Name : null).OfType<string>().ToList();
            var happening = new CalendarEvent
            {
                Uid = $"{slot.Id:N}@kongress",
                Sequence = slot.Sequence,
                DtStamp = Utc(slot.ChangedAt),
                LastModified = Utc(slot.ChangedAt),
                Start = new CalDateTime(conference.Time.Local(slot.StartsAt), conference.TimeZone),
                End = new CalDateTime(conference.Time.Local(slot.EndsAt), conference.TimeZone),
                Summary = Clean(slot.Title),
                Description = Clean(string.Join("\n\n", new[] { slot.Subtitle, string.Join(", ", names), slot.Abstract }.Where(t => t.Length > 0))),
                Location = Clean(string.Join(", ", slot.RoomIds.Select(id => rooms.GetValueOrDefault(id)?.Name).OfType<string>().Append(conference.VenueName).Where(t => t.Length > 0))),
                Status = isCancelled ? "CANCELLED" : "CONFIRMED",
                Transparency = isCancelled ? "TRANSPARENT" : "OPAQUE",
            };
            if (slot.HasPage) happening.Url = new Uri($"{url}{Addresses.Programme}/{slot.Code}");
            if (slot.TrackId is { } trackId && tracks.TryGetValue(trackId, out var track)) happening.Categories.Add(Clean(track.Name));
            happening.Categories.Add(slot.Kind.ToString());
            if (slot.StreamUrl.Length > 0 && Uri.TryCreate(slot.StreamUrl, UriKind.Absolute, out var stream))
            {
                happening.AddProperty(new CalendarProperty("CONFERENCE", stream) { Parameters = { new CalendarParameter("VALUE", "URI"), new CalendarParameter("FEATURE", "VIDEO") } });
            }

            calendar.Events.Add(happening);
        }

        return Fold(new CalendarSerializer().SerializeToString(calendar)!);
    }

    // The library folds between the halves of a character beyond the first 65,536, which is then lost.
    private static byte[] Fold(string calendar)
    {
        var folded = new StringBuilder(calendar.Length + calendar.Length / 40);
        foreach (var line in calendar.ReplaceLineEndings("\r\n").Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var octets = 0;
            foreach (var rune in line.EnumerateRunes())
            {
                if (octets + rune.Utf8SequenceLength > LongestLine)
                {
                    folded.Append("\r\n ");
                    octets = 1;
                }

                folded.Append(rune.ToString());
                octets += rune.Utf8SequenceLength;
            }

            folded.Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(folded.ToString());
    }

    private static CalDateTime Utc(DateTimeOffset instant) => new(instant.UtcDateTime, "UTC");

    private static string Clean(string text) => CleanText.Of(text);
}
