using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Kongress.Programme.Releases;

namespace Kongress.Programme.Formats;

/// <summary>The programme as schedule.xml (frab, c3voc): what congress apps read. Valid against https://c3voc.de/schedule/schema.xsd.</summary>
public static class ScheduleXml
{
    public const string MediaType = "application/vnd.c3voc.schedule+xml";

    /// <param name="publicUrl">Base address of the installation.</param>
    public static byte[] Of(PublicProgramme programme, string publicUrl)
    {
        var view = new ScheduleView(programme, publicUrl);
        // The schema wants the generator first.
        var schedule = new XElement(
            "schedule",
            new XElement("generator", new XAttribute("name", ScheduleView.Generator.Name), new XAttribute("system", publicUrl), new XAttribute("version", ScheduleView.Generator.Version)),
            new XElement("url", view.ProgrammeUrl + "/schedule.xml"),
            new XElement("version", view.Version),
            Conference(view),
            view.Days.Select(day => Day(view, day)));

        using var output = new MemoryStream();
        using (var writer = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineHandling = NewLineHandling.Entitize }))
        {
            new XDocument(schedule).Save(writer);
        }

        return output.ToArray();
    }

    private static XElement Conference(ScheduleView view) => new(
        "conference",
        new XElement("title", view.Title),
        new XElement("acronym", view.Acronym),
        new XElement("start", ScheduleView.Iso(view.Days[0].Date)),
        new XElement("end", ScheduleView.Iso(view.Days[^1].Date)),
        new XElement("days", view.Days.Count),
        new XElement("timeslot_duration", "00:05"),
        new XElement("base_url", view.ProgrammeUrl + "/"),
        new XElement("url", view.ProgrammeUrl),
        new XElement("time_zone_name", view.Programme.Conference.TimeZone),
        view.Programme.Snapshot.Tracks.Select(track => new XElement(
            "track",
            new XAttribute("name", CleanText.Of(track.Name)),
            new XAttribute("color", ScheduleView.Colour(track)),
            new XAttribute("slug", view.TrackSlug(track)))));

    private static XElement Day(ScheduleView view, ScheduleDay day) => new(
        "day",
        new XAttribute("index", day.Index),
        new XAttribute("date", ScheduleView.Iso(day.Date)),
        new XAttribute("start", view.Iso(day.Start)),
        new XAttribute("end", view.Iso(day.End)),
        day.Places.Select(place => new XElement(
            "room",
            new XAttribute("name", place.Place.Name),
            new XAttribute("guid", place.Place.Id),
            place.Slots.Select(slot => Event(view, slot)))));

    private static XElement Event(ScheduleView view, SnapshotSlot slot) => new(
        "event",
        new XAttribute("id", slot.Number.ToString(CultureInfo.InvariantCulture)),
        new XAttribute("guid", slot.Id),
        view.Code(slot) is { } code ? new XAttribute("code", code) : null,
        new XElement("room", view.PlaceFor(slot).Name),
        new XElement("title", ScheduleView.TitleOf(slot)),
        new XElement("subtitle", CleanText.Of(slot.Subtitle)),
        new XElement("type", ScheduleView.TypeOf(slot)),
        new XElement("date", view.Iso(slot.StartsAt)),
        new XElement("start", view.Clock(slot.StartsAt)),
        new XElement("duration", ScheduleView.Duration(slot.Minutes)),
        new XElement("abstract", CleanText.Of(slot.Abstract)),
        new XElement("slug", view.Slug(slot)),
        new XElement("track", view.Programme.TrackOf(slot) is { } track ? CleanText.Of(track.Name) : ""),
        new XElement("persons", view.PeopleOf(slot).Select(p => new XElement("person", new XAttribute("guid", p.Person.Id), CleanText.Of(p.Person.Name)))),
        new XElement("language", slot.Language),
        new XElement("description"),
        new XElement("recording", new XElement("license"), new XElement("optout", !slot.IsRecorded)),
        new XElement("links", ScheduleView.LinksOf(slot).Select(link => new XElement("link", new XAttribute("href", link.Url), new XAttribute("type", link.IsStream ? "media" : "related"), link.IsStream ? ScheduleView.StreamTitle : link.Url))),
        view.Url(slot) is { } url ? new XElement("url", url) : null);
}
