namespace Kongress.Registrations.Rows;

/// <summary>One person as typed into a table or read from a file, unchecked.</summary>
public sealed record TypedRow
{
    /// <summary>Made with the row: the same row sent twice is the same person for ever.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Line of the file, from 1; 0 when typed.</summary>
    public int Line { get; init; }

    /// <summary>By which the sender knows the person; only in imports.</summary>
    public string? Reference { get; init; }

    public string? Title { get; init; }

    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    public string? Email { get; init; }

    public string? Function { get; init; }

    public string? Organisation { get; init; }

    /// <summary>Name of the level, in code or as people know it.</summary>
    public string? Level { get; init; }

    public string? Land { get; init; }

    /// <summary>As what the person comes, in the words of lists; only in imports.</summary>
    public string? Kind { get; init; }

    public bool Day1 { get; init; } = true;

    public bool Day2 { get; init; } = true;

    public bool Evening { get; init; }

    /// <summary>An answer that is neither yes nor no; null: all are clear.</summary>
    public string? UnclearAnswer { get; init; }

    /// <summary>Nothing was typed; days have answers from the start and do not count.</summary>
    public bool IsBlank => new[] { Reference, Title, GivenName, FamilyName, Email, Function, Organisation }.All(string.IsNullOrWhiteSpace);
}

/// <summary>Where in a row something is wrong.</summary>
public enum RowField
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
    Days,
}

public enum RowFault
{
    Missing,

    /// <summary>A character that names do not have (DIN 91379 type A); the detail is the character.</summary>
    NotInNames,

    /// <summary>A character that lines do not have (DIN 91379 types B and C); the detail is the character.</summary>
    NotInLines,

    /// <summary>The same for one that is not seen; the detail is its number.</summary>
    Invisible,

    /// <summary>The detail is how many characters are possible.</summary>
    TooLong,
    NoMailAddress,

    /// <summary>The address stands in an earlier row; the detail is its number.</summary>
    TwiceInTheList,

    /// <summary>The office has registered the address before, in the same group.</summary>
    AlreadyInGroup,

    /// <summary>The domain is neither the office's nor an admitted one.</summary>
    ForeignDomain,

    /// <summary>Neither a day nor the evening.</summary>
    NoPart,

    /// <summary>The detail is what stands there.</summary>
    UnclearAnswer,

    /// <summary>The congress is closed to companies.</summary>
    Company,

    /// <summary>The detail is what stands there.</summary>
    Unknown,

    /// <summary>Accompanies somebody, who names them; a list cannot say whom.</summary>
    Assistant,

    /// <summary>The reference stands in an earlier row; the detail is its number.</summary>
    ReferenceTwice,
}

/// <param name="Detail">What the text of the fault needs; empty: nothing.</param>
public sealed record RowProblem(RowField Field, RowFault Fault, string Detail = "");

/// <summary>A row with what is wrong with it, or with the person that it makes.</summary>
/// <param name="Person">Null while there are problems.</param>
/// <param name="Email">In lower case, trimmed; empty while there are problems.</param>
/// <param name="Kind">As what the person is to come; null: the row does not say.</param>
public sealed record CheckedRow(TypedRow Row, IReadOnlyList<RowProblem> Problems, Person? Person, string Email, AttendeeKind? Kind)
{
    public bool IsGood => Problems.Count == 0;

    public Attendance Attendance => new() { Day1 = Row.Day1, Day2 = Row.Day2, Evening = Row.Evening };
}
