using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Conferences;

/// <summary>Whose address alone shows the public sector.</summary>
public sealed class AdmissionModel(ConferenceEditor editor) : PageModel
{
    [BindProperty]
    public AdmissionInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await editor.LoadAsync(ct) is not { } conference) return RedirectToPage("Create");
        Input = new AdmissionInput { Version = conference.Version, AdmittedDomains = conference.AdmittedDomains };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await editor.LoadAsync(ct) is not { } conference) return RedirectToPage("Create");
        return ModelState.IsValid && await editor.SaveAsync(this, conference, Input, Input.ToEdit(), ct) ? RedirectToPage("Index") : Page();
    }
}
