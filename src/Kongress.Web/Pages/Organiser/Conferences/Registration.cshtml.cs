using Kongress.Conferences;
using Kongress.Dashboard;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Conferences;

/// <summary>When one can register, and for how long a place waits for an answer. How many places there are is changed with the contingents.</summary>
public sealed class RegistrationModel(ConferenceEditor editor, Figures figures) : PageModel
{
    [BindProperty]
    public RegistrationInput Input { get; set; } = new();

    public ConferenceFigures Figures { get; private set; } = null!;

    private Conference Conference { get; set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return RedirectToPage("Create");
        Input = RegistrationInput.From(Conference);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return RedirectToPage("Create");
        return ModelState.IsValid && await editor.SaveAsync(this, Conference, Input, Input.ToEdit(), ct) ? RedirectToPage("Index") : Page();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await editor.LoadAsync(ct) is not { } conference) return false;
        Conference = conference;
        Figures = await figures.OfAsync(conference, ct);
        return true;
    }
}
