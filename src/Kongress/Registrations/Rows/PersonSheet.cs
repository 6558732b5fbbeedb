using Kongress.Shared.Tables;

namespace Kongress.Registrations.Rows;

/// <summary>Why a file of people is not read.</summary>
public enum SheetRefusal
{
    TooLarge,
    NoTable,
    Broken,
    TooManyRows,
    Empty,

    /// <summary>The first row does not name given name, family name and address.</summary>
    HeadingsMissing,
}

/// <param name="IgnoredColumns">Headings that mean nothing to us, as they stand there.</param>
public sealed record SheetOfPeople(IReadOnlyList<TypedRow> Rows, IReadOnlyList<string> IgnoredColumns, SheetRefusal? Refusal)
{
    public static SheetOfPeople Refused(SheetRefusal why) => new([], [], why);
}

/// <summary>Reads a table of people from CSV or xlsx; its first row names the columns. Never throws.</summary>
public static class PersonSheet
{
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>The columns that we read, as we write them ourselves.</summary>
    public static readonly IReadOnlyList<string> GroupHeadings = ["Titel", "Vorname", "Nachname", "E-Mail-Adresse", "Funktion", "Tag 1", "Tag 2", "Abend"];

    /// <inheritdoc cref="GroupHeadings"/>
    public static readonly IReadOnlyList<string> ImportHeadings = ["Referenz", "Titel", "Vorname", "Nachname", "E-Mail-Adresse", "Organisation", "Funktion", "Verwaltungsebene", "Land", "Kommt als", "Tag 1", "Tag 2", "Abend"];

    /// <summary>As what somebody who is read in may come.</summary>
    public static readonly IReadOnlyList<AttendeeKind> Kinds = [.. Enum.GetValues<AttendeeKind>().Where(kind => kind is not AttendeeKind.Assistant)];

    private const int LongestCell = 1000;

    private enum Column
    {
        Reference,
        Title,
        GivenName,
        FamilyName,
        Email,
        Function,
        Organisation,
        Level,
        Land,
        Kind,
        Day1,
        Day2,
        Evening,
    }

    private static readonly Dictionary<string, Column> Headings = new (Column Column, string Words)[]
    {
        (Column.Reference, "REFERENZ REFERENCE KENNUNG EXTERNEKENNUNG"),
        (Column.Title, "TITEL AKADEMISCHERTITEL TITLE"),
        (Column.GivenName, "VORNAME GIVENNAME FIRSTNAME"),
        (Column.FamilyName, "NACHNAME NAME FAMILIENNAME FAMILYNAME LASTNAME SURNAME"),
        (Column.Email, "EMAILADRESSE EMAIL MAIL MAILADRESSE DIENSTLICHEEMAIL DIENSTLICHEEMAILADRESSE"),
        (Column.Function, "FUNKTION FUNCTION POSITION"),
        (Column.Organisation, "ORGANISATION BEHOERDE DIENSTSTELLE ORGANIZATION"),
        (Column.Level, "VERWALTUNGSEBENE EBENE LEVEL"),
        (Column.Land, "LAND BUNDESLAND STATE"),
        (Column.Kind, "KOMMTALS TEILNAHMEALS COMESAS"),
        (Column.Day1, "TAG1 DAY1"),
        (Column.Day2, "TAG2 DAY2"),
        (Column.Evening, "ABEND ABENDVERANSTALTUNG EVENING"),
    }.SelectMany(c => c.Words.Split(' ').Select(word => (word, c.Column))).ToDictionary(c => c.word, c => c.Column);

    private static readonly string[] Yes = ["JA", "J", "X", "1", "TRUE", "WAHR", "YES", "Y"];
    private static readonly string[] No = ["NEIN", "N", "0", "FALSE", "FALSCH", "NO"];

    /// <param name="mostRows">Without the first one.</param>
    public static SheetOfPeople Read(byte[] bytes, int mostRows)
    {
        if (bytes.Length > MostBytes) return SheetOfPeople.Refused(SheetRefusal.TooLarge);
        SheetReading sheet;
        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8)) sheet = XlsxReading.Read(bytes, mostRows + 1);
        else if (PlainText.Decode(bytes, out _) is { } text) sheet = CsvReading.Read(text, mostRows + 1);
        else return SheetOfPeople.Refused(SheetRefusal.NoTable);
        if (sheet.Fault is { } fault)
        {
            return SheetOfPeople.Refused(fault switch
            {
                SheetFault.Broken => SheetRefusal.Broken,
                SheetFault.TooManyRows => SheetRefusal.TooManyRows,
                SheetFault.TooLargeUnpacked => SheetRefusal.TooLarge,
            });
        }

        if (sheet.Rows.Count == 0) return SheetOfPeople.Refused(SheetRefusal.Empty);
        var columns = new Dictionary<Column, int>();
        var ignored = new List<string>();
        foreach (var (index, cell) in sheet.Rows[0].Values.Index())
        {
            if (Headings.TryGetValue(RowCheck.Key(cell.Text), out var column)) columns.TryAdd(column, index);
            else if (!string.IsNullOrWhiteSpace(cell.Text)) ignored.Add(Cut(cell.Text, 40)!);
        }

        if (!columns.ContainsKey(Column.GivenName) || !columns.ContainsKey(Column.FamilyName) || !columns.ContainsKey(Column.Email)) return SheetOfPeople.Refused(SheetRefusal.HeadingsMissing);
        return sheet.Rows.Count == 1 ? SheetOfPeople.Refused(SheetRefusal.Empty) : new SheetOfPeople([.. sheet.Rows.Skip(1).Select(row => Of(row, columns))], ignored, null);
    }

    private static TypedRow Of(SheetRow row, Dictionary<Column, int> columns)
    {
        string? Text(Column column) => columns.TryGetValue(column, out var at) ? Cut(row[at].Text, LongestCell) : null;
        string? unclear = null;
        bool Answer(Column column, bool usual)
        {
            if (Text(column) is not { } told) return usual && !columns.ContainsKey(column);
            var key = RowCheck.Key(told);
            if (Yes.Contains(key)) return true;
            // A dash or the like is how people leave a cell out.
            if (No.Contains(key) || key.Length == 0) return false;
            unclear ??= told;
            return false;
        }

        return new TypedRow
        {
            Line = row.Number,
            Reference = Text(Column.Reference),
            Title = Text(Column.Title),
            GivenName = Text(Column.GivenName),
            FamilyName = Text(Column.FamilyName),
            Email = Text(Column.Email),
            Function = Text(Column.Function),
            Organisation = Text(Column.Organisation),
            Level = Text(Column.Level),
            Land = Text(Column.Land),
            Kind = Text(Column.Kind),
            Day1 = Answer(Column.Day1, true),
            Day2 = Answer(Column.Day2, true),
            Evening = Answer(Column.Evening, false),
            UnclearAnswer = unclear,
        };
    }

    private static string? Cut(string text, int most) => text.Trim() is { Length: > 0 } trimmed ? trimmed.Length > most ? trimmed[..most] : trimmed : null;
}
