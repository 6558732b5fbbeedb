using System.Text.RegularExpressions;
using Kongress.Conferences;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Conferences;

/// <summary>The edition at a glance; each section has a form of its own.</summary>
public sealed partial class IndexModel(ConferenceEditor editor) : PageModel
{
    public Conference Conference { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await editor.LoadAsync(ct) is not { } conference) return RedirectToPage("Create");
        Conference = conference;
        return Page();
    }

    /// <summary>Kind of the badge and its words: how far the text of a legal page is.</summary>
    public (string Kind, string Word) State(ConferencePageKind kind)
    {
        var text = Conference.Pages.FirstOrDefault(p => p.Kind == kind)?.Text ?? "";
        if (text.Length == 0) return ("danger", "Fehlt");
        var gaps = Gap().Count(text);
        return gaps == 0 ? ("success", "Ausgefüllt") : ("warning", gaps == 1 ? "1 Stelle offen" : $"{gaps} Stellen offen");
    }

    // Square brackets that are not a link: the gaps of the start texts.
    [GeneratedRegex(@"\[[^\]\n]+\](?!\()", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Gap();
}
