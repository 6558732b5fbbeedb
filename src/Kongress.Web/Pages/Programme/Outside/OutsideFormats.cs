using System.Security.Cryptography;
using Kongress.Programme.Formats;
using Kongress.Programme.Releases;
using Kongress.Shared;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Kongress.Web.Pages.Programme.Outside;

/// <summary>The released programme in the formats of others, and the module with which other pages show it.</summary>
internal static class OutsideFormats
{
    private const string Json = "application/json; charset=utf-8";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapOutsideFormats(this IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapOutside(Addresses.Programme);
        Map(files, "/schedule.xml", ScheduleXml.MediaType + "; charset=utf-8", (programme, url, _) => Task.FromResult(ScheduleXml.Of(programme, url)));
        Map(files, "/schedule.json", Json, (programme, url, _) => Task.FromResult(ScheduleJson.Of(programme, url)));
        // An alpha of its makers: it may change with them.
        Map(files, "/schedule2.json", Json, (programme, url, _) => Task.FromResult(Schedule2Json.Of(programme, url)));
        Map(files, "/programm.ics", "text/calendar; charset=utf-8", (programme, url, _) => Task.FromResult(ProgrammeCalendar.Of(programme.Conference, programme.Snapshot, null, url)));
        Map(files, "/programm.csv", "text/csv; charset=utf-8", ProgrammeSheet.CsvAsync, isDownload: true);
        Map(files, "/programm.xlsx", Xlsx, ProgrammeSheet.XlsxAsync, isDownload: true);
        files.MapReading("/einbetten.js", EmbedAsync).ExcludeFromDescription();
    }

    private static void Map(RouteGroupBuilder files, string name, string mediaType, Func<PublicProgramme, string, CancellationToken, Task<byte[]>> write, bool isDownload = false) => files.MapReading(
        name,
        async (ReleasedFiles released, IOptions<SiteOptions> site, IStringLocalizer<Texts> text, CancellationToken ct) =>
            await released.FindAsync(name, async programme => await write(programme, site.Value.PublicUrl, ct), ct) is { } file
                ? file.Answer(mediaType, isDownload ? name[1..] : null)
                : Results.Text(text["Noch ist kein Programm veröffentlicht."], "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound))
        .ExcludeFromDescription();

    private static async Task<IResult> EmbedAsync(IWebHostEnvironment environment, CancellationToken ct)
    {
        var file = environment.WebRootFileProvider.GetFileInfo("lib/embed.entry.js");
        await using var stream = file.CreateReadStream();
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, ct);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexString(SHA256.HashData(content.ToArray()))}\"");
        return Results.Bytes(content.ToArray(), "text/javascript; charset=utf-8", lastModified: file.LastModified, entityTag: tag);
    }
}
