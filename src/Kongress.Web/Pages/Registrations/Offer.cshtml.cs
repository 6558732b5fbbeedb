using Kongress.Conferences;
using Kongress.Registrations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Registrations;

/// <summary>The link of an offer: opening it shows, a button answers.</summary>
public sealed class OfferModel(RegistrationDesk desk, CurrentConference current) : PageModel
{
    public Registration? Registration { get; private set; }

    public Conference? Conference { get; private set; }

    public OfferOutcome? Outcome { get; private set; }

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken ct)
    {
        Registration = await desk.FindByOfferLinkAsync(secret, ct);
        Conference = await current.FindAsync(ct);
        if (Registration is null) return Answer(OfferOutcome.UnknownLink);
        if (Registration.Status is RegistrationStatus.Confirmed) return Answer(OfferOutcome.AlreadyAccepted);
        return Registration.Status is RegistrationStatus.Offered ? Page() : Answer(OfferOutcome.Ended);
    }

    public async Task<IActionResult> OnPostAcceptAsync(string secret, CancellationToken ct) => Answer(await desk.AcceptOfferAsync(secret, ct));

    public async Task<IActionResult> OnPostDeclineAsync(string secret, CancellationToken ct) => Answer(await desk.DeclineOfferAsync(secret, ct));

    private PageResult Answer(OfferOutcome outcome)
    {
        Outcome = outcome;
        if (outcome is OfferOutcome.UnknownLink) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
