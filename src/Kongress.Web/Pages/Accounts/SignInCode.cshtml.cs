using System.ComponentModel.DataAnnotations;
using Kongress.Accounts;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Accounts;

/// <summary>After the request: the code from the mail can be typed here.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInCodeModel(SignInDesk desk, SignInManager<Account> signIn, IStringLocalizer<Texts> text) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Email { get; private set; } = "";

    public IActionResult OnGet() => Load() ? Page() : RedirectToPage("SignIn");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Load()) return RedirectToPage("SignIn");
        if (!ModelState.IsValid) return Page();
        if (await SameTime.TakeAsync(desk.UseCodeAsync(Email, Input.Code, ct), ct) is not { } account)
        {
            ModelState.AddModelError("Input.Code", text["Dieser Code stimmt nicht oder gilt nicht mehr. Nach fünf Versuchen fordern Sie bitte einen neuen an."]);
            return Page();
        }

        var back = (TempData.Peek(SignInModel.BackKey) as string).LocalOr(Addresses.MyConference);
        TempData.Remove(SignInModel.EmailKey);
        await signIn.SignInAsync(account, isPersistent: true);
        return LocalRedirect(back);
    }

    private bool Load()
    {
        if (TempData.Peek(SignInModel.EmailKey) is not string email) return false;
        Email = email;
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "Code aus der Nachricht"), Required(ErrorMessage = "Bitte geben Sie den Code aus der Nachricht ein."), StringLength(20, ErrorMessage = "Der Code hat sechs Ziffern.")]
        public string? Code { get; set; }
    }
}
