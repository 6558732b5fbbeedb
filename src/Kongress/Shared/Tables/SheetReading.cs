namespace Kongress.Shared.Tables;

/// <summary>Why a table is not read.</summary>
public enum SheetFault
{
    Broken,
    TooManyRows,

    /// <summary>An archive that would be far larger unpacked.</summary>
    TooLargeUnpacked,
}

/// <param name="Number">A number, or a date as office programs count them; null: it is text.</param>
public readonly record struct SheetValue(string Text, double? Number = null);

/// <param name="Number">Line of the table, from 1.</param>
/// <param name="Values">By column; what is missing at the end is empty.</param>
public sealed record SheetRow(int Number, IReadOnlyList<SheetValue> Values)
{
    public SheetValue this[int column] => column < Values.Count ? Values[column] : new SheetValue("");
}

/// <summary>The rows of a table that hold anything, or why there are none.</summary>
public sealed record SheetReading(IReadOnlyList<SheetRow> Rows, SheetFault? Fault)
{
    /// <summary>Columns beyond are not looked at.</summary>
    public const int MostColumns = 200;

    public static SheetReading Refused(SheetFault why) => new([], why);
}
