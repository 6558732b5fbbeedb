using Kongress.Conferences;
using Kongress.Registrations.Contingents;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Places;

/// <summary>Takes a contingent away, after showing what that does.</summary>
public sealed class RemoveModel(CurrentConference current, ContingentDesk desk) : PageModel
{
    public Contingent Contingent { get; private set; } = null!;

    public Simulation Simulation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference || (await desk.ListAsync(conference.Id, ct)).FirstOrDefault(c => c.Id == id) is not { } contingent) return NotFound();
        if ((await desk.TryAsync(conference.Id, new ContingentChange.Remove(id), ct)).Simulation is not { } simulation) return NotFound();
        ViewData["Time"] = conference.Time;
        (Contingent, Simulation) = (contingent, simulation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return NotFound();
        var result = await desk.CarryOutAsync(conference.Id, new ContingentChange.Remove(id), User.AccountId(), ct);
        if (result.Outcome is not ContingentOutcome.Done) return NotFound();
        this.Announce(PlaceTexts.Done(result.Simulation!).Replace("Gespeichert.", "Das Kontingent ist aufgelöst.", StringComparison.Ordinal));
        return RedirectToPage("Index");
    }
}
