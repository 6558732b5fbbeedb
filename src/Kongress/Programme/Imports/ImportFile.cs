using Kongress.Programme.Sessions;

namespace Kongress.Programme.Imports;

public enum ImportFormat
{
    ScheduleXml,
    ScheduleJson,
    Csv,
    Xlsx,
}

/// <summary>Why a file is not read at all.</summary>
public enum ImportRefusal
{
    Empty,

    /// <summary>More than <see cref="ImportFile.MostBytes"/>.</summary>
    TooLarge,

    /// <summary>More than <see cref="ImportFile.MostRows"/> rows.</summary>
    TooManyRows,

    /// <summary>An archive that would be far larger unpacked.</summary>
    TooLargeUnpacked,

    /// <summary>A document type or entities: a programme needs neither, attacks do.</summary>
    DocumentType,

    /// <summary>Cut off, in another encoding than it says, or damaged.</summary>
    Broken,

    /// <summary>Neither of the four formats.</summary>
    UnknownFormat,

    /// <summary>Readable, but without a programme.</summary>
    NothingInside,

    /// <summary>A table without a column for the title.</summary>
    TitleColumnMissing,
}

/// <summary>A programme as a file tells it, before it is held against the draft.</summary>
public sealed record ImportFile(ImportFormat Format)
{
    public const int MostBytes = 10 * 1024 * 1024;
    public const int MostRows = 2000;

    /// <summary>Rooms, and tracks, that one file may bring along.</summary>
    public const int MostPlaces = 200;

    public IReadOnlyList<ImportRoom> Rooms { get; init; } = [];

    public IReadOnlyList<ImportTrack> Tracks { get; init; } = [];

    public IReadOnlyList<ImportRow> Rows { get; init; } = [];

    /// <summary>It was read in an old Western encoding, as it is not UTF-8.</summary>
    public bool IsOldEncoding { get; init; }

    /// <summary>Headings of a table that mean nothing here.</summary>
    public IReadOnlyList<string> IgnoredColumns { get; init; } = [];
}

/// <param name="Id">Null: the file knows it by name only.</param>
public sealed record ImportRoom(string Name, Guid? Id = null, int? Capacity = null, string Directions = "", string? Code = null);

public sealed record ImportTrack(string Name, string? Colour = null);

/// <param name="Id">Null: the file knows the person by name only.</param>
public sealed record ImportPerson(string Name, Guid? Id = null, string? Code = null, string Biography = "");

/// <summary>One session at one place and time. Null everywhere: the file does not tell, and what is here stays.</summary>
public sealed record ImportRow
{
    /// <summary>Line of the file; in schedule.json, which has none to speak of, the how-manieth entry.</summary>
    public int Position { get; init; }

    /// <summary>The guid under which other systems know it.</summary>
    public Guid? Id { get; init; }

    /// <summary>The number that congress apps know the slot by.</summary>
    public int? Number { get; init; }

    public string? Code { get; init; }

    public string Title { get; init; } = "";

    public string? Subtitle { get; init; }

    public SessionKind? Kind { get; init; }

    public DateTimeOffset? StartsAt { get; init; }

    public int? Minutes { get; init; }

    /// <summary>Null: not told; empty: everywhere.</summary>
    public string? Room { get; init; }

    public Guid? RoomGuid { get; init; }

    /// <summary>Empty: none.</summary>
    public string? Track { get; init; }

    public string? Language { get; init; }

    public string? Abstract { get; init; }

    public bool? IsCancelled { get; init; }

    public bool? IsRecorded { get; init; }

    public string? StreamUrl { get; init; }

    public IReadOnlyList<string>? Links { get; init; }

    /// <summary>In their order.</summary>
    public IReadOnlyList<ImportPerson>? People { get; init; }

    public IReadOnlyList<ImportNote> Notes { get; init; } = [];

    public bool IsFaulty => Notes.Any(n => n.IsFault);

    /// <summary>Whether two rows say the same, wherever they stand.</summary>
    public bool SaysTheSameAs(ImportRow other) => Told(this) == Told(other) && Same(Links, other.Links) && Same(People, other.People);

    private static ImportRow Told(ImportRow row) => row with { Position = 0, Links = null, People = null, Notes = [] };

    private static bool Same<T>(IReadOnlyList<T>? one, IReadOnlyList<T>? other) => one is null ? other is null : other is not null && one.SequenceEqual(other);
}

/// <summary>A file that was read, or why it was not.</summary>
public sealed record ImportReading(ImportFile? File, ImportRefusal? Refusal)
{
    public static ImportReading Of(ImportFile file) => new(file, null);

    public static ImportReading Refused(ImportRefusal why) => new(null, why);
}
