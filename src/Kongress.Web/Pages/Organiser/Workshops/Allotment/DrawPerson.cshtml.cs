using Kongress.Conferences;
using Kongress.Workshops.Allotment;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Workshops.Allotment;

/// <summary>Why one person got what they got in a published draw.</summary>
public sealed class DrawPersonModel(CurrentConference current, AllotmentLists lists) : PageModel
{
    public Conference Conference { get; private set; } = null!;

    public PublishedDraw Draw { get; private set; } = null!;

    public PlanPerson Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid draw, Guid registration, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference || await lists.DrawAsync(conference.Id, draw, ct) is not { } found) return NotFound();
        if (await lists.PersonAsync(found, registration, ct) is not { } person) return NotFound();
        (Conference, Draw, Person) = (conference, found, person);
        return Page();
    }
}
