using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Kongress.Web.Pages.Registrations;

/// <summary>A link with an invitation code: puts it into the form. Whether it is good is said there, as for a typed one.</summary>
[EnableRateLimiting(RateLimits.Links)]
public sealed class CodeModel(RegistrationDrafts drafts) : PageModel
{
    public string Code { get; private set; } = "";

    public IActionResult OnGet(string code)
    {
        Code = Shown(code);
        return Code.Length == 0 ? NotFound() : Page();
    }

    public IActionResult OnPost(string code)
    {
        Code = Shown(code);
        if (Code.Length == 0) return NotFound();
        var draft = drafts.Open(HttpContext);
        draft.Code = Code;
        drafts.Keep(HttpContext, draft);
        return RedirectToPage("Register");
    }

    // Twelve characters make a code; what is longer or shorter is none.
    private static string Shown(string code) => Secret.Clean(code) is { Length: 12 } clean ? Secret.Grouped(clean) : "";
}
