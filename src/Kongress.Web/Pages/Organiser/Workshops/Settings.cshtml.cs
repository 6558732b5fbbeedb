using Kongress.Conferences;
using Kongress.Programme.Sessions;
using Kongress.Web.Hosting;
using Kongress.Workshops;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Workshops;

/// <summary>Limits the seats of a session and says how they are given.</summary>
public sealed class SettingsModel(CurrentConference current, SessionDesk sessions, WorkshopDesk desk, WorkshopLists lists) : PageModel
{
    [BindProperty]
    public SettingsInput Input { get; set; } = new();

    public Conference Conference { get; private set; } = null!;

    public Session Session { get; private set; } = null!;

    /// <summary>Null: the session has no limited seats yet.</summary>
    public Workshop? Workshop { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        Input = SettingsInput.From(Workshop?.Version ?? Guid.Empty, Workshop?.Settings ?? SettingsInput.Usual(Conference), Conference.Time);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        if (!Conference.Time.TryInstant(Input.OpensAt!.Value, out var opensAt)) ModelState.AddModelError("Input.OpensAt", "Diese Uhrzeit gibt es an dem Tag nicht: Die Uhren werden vorgestellt.");
        if (!Conference.Time.TryInstant(Input.ClosesAt!.Value, out var closesAt)) ModelState.AddModelError("Input.ClosesAt", "Diese Uhrzeit gibt es an dem Tag nicht: Die Uhren werden vorgestellt.");
        if (ModelState.IsValid && closesAt <= opensAt) ModelState.AddModelError("Input.ClosesAt", "Das Ende muss nach dem Anfang liegen.");
        DateTimeOffset? keptUntil = null;
        if (Input.KeptSeats is not null)
        {
            if (Input.KeptUntil is null) ModelState.AddModelError("Input.KeptUntil", "Bitte geben Sie ein, bis wann die Plätze freigehalten werden.");
            else if (Conference.Time.TryInstant(Input.KeptUntil.Value, out var until)) keptUntil = until;
            else ModelState.AddModelError("Input.KeptUntil", "Diese Uhrzeit gibt es an dem Tag nicht: Die Uhren werden vorgestellt.");
            if (Input.KeptLevels.Count == 0 && Input.KeptLands.Count == 0) ModelState.AddModelError("Input.KeptLevels", "Bitte wählen Sie, für welche Ebenen oder Länder die Plätze freigehalten werden.");
            if (Input.KeptSeats > Input.Seats) ModelState.AddModelError("Input.KeptSeats", "Freigehalten werden können höchstens so viele Plätze, wie es gibt.");
        }

        if (!ModelState.IsValid) return Page();
        switch (await desk.SaveAsync(Conference.Id, id, Input.Version, Input.ToSettings(opensAt, closesAt, keptUntil), Input.Reason, User.AccountId(), ct))
        {
            case SettingsOutcome.Saved:
                this.Announce("Gespeichert. Mehr Plätze gehen sofort an die Warteliste; werden es weniger, verliert niemand seinen Platz.");
                return RedirectToPage("Details", new { id });
            case SettingsOutcome.ReasonMissing:
                ModelState.AddModelError("Input.Reason", "Bitte nennen Sie einen Grund, wenn Sie die Warteliste anhalten, fortsetzen oder begrenzen.");
                return Page();
            case SettingsOutcome.ChangedMeanwhile:
                // The next press saves over the other's edit: the person has been told and can look at it first.
                ModelState.Remove("Input.Version");
                Input.Version = Workshop?.Version ?? Guid.Empty;
                ModelState.AddModelError("", "Die Plätze wurden inzwischen von jemand anderem geändert. Ihre Eingaben stehen noch hier und sind nicht gespeichert; speichern Sie noch einmal, wenn sie gelten sollen.");
                return Page();
            case SettingsOutcome.NotFound:
                return NotFound();
            default:
                throw new InvalidOperationException("No such outcome.");
        }
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference || await sessions.FindAsync(conference.Id, id, ct) is not { } session) return false;
        (Conference, Session) = (conference, session);
        Workshop = await lists.FindAsync(conference.Id, id, ct);
        return true;
    }
}
