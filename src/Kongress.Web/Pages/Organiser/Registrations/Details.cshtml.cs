using Kongress.Conferences;
using Kongress.Dashboard;
using Kongress.Registrations;
using Kongress.Web.Hosting;
using Kongress.Web.Pages.Organiser.Mails;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Registrations;

/// <summary>One registration with all that happened to it, and what an organiser can do about it. Answers about health are not here.</summary>
public sealed class DetailsModel(Subject subject, ReviewDesk desk) : PageModel
{
    /// <summary>A point of the history, newest first.</summary>
    public sealed record Event(DateTimeOffset At, string What, string? Detail, string? Who, (string Kind, string Word)? Badge = null, string? Link = null);

    public Conference Conference { get; private set; } = null!;

    public RegistrationDetails Details { get; private set; } = null!;

    public Registration Registration => Details.Registration;

    public bool CanDecide => Registration.Status is RegistrationStatus.UnderReview;

    public bool CanSubstitute => Registration.Status is RegistrationStatus.Confirmed or RegistrationStatus.UnderReview && Registration.HoldsPlace;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostApproveAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        this.Announce(OrganiserTexts.For(await desk.ApproveAsync(id, User.AccountId(), ct)));
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostResendAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        this.Announce(await desk.ResendAsync(id, User.AccountId(), ct)
            ? "Die Nachricht zum jetzigen Stand ist noch einmal unterwegs."
            : "Diese Anmeldung ist beendet; es gibt keine Nachricht, die noch einmal gesendet werden könnte.");
        return RedirectToPage(new { id });
    }

    /// <summary>Decisions, mails and tickets in one line of time.</summary>
    public IEnumerable<Event> Events => Details.Changes
        .Select(c => new Event(c.At, OrganiserTexts.Action(c.Action) + (c.Workshop is { } title ? $": {title}" : ""), OrganiserTexts.Detail(c.Detail), c.IsOwner ? "die Person selbst" : c.Actor))
        .Concat(Details.Mails.Select(m => new Event(m.CreatedAt, $"E-Mail „{m.Subject}“", m.State is Mail.MailState.Failed ? m.LastError : null, null, MailTexts.For(m.State, m.Attempts), $"{OrganiserNavigation.Mails}/{m.Id}")))
        .Concat(Details.Scans.Select(s => new Event(s.At, $"Einlass „{s.Door}“: {OrganiserTexts.Door(s.Answer, s.Admits)}", s.UndoneAt is { } undone ? $"Zurückgenommen um {Conference.Time.TimeText(undone)}" : null, null)))
        .Append(new Event(Registration.SubmittedAt, "Anmeldung abgeschickt", null, null))
        .OrderByDescending(e => e.At);

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await subject.FindAsync(id, ct) is not var (conference, details)) return false;
        (Conference, Details) = (conference, details);
        return true;
    }
}
