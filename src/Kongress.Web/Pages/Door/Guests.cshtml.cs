using Kongress.CheckIns;
using Kongress.Conferences;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Door;

/// <summary>Who has a seat in a workshop and who is here, to tick off. Only for the doors of workshops.</summary>
public sealed class GuestsModel(CurrentConference current, WorkshopDoors workshops) : PageModel
{
    public Conference Conference { get; private set; } = null!;

    public WorkshopDoorRow Door { get; private set; } = null!;

    public IReadOnlyList<WorkshopGuest> Guests { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid listId, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference || await workshops.FindAsync(conference.Id, listId, ct) is not { } door) return NotFound();
        (Conference, Door, Guests) = (conference, door, await workshops.GuestsAsync(door, ct));
        return Page();
    }
}
