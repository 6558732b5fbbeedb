using Kongress.Conferences;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Conferences;

/// <summary>The text of a legal page, German and English.</summary>
public sealed class LegalPageModel(ConferenceEditor editor) : PageModel
{
    [BindProperty]
    public LegalPageInput Input { get; set; } = new();

    public ConferencePageKind Kind { get; private set; }

    /// <summary>The field shows the start text, which is not stored yet.</summary>
    public bool IsStartText { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!Find(slug)) return NotFound();
        if (await editor.LoadAsync(ct) is not { } conference) return RedirectToPage("Create");
        var page = conference.Page(Kind);
        IsStartText = page.Text.Length == 0;
        Input = new LegalPageInput { Version = conference.Version, Text = IsStartText ? ConferenceDefaults.Text(Kind, conference) : page.Text, EnglishText = page.EnglishText };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!Find(slug)) return NotFound();
        if (await editor.LoadAsync(ct) is not { } conference) return RedirectToPage("Create");
        return ModelState.IsValid && await editor.SaveAsync(this, conference, Input, new ConferenceEdit.LegalPage(Kind, Clean.Text(Input.Text), Clean.Text(Input.EnglishText)), ct)
            ? RedirectToPage("Index")
            : Page();
    }

    private bool Find(string slug)
    {
        var kinds = Enum.GetValues<ConferencePageKind>().Where(kind => ConferenceTexts.Of(kind).Slug == slug).ToList();
        if (kinds.Count == 0) return false;
        Kind = kinds[0];
        return true;
    }
}
