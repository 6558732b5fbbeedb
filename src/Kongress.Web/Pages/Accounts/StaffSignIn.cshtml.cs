using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kongress.Accounts;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Kongress.Web.Pages.Accounts;

/// <summary>Password of staff; the second factor follows.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class StaffSignInModel(SignInManager<Account> signIn, UserManager<Account> users, StaffDesk desk, PasswordGate gate) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Zurueck { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        var (served, result) = await gate.TryAsync(TryAsync, ct);
        if (!served)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = 10.ToString(CultureInfo.InvariantCulture);
            ModelState.AddModelError("", "Gerade melden sich sehr viele an. Bitte versuchen Sie es in zehn Sekunden noch einmal.");
            return Page();
        }

        if (result!.RequiresTwoFactor) return RedirectToPage("StaffSecondFactor", new { Zurueck });
        if (result.Succeeded) return LocalRedirect(await NextAsync(ct));

        // One sentence for a wrong password, an unknown address and a locked account: it tells nobody which it was.
        ModelState.AddModelError("", "E-Mail-Adresse oder Passwort stimmen nicht, oder der Zugang ist nach zu vielen Versuchen für 15 Minuten gesperrt.");
        return Page();
    }

    private async Task<Microsoft.AspNetCore.Identity.SignInResult> TryAsync()
    {
        var account = await users.FindByEmailAsync(Account.Normalise(Input.Email!));
        if (account?.PasswordHash is not null && !await users.IsLockedOutAsync(account))
        {
            return await signIn.PasswordSignInAsync(account, Input.Password!, isPersistent: false, lockoutOnFailure: true);
        }

        // As much work for an unknown address and a locked account: the time of the answer tells nothing either.
        users.PasswordHasher.HashPassword(new Account(Input.Email!), Input.Password!);
        return Microsoft.AspNetCore.Identity.SignInResult.Failed;
    }

    private async Task<string> NextAsync(CancellationToken ct)
    {
        var account = (await users.FindByEmailAsync(Account.Normalise(Input.Email!)))!;
        await desk.NoteSignInAsync(account.Id, ct);
        var principal = await signIn.CreateUserPrincipalAsync(account);
        return principal.HasClaim(claim => claim.Type == AccountPrincipals.MustEnrol) ? "/anmelden/team/einrichten" : Zurueck.LocalOr(StaffStart.For(principal));
    }

    public sealed class InputModel
    {
        [Display(Name = "E-Mail-Adresse"), Required(ErrorMessage = "Bitte geben Sie Ihre E-Mail-Adresse ein."), MailAddress]
        public string? Email { get; set; }

        [Display(Name = "Passwort"), Required(ErrorMessage = "Bitte geben Sie Ihr Passwort ein."), StringLength(PasswordRules.MaxLength, ErrorMessage = "E-Mail-Adresse oder Passwort stimmen nicht.")]
        public string? Password { get; set; }
    }
}
