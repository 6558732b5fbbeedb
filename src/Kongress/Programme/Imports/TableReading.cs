using Kongress.Programme.Formats;
using Kongress.Shared.Tables;

namespace Kongress.Programme.Imports;

/// <summary>Reads a table whose first row names the columns, in our words or in the usual others.</summary>
internal static class TableReading
{
    private enum Field
    {
        Ignored,
        Guid,
        Number,
        Code,
        Day,
        Start,
        Clock,
        End,
        Minutes,
        Room,
        Kind,
        Title,
        Subtitle,
        Track,
        Language,
        People,
        Abstract,
        State,
        Recorded,
        Stream,
        Links,
    }

    private static readonly Dictionary<string, Field> Headings = Words(
        (Field.Ignored, "ADRESSE URL"),
        (Field.Guid, "KENNUNG GUID UUID"),
        (Field.Number, "NUMMER ID"),
        (Field.Code, "CODE"),
        (Field.Day, "DATUM TAG DATE DAY"),
        (Field.Start, "BEGINN START ANFANG VON"),
        (Field.Clock, "UHRZEIT ZEIT TIME"),
        (Field.End, "ENDE END BIS"),
        (Field.Minutes, "MINUTEN DAUER LAENGE DURATION MINUTES"),
        (Field.Room, "RAUM ROOM ORT LOCATION"),
        (Field.Kind, "ART FORMAT TYP TYPE"),
        (Field.Title, "TITEL TITLE"),
        (Field.Subtitle, "UNTERTITEL SUBTITLE"),
        (Field.Track, "THEMA TRACK"),
        (Field.Language, "SPRACHE LANGUAGE"),
        (Field.People, "MITWIRKENDE PERSONEN REFERENTEN REFERIERENDE VORTRAGENDE SPRECHER SPEAKERS SPEAKER PERSONS"),
        (Field.Abstract, "KURZTEXT BESCHREIBUNG TEXT ABSTRACT DESCRIPTION"),
        (Field.State, "STAND STATUS STATE"),
        (Field.Recorded, "AUFZEICHNUNG RECORDING"),
        (Field.Stream, "LIVESTREAM STREAM"),
        (Field.Links, "LINKS LINK"));

    public static ImportReading Of(ImportFormat format, SheetReading sheet, RowReading rows, bool isOldEncoding)
    {
        if (sheet.Fault is { } fault)
        {
            return ImportReading.Refused(fault switch
            {
                SheetFault.Broken => ImportRefusal.Broken,
                SheetFault.TooManyRows => ImportRefusal.TooManyRows,
                SheetFault.TooLargeUnpacked => ImportRefusal.TooLargeUnpacked,
            });
        }

        if (sheet.Rows.Count == 0) return ImportReading.Refused(ImportRefusal.Empty);
        var head = sheet.Rows[0];
        var columns = new Dictionary<Field, int>();
        var ignored = new List<string>();
        for (var i = 0; i < head.Values.Count; i++)
        {
            if (Headings.TryGetValue(ImportNames.Key(ImportText.Line(head[i].Text, 100)), out var field)) columns.TryAdd(field, i);
            else if (head[i].Text.Trim().Length > 0) ignored.Add(ImportText.Line(head[i].Text, 50));
        }

        if (!columns.ContainsKey(Field.Title)) return ImportReading.Refused(ImportRefusal.TitleColumnMissing);
        if (sheet.Rows.Count == 1) return ImportReading.Refused(ImportRefusal.NothingInside);
        var read = sheet.Rows.Skip(1).Select(row => rows.Of(Raw(row, columns))).ToList();
        return ImportReading.Of(new ImportFile(format) { Rows = read, Rooms = Rooms(read), IsOldEncoding = isOldEncoding, IgnoredColumns = ignored });
    }

    // What starts together stands in the order of the rooms. A room that is only ever used together with one of the table is a room too.
    private static IReadOnlyList<ImportRoom> Rooms(List<ImportRow> rows)
    {
        var starts = rows.GroupBy(r => r.StartsAt).Select(g => g.Where(r => r.Room is { Length: > 0 }).Select(r => r.Room!).Take(ImportFile.MostPlaces).ToList()).ToList();
        var names = starts.SelectMany(names => names).ToHashSet(StringComparer.Ordinal);
        var together = names.Select(name => name.Split(ScheduleView.Together).ToList()).Where(parts => parts.Count > 1 && parts.Exists(names.Contains) && parts.TrueForAll(part => part.Length > 0));
        return RoomOrder.Of([.. starts.Concat(together).Select(list => list.Select(name => new ImportRoom(name)).ToList())]);
    }

    private static RawRow Raw(SheetRow row, Dictionary<Field, int> columns)
    {
        string? Text(Field field) => columns.TryGetValue(field, out var column) ? row[column].Text : null;
        double? Number(Field field) => columns.TryGetValue(field, out var column) ? row[column].Number : null;

        var (day, start, clock, end) = (Number(Field.Day), Number(Field.Start), Number(Field.Clock), Number(Field.End));
        var dayText = Text(Field.Day) is { } told && !string.IsNullOrWhiteSpace(told) ? told.Trim() : null;
        return new RawRow(row.Number)
        {
            Guid = Text(Field.Guid),
            Number = Text(Field.Number),
            Code = Text(Field.Code),
            Title = Text(Field.Title),
            Subtitle = Text(Field.Subtitle),
            Kind = Text(Field.Kind),
            // Real dates first; then a day with the clock beside it; then all in one.
            LocalStart = day is { } on ? Moment(on + (clock ?? start ?? 0)) : start is { } at ? Moment(at) : null,
            LocalEnd = end is { } until ? Moment(day is { } same && until < 1 ? same + until : until) : null,
            Date = dayText ?? Text(Field.Start),
            Clock = Text(Field.Clock) is { } time && !string.IsNullOrWhiteSpace(time) ? time : dayText is null ? null : Text(Field.Start),
            End = dayText is not null && Text(Field.End) is { Length: > 0 and <= 8 } brief ? $"{dayText} {brief.Trim()}" : Text(Field.End),
            Duration = Text(Field.Minutes),
            Room = Text(Field.Room),
            Track = Text(Field.Track),
            Language = Text(Field.Language),
            Abstract = Text(Field.Abstract),
            State = Text(Field.State),
            Recorded = Text(Field.Recorded),
            Stream = Text(Field.Stream),
            Links = Text(Field.Links)?.Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            People = Text(Field.People)?.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(RowReading.MostPeople + 1).Select(name => new RawPerson(name)).ToList(),
        };
    }

    // Office programs count days from the end of 1899; what is beyond is no date of ours.
    private static DateTime? Moment(double days) => days is > 366 and < 110_000 ? DateTime.FromOADate(days) : null;

    private static Dictionary<string, Field> Words(params (Field Field, string Words)[] fields) =>
        fields.SelectMany(f => f.Words.Split(' ').Select(word => (word, f.Field))).ToDictionary(x => x.word, x => x.Field);
}
