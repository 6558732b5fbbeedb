using Kongress.Conferences;
using Kongress.Workshops.Allotment;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Workshops.Allotment;

/// <summary>Everybody who wished, with what the preview gives them; and whoever is found by name, for a seat by hand.</summary>
public sealed class PeopleModel(CurrentConference current, AllotmentLists lists) : PageModel
{
    public Conference Conference { get; private set; } = null!;

    public AllotmentState State { get; private set; } = null!;

    public PeopleFilter Filter { get; private set; } = null!;

    public IReadOnlyList<PlanPerson> People { get; private set; } = [];

    /// <summary>Found by the search, and without wishes.</summary>
    public IReadOnlyList<(Guid Id, string Name, string Organisation)> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? suche, string? ergebnis, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        Conference = conference;
        Filter = PeopleFilter.Of(suche, ergebnis, findsOthers: true);
        State = await lists.FindAsync(conference, ct);
        var all = State.Plan?.People ?? [];
        People = Filter.Find(all);
        var wishing = all.Select(p => p.Registration.Id).ToHashSet();
        Others = [.. (await lists.SearchAsync(conference.Id, Filter.Search, ct)).Where(o => !wishing.Contains(o.Id))];
        return Page();
    }
}
