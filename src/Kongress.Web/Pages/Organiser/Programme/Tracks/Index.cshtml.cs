using Kongress.Programme;
using Kongress.Programme.Board;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Programme.Tracks;

/// <summary>The themes of the programme, in the order in which everybody sees them.</summary>
public sealed class IndexModel(PlanReader plan, RoomDesk desk) : PageModel
{
    public Draft Draft { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await plan.FindAsync(ct) is not { } draft) return RedirectToPage("/Organiser/Index");
        Draft = draft;
        return Page();
    }

    public Task<IActionResult> OnPostUpAsync(Guid thema, CancellationToken ct) => ShiftAsync(thema, up: true, ct);

    public Task<IActionResult> OnPostDownAsync(Guid thema, CancellationToken ct) => ShiftAsync(thema, up: false, ct);

    private async Task<IActionResult> ShiftAsync(Guid thema, bool up, CancellationToken ct)
    {
        if (await plan.FindAsync(ct) is not { } draft || draft.Tracks.FirstOrDefault(t => t.Id == thema) is not { } track) return NotFound();
        this.Announce(await desk.ShiftTrackAsync(draft.Conference.Id, thema, up, User.AccountId(), ct) ? $"„{track.Name}“ steht jetzt eine Stelle {(up ? "weiter oben" : "weiter unten")}." : "Weiter geht es nicht; die Reihenfolge bleibt.");
        return RedirectToPage();
    }
}
