using Kongress.Conferences;
using Kongress.Registrations;
using Kongress.Registrations.Care;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Organiser.Support;

/// <summary>Who needs what: for the role Betreuung alone. Every look is written down.</summary>
public sealed class IndexModel(CurrentConference current, DisclosureDesk desk, InterpreterDesk interpreting, IStringLocalizer<Texts> text) : PageModel
{
    public Conference? Conference { get; private set; }

    public IReadOnlyList<PersonWithNeeds> People { get; private set; } = [];

    public InterpreterState? Interpreters { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Conference = await current.FindAsync(ct);
        if (Conference is null) return;
        Interpreters = await interpreting.LookAsync(Conference, ct);
        People = await desk.LookAtNeedsAsync(Conference.Id, User.AccountId(), ct);
    }

    /// <summary>How many asked for each kind of support, the most wanted first.</summary>
    public IEnumerable<(string Name, int Count)> NeedCounts => Needs(Assistance.None, People)
        .Select(need => (HealthTexts.Name(text, need), People.Count(p => p.Needs.HasFlag(need)))).OrderByDescending(n => n.Item2);

    /// <summary>The same for diets: numbers for the caterer, without names.</summary>
    public IEnumerable<(string Name, int Count)> DietCounts => People.Where(p => p.Diet is not Diet.NoAnswer).CountBy(p => p.Diet)
        .Select(d => (HealthTexts.Name(text, d.Key), d.Value)).OrderByDescending(d => d.Value);

    public string NeedsOf(PersonWithNeeds person) => string.Join("; ", Needs(person.Needs, []).Select(need => HealthTexts.Name(text, need)));

    public string DietOf(PersonWithNeeds person) => person.Diet is Diet.NoAnswer ? "" : HealthTexts.Name(text, person.Diet);

    private static IEnumerable<Assistance> Needs(Assistance of, IReadOnlyList<PersonWithNeeds> people) => Enum.GetValues<Assistance>()
        .Where(need => need != Assistance.None && (of.HasFlag(need) || people.Any(p => p.Needs.HasFlag(need))));
}
