using Kongress.Programme.Agendas;
using Kongress.Programme.Releases;
using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Kongress.Web.Pages.Programme;

/// <summary>What somebody without an account marked, behind its secret link: opening it shows, a button takes over or deletes.</summary>
[EnableRateLimiting(RateLimits.Links)]
public sealed class AgendaLinkModel(AgendaDesk desk, CurrentProgramme current, IOptions<SiteOptions> site, IStringLocalizer<Texts> text) : PageModel
{
    /// <summary>Null: the link is unknown, or was deleted.</summary>
    public AgendaList? List { get; private set; }

    /// <summary>What a browser keeps: "K7QF2M,3XAB9C".</summary>
    public string Codes { get; private set; } = "";

    public string Address { get; private set; } = "";

    public string CalendarAddress { get; private set; } = "";

    /// <summary>The link as a picture, for the telephone beside the screen.</summary>
    public string Picture => "data:image/svg+xml;base64," + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(TicketPicture.Svg(Address)));

    public async Task OnGetAsync(string secret, CancellationToken ct) => await LoadAsync(secret, ct);

    /// <summary>Takes over into the account. Without an account the browser does it itself.</summary>
    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken ct)
    {
        if (await LoadAsync(secret, ct) is not var (programme, agenda) || User.Identity?.IsAuthenticated != true) return Page();
        await desk.MarkAsync(programme.Conference.Id, User.AccountId(), agenda.SessionIds.ToList(), isMarked: true, ct);
        this.Announce(text["Die Programmpunkte sind jetzt in Ihrem Konto gemerkt."]);
        return RedirectToPage("Agenda");
    }

    public async Task<IActionResult> OnPostRemoveAsync(string secret, CancellationToken ct)
    {
        if (await LoadAsync(secret, ct) is not var (programme, _)) return Page();
        await desk.RemoveAsync(programme.Conference.Id, secret, ct);
        this.Announce(text["Der Link und sein Kalender sind gelöscht."]);
        return RedirectToPage("Agenda");
    }

    private async Task<(PublicProgramme Programme, Agenda Agenda)?> LoadAsync(string secret, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } programme || await desk.OpenAsync(programme.Conference.Id, secret, ct) is not { } agenda)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return null;
        }

        List = AgendaList.Of(programme, agenda.SessionIds, withMarks: false);
        Codes = string.Join(',', programme.Snapshot.Slots.Concat(programme.Snapshot.Gone).Where(s => agenda.Has(s.SessionId)).Select(s => s.Code).Distinct());
        var clean = Secret.Clean(secret);
        Address = site.Value.Url(Addresses.Agenda, clean);
        CalendarAddress = AgendaCalendar.AddressOf(site.Value, clean);
        return (programme, agenda);
    }
}
