using System.ComponentModel.DataAnnotations;
using Kongress.Accounts;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Kongress.Web.Pages.Accounts;

/// <summary>Makes the first administrator of an installation, by the link that the first start prints.</summary>
[EnableRateLimiting(RateLimits.Links)]
public sealed class SetUpModel(StaffDesk desk, PasswordGate gate) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken ct) => await desk.SetUpLinkIsOpenAsync(secret, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken ct)
    {
        if (!await desk.SetUpLinkIsOpenAsync(secret, ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var (served, result) = await gate.TryAsync(() => desk.SetUpAsync(secret, Input.Email!, Clean.Line(Input.Name), Input.Password!, ct), ct);
        if (!served) return StatusCode(StatusCodes.Status503ServiceUnavailable);
        if (result.Outcome is PasswordOutcome.LinkEnded) return NotFound();
        if (result.Outcome is PasswordOutcome.Refused)
        {
            ModelState.AddModelError("Input.Password", result.Sentence!);
            return Page();
        }

        this.Announce("Der Zugang ist eingerichtet. Bitte melden Sie sich an und richten Sie den zweiten Faktor ein.");
        return RedirectToPage("StaffSignIn");
    }

    public sealed class InputModel
    {
        [Display(Name = "Name"), Required(ErrorMessage = "Bitte geben Sie Ihren Namen ein."), StringLength(200, ErrorMessage = "Bitte kürzen Sie den Namen auf {1} Zeichen.")]
        public string? Name { get; set; }

        [Display(Name = "E-Mail-Adresse"), Required(ErrorMessage = "Bitte geben Sie Ihre E-Mail-Adresse ein."), MailAddress]
        public string? Email { get; set; }

        [Display(Name = "Passwort"), Required(ErrorMessage = "Bitte geben Sie ein Passwort ein."), StringLength(PasswordRules.MaxLength, ErrorMessage = "Bitte wählen Sie ein Passwort mit höchstens {1} Zeichen.")]
        public string? Password { get; set; }
    }
}
