using Kongress.Conferences;
using Kongress.Registrations.Invitations;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Places;

/// <summary>One personal invitation: sent again or taken back.</summary>
public sealed class InvitationModel(CurrentConference current, InvitationDesk desk, SentInvitationDesk sent) : PageModel
{
    public InvitationRow Row { get; private set; } = null!;

    public ConferenceTime Time { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference || await desk.FindRowAsync(conference.Id, id, ct) is not { } row) return NotFound();
        (Row, Time) = (row, conference.Time);
        return Page();
    }

    public async Task<IActionResult> OnPostSendAsync(Guid id, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return NotFound();
        return await sent.ResendAsync(conference.Id, id, User.AccountId(), ct) switch
        {
            ResendOutcome.NotFound => NotFound(),
            ResendOutcome.Sent => Done(id, "Die Einladung ist noch einmal unterwegs."),
            ResendOutcome.JustSent => Done(id, "Die Einladung ging gerade erst hinaus; wir haben sie nicht noch einmal gesendet."),
            ResendOutcome.NotOpen => Done(id, "Diese Einladung ist nicht mehr offen; wir haben nichts gesendet."),
        };
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return NotFound();
        return await sent.WithdrawAsync(conference.Id, id, User.AccountId(), ct) switch
        {
            WithdrawOutcome.NotFound => NotFound(),
            WithdrawOutcome.Withdrawn => Done(id, "Die Einladung ist zurückgezogen. Der Link darin gilt nicht mehr."),
            WithdrawOutcome.WithdrawnWithPlace => Done(id, "Die Einladung ist zurückgezogen, und der Platz ist wieder frei. Wer darauf wartet, wird gefragt."),
            WithdrawOutcome.Registered => Done(id, "Die Person ist inzwischen angemeldet. Stornieren können Sie die Anmeldung selbst."),
            WithdrawOutcome.Ended => Done(id, "Diese Einladung gilt schon nicht mehr."),
        };
    }

    private RedirectToPageResult Done(Guid id, string said)
    {
        this.Announce(said);
        return RedirectToPage(new { id });
    }
}
