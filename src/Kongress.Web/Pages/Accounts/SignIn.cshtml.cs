using System.ComponentModel.DataAnnotations;
using Kongress.Accounts;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Kongress.Web.Pages.Accounts;

/// <summary>Asks for the address and sends a link and a code. The answer is the same for known and unknown addresses.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInModel(SignInDesk desk) : PageModel
{
    internal const string EmailKey = "SignIn.Email";
    internal const string BackKey = "SignIn.Back";

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Zurueck { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(Zurueck.LocalOr(Addresses.MyConference)) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        await SameTime.TakeAsync(desk.RequestAsync(Input.Email!, ct), ct);
        TempData[EmailKey] = Input.Email;
        TempData[BackKey] = Zurueck.LocalOr(Addresses.MyConference);
        return RedirectToPage("SignInCode");
    }

    public sealed class InputModel
    {
        [Display(Name = "E-Mail-Adresse"), Required(ErrorMessage = "Bitte geben Sie Ihre E-Mail-Adresse ein."), MailAddress]
        public string? Email { get; set; }
    }
}
