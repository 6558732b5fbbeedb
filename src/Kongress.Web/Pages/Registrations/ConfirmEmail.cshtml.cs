using Kongress.Registrations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Registrations;

/// <summary>The link of the confirmation mail: opening it shows, pressing the button acts.</summary>
public sealed class ConfirmEmailModel(RegistrationDesk desk) : PageModel
{
    public Registration? Registration { get; private set; }

    public ConfirmEmailOutcome? Outcome { get; private set; }

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken ct)
    {
        Registration = await desk.FindByConfirmLinkAsync(secret, ct);
        return Registration is null ? NotFoundPage() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken ct)
    {
        (Outcome, _) = await desk.ConfirmEmailAsync(secret, ct);
        if (Outcome is ConfirmEmailOutcome.UnknownLink) return NotFoundPage();
        Registration = await desk.FindByConfirmLinkAsync(secret, ct);
        return Page();
    }

    private PageResult NotFoundPage()
    {
        Outcome = ConfirmEmailOutcome.UnknownLink;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
