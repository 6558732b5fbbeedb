using Kongress.Programme.Releases;
using Kongress.Shared;
using Kongress.Speakers;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace Kongress.Web.Pages.Programme;

/// <summary>What the public programme hands out as files: itself on paper, and the portraits of its people.</summary>
internal static class PrintAndPortraits
{
    public static void MapPrintAndPortraits(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Addresses.ProgrammePdf, PdfAsync).AllowAnonymous();
        endpoints.MapGet(Addresses.Speakers + "/{code}/portraet", PortraitAsync).AllowAnonymous();
    }

    private static async Task<IResult> PdfAsync(HttpContext http, CurrentProgramme current, PrintedProgramme printed, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } programme) return Results.NotFound();
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Append(HeaderNames.Vary, "Cookie, Accept-Language");
        return Results.File(printed.Of(programme), "application/pdf", $"programm-{programme.Conference.FirstDay.Year}.pdf", entityTag: new EntityTagHeaderValue($"\"{programme.Hash}-{Language.Current}\""));
    }

    private static async Task<IResult> PortraitAsync(string code, HttpContext http, CurrentProgramme current, SpeakerDesk desk, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } programme || programme.Person(code) is not { Portrait: not null } person || await desk.PublicPortraitAsync(person.Id, ct) is not { } portrait) return Results.NotFound();
        // Not for long: whoever takes the consent back is gone from every screen within the hour.
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.File(portrait.Content, portrait.MediaType, entityTag: new EntityTagHeaderValue($"\"{portrait.Version:N}\""));
    }
}

/// <summary>The programme on paper, made once for each release and language.</summary>
internal sealed class PrintedProgramme(IStringLocalizer<Texts> text, IWebHostEnvironment environment)
{
    private readonly Lock printing = new();
    private readonly Dictionary<string, (PublicProgramme Programme, byte[] Pdf)> prints = [];

    public byte[] Of(PublicProgramme programme)
    {
        lock (printing)
        {
            if (prints.TryGetValue(Language.Current, out var print) && ReferenceEquals(print.Programme, programme)) return print.Pdf;
            var pdf = ProgrammePdf.Write(programme, text, Path.Combine(environment.WebRootPath, "lib"));
            prints[Language.Current] = (programme, pdf);
            return pdf;
        }
    }
}
