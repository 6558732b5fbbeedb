using Kongress.Conferences;
using Kongress.Dashboard;
using Kongress.Registrations;
using Kongress.Registrations.Contingents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Conferences;

/// <summary>How many may come, and when one can register. More places go to the waiting list at once.</summary>
public sealed class PlacesModel(ConferenceEditor editor, RegistrationDesk registrations, ContingentDesk contingents, Figures figures) : PageModel
{
    [BindProperty]
    public PlacesInput Input { get; set; } = new();

    public ConferenceFigures Figures { get; private set; } = null!;

    public Conference Conference { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return RedirectToPage("Create");
        Input = PlacesInput.From(Conference);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return RedirectToPage("Create");
        if (Input.Capacity < Conference.Capacity && await contingents.KeptAsync(Conference.Id, ct) is var kept && Input.Capacity < kept)
        {
            ModelState.AddModelError("Input.Capacity", $"Die Kontingente haben zusammen {kept:N0} Plätze. Bitte verkleinern Sie erst ein Kontingent unter „Plätze“.");
        }

        if (!ModelState.IsValid || !await editor.SaveAsync(this, Conference, Input, Input.ToEdit(), ct, Announcement)) return Page();

        if (Input.Capacity > Conference.Capacity) await registrations.PassTimeAsync(Conference.Id, ct);
        return RedirectToPage("Index");
    }

    // Nobody loses a place; the organiser learns what the new number means.
    private string? Announcement => Input.Capacity < Figures.PlacesTaken
        ? $"Gespeichert. Es sind mehr Plätze vergeben ({Figures.PlacesTaken:N0}), als es jetzt gibt ({Input.Capacity:N0}). Niemand verliert seinen Platz; neue gibt es erst wieder, wenn genug frei werden."
        : Input.Capacity > Conference.Capacity && Figures.Waiting > 0 ? "Gespeichert. Die neuen Plätze gehen der Reihe nach an die Menschen auf der Warteliste; sie werden jetzt benachrichtigt."
        : null;

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await editor.LoadAsync(ct) is not { } conference) return false;
        Conference = conference;
        Figures = await figures.OfAsync(conference, ct);
        return true;
    }
}
