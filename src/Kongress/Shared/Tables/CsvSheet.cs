using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Kongress.Shared.Tables;

/// <summary>Semicolons and a byte order mark, as the office programs of German administrations expect.</summary>
public static class CsvSheet
{
    public const string MediaType = "text/csv; charset=utf-8";

    /// <summary>How a local time is written, to the minute.</summary>
    public const string TimeFormat = "dd.MM.yyyy HH:mm";

    // A cell that begins like a formula would be run by the office program of whoever opens the file.
    // A line end of either kind inside a cell needs quotes; by itself the library looks only for the kind that ends rows.
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        Delimiter = ";",
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
        ShouldQuote = args => ConfigurationFunctions.ShouldQuote(args) || args.Field?.AsSpan().IndexOfAny('\r', '\n') >= 0,
    };

    public static async Task WriteAsync<T>(IReadOnlyList<SheetColumn<T>> columns, IAsyncEnumerable<T> rows, Stream output, CancellationToken ct)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(writer, Configuration);
        foreach (var column in columns) csv.WriteField(column.Heading);
        await csv.NextRecordAsync();
        await foreach (var row in rows.WithCancellation(ct))
        {
            foreach (var column in columns)
            {
                csv.WriteField(column.Value(row) switch
                {
                    null => "",
                    DateTime local => local.ToString(TimeFormat, CultureInfo.InvariantCulture),
                    IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                    var text => text.ToString(),
                });
            }

            await csv.NextRecordAsync();
        }
    }
}
