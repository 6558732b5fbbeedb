using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Kongress.Shared.Tables;

/// <summary>Reads tables as <see cref="CsvSheet"/> and others write them: the separator is the one that the first line uses most.</summary>
public static class CsvReading
{
    private static readonly char[] Separators = [';', ',', '\t'];

    // What the writing puts an apostrophe before, so that no office program runs it.
    private const string Formulas = "=@+-\t\r";

    public static SheetReading Read(string text, int mostRows)
    {
        var first = text.AsSpan().TrimStart();
        first = first[..(first.IndexOfAny('\r', '\n') is >= 0 and var end ? end : first.Length)];
        var separator = Separators[0];
        foreach (var candidate in Separators)
        {
            if (first.Count(candidate) > first.Count(separator)) separator = candidate;
        }

        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = separator.ToString(), BadDataFound = null, MissingFieldFound = null };
        using var parser = new CsvParser(new StringReader(text), configuration);
        var rows = new List<SheetRow>();
        while (parser.Read())
        {
            var values = (parser.Record ?? []).Take(SheetReading.MostColumns).Select(value => new SheetValue(Unescaped(value))).ToList();
            if (values.TrueForAll(v => string.IsNullOrWhiteSpace(v.Text))) continue;
            if (rows.Count == mostRows) return SheetReading.Refused(SheetFault.TooManyRows);
            rows.Add(new SheetRow(parser.RawRow, values));
        }

        return new SheetReading(rows, null);
    }

    private static string Unescaped(string value) => value.Length > 1 && value[0] == '\'' && Formulas.Contains(value[1], StringComparison.Ordinal) ? value[1..] : value;
}
