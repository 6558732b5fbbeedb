using System.Globalization;
using System.Text.Json;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;

namespace Kongress.Programme.Formats;

/// <summary>The programme as "schedule 2" of c3voc, which is an alpha and may change: it knows roles, breaks and cancellations.</summary>
public static class Schedule2Json
{
    // Every event needs a track there.
    private const string NoTrack = "allgemein";

    /// <param name="publicUrl">Base address of the installation.</param>
    public static byte[] Of(PublicProgramme programme, string publicUrl)
    {
        var view = new ScheduleView(programme, publicUrl);
        var tracks = programme.Snapshot.Tracks.Select(track => new { name = CleanText.Of(track.Name), slug = view.TrackSlug(track), color = (string?)ScheduleView.Colour(track) })
            .Append(new { name = "Allgemein", slug = NoTrack, color = (string?)null });
        var rooms = programme.Snapshot.Rooms.Select(room => new { name = CleanText.Of(room.Name), guid = room.Id, description = (string?)CleanText.Of(room.Directions), capacity = (int?)room.Capacity, url = (string?)view.Url(room) })
            .Concat(view.CombinedPlaces.Select(place => new { name = place.Name, guid = place.Id, description = (string?)null, capacity = (int?)null, url = (string?)null }));
        return JsonSerializer.SerializeToUtf8Bytes(ScheduleJson.Root("https://c3voc.de/schema/schedule2", publicUrl, new
        {
            version = view.Version,
            conference = new
            {
                acronym = view.Acronym,
                title = view.Title,
                description = CleanText.Of(programme.Conference.Motto),
                start = view.Iso(view.Days[0].Start),
                end = view.Iso(view.Days[^1].End),
                timeslot_duration = "PT5M",
                time_zone_name = ScheduleJson.ZoneName(programme.Conference.TimeZone),
                url = view.ProgrammeUrl,
                languages = programme.Snapshot.Slots.Select(Language).Append("de").Distinct().Order(StringComparer.Ordinal),
                defaults = new { language = "de" },
                tracks,
                rooms,
                days = view.Days.Select(day => new { index = day.Index, date = ScheduleView.Iso(day.Date), start = view.Iso(day.Start), end = view.Iso(day.End) }),
            },
            events = programme.Snapshot.Slots.Select(slot => slot.Kind is SessionKind.Break ? Break(view, slot) : Event(view, slot)),
        }), ScheduleJson.Readable);
    }

    private static object Break(ScheduleView view, SnapshotSlot slot) => new
    {
        type = "BREAK",
        guid = slot.Id,
        title = ScheduleView.TitleOf(slot),
        subtitle = CleanText.Of(slot.Subtitle),
        start = view.Iso(slot.StartsAt),
        end = view.Iso(slot.EndsAt),
        room = Room(view, slot),
    };

    private static object Event(ScheduleView view, SnapshotSlot slot) => new
    {
        guid = slot.Id,
        code = view.Code(slot),
        start = view.Iso(slot.StartsAt),
        end = view.Iso(slot.EndsAt),
        duration = string.Create(CultureInfo.InvariantCulture, $"PT{slot.Minutes}M"),
        room = Room(view, slot),
        slug = view.Slug(slot),
        url = view.Url(slot) ?? view.ProgrammeUrl,
        title = CleanText.Of(slot.Title),
        subtitle = CleanText.Of(slot.Subtitle),
        track = new { slug = view.Programme.TrackOf(slot) is { } track ? view.TrackSlug(track) : NoTrack },
        type = Type(slot.Kind),
        language = Language(slot),
        @abstract = CleanText.Of(slot.Abstract),
        participants = view.PeopleOf(slot).Select(p => new { guid = p.Person.Id, name = CleanText.Of(p.Person.Name), role = Role(p.Role) }),
        links = ScheduleView.LinksOf(slot).Select(link => new { type = link.IsStream ? "MEDIA" : "RELATED", url = link.Url, title = link.IsStream ? ScheduleView.StreamTitle : link.Url }),
        state = slot.IsCancelled ? "CANCELED" : "CONFIRMED",
    };

    private static object Room(ScheduleView view, SnapshotSlot slot) => new { name = view.PlaceFor(slot).Name, guid = view.PlaceFor(slot).Id };

    private static string Language(SnapshotSlot slot) => slot.Language.Length == 2 && slot.Language.All(char.IsAsciiLetterLower) ? slot.Language : "de";

    private static string Type(SessionKind kind) => kind switch
    {
        SessionKind.Keynote or SessionKind.Talk => "TALK",
        SessionKind.Panel => "DISCUSSION",
        SessionKind.Workshop => "WORKSHOP",
        SessionKind.Plenary => "MEETING",
        SessionKind.Social or SessionKind.Break => "OTHER",
    };

    private static string Role(ParticipationRole role) => role switch
    {
        ParticipationRole.Moderator => "MODERATOR",
        ParticipationRole.Host => "HOST",
        ParticipationRole.Speaker or ParticipationRole.Panellist or ParticipationRole.WorkshopLead => "SPEAKER",
        ParticipationRole.Interpreter or ParticipationRole.Assistant => "CONTRIBUTOR",
    };
}
