using Kongress.Conferences;
using Kongress.Registrations.Invitations;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Kongress.Web.Pages.Registrations;

/// <summary>The link of a personal invitation: opening it shows, a button answers.</summary>
[EnableRateLimiting(RateLimits.Links)]
public sealed class InvitationModel(CurrentConference current, InvitationDesk desk, RegistrationDrafts drafts) : PageModel
{
    public Conference? Conference { get; private set; }

    public Invitation? Invitation { get; private set; }

    /// <summary>Null: nobody knows the link.</summary>
    public InvitationState? State { get; private set; }

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken ct) => await LoadAsync(secret, ct) ? Page() : NotFoundPage();

    /// <summary>Takes the invitation along into the registration.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(string secret, CancellationToken ct)
    {
        if (!await LoadAsync(secret, ct)) return NotFoundPage();
        if (State is not InvitationState.Open) return Page();
        var draft = drafts.Open(HttpContext);
        // The link that was followed last counts.
        draft.Code = null;
        draft.Invitation = secret;
        draft.Email = Invitation!.Email;
        drafts.Keep(HttpContext, draft);
        return RedirectToPage("Register");
    }

    public async Task<IActionResult> OnPostDeclineAsync(string secret, CancellationToken ct)
    {
        if (!await LoadAsync(secret, ct)) return NotFoundPage();
        await desk.DeclineAsync(Conference!.Id, secret, ct);
        await LoadAsync(secret, ct);
        return Page();
    }

    private async Task<bool> LoadAsync(string secret, CancellationToken ct)
    {
        Conference = await current.FindAsync(ct);
        if (Conference is null || await desk.FindAsync(Conference.Id, secret, ct) is not var (invitation, state)) return false;
        (Invitation, State) = (invitation, state);
        return true;
    }

    private PageResult NotFoundPage()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
