using Kongress.Programme.Board;
using Kongress.Programme.Sessions;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Programme.Sessions;

/// <summary>Writes a session: a new one, or all that is told about one.</summary>
public sealed class EditModel(PlanReader plan, SessionDesk desk) : PageModel
{
    [BindProperty]
    public SessionInput Input { get; set; } = new();

    public Draft Draft { get; private set; } = null!;

    /// <summary>Null: a new one.</summary>
    public Session? Session { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } missing) return missing;
        if (Session is not null) Input = SessionInput.From(Session);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } missing) return missing;
        if (Input.TrackId is { } track && Draft.Tracks.All(t => t.Id != track)) ModelState.AddModelError("Input.TrackId", "Dieses Thema gibt es nicht mehr. Bitte wählen Sie ein anderes.");
        if (!ModelState.IsValid) return Page();

        var (content, notes) = (Input.ToContent(), Clean.Text(Input.Notes));
        if (Session is null)
        {
            var created = await desk.CreateAsync(Draft.Conference.Id, content, notes, User.AccountId(), ct);
            this.Announce("Der Programmpunkt ist angelegt. Als Nächstes: Mitwirkende eintragen.");
            return RedirectToPage("Details", new { id = created.Id });
        }

        switch (await desk.EditAsync(Draft.Conference.Id, Session.Id, Input.Version, content, notes, User.AccountId(), ct))
        {
            case SaveOutcome.Saved:
                this.Announce("Gespeichert. Öffentlich wird es mit der nächsten Fassung.");
                return RedirectToPage("Details", new { id });
            case SaveOutcome.ChangedMeanwhile:
                // The next press saves over the other's edit: the person has been told and can look at it first.
                ModelState.Remove("Input.Version");
                Input.Version = (await desk.FindAsync(Draft.Conference.Id, Session.Id, ct))?.Version ?? default;
                ModelState.AddModelError("", PlanTexts.ChangedMeanwhile);
                return Page();
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult?> LoadAsync(Guid? id, CancellationToken ct)
    {
        if (await plan.FindAsync(ct) is not { } draft) return RedirectToPage("/Organiser/Index");
        Draft = draft;
        Session = id is { } known ? draft.Sessions.GetValueOrDefault(known) : null;
        return id is not null && Session is null ? NotFound() : null;
    }
}
