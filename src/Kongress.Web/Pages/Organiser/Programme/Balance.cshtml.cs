using Kongress.Dashboard;
using Kongress.Programme;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Kongress.Speakers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Programme;

/// <summary>Who stands on stage, in all and session by session.</summary>
public sealed class BalanceModel(PlanReader plan) : PageModel
{
    private const string Unknown = "ohne Angabe";

    /// <summary>"true": only those who said yes.</summary>
    [BindProperty(SupportsGet = true, Name = "zugesagt")]
    public string? OnlyAccepted { get; set; }

    public Balance Balance { get; private set; } = null!;

    // A level that nobody speaks for is what this page is about: it stands there with its zero.
    public IReadOnlyList<Figure> Levels => [.. Enum.GetValues<AdministrativeLevel>().Select(l => new Figure(l.Name(), Balance.People.Levels.GetValueOrDefault(l))), .. Rest(Balance.People.WithoutLevel)];

    public IReadOnlyList<Figure> Laender => [.. Enum.GetValues<Land>().Select(l => new Figure(l.Name(), Balance.People.Laender.GetValueOrDefault(l))), .. Rest(Balance.People.WithoutLand)];

    public IReadOnlyList<Figure> Genders => [.. Enum.GetValues<Gender>().Select(g => new Figure(PlanTexts.Name(g), Balance.People.Genders.GetValueOrDefault(g)))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await plan.FindAsync(ct) is not { } draft) return RedirectToPage("/Organiser/Index");
        Balance = Balance.Of(draft, OnlyAccepted is "true");
        return Page();
    }

    /// <summary>"2 Bund, 1 Land, 1 ohne Angabe"; a dash where there is nothing.</summary>
    internal static string Words<T>(IReadOnlyDictionary<T, int> counts, Func<T, string> name, int without) where T : struct, Enum
    {
        var parts = counts.OrderBy(c => c.Key).Select(c => $"{c.Value} {name(c.Key)}").ToList();
        if (without > 0) parts.Add($"{without} {Unknown}");
        return parts.Count == 0 ? "–" : string.Join(", ", parts);
    }

    /// <summary>A panel of several on which nobody speaks for a municipality.</summary>
    internal static bool LacksMunicipality(Session session, BalanceCount count) => session.Content.Kind is SessionKind.Panel && count.All > 1 && !count.Levels.ContainsKey(AdministrativeLevel.Kommune);

    private static IEnumerable<Figure> Rest(int without) => without > 0 ? [new Figure(Unknown, without)] : [];
}
