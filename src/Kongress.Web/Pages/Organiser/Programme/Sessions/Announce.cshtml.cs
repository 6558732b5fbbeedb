using Kongress.Programme.Board;
using Kongress.Programme.Sessions;
using Kongress.Speakers;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Programme.Sessions;

/// <summary>Tells the people on a session what was decided; first it says who gets a mail and who has to be called.</summary>
public sealed class AnnounceModel(PlanReader plan, SessionDesk desk) : PageModel
{
    public Draft Draft { get; private set; } = null!;

    public Session Session { get; private set; } = null!;

    public IReadOnlyList<Speaker> Told { get; private set; } = [];

    public IEnumerable<Speaker> Reachable => Told.Where(s => s.Contact.Addresses.Any());

    public IEnumerable<Speaker> Unreachable => Told.Where(s => !s.Contact.Addresses.Any());

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        return Session.AwaitsAnnouncement ? Page() : RedirectToPage("Details", new { id });
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var written = await desk.AnnounceAsync(Draft.Conference.Id, id, User.AccountId(), ct);
        var calls = Unreachable.Select(s => s.Profile.FullName).ToList();
        this.Announce((written switch { 0 when !Session.AwaitsAnnouncement => "Diese Entscheidung war schon mitgeteilt.", 0 => "Die Entscheidung ist als mitgeteilt vermerkt.", 1 => "Eine E-Mail ist unterwegs.", _ => $"{written} E-Mails sind unterwegs." })
            + (calls.Count > 0 && Session.AwaitsAnnouncement ? $" Bitte rufen Sie an: {string.Join(", ", calls)}." : ""));
        return RedirectToPage("Details", new { id });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await plan.SessionAsync(id, ct) is not var (draft, session)) return false;
        (Draft, Session) = (draft, session);
        Told = [.. session.ToTell().Select(p => draft.Speakers[p.SpeakerId]).DistinctBy(s => s.Id)];
        return true;
    }
}
