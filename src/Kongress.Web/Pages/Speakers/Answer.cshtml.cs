using Kongress.Conferences;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Speakers;

/// <summary>The link of an invitation: opening it shows, a button answers. It is the right to answer; no account is needed.</summary>
[EnableRateLimiting(RateLimits.Links)]
public sealed class AnswerModel(ParticipationDesk desk, CurrentConference current, IStringLocalizer<Texts> text) : PageModel
{
    [BindProperty]
    public AnswerInput Answer { get; set; } = new();

    public Invitation? Invitation { get; private set; }

    public string Contact { get; private set; } = "";

    /// <summary>The person was taken off, or people have been told that the session is off.</summary>
    public bool IsOff => Invitation is { } i && (i.Participation.State is ParticipationState.Cancelled || i.Session.AnnouncedState is SessionState.Cancelled or SessionState.Rejected);

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken ct)
    {
        await LoadAsync(secret, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken ct)
    {
        await LoadAsync(secret, ct);
        if (Invitation is null || IsOff || Answer.Read(ModelState, text) is not var (choice, word)) return Page();
        switch (await desk.AnswerAsync(secret, choice, word, ct))
        {
            case AnswerOutcome.Recorded:
                this.Announce(SpeakerPageTexts.Thanks(text, choice));
                return RedirectToPage(new { secret });
            case AnswerOutcome.LinkEnded or AnswerOutcome.TakenOff:
                await LoadAsync(secret, ct);
                return Page();
            default:
                throw new InvalidOperationException("No such outcome.");
        }
    }

    private async Task LoadAsync(string secret, CancellationToken ct)
    {
        Invitation = await desk.OpenAsync(secret, ct);
        Contact = (Invitation?.Conference ?? await current.FindAsync(ct))?.ContactEmail ?? "";
        if (Invitation is null) Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
