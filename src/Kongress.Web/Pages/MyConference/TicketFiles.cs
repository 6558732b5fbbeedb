using System.Text;
using System.Text.Json;
using Kongress.Data;
using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Web.Hosting;

namespace Kongress.Web.Pages.MyConference;

/// <summary>What "Mein Kongress" hands out as files: the QR, the calendar, the own data. Own ones only, and never kept by a cache.</summary>
internal static class TicketFiles
{
    public static void MapTicketFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/mein-kongress/ticket/qr.svg", QrAsync).RequireAuthorization();
        endpoints.MapGet(Addresses.TicketCalendar, CalendarAsync).RequireAuthorization();
        endpoints.MapGet("/mein-kongress/daten.json", DataAsync).RequireAuthorization();
    }

    private static async Task<IResult> QrAsync(HttpContext http, OwnRegistration own, CancellationToken ct) =>
        await own.FindAsync(http.User.AccountId(), ct) is var (_, registration) && await own.TicketAsync(registration, ct) is { } ticket
            ? Results.Text(TicketPicture.Svg(ticket.Code), "image/svg+xml", Encoding.UTF8)
            : Results.NotFound();

    private static async Task<IResult> CalendarAsync(HttpContext http, OwnRegistration own, TimeProvider clock, CancellationToken ct) =>
        await own.FindAsync(http.User.AccountId(), ct) is var (conference, registration) && registration.Status is RegistrationStatus.Confirmed
            ? Results.File(RegistrationCalendar.Write(conference, registration, clock.GetUtcNow()), "text/calendar; charset=utf-8", "kongress.ics")
            : Results.NotFound();

    private static async Task<IResult> DataAsync(HttpContext http, IEnumerable<IHoldsPersonalData> holders, CancellationToken ct)
    {
        var parts = new List<PersonalDataPart>();
        foreach (var holder in holders) parts.AddRange(await holder.ShowAsync(http.User.AccountId(), ct));
        var json = JsonSerializer.SerializeToUtf8Bytes(
            parts.Select(part => new { part.Heading, Values = part.Values.Select(v => new { Name = v.Key, v.Value }) }), Readable);
        return Results.File(json, "application/json; charset=utf-8", "meine-daten.json");
    }

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
