using Kongress.Accounts;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Kongress.Web.Pages.Accounts;

/// <summary>The link of the mail: opening it shows a button, pressing it signs in. Mail gateways open links, they press nothing.</summary>
[EnableRateLimiting(RateLimits.Links)]
public sealed class SignInLinkModel(SignInDesk desk, SignInManager<Account> signIn) : PageModel
{
    public bool IsOpen { get; private set; }

    public async Task OnGetAsync(string secret, CancellationToken ct)
    {
        IsOpen = await desk.LinkIsOpenAsync(secret, ct);
        if (!IsOpen) Response.StatusCode = StatusCodes.Status404NotFound;
    }

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken ct)
    {
        if (await desk.UseLinkAsync(secret, ct) is not { } account)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        await signIn.SignInAsync(account, isPersistent: true);
        return LocalRedirect((TempData.Peek(SignInModel.BackKey) as string).LocalOr(Addresses.MyConference));
    }
}
