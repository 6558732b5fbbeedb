using Kongress.Programme.Board;
using Kongress.Programme.Releases;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Programme.Releases;

/// <summary>Publishes an old version anew; first it says what that changes and who is told.</summary>
public sealed class RollBackModel(PlanReader plan, ReleaseDesk desk) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Draft Draft { get; private set; } = null!;

    public Release Release { get; private set; } = null!;

    public ReleasePreview Preview { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        Input = new InputModel { Name = $"Fassung {(await desk.ListAsync(Draft.Conference.Id, ct)).Count + 1}", SeenId = Preview.CurrentId };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (Clean.Line(Input.Name).Length == 0) ModelState.TryAddModelError("Input.Name", "Bitte geben Sie der Fassung einen Namen.");
        if (!ModelState.IsValid) return Page();

        var (outcome, release) = await desk.RollBackAsync(Draft.Conference.Id, id, Clean.Line(Input.Name), Clean.Text(Input.Note), Input.SeenId, User.AccountId(), ct);
        if (release is not null)
        {
            this.Announce(ReleaseTexts.For(outcome) + (Preview.Unreachable.ToList() is { Count: > 0 } calls ? $" Bitte rufen Sie an: {string.Join(", ", calls.Select(r => r.Name))}." : ""));
            return RedirectToPage("Details", new { id = release.Id });
        }

        ModelState.AddModelError(ReleaseTexts.Field(outcome), ReleaseTexts.For(outcome));
        if (outcome is ReleaseOutcome.ChangedMeanwhile)
        {
            await LoadAsync(id, ct);
            ModelState.Remove("Input.SeenId");
            Input.SeenId = Preview.CurrentId;
        }

        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await plan.FindAsync(ct) is not { } draft || await desk.FindAsync(draft.Conference.Id, id, ct) is not { } release || await desk.PreviewRollBackAsync(draft.Conference.Id, id, ct) is not { } preview) return false;
        (Draft, Release, Preview) = (draft, release, preview);
        return true;
    }

    public sealed class InputModel : NameInput
    {
        /// <summary>The newest release that the person saw.</summary>
        public Guid? SeenId { get; set; }
    }
}
