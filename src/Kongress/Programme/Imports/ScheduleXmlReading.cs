using System.Text;
using System.Xml;
using System.Xml.Linq;
using Kongress.Programme.Formats;

namespace Kongress.Programme.Imports;

/// <summary>Reads schedule.xml, also as older and other systems write it.</summary>
internal static class ScheduleXmlReading
{
    // A schedule is six deep. What is deeper is made to break readers.
    private const int MostDepth = 40;

    // No document type, hence no entities; no address is ever fetched.
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 2 * ImportFile.MostBytes, IgnoreComments = true, IgnoreProcessingInstructions = true };

    public static ImportReading Read(byte[] bytes, RowReading rows)
    {
        XElement root;
        try
        {
            if (IsTooDeep(bytes)) return ImportReading.Refused(ImportRefusal.Broken);
            using var reader = XmlReader.Create(new MemoryStream(bytes), Safe);
            root = XElement.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
        }
        catch (Exception e) when (e is XmlException or ArgumentException)
        {
            return ImportReading.Refused(HasDocumentType(bytes) ? ImportRefusal.DocumentType : ImportRefusal.Broken);
        }

        if (root.Name.LocalName is not "schedule") return ImportReading.Refused(ImportRefusal.UnknownFormat);
        var events = root.Descendants().Where(e => e.Name.LocalName == "event").Take(ImportFile.MostRows + 1).ToList();
        if (events.Count == 0) return ImportReading.Refused(ImportRefusal.NothingInside);
        if (events.Count > ImportFile.MostRows) return ImportReading.Refused(ImportRefusal.TooManyRows);
        var days = root.Descendants().Where(e => e.Name.LocalName == "day").Select(day => day.Elements().Where(e => e.Name.LocalName == "room").Select(Room).Where(r => r.Name.Length > 0).Take(ImportFile.MostPlaces).ToList()).ToList();
        return ImportReading.Of(new ImportFile(ImportFormat.ScheduleXml)
        {
            Rooms = [.. RoomOrder.Of(days).Take(ImportFile.MostPlaces)],
            Tracks = [.. root.Elements().Where(e => e.Name.LocalName == "conference").Elements().Where(e => e.Name.LocalName == "track")
                .Select(t => new ImportTrack(ImportText.Line(Attribute(t, "name"), RowReading.PlaceLength), Attribute(t, "color"))).Where(t => t.Name.Length > 0).DistinctBy(t => t.Name).Take(ImportFile.MostPlaces)],
            Rows = [.. events.Select(e => rows.Of(Raw(e)))],
        });
    }

    private static ImportRoom Room(XElement room) => new(ImportText.Line(Attribute(room, "name"), RowReading.PlacesLength), Guid.TryParse(Attribute(room, "guid"), out var guid) && guid != Guid.Empty ? guid : null);

    private static bool IsTooDeep(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), Safe);
        while (reader.Read())
        {
            if (reader.Depth > MostDepth) return true;
        }

        return false;
    }

    // The reader refuses it without saying so in a way that programs can read. Zeros are left out for the sake of UTF-16.
    private static bool HasDocumentType(byte[] bytes) =>
        Encoding.ASCII.GetString([.. bytes.AsSpan(0, Math.Min(bytes.Length, 64 * 1024)).ToArray().Where(b => b != 0)]).Contains("<!DOCTYPE", StringComparison.Ordinal);

    private static RawRow Raw(XElement e)
    {
        var room = e.Parent is { Name.LocalName: "room" } parent ? parent : null;
        var day = (room?.Parent ?? e.Parent) is { Name.LocalName: "day" } above ? above : null;
        var links = Child(e, "links")?.Elements().ToList();
        var recording = Child(e, "recording");
        return new RawRow(((IXmlLineInfo)e).LineNumber)
        {
            Guid = Attribute(e, "guid"),
            Number = Attribute(e, "id"),
            Code = Attribute(e, "code"),
            Title = Text(e, "title"),
            TitleTellsState = true,
            Subtitle = Text(e, "subtitle"),
            Kind = Text(e, "type"),
            Date = Text(e, "date"),
            Day = day is null ? null : Attribute(day, "date"),
            Clock = Text(e, "start"),
            End = Text(e, "end"),
            Duration = Text(e, "duration"),
            Room = Text(e, "room") is { } told && !string.IsNullOrWhiteSpace(told) ? told : room is null ? "" : Attribute(room, "name") ?? "",
            RoomGuid = room is null ? null : Attribute(room, "guid"),
            Track = Text(e, "track"),
            Language = Text(e, "language"),
            Abstract = Text(e, "abstract"),
            Description = Text(e, "description"),
            Recorded = recording is null ? null : SessionWords.YesOrNo(Text(recording, "optout")) switch { true => "no", false => "yes", null => null },
            Stream = links is null ? null : links.Where(IsStream).Select(Address).FirstOrDefault() ?? "",
            Links = links?.Where(l => !IsStream(l)).Select(Address).ToList(),
            People = Child(e, "persons")?.Elements().Where(p => p.Name.LocalName == "person").Take(RowReading.MostPeople + 1).Select(p => new RawPerson(p.Value, Attribute(p, "guid"), Attribute(p, "code"))).ToList(),
            HasAttachments = Child(e, "attachments")?.Elements().Any() == true,
        };
    }

    private static bool IsStream(XElement link) => Attribute(link, "type") == "media" && link.Value == ScheduleView.StreamTitle;

    private static string Address(XElement link) => Attribute(link, "href") ?? link.Value;

    private static XElement? Child(XElement e, string name) => e.Elements().FirstOrDefault(c => c.Name.LocalName == name);

    private static string? Text(XElement e, string name) => Child(e, name)?.Value;

    private static string? Attribute(XElement e, string name) => e.Attributes().FirstOrDefault(a => a.Name.LocalName == name)?.Value;
}
