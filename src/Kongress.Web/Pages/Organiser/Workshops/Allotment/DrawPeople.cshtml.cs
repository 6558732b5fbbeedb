using Kongress.Conferences;
using Kongress.Workshops.Allotment;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Workshops.Allotment;

/// <summary>Everybody who took part in a published draw, with what they got.</summary>
public sealed class DrawPeopleModel(CurrentConference current, AllotmentLists lists) : PageModel
{
    public Conference Conference { get; private set; } = null!;

    public PublishedDraw Draw { get; private set; } = null!;

    public PeopleFilter Filter { get; private set; } = null!;

    public IReadOnlyList<PlanPerson> People { get; private set; } = [];

    /// <summary>How many took part who are not stored any more.</summary>
    public int Erased { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid draw, string? suche, string? ergebnis, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference || await lists.DrawAsync(conference.Id, draw, ct) is not { } found) return NotFound();
        (Conference, Draw) = (conference, found);
        Filter = PeopleFilter.Of(suche, ergebnis, findsOthers: false);
        var all = await lists.PeopleAsync(found, ct);
        People = Filter.Find(all);
        Erased = (found.Counts?.People ?? 0) - all.Count;
        return Page();
    }
}
