using Kongress.Programme.Board;
using Kongress.Speakers;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Programme.Speakers;

/// <summary>Writes a person: profile, contact, needs, consents.</summary>
public sealed class EditModel(PlanReader plan, SpeakerDesk desk) : PageModel
{
    [BindProperty]
    public SpeakerInput Input { get; set; } = new();

    public Draft Draft { get; private set; } = null!;

    /// <summary>Null: a new one.</summary>
    public Speaker? Speaker { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } missing) return missing;
        if (Speaker is not null) Input = SpeakerInput.From(Speaker);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } missing) return missing;
        if (!ModelState.IsValid) return Page();
        if (Speaker is null)
        {
            var created = await desk.CreateAsync(Draft.Conference.Id, Input.ToEdit(), User.AccountId(), ct);
            this.Announce($"{created.Profile.FullName} ist angelegt. Eine Nachricht hat die Person nicht bekommen.");
            return RedirectToPage("Details", new { id = created.Id });
        }

        switch (await desk.EditAsync(Draft.Conference.Id, Speaker.Id, Input.Version, Input.ToEdit(), User.AccountId(), ct))
        {
            case SpeakerOutcome.Saved:
                this.Announce("Gespeichert. Öffentlich wird es mit der nächsten Fassung.");
                return RedirectToPage("Details", new { id });
            case SpeakerOutcome.ChangedMeanwhile:
                ModelState.Remove("Input.Version");
                Input.Version = (await desk.FindAsync(Draft.Conference.Id, Speaker.Id, ct))?.Version ?? default;
                ModelState.AddModelError("", PlanTexts.ChangedMeanwhile);
                return Page();
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult?> LoadAsync(Guid? id, CancellationToken ct)
    {
        if (await plan.FindAsync(ct) is not { } draft) return RedirectToPage("/Organiser/Index");
        Draft = draft;
        Speaker = id is { } known ? draft.Speakers.GetValueOrDefault(known) : null;
        return id is not null && Speaker is null ? NotFound() : null;
    }
}
