using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Conferences;

/// <summary>Where it is, how to get there, and which clock counts.</summary>
public sealed class VenueModel(ConferenceEditor editor) : PageModel
{
    [BindProperty]
    public VenueInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await editor.LoadAsync(ct) is not { } conference) return RedirectToPage("Create");
        Input = VenueInput.From(conference);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await editor.LoadAsync(ct) is not { } conference) return RedirectToPage("Create");
        return ModelState.IsValid && await editor.SaveAsync(this, conference, Input, Input.ToEdit(), ct) ? RedirectToPage("Index") : Page();
    }
}
