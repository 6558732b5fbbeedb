using System.ComponentModel.DataAnnotations;
using Kongress.Programme.Board;
using Kongress.Programme.Conflicts;
using Kongress.Programme.Sessions;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Programme.Conflicts;

/// <summary>Says why a conflict may stay.</summary>
public sealed class AcceptModel(PlanReader plan, SessionDesk desk, TimeProvider clock) : PageModel
{
    /// <inheritdoc cref="Kongress.Programme.Conflicts.Conflict.Key"/>
    [BindProperty(SupportsGet = true)]
    public string? Konflikt { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Draft Draft { get; private set; } = null!;

    public Conflict Conflict { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } gone) return gone;
        Input.Reason = Draft.Accepted.GetValueOrDefault(Conflict.Key);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } gone) return gone;
        var reason = Clean.Text(Input.Reason);
        if (reason.Length == 0) ModelState.TryAddModelError("Input.Reason", "Bitte nennen Sie einen Grund.");
        if (!ModelState.IsValid) return Page();
        await desk.AcceptConflictAsync(Draft.Conference.Id, Conflict.Key, reason, User.AccountId(), ct);
        this.Announce("Der Konflikt ist hingenommen und hält keine Fassung mehr auf.");
        return RedirectToPage("Index");
    }

    // Somebody may have solved it in the meantime.
    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await plan.FindAsync(ct) is not { } draft) return RedirectToPage("/Organiser/Index");
        Draft = draft;
        if (ConflictFinder.Find(draft, clock.GetUtcNow()).FirstOrDefault(c => c.Key == Konflikt) is { } conflict)
        {
            Conflict = conflict;
            return null;
        }

        this.Announce("Diesen Konflikt gibt es nicht mehr.");
        return RedirectToPage("Index");
    }

    public sealed class InputModel
    {
        [Display(Name = "Grund"), Required(ErrorMessage = "Bitte nennen Sie einen Grund."), StringLength(500, ErrorMessage = "Bitte kürzen Sie den Grund auf {1} Zeichen.")]
        public string? Reason { get; set; }
    }
}
