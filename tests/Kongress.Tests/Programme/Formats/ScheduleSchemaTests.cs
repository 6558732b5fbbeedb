using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CsCheck;
using Kongress.Conferences;
using Kongress.Programme.Formats;
using Kongress.Programme.Releases;

namespace Kongress.Tests.Programme.Formats;

/// <summary>What we hand to congress apps holds to the public schemas, whatever the organisers typed.</summary>
public sealed class ScheduleSchemaTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Any_programme_is_a_valid_schedule_xml()
    {
        Schemas.Require();
        Programmes.Any(Programmes.Text).Sample(programme => Assert.Empty(Schemas.ErrorsOfXml(ScheduleXml.Of(programme, Programmes.Url))), iter: 60);
    }

    [Fact]
    public async Task Any_programme_is_a_valid_schedule_json()
    {
        Schemas.Require();
        await Programmes.Any(Programmes.Text).SampleAsync(async programme =>
        {
            Assert.Empty(await Schemas.ErrorsOfJsonAsync(Encoding.UTF8.GetString(ScheduleJson.Of(programme, Programmes.Url)), Schemas.Json));
            Assert.Empty(await Schemas.ErrorsOfJsonAsync(Encoding.UTF8.GetString(Schedule2Json.Of(programme, Programmes.Url)), Schemas.Json2));
        }, iter: 40);
    }

    [Fact]
    public async Task A_programme_without_sessions_or_days_is_valid_too()
    {
        Schemas.Require();
        var bare = new Conference { Name = "16. IT-Planungskongress" };
        foreach (var programme in new[] { Programmes.Of(), Programmes.Of(bare, Snapshot.Empty) })
        {
            Assert.Empty(Schemas.ErrorsOfXml(ScheduleXml.Of(programme, Programmes.Url)));
            Assert.Empty(await Schemas.ErrorsOfJsonAsync(Encoding.UTF8.GetString(ScheduleJson.Of(programme, Programmes.Url)), Schemas.Json));
            Assert.Empty(await Schemas.ErrorsOfJsonAsync(Encoding.UTF8.GetString(Schedule2Json.Of(programme, Programmes.Url)), Schemas.Json2));
        }
    }

    [Fact]
    public async Task The_check_finds_what_is_wrong()
    {
        Schemas.Require();
        Assert.NotEmpty(await Schemas.ErrorsOfJsonAsync(Schemas.Read("invalid-example.json"), Schemas.Json));
        var good = Encoding.UTF8.GetString(ScheduleJson.Of(Programmes.Of(Programmes.Slot(1)), Programmes.Url));
        foreach (var (from, to) in new[] { ("\"duration\": \"01:00\"", "\"duration\": \"1:00:00\""), ("\"guid\": \"0", "\"guid\": \"x"), ("\"track\": \"\",", ""), ("T11:00:00+01:00", " 11:00") })
        {
            Assert.Contains(from, good, StringComparison.Ordinal);
            Assert.NotEmpty(await Schemas.ErrorsOfJsonAsync(good.Replace(from, to, StringComparison.Ordinal), Schemas.Json));
        }

        var xml = Encoding.UTF8.GetString(ScheduleXml.Of(Programmes.Of(Programmes.Slot(1), Programmes.Slot(2)), Programmes.Url));
        Assert.NotEmpty(Schemas.ErrorsOfXml(Encoding.UTF8.GetBytes(xml.Replace("id=\"2\"", "id=\"1\"", StringComparison.Ordinal))));
        Assert.NotEmpty(Schemas.ErrorsOfXml(Encoding.UTF8.GetBytes(xml.Replace("<duration>01:00", "<duration>1 h", StringComparison.Ordinal))));
    }

    [Fact]
    public void Times_carry_the_offset_of_their_instant_in_the_night_of_the_change()
    {
        var midnight = Plans.Conference.Time.Instant(new DateOnly(2027, 3, 28), new TimeOnly(1, 30));
        var events = XDocument.Parse(Encoding.UTF8.GetString(ScheduleXml.Of(Programmes.Of(Programmes.Slot(1, "Nacht", midnight) with { Minutes = 600 }, Programmes.Slot(2, "Danach", midnight.AddMinutes(60))), Programmes.Url)));

        Assert.Equal(["2027-03-28T01:30:00+01:00", "2027-03-28T03:30:00+02:00"], events.Descendants("event").Select(e => e.Element("date")!.Value));
        Assert.Equal(["01:30", "03:30"], events.Descendants("event").Select(e => e.Element("start")!.Value));
        Assert.Equal("10:00", events.Descendants("duration").First().Value);
        // Until four in the morning it is still the first day of the congress.
        Assert.Equal([2, 0], events.Descendants("day").Select(d => d.Descendants("event").Count()));
        Assert.Equal("2027-03-28T12:30:00+02:00", events.Descendants("day").First().Attribute("end")!.Value);
    }

    [Fact]
    public void What_moves_keeps_its_guid_and_number_and_no_guid_tells_an_address()
    {
        var slot = Programmes.Slot(7) with { People = [new SnapshotParticipation(Programmes.People[0].Id, default, "", "")] };
        var before = Only(slot);
        var after = Only(slot with { StartsAt = slot.StartsAt.AddHours(3), RoomIds = [Programmes.Rooms[1].Id], Title = "Neu" });

        Assert.Equal((before.Attribute("guid")!.Value, "7"), (after.Attribute("guid")!.Value, after.Attribute("id")!.Value));
        Assert.Equal(Programmes.People[0].Id.ToString(), after.Descendants("person").Single().Attribute("guid")!.Value);

        static XElement Only(SnapshotSlot slot) => XDocument.Parse(Encoding.UTF8.GetString(ScheduleXml.Of(Programmes.Of(slot), Programmes.Url))).Descendants("event").Single();
    }

    [Fact]
    public void A_session_in_several_rooms_or_everywhere_stands_once_in_a_column_of_its_own()
    {
        var together = Programmes.Slot(1) with { RoomIds = [Programmes.Rooms[0].Id, Programmes.Rooms[1].Id] };
        var everywhere = Programmes.Slot(2) with { RoomIds = [] };
        using var json = JsonDocument.Parse(ScheduleJson.Of(Programmes.Of(together, everywhere), Programmes.Url));
        var rooms = json.RootElement.GetProperty("schedule").GetProperty("conference").GetProperty("days")[0].GetProperty("rooms");

        Assert.Equal(["Alle Räume", "Hauptbühne + Forum A"], rooms.EnumerateObject().Select(r => r.Name));
        Assert.All(rooms.EnumerateObject(), r => Assert.Equal(r.Name, Assert.Single(r.Value.EnumerateArray()).GetProperty("room").GetString()));
    }

    [Fact]
    public async Task A_table_opens_in_office_programs_and_runs_no_formula()
    {
        var bytes = await ProgrammeSheet.CsvAsync(Programmes.Of(Programmes.Slot(1, "=HYPERLINK(\"x\")"), Programmes.Slot(2, "Straße; \"ß\"")), Programmes.Url, Ct);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.DoesNotContain(";=HYPERLINK", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"=HYPERLINK", text, StringComparison.Ordinal);
        Assert.Contains("\"Straße; \"\"ß\"\"\"", text, StringComparison.Ordinal);
        Assert.Contains("27.03.2027 11:00", text, StringComparison.Ordinal);
    }
}
