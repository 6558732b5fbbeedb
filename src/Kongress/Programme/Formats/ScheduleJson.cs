using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kongress.Programme.Releases;

namespace Kongress.Programme.Formats;

/// <summary>The programme as schedule.json (frab, c3voc). Valid against https://c3voc.de/schedule/schema.json.</summary>
public static class ScheduleJson
{
    internal static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    /// <param name="publicUrl">Base address of the installation.</param>
    public static byte[] Of(PublicProgramme programme, string publicUrl)
    {
        var view = new ScheduleView(programme, publicUrl);
        return JsonSerializer.SerializeToUtf8Bytes(Root("https://c3voc.de/schedule/schema.json", publicUrl, new
        {
            version = view.Version,
            base_url = view.ProgrammeUrl + "/",
            url = view.ProgrammeUrl + "/schedule.json",
            conference = new
            {
                acronym = view.Acronym,
                title = view.Title,
                description = CleanText.Of(programme.Conference.Motto),
                start = ScheduleView.Iso(view.Days[0].Date),
                end = ScheduleView.Iso(view.Days[^1].Date),
                daysCount = view.Days.Count,
                timeslot_duration = "00:05",
                time_zone_name = ZoneName(programme.Conference.TimeZone),
                url = view.ProgrammeUrl,
                tracks = programme.Snapshot.Tracks.Select(track => new { name = CleanText.Of(track.Name), slug = view.TrackSlug(track), color = ScheduleView.Colour(track) }),
                rooms = programme.Snapshot.Rooms.Select(room => new
                {
                    name = CleanText.Of(room.Name),
                    guid = room.Id,
                    description = CleanText.Of(room.Directions),
                    capacity = room.Capacity,
                    url = view.Url(room),
                }),
                days = view.Days.Select(day => new
                {
                    index = day.Index,
                    date = ScheduleView.Iso(day.Date),
                    day_start = view.Iso(day.Start),
                    day_end = view.Iso(day.End),
                    // Here rooms are known by name alone; two of one name share their list.
                    rooms = day.Places.GroupBy(p => p.Place.Name).ToDictionary(g => g.Key, g => g.SelectMany(p => p.Slots).Select(slot => Event(view, slot)).ToList()),
                }),
            },
        }), Readable);
    }

    internal static Dictionary<string, object> Root(string schema, string publicUrl, object schedule) => new()
    {
        ["$schema"] = schema,
        ["generator"] = new { name = ScheduleView.Generator.Name, version = ScheduleView.Generator.Version, url = publicUrl },
        ["schedule"] = schedule,
    };

    /// <summary>The schemas know only zones of two plain words, and UTC.</summary>
    internal static string? ZoneName(string zone) => zone.Split('/') is [{ Length: > 1 } area, { Length: > 1 } place] && IsPlain(area) && IsPlain(place) ? zone : zone == "UTC" ? zone : null;

    private static bool IsPlain(string word) => char.IsAsciiLetterUpper(word[0]) && word.Skip(1).All(char.IsAsciiLetterLower);

    private static object Event(ScheduleView view, SnapshotSlot slot) => new
    {
        id = slot.Number,
        guid = slot.Id,
        code = view.Code(slot),
        date = view.Iso(slot.StartsAt),
        start = view.Clock(slot.StartsAt),
        end = view.Iso(slot.EndsAt),
        duration = ScheduleView.Duration(slot.Minutes),
        room = view.PlaceFor(slot).Name,
        slug = view.Slug(slot),
        url = view.Url(slot) ?? view.ProgrammeUrl,
        title = ScheduleView.TitleOf(slot),
        subtitle = CleanText.Of(slot.Subtitle),
        track = view.Programme.TrackOf(slot) is { } track ? CleanText.Of(track.Name) : "",
        type = ScheduleView.TypeOf(slot),
        language = slot.Language,
        @abstract = CleanText.Of(slot.Abstract),
        description = "",
        recording_license = "",
        do_not_record = !slot.IsRecorded,
        do_not_stream = slot.StreamUrl.Length == 0,
        // Without the old "id": a person with it would be of two kinds at once, which the schema refuses.
        persons = view.PeopleOf(slot).Select(p => new
        {
            code = p.Person.Code,
            guid = p.Person.Id,
            name = CleanText.Of(p.Person.Name),
            biography = CleanText.Of(p.Person.Biography),
            url = view.Url(p.Person),
        }),
        links = ScheduleView.LinksOf(slot).Select(link => new { type = link.IsStream ? "media" : "related", url = link.Url, title = link.IsStream ? ScheduleView.StreamTitle : link.Url }),
        attachments = Array.Empty<object>(),
    };
}
