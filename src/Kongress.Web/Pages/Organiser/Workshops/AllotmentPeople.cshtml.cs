using Kongress.Conferences;
using Kongress.Shared;
using Kongress.Workshops.Allotment;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kongress.Web.Pages.Organiser.Workshops;

/// <summary>Everybody who wished, with what the preview gives them; and whoever is found by name, for a seat by hand.</summary>
public sealed class AllotmentPeopleModel(CurrentConference current, AllotmentLists lists) : PageModel
{
    private const string Without = "ohne";
    private const string ByHand = "hand";

    public string Search { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Results { get; private set; } = [];

    public bool HasPlan { get; private set; }

    public IReadOnlyList<PlanPerson> People { get; private set; } = [];

    /// <summary>Found by the search, and without wishes.</summary>
    public IReadOnlyList<(Guid Id, string Name, string Organisation)> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? suche, string? ergebnis, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        Search = suche is { Length: > 200 } ? suche[..200] : suche ?? "";
        Results = [new("Alle", "", ergebnis is not (Without or ByHand)), new("Ohne Platz", Without, ergebnis == Without), new("Von Hand festgelegt", ByHand, ergebnis == ByHand)];
        var plan = (await lists.FindAsync(conference, ct)).Plan;
        HasPlan = plan is not null;
        var words = SearchForm.Query(Search);
        People = [.. (plan?.People ?? []).Where(p => words.All(word => p.Registration.SearchText.Contains(" " + word, StringComparison.Ordinal)) && Fits(p, ergebnis))];
        var wishing = (plan?.People ?? []).Select(p => p.Registration.Id).ToHashSet();
        Others = [.. (await lists.SearchAsync(conference.Id, Search, ct)).Where(o => !wishing.Contains(o.Id))];
        return Page();
    }

    private static bool Fits(PlanPerson person, string? result) => result switch
    {
        Without => person.Best is null,
        ByHand => person.Wishes.Any(w => w.Reason is not null),
        _ => true,
    };
}
