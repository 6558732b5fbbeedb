using Kongress.Conferences;
using Kongress.Registrations.Contingents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Places;

/// <summary>What is taken, held, offered, waiting and free, in the whole and in each contingent, and why nobody moves up.</summary>
public sealed class IndexModel(CurrentConference current, ContingentDesk desk, TimeProvider clock) : PageModel
{
    public PlaceTree Tree { get; private set; } = null!;

    public bool HasStarted { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        ViewData["Time"] = conference.Time;
        Tree = await desk.OverviewAsync(conference.Id, ct);
        HasStarted = clock.GetUtcNow() >= conference.StartsAt;
        return Page();
    }
}
