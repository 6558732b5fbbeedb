using Kongress.CheckIns;
using Kongress.Conferences;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Door;

/// <summary>Which door does this device stand at?</summary>
public sealed class IndexModel(CurrentConference current, CheckInDesk desk, CheckInQueries queries, WorkshopDoors workshops, TimeProvider clock) : PageModel
{
    public Conference? Conference { get; private set; }

    public IReadOnlyList<DoorCount> Counts { get; private set; } = [];

    public IReadOnlySet<Guid> Open { get; private set; } = new HashSet<Guid>();

    /// <summary>Those that are not over, by their start.</summary>
    public IReadOnlyList<WorkshopDoorRow> Workshops { get; private set; } = [];

    public IReadOnlySet<Guid> OpenWorkshops { get; private set; } = new HashSet<Guid>();

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return;
        Conference = conference;
        var lists = await desk.EnsureListsAsync(conference, ct);
        Open = lists.Where(l => l.IsOpen(conference, clock.GetUtcNow())).Select(l => l.Id).ToHashSet();
        Counts = await queries.CountsAsync(conference.Id, ct);
        var now = clock.GetUtcNow();
        Workshops = [.. (await workshops.AllAsync(conference.Id, ct)).Where(w => w.Workshop.Place.EndsAt > now)];
        OpenWorkshops = Workshops.Where(w => WorkshopDoor.IsOpen(w.Workshop, now)).Select(w => w.ListId).ToHashSet();
    }
}
