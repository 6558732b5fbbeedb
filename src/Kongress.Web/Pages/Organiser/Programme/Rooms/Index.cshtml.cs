using Kongress.Programme;
using Kongress.Programme.Board;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Programme.Rooms;

/// <summary>Every room in the order of the board, and what is known of it.</summary>
public sealed class IndexModel(PlanReader plan, RoomDesk desk) : PageModel
{
    public Draft Draft { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await plan.FindAsync(ct) is not { } draft) return RedirectToPage("/Organiser/Index");
        Draft = draft;
        return Page();
    }

    public Task<IActionResult> OnPostUpAsync(Guid raum, CancellationToken ct) => ShiftAsync(raum, left: true, ct);

    public Task<IActionResult> OnPostDownAsync(Guid raum, CancellationToken ct) => ShiftAsync(raum, left: false, ct);

    private async Task<IActionResult> ShiftAsync(Guid raum, bool left, CancellationToken ct)
    {
        if (await plan.FindAsync(ct) is not { } draft || draft.Rooms.FirstOrDefault(r => r.Id == raum) is not { } room) return NotFound();
        this.Announce(await desk.ShiftRoomAsync(draft.Conference.Id, raum, left, User.AccountId(), ct) ? $"„{room.Name}“ steht jetzt eine Stelle {(left ? "weiter oben" : "weiter unten")}." : "Weiter geht es nicht; die Reihenfolge bleibt.");
        return RedirectToPage();
    }
}
