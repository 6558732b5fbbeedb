using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Conferences;

/// <summary>Whom people ask.</summary>
public sealed class ContactsModel(ConferenceEditor editor) : PageModel
{
    [BindProperty]
    public ContactsInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await editor.LoadAsync(ct) is not { } conference) return RedirectToPage("Create");
        Input = ContactsInput.From(conference);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await editor.LoadAsync(ct) is not { } conference) return RedirectToPage("Create");
        return ModelState.IsValid && await editor.SaveAsync(this, conference, Input, Input.ToEdit(), ct) ? RedirectToPage("Index") : Page();
    }
}
