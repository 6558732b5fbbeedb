using Kongress.Programme.Board;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Programme.Releases;

/// <summary>The first step to a release: how much of the draft it takes over.</summary>
public sealed class NewModel(PlanReader plan) : PageModel
{
    public Draft Draft { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await plan.FindAsync(ct) is not { } draft) return RedirectToPage("/Organiser/Index");
        Draft = draft;
        return Page();
    }
}
