using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Registrations.Groups;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Kongress.Web.Pages.Registrations.Groups;

/// <summary>Sends the contact's link once more. The answer does not tell whether there is a group.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class LinkModel(CurrentConference current, GroupDesk desk) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool IsSent { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        if (await current.FindAsync(ct) is { } conference) await desk.ResendLinkAsync(conference, Input.Email!, ct);
        IsSent = true;
        return Page();
    }

    public sealed class InputModel
    {
        [Display(Name = "Ihre dienstliche E-Mail-Adresse"), Required(ErrorMessage = "Bitte geben Sie Ihre E-Mail-Adresse ein."), MailAddress]
        public string? Email { get; set; }
    }
}
