using Kongress.Programme;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Programme.Tracks;

/// <summary>Takes a theme away; its sessions have none then.</summary>
public sealed class DeleteModel(PlanReader plan, RoomDesk desk) : PageModel
{
    private Guid conferenceId;

    public Track Track { get; private set; } = null!;

    /// <summary>Sessions that have it.</summary>
    public int Uses { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || !await desk.DeleteTrackAsync(conferenceId, id, User.AccountId(), ct)) return NotFound();
        this.Announce($"Das Thema „{Track.Name}“ ist gelöscht.");
        return RedirectToPage("Index");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await plan.FindAsync(ct) is not { } draft || draft.Tracks.FirstOrDefault(t => t.Id == id) is not { } track) return false;
        (conferenceId, Track, Uses) = (draft.Conference.Id, track, draft.Sessions.Values.Count(s => s.Content.TrackId == id));
        return true;
    }
}
