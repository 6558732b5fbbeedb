using Kongress.Programme.Agendas;
using Kongress.Programme.Formats;
using Kongress.Programme.Releases;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Kongress.Web.Pages.Programme;

/// <summary>The marked sessions for a calendar that subscribes to them. The address is the right to read; what it gives names nobody who marked anything.</summary>
internal static class AgendaCalendar
{
    private const string File = "kalender.ics";

    public static void MapAgendaCalendar(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods($"{Addresses.Agenda}/{{secret}}/{File}", [HttpMethods.Get, HttpMethods.Head], ReadAsync).AllowAnonymous().RequireRateLimiting(RateLimits.Links);

    public static string AddressOf(SiteOptions site, string secret) => $"{site.Url(Addresses.Agenda, secret)}/{File}";

    /// <summary>The same for the program that keeps calendars: it asks whether to subscribe.</summary>
    public static string SubscriptionOf(string address) => "webcal" + address[address.IndexOf(':', StringComparison.Ordinal)..];

    private static async Task<IResult> ReadAsync(string secret, AgendaDesk desk, CurrentProgramme current, IOptions<SiteOptions> site, CancellationToken ct) =>
        await current.FindAsync(ct) is { } programme && await desk.OfCalendarAsync(programme.Conference.Id, secret, ct) is { } agenda
            ? Results.Bytes(ProgrammeCalendar.Of(programme.Conference, programme.Snapshot, AgendaPlan.SlotsOf(programme, agenda.SessionIds), site.Value.PublicUrl), "text/calendar; charset=utf-8", "mein-programm.ics")
            : Results.NotFound();
}
