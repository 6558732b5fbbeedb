using System.Text;
using System.Text.RegularExpressions;
using Kongress.Programme.Formats;
using Kongress.Programme.Releases;

namespace Kongress.Tests.Programme.Formats;

/// <summary>A subscribed calendar follows the programme: RFC 5545 as calendars read it.</summary>
public sealed partial class CalendarTests
{
    [Fact]
    public void A_move_keeps_the_uid_and_counts_up_and_what_is_off_stays_as_cancelled()
    {
        var slot = Programmes.Slot(1, "Bleibt") with { ChangedAt = Plans.At(1) };
        var before = Events(Of(new Snapshot { Rooms = Programmes.Rooms, Slots = [slot] }));
        var after = Events(Of(new Snapshot
        {
            Rooms = Programmes.Rooms,
            Slots = [slot with { StartsAt = Plans.At(15), Sequence = 1, ChangedAt = Plans.At(2) }, Programmes.Slot(2, "Fällt aus") with { IsCancelled = true, Sequence = 3 }],
            Gone = [Programmes.Slot(3, "Nicht mehr da") with { Sequence = 2 }],
        })).ToDictionary(e => e["SUMMARY"]);

        Assert.Equal(("0", "20270327T110000", "CONFIRMED"), (before[0]["SEQUENCE"], before[0]["DTSTART"], before[0]["STATUS"]));
        Assert.Equal((before[0]["UID"], "1", "20270327T150000", "CONFIRMED"), (after["Bleibt"]["UID"], after["Bleibt"]["SEQUENCE"], after["Bleibt"]["DTSTART"], after["Bleibt"]["STATUS"]));
        Assert.NotEqual(before[0]["LAST-MODIFIED"], after["Bleibt"]["LAST-MODIFIED"]);
        Assert.Equal(("CANCELLED", "3", "CANCELLED", "2"), (after["Fällt aus"]["STATUS"], after["Fällt aus"]["SEQUENCE"], after["Nicht mehr da"]["STATUS"], after["Nicht mehr da"]["SEQUENCE"]));
    }

    [Fact]
    public void Lines_are_folded_at_75_octets_between_characters_and_end_as_the_standard_wants()
    {
        var text = string.Concat(Enumerable.Repeat("Ämter, Länder; „Straße“ 🚀 ", 40));
        var bytes = Bytes(new Snapshot { Rooms = Programmes.Rooms, Slots = [Programmes.Slot(1, text) with { Abstract = text + "\nZweite Zeile\\" }] });
        var calendar = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);

        Assert.DoesNotContain('\n', calendar.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(calendar.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        // Each line is whole characters: what is read line by line is not torn.
        Assert.DoesNotContain('\uFFFD', calendar);
        var read = Ical.Net.Calendar.Load(calendar)!.Events.Single();
        Assert.Equal(text.Trim(), read.Summary!.Trim());
        Assert.Contains("Zweite Zeile\\", read.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_calendar_names_itself_its_zone_and_how_often_it_should_be_asked_for()
    {
        var calendar = Of(new Snapshot { Rooms = Programmes.Rooms, Slots = [Programmes.Slot(1)] });

        Assert.StartsWith("BEGIN:VCALENDAR\r\n", calendar, StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", calendar, StringComparison.Ordinal);
        foreach (var part in new[] { "VERSION:2.0\r\n", "NAME:15. IT-Planungskongress\r\n", "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n", "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n", "TZOFFSETTO:+0200\r\n", "DTSTART;TZID=Europe/Berlin:20270327T110000\r\n" })
        {
            Assert.Contains(part, calendar, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Only_what_somebody_marked_is_in_their_calendar()
    {
        var (marked, other) = (Programmes.Slot(1, "Gemerkt"), Programmes.Slot(2, "Anderes"));
        var snapshot = new Snapshot { Rooms = Programmes.Rooms, Slots = [marked, other] };
        var calendar = Encoding.UTF8.GetString(ProgrammeCalendar.Of(Plans.Conference, snapshot, new HashSet<Guid> { marked.Id }, Programmes.Url));

        Assert.Equal(["Gemerkt"], Events(calendar).Select(e => e["SUMMARY"]));
    }

    private static byte[] Bytes(Snapshot snapshot) => ProgrammeCalendar.Of(Plans.Conference, snapshot, null, Programmes.Url);

    private static string Of(Snapshot snapshot) => Encoding.UTF8.GetString(Bytes(snapshot));

    // Name of the property → value, as written.
    private static List<Dictionary<string, string>> Events(string calendar) =>
        [.. Event().Matches(calendar.Replace("\r\n ", "", StringComparison.Ordinal)).Select(e => e.Groups[1].Value.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2)).GroupBy(p => p[0].Split(';')[0]).ToDictionary(g => g.Key, g => g.First()[1]))];

    [GeneratedRegex("BEGIN:VEVENT\r\n(.*?)END:VEVENT", RegexOptions.Singleline)]
    private static partial Regex Event();
}
