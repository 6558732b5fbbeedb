using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Kongress.Programme.Releases;
using Kongress.Shared;
using Kongress.Web.Hosting;

namespace Kongress.Web.Pages.Programme;

/// <summary>A session as schema.org describes events, for search engines (JSON-LD).</summary>
internal static class SessionData
{
    // Letters stay themselves; what could end the element or begin another one (<, >, &, quotes) is always escaped.
    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="publicUrl">Base address of the installation.</param>
    /// <returns>JSON that may stand inside a script element.</returns>
    public static string Json(PublicProgramme programme, SnapshotSlot slot, string publicUrl)
    {
        var site = publicUrl.TrimEnd('/');
        var conference = programme.Conference;
        var description = Markdown.PlainText(slot.Abstract);
        var people = slot.People.Select(programme.PersonOf).OfType<SnapshotPerson>().DistinctBy(p => p.Id)
            .Select(p => Thing("Person", ("name", p.Name), ("url", $"{site}{Addresses.Speakers}/{p.Code}"), ("affiliation", p.Organisation.Length > 0 ? Thing("Organization", ("name", p.Organisation)) : null)))
            .ToList();
        var rooms = string.Join(" + ", programme.RoomsOf(slot).Select(r => r.Name));
        var venue = Thing("Place", ("name", rooms.Length > 0 ? $"{rooms}, {conference.VenueName}" : conference.VenueName), ("address", conference.VenueAddress.Length > 0 ? conference.VenueAddress.ReplaceLineEndings(", ") : null));
        var data = Thing(
            "Event",
            ("name", slot.Title),
            ("alternateName", slot.Subtitle.Length > 0 ? slot.Subtitle : null),
            ("description", description.Length > 0 ? description : null),
            ("url", $"{site}{Addresses.Programme}/{slot.Code}"),
            ("startDate", Iso(slot.StartsAt)),
            ("endDate", Iso(slot.EndsAt)),
            ("eventStatus", "https://schema.org/" + (slot.IsCancelled ? "EventCancelled" : slot.PreviousStart is null ? "EventScheduled" : "EventRescheduled")),
            ("previousStartDate", slot is { IsCancelled: false, PreviousStart: { } previous } ? Iso(previous) : null),
            ("eventAttendanceMode", "https://schema.org/" + (slot.StreamUrl.Length > 0 ? "MixedEventAttendanceMode" : "OfflineEventAttendanceMode")),
            ("inLanguage", slot.Language),
            ("location", venue),
            ("performer", people.Count > 0 ? people : null),
            ("superEvent", Thing("Event", ("name", conference.Name), ("url", site + "/"), ("startDate", Iso(conference.StartsAt)), ("endDate", Iso(conference.EndsAt)), ("eventStatus", "https://schema.org/EventScheduled"), ("location", Thing("Place", ("name", conference.VenueName))))),
            ("organizer", conference.Host.Length > 0 ? Thing("Organization", ("name", conference.Host)) : null));
        data["@context"] = "https://schema.org";
        return JsonSerializer.Serialize(data, Writing);

        string Iso(DateTimeOffset instant) => conference.Time.WithOffset(instant).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Dictionary<string, object?> Thing(string type, params (string Name, object? Value)[] properties)
    {
        var thing = new Dictionary<string, object?> { ["@type"] = type };
        foreach (var (name, value) in properties.Where(p => p.Value is not null)) thing[name] = value;
        return thing;
    }
}
