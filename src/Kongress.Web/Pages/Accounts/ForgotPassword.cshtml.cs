using System.ComponentModel.DataAnnotations;
using Kongress.Accounts;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Kongress.Web.Pages.Accounts;

/// <summary>Asks for a link to set a new password. The answer is the same for known and unknown addresses.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class ForgotPasswordModel(StaffDesk desk) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool IsSent { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        await SameTime.TakeAsync(desk.RequestPasswordResetAsync(Input.Email!, ct), ct);
        IsSent = true;
        return Page();
    }

    public sealed class InputModel
    {
        [Display(Name = "E-Mail-Adresse"), Required(ErrorMessage = "Bitte geben Sie Ihre E-Mail-Adresse ein."), MailAddress]
        public string? Email { get; set; }
    }
}
