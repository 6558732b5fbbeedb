using Kongress.Accounts;
using Kongress.Programme.Formats;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Kongress.Speakers;
using Kongress.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Kongress.Web.Pages.Speakers;

/// <summary>What is handed out as files: the own calendar and picture, and the slides of sessions to whoever may have them.</summary>
internal static class SpeakerFiles
{
    private static readonly string[] Organisers = [Roles.Administrator, Roles.Organiser, Roles.Programme];

    public static void MapSpeakerFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Addresses.SpeakerCalendar, CalendarAsync).RequireAuthorization();
        endpoints.MapGet(Addresses.SpeakerDesk + "/portraet/bild", PortraitAsync).RequireAuthorization();
        // Public ones are for everybody: the desk decides, file by file.
        endpoints.MapGet(Addresses.Files + "/{id:guid}", DownloadAsync).AllowAnonymous();
    }

    private static async Task<IResult> CalendarAsync(HttpContext http, OwnContributions own, CurrentProgramme programme, IOptions<SiteOptions> site, CancellationToken ct)
    {
        if (await own.FindAsync(http.User.AccountId(), ct) is not var (conference, _) || await programme.FindAsync(ct) is not { } released) return Results.NotFound();
        var sessions = (await own.PartsAsync(conference, http.User.AccountId(), ct)).Where(p => p.Participation.IsOn).Select(p => p.Session.Id).ToHashSet();
        var slots = released.Snapshot.Slots.Concat(released.Snapshot.Gone).Where(s => sessions.Contains(s.SessionId)).Select(s => s.Id).ToHashSet();
        return Results.File(ProgrammeCalendar.Of(conference, released.Snapshot, slots, site.Value.PublicUrl), "text/calendar; charset=utf-8", "meine-beitraege.ics");
    }

    private static async Task<IResult> PortraitAsync(HttpContext http, OwnContributions own, SpeakerDesk desk, CancellationToken ct) =>
        await own.FindAsync(http.User.AccountId(), ct) is var (_, speaker) && await desk.PortraitAsync(speaker.Id, ct) is { } portrait
            ? Results.Bytes(portrait.Content, portrait.MediaType)
            : Results.NotFound();

    private static async Task<IResult> DownloadAsync(Guid id, HttpContext http, SessionFileDesk desk, CancellationToken ct)
    {
        var accountId = http.User.Identity?.IsAuthenticated == true ? http.User.AccountId() : (Guid?)null;
        if (await desk.DownloadAsync(id, accountId, Organisers.Any(http.User.IsInRole), ct) is not { } file) return Results.NotFound();
        // Always saved, never opened inside this site; whether it is still public is asked each time.
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.File(file.Content!, file.MediaType, file.Name);
    }
}
