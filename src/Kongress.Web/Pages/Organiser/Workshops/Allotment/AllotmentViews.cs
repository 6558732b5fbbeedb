using Kongress.Shared;
using Kongress.Workshops.Allotment;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kongress.Web.Pages.Organiser.Workshops.Allotment;

/// <summary>A draw in numbers and tables.</summary>
/// <param name="Sessions">Those whose workshop has a page.</param>
public sealed record CountsView(PlanCounts Counts, ConferenceTime Time, IReadOnlySet<Guid> Sessions, bool IsPublished);

/// <summary>The wishes of one person and what a draw made of them.</summary>
public sealed record WishesView(PlanPerson Person, ConferenceTime Time, bool IsPublished);

/// <summary>Who took part in a draw, as far as searched for.</summary>
/// <param name="Published">Null: it is the preview.</param>
public sealed record PeopleView(IReadOnlyList<PlanPerson> People, PublishedDraw? Published);

/// <summary>The search over those who took part, and its form.</summary>
/// <param name="Result">"ohne", "hand"; anything else: everybody.</param>
/// <param name="FindsOthers">People without wishes are looked for as well.</param>
public sealed record PeopleFilter(string Search, string? Result, bool FindsOthers)
{
    private const string Without = "ohne";
    private const string ByHand = "hand";
    private const int Longest = 200;

    public IReadOnlyList<SelectListItem> Results => [new("Alle", "", Result is not (Without or ByHand)), new("Ohne Platz", Without, Result == Without), new("Von Hand festgelegt", ByHand, Result == ByHand)];

    public static PeopleFilter Of(string? search, string? result, bool findsOthers) => new(search is { Length: > Longest } ? search[..Longest] : search ?? "", result, findsOthers);

    public IReadOnlyList<PlanPerson> Find(IEnumerable<PlanPerson> people)
    {
        var words = SearchForm.Query(Search);
        return [.. people.Where(p => words.All(word => p.Registration.SearchText.Contains(" " + word, StringComparison.Ordinal)) && Fits(p))];
    }

    private bool Fits(PlanPerson person) => Result switch
    {
        Without => person.Best is null,
        ByHand => person.Wishes.Any(w => w.Reason is not null),
        _ => true,
    };
}
