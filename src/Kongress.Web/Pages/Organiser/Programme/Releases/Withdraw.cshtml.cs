using Kongress.Programme.Board;
using Kongress.Programme.Releases;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Programme.Releases;

/// <summary>Takes back a release whose time has not come.</summary>
public sealed class WithdrawModel(PlanReader plan, ReleaseDesk desk, TimeProvider clock) : PageModel
{
    public Draft Draft { get; private set; } = null!;

    public Release Release { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        return Release.PublishAt > clock.GetUtcNow() ? Page() : RedirectToPage("Details", new { id });
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (await desk.WithdrawAsync(Draft.Conference.Id, id, User.AccountId(), ct))
        {
            this.Announce($"„{Release.Name}“ ist zurückgenommen und erscheint nicht.");
            return RedirectToPage("Index");
        }

        this.Announce("Die Zeit dieser Fassung ist schon gekommen; sie ist öffentlich. Sie können eine frühere wieder veröffentlichen.");
        return RedirectToPage("Details", new { id });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await plan.FindAsync(ct) is not { } draft || await desk.FindAsync(draft.Conference.Id, id, ct) is not { } release) return false;
        (Draft, Release) = (draft, release);
        return true;
    }
}
