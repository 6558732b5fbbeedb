using System.ComponentModel.DataAnnotations;
using Kongress.Accounts;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Kongress.Web.Pages.Accounts;

/// <summary>Sets a password by the link of an invitation or a reset.</summary>
[EnableRateLimiting(RateLimits.Links)]
public sealed class SetPasswordModel(StaffDesk desk, PasswordGate gate) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Account? Account { get; private set; }

    public async Task OnGetAsync(string secret, CancellationToken ct) => await LoadAsync(secret, ct);

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken ct)
    {
        await LoadAsync(secret, ct);
        if (Account is null || !ModelState.IsValid) return Page();
        var (served, result) = await gate.TryAsync(() => desk.SetPasswordAsync(secret, Input.Password!, ct), ct);
        if (!served)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            ModelState.AddModelError("", "Gerade ist sehr viel los. Bitte versuchen Sie es in zehn Sekunden noch einmal.");
            return Page();
        }

        if (result.Outcome is PasswordOutcome.Set)
        {
            this.Announce("Ihr Passwort ist gesetzt. Bitte melden Sie sich damit an.");
            return RedirectToPage("StaffSignIn");
        }

        if (result.Outcome is PasswordOutcome.LinkEnded) Account = null;
        else ModelState.AddModelError("Input.Password", result.Sentence!);
        return Page();
    }

    private async Task LoadAsync(string secret, CancellationToken ct)
    {
        Account = await desk.FindByLinkAsync(secret, ct);
        if (Account is null) Response.StatusCode = StatusCodes.Status404NotFound;
    }

    public sealed class InputModel
    {
        [Display(Name = "Neues Passwort"), Required(ErrorMessage = "Bitte geben Sie ein Passwort ein."), StringLength(PasswordRules.MaxLength, ErrorMessage = "Bitte wählen Sie ein Passwort mit höchstens {1} Zeichen.")]
        public string? Password { get; set; }
    }
}
