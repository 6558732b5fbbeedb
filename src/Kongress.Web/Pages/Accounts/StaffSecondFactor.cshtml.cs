using System.ComponentModel.DataAnnotations;
using Kongress.Accounts;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Kongress.Web.Pages.Accounts;

/// <summary>The code of the authenticator app, or one of the recovery codes.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class StaffSecondFactorModel(SignInManager<Account> signIn, UserManager<Account> users, StaffDesk desk) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Zurueck { get; set; }

    public async Task<IActionResult> OnGetAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("StaffSignIn") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } account) return RedirectToPage("StaffSignIn");
        if (!ModelState.IsValid) return Page();
        var code = Secret.Clean(Input.Code);
        var result = code.Length == 6 ? await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false) : await RecoverAsync(account, code);
        if (result.Succeeded)
        {
            await desk.NoteSignInAsync(account.Id, ct);
            return LocalRedirect(Zurueck.LocalOr(StaffStart.For(await signIn.CreateUserPrincipalAsync(account))));
        }

        ModelState.AddModelError("Input.Code", "Dieser Code stimmt nicht. Nach zehn falschen Codes wird der Zugang für 15 Minuten gesperrt.");
        return Page();
    }

    // Identity neither counts wrong recovery codes nor asks whether the account is locked. People type them with or without the hyphen.
    private async Task<Microsoft.AspNetCore.Identity.SignInResult> RecoverAsync(Account account, string code)
    {
        if (await users.IsLockedOutAsync(account)) return Microsoft.AspNetCore.Identity.SignInResult.LockedOut;
        var result = code.Length == 0 ? Microsoft.AspNetCore.Identity.SignInResult.Failed : await signIn.TwoFactorRecoveryCodeSignInAsync(code.Length == 10 ? code.Insert(5, "-") : code);
        if (!result.Succeeded) await users.AccessFailedAsync(account);
        return result;
    }

    public sealed class InputModel
    {
        [Display(Name = "Code"), Required(ErrorMessage = "Bitte geben Sie den Code ein."), StringLength(40, ErrorMessage = "Dieser Code ist zu lang.")]
        public string? Code { get; set; }
    }
}
