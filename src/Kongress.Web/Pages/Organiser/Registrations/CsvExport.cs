using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Kongress.Conferences;
using Kongress.Dashboard;

namespace Kongress.Web.Pages.Organiser.Registrations;

/// <summary>Semicolons and a byte order mark, as the office programs of German administrations expect.</summary>
internal static class CsvExport
{
    // A cell that begins like a formula would be run by the office program of whoever opens the file.
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture) { Delimiter = ";", NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape };

    public static async Task WriteAsync(Conference conference, IAsyncEnumerable<ExportRow> rows, Stream output, CancellationToken ct)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(writer, Configuration);
        var time = conference.Time;
        foreach (var column in ExportColumns.All) csv.WriteField(column.Heading);
        await csv.NextRecordAsync();
        await foreach (var row in rows.WithCancellation(ct))
        {
            foreach (var column in ExportColumns.All)
            {
                csv.WriteField(column.Value(row, time) switch
                {
                    null => "",
                    DateTime local => local.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture),
                    var value => value.ToString(),
                });
            }

            await csv.NextRecordAsync();
        }
    }
}
