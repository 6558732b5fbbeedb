using Kongress.Programme.Board;
using Kongress.Programme.Releases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Programme.Releases;

/// <summary>Every published version of the programme, and the one that waits for its time.</summary>
public sealed class IndexModel(PlanReader plan, ReleaseDesk desk, TimeProvider clock) : PageModel
{
    public Draft Draft { get; private set; } = null!;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<ReleaseLine> Releases { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public Guid? CurrentId => ReleaseTexts.Current(Releases, Now);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await plan.FindAsync(ct) is not { } draft) return RedirectToPage("/Organiser/Index");
        Draft = draft;
        Releases = await desk.ListAsync(draft.Conference.Id, ct);
        return Page();
    }
}
