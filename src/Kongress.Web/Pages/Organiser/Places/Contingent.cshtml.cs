using Kongress.Conferences;
using Kongress.Registrations.Contingents;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Places;

/// <summary>Makes a contingent or changes one; every change can be tried first.</summary>
public sealed class ContingentModel(CurrentConference current, ContingentDesk desk) : PageModel
{
    [BindProperty]
    public ContingentInput Input { get; set; } = new();

    public Conference Conference { get; private set; } = null!;

    /// <summary>Null: a new one.</summary>
    public Contingent? Contingent { get; private set; }

    /// <summary>Those within which it could lie.</summary>
    public IReadOnlyList<Contingent> Others { get; private set; } = [];

    /// <summary>What the change would do; null: it was not tried.</summary>
    public Simulation? Simulation { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } missing) return missing;
        if (Contingent is not null) Input = ContingentInput.From(Contingent, Conference.Time);
        return Page();
    }

    public async Task<IActionResult> OnPostTryAsync(Guid? id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } missing) return missing;
        if (Change(id) is not { } change) return Page();
        var result = await desk.TryAsync(Conference.Id, change, ct);
        Simulation = result.Simulation;
        return result.Outcome is ContingentOutcome.Done ? Page() : Refused(result);
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } missing) return missing;
        if (Change(id) is not { } change) return Page();
        var result = await desk.CarryOutAsync(Conference.Id, change, User.AccountId(), ct);
        if (result.Outcome is not ContingentOutcome.Done) return Refused(result);
        this.Announce(PlaceTexts.Done(result.Simulation!));
        return RedirectToPage("Index");
    }

    private IActionResult Refused(ContingentResult result)
    {
        if (result.Outcome is ContingentOutcome.NotFound) return NotFound();
        foreach (var (field, text) in result.Problems.Select(PlaceTexts.Of)) ModelState.AddModelError(field, text);
        if (result.Outcome is ContingentOutcome.ChangedMeanwhile)
        {
            // The next press saves over the other's edit: the person has been told and can look at it first.
            ModelState.Remove("Input.Version");
            Input.Version = result.Version;
            ModelState.AddModelError("", "Das Kontingent wurde inzwischen von jemand anderem geändert. Ihre Eingaben stehen noch hier und sind nicht gespeichert; speichern Sie noch einmal, wenn sie gelten sollen.");
        }

        return Page();
    }

    // Null: something is wrong with what was typed.
    private ContingentChange.Keep? Change(Guid? id)
    {
        DateTimeOffset? releasedAt = null;
        if (ModelState.IsValid && Input.ReleasedAt is { } local)
        {
            if (Conference.Time.TryInstant(local, out var instant)) releasedAt = instant;
            else ModelState.AddModelError("Input.ReleasedAt", "Diese Uhrzeit gibt es an dem Tag nicht: Die Uhren werden vorgestellt.");
        }

        return ModelState.IsValid ? new ContingentChange.Keep(id, Input.Version, Input.ToSettings(releasedAt)) : null;
    }

    private async Task<IActionResult?> LoadAsync(Guid? id, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        Conference = conference;
        ViewData["Time"] = conference.Time;
        var all = await desk.ListAsync(conference.Id, ct);
        Contingent = all.FirstOrDefault(c => c.Id == id);
        Others = [.. all.Where(c => c.Id != id)];
        return id is not null && Contingent is null ? NotFound() : null;
    }
}
