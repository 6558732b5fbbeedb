using Kongress.Programme;
using Kongress.Programme.Board;
using Kongress.Programme.Releases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Programme.Releases;

/// <summary>One release, beside the draft or beside another one.</summary>
public sealed class DetailsModel(PlanReader plan, ReleaseDesk desk, PlanHistory history, TimeProvider clock) : PageModel
{
    /// <summary>Id of another release; anything else means the draft.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Mit { get; set; }

    public Draft Draft { get; private set; } = null!;

    public ReleaseLine Release { get; private set; } = null!;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<ReleaseLine> Releases { get; private set; } = [];

    public ReleaseComparison Comparison { get; private set; } = null!;

    public IReadOnlyList<PlanChange> Changes { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public Guid? OtherId => Guid.TryParse(Mit, out var other) && Releases.Any(r => r.Id == other) ? other : null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await plan.FindAsync(ct) is not { } draft) return NotFound();
        Draft = draft;
        Releases = await desk.ListAsync(draft.Conference.Id, ct);
        if (Releases.FirstOrDefault(r => r.Id == id) is not { } release || await desk.CompareAsync(draft.Conference.Id, id, OtherId, ct) is not { } comparison) return NotFound();
        (Release, Comparison) = (release, comparison);
        Changes = await history.OfAsync(id, ct);
        return Page();
    }
}
