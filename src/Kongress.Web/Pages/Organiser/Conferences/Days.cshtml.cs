using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Conferences;

/// <summary>The days with their times, as the clock at the venue shows them.</summary>
public sealed class DaysModel(ConferenceEditor editor) : PageModel
{
    [BindProperty]
    public DaysInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await editor.LoadAsync(ct) is not { } conference) return RedirectToPage("Create");
        Input = DaysInput.From(conference);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await editor.LoadAsync(ct) is not { } conference) return RedirectToPage("Create");
        return ModelState.IsValid && await editor.SaveAsync(this, conference, Input, Input.ToEdit(), ct) ? RedirectToPage("Index") : Page();
    }
}
