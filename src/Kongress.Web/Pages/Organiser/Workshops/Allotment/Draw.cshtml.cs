using Kongress.Conferences;
using Kongress.Workshops.Allotment;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Workshops.Allotment;

/// <summary>A published draw in numbers, as it was given: whatever has changed since does not change it.</summary>
public sealed class DrawModel(CurrentConference current, AllotmentLists lists) : PageModel
{
    public Conference Conference { get; private set; } = null!;

    public PublishedDraw Draw { get; private set; } = null!;

    /// <summary>Those whose workshop has a page.</summary>
    public IReadOnlySet<Guid> Sessions { get; private set; } = new HashSet<Guid>();

    public async Task<IActionResult> OnGetAsync(Guid draw, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference || await lists.DrawAsync(conference.Id, draw, ct) is not { } found) return NotFound();
        (Conference, Draw) = (conference, found);
        Sessions = await lists.SessionsAsync(conference.Id, ct);
        return Page();
    }
}
