using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Conferences;

/// <summary>Until when interpreters can be ordered, and whether they are.</summary>
public sealed class InterpretingModel(ConferenceEditor editor) : PageModel
{
    [BindProperty]
    public InterpretingInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await editor.LoadAsync(ct) is not { } conference) return RedirectToPage("Create");
        Input = new InterpretingInput { Version = conference.Version, OrderBy = conference.InterpretersOrderBy, SignLanguageOrdered = conference.SignLanguageOrdered, SpeechToTextOrdered = conference.SpeechToTextOrdered };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await editor.LoadAsync(ct) is not { } conference) return RedirectToPage("Create");
        return ModelState.IsValid && await editor.SaveAsync(this, conference, Input, Input.ToEdit(), ct, "Gespeichert.") ? RedirectToPage("Index") : Page();
    }
}
