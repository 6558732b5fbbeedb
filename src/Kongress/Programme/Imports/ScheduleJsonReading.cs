using System.Globalization;
using System.Text.Json;
using Kongress.Programme.Formats;

namespace Kongress.Programme.Imports;

/// <summary>Reads schedule.json. Whatever has another type than it should is as good as missing.</summary>
internal static class ScheduleJsonReading
{
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 40 };

    public static ImportReading Read(ReadOnlyMemory<char> text, RowReading rows)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Tolerant);
            return Read(document.RootElement, rows);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second one: half a surrogate pair, which is noticed only when the text is taken.
            return ImportReading.Refused(ImportRefusal.Broken);
        }
    }

    private static ImportReading Read(JsonElement root, RowReading rows)
    {
        if (Member(root, "schedule") is { } schedule) root = schedule;
        if (Member(root, "conference") is not { } conference) return ImportReading.Refused(ImportRefusal.UnknownFormat);

        var raws = new List<RawRow>();
        var rooms = Items(Member(conference, "rooms")).Select(r => new ImportRoom(
            ImportText.Line(Text(r, "name"), RowReading.PlacesLength),
            Guid.TryParse(Text(r, "guid"), out var guid) && guid != Guid.Empty ? guid : null,
            int.TryParse(Text(r, "capacity"), NumberStyles.None, CultureInfo.InvariantCulture, out var capacity) && capacity <= MostCapacity ? capacity : null,
            ImportText.Of(Text(r, "description"), 2000),
            Text(r, "url")?.Split('/')[^1])).Where(r => r.Name.Length > 0).ToList();
        foreach (var day in Items(Member(conference, "days")))
        {
            if (Member(day, "rooms") is not { ValueKind: JsonValueKind.Object } places) continue;
            foreach (var place in places.EnumerateObject())
            {
                rooms.Add(new ImportRoom(ImportText.Line(place.Name, RowReading.PlacesLength)));
                foreach (var item in Items(place.Value))
                {
                    if (raws.Count == ImportFile.MostRows) return ImportReading.Refused(ImportRefusal.TooManyRows);
                    raws.Add(Raw(item, raws.Count + 1, Text(day, "date"), place.Name));
                }
            }
        }

        if (raws.Count == 0) return ImportReading.Refused(ImportRefusal.NothingInside);
        return ImportReading.Of(new ImportFile(ImportFormat.ScheduleJson)
        {
            Rooms = [.. rooms.DistinctBy(r => r.Name).Take(ImportFile.MostPlaces)],
            Tracks = [.. Items(Member(conference, "tracks")).Select(t => new ImportTrack(ImportText.Line(Text(t, "name"), RowReading.PlaceLength), Text(t, "color"))).Where(t => t.Name.Length > 0).DistinctBy(t => t.Name).Take(ImportFile.MostPlaces)],
            Rows = [.. raws.Select(rows.Of)],
        });
    }

    private const int MostCapacity = 100_000;

    private static RawRow Raw(JsonElement e, int position, string? day, string room)
    {
        List<JsonElement>? links = Member(e, "links") is { ValueKind: JsonValueKind.Array } list ? [.. Items(list)] : null;
        return new RawRow(position)
        {
            Guid = Text(e, "guid"),
            Number = Text(e, "id"),
            Code = Text(e, "code"),
            Title = Text(e, "title"),
            TitleTellsState = true,
            Subtitle = Text(e, "subtitle"),
            Kind = Text(e, "type"),
            Date = Text(e, "date"),
            Day = day,
            Clock = Text(e, "start"),
            End = Text(e, "end"),
            Duration = Text(e, "duration"),
            Room = Text(e, "room") is { } told && !string.IsNullOrWhiteSpace(told) ? told : room,
            Track = Text(e, "track"),
            Language = Text(e, "language"),
            Abstract = Text(e, "abstract"),
            Description = Text(e, "description"),
            Recorded = SessionWords.YesOrNo(Text(e, "do_not_record")) switch { true => "no", false => "yes", null => null },
            Stream = links is null ? null : links.Where(IsStream).Select(Address).FirstOrDefault() ?? "",
            Links = links?.Where(l => !IsStream(l)).Select(Address).ToList(),
            People = Member(e, "persons") is { ValueKind: JsonValueKind.Array } people ? [.. Items(people).Take(RowReading.MostPeople + 1).Select(Person)] : null,
            HasAttachments = Items(Member(e, "attachments")).Any(),
        };
    }

    private static RawPerson Person(JsonElement p) => p.ValueKind is JsonValueKind.String
        ? new RawPerson(p.GetString()!)
        : new RawPerson(Text(p, "name") ?? Text(p, "public_name") ?? Text(p, "full_public_name") ?? "", Text(p, "guid"), Text(p, "code"), Text(p, "biography"));

    private static bool IsStream(JsonElement link) => Text(link, "type") == "media" && Text(link, "title") == ScheduleView.StreamTitle;

    private static string Address(JsonElement link) => link.ValueKind is JsonValueKind.String ? link.GetString()! : Text(link, "url") ?? Text(link, "link") ?? "";

    private static JsonElement? Member(JsonElement e, string name) => e.ValueKind is JsonValueKind.Object && e.TryGetProperty(name, out var member) ? member : null;

    private static JsonElement.ArrayEnumerator Items(JsonElement? e) => e is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default;

    // A text of several languages is taken in German, or in its first.
    private static string? Text(JsonElement e, string name) => Member(e, name) is not { } member ? null : member.ValueKind switch
    {
        JsonValueKind.String => member.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => member.GetRawText(),
        JsonValueKind.Object => Text(member, "de") ?? Text(member, "name") ?? member.EnumerateObject().Where(p => p.Value.ValueKind is JsonValueKind.String).Select(p => p.Value.GetString()).FirstOrDefault(),
        _ => null,
    };
}
