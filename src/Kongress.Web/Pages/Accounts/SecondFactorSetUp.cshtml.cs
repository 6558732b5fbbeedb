using System.ComponentModel.DataAnnotations;
using System.Text.Encodings.Web;
using Kongress.Accounts;
using Kongress.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QRCoder;

namespace Kongress.Web.Pages.Accounts;

/// <summary>Sets up the authenticator app and shows the recovery codes once.</summary>
public sealed class SecondFactorSetUpModel(UserManager<Account> users, SignInManager<Account> signIn) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Key { get; private set; } = "";

    /// <summary>The QR as a data address: it must not travel through any cache.</summary>
    public string Picture { get; private set; } = "";

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>Where the work begins once the second factor stands.</summary>
    public string Next { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() is null ? RedirectToPage("StaffSignIn") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is not { } account) return RedirectToPage("StaffSignIn");
        if (!ModelState.IsValid) return Page();
        if (!await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, Secret.Clean(Input.Code)))
        {
            ModelState.AddModelError("Input.Code", "Dieser Code stimmt nicht. Stimmt die Uhrzeit Ihres Telefons?");
            return Page();
        }

        await users.SetTwoFactorEnabledAsync(account, true);
        RecoveryCodes = [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(account, 10))!];
        await signIn.SignInAsync(account, isPersistent: false);
        Next = StaffStart.For(await signIn.CreateUserPrincipalAsync(account));
        return Page();
    }

    private async Task<Account?> LoadAsync()
    {
        if (User.Identity?.IsAuthenticated != true || await users.GetUserAsync(User) is not { PasswordHash: not null, TwoFactorEnabled: false } account) return null;
        var key = await users.GetAuthenticatorKeyAsync(account);
        if (key is null)
        {
            await users.ResetAuthenticatorKeyAsync(account);
            key = (await users.GetAuthenticatorKeyAsync(account))!;
        }

        Key = Secret.Grouped(key);
        var address = $"otpauth://totp/Kongress:{UrlEncoder.Default.Encode(account.Email!)}?secret={key}&issuer=Kongress&digits=6";
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        Picture = "data:image/png;base64," + Convert.ToBase64String(new PngByteQRCode(data).GetGraphic(6));
        return account;
    }

    public sealed class InputModel
    {
        [Display(Name = "Code aus der App"), Required(ErrorMessage = "Bitte geben Sie den Code aus der App ein."), StringLength(20, ErrorMessage = "Der Code hat sechs Ziffern.")]
        public string? Code { get; set; }
    }
}
