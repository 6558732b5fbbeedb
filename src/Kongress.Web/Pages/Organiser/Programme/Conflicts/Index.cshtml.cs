using System.Globalization;
using Kongress.Programme.Board;
using Kongress.Programme.Conflicts;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Kongress.Web.Pages.Organiser.Programme.Board;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kongress.Web.Pages.Organiser.Programme.Conflicts;

/// <summary>Everything that does not fit, the worst first. Filters that cannot be read count as not given.</summary>
public sealed class IndexModel(PlanReader plan, SessionDesk desk, TimeProvider clock) : PageModel
{
    private const int PageSize = 100;

    private IReadOnlyList<Conflict> all = [];

    [BindProperty(SupportsGet = true, Name = "suche")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "schwere")]
    public string? Severity { get; set; }

    [BindProperty(SupportsGet = true, Name = "art")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "tag")]
    public string? Day { get; set; }

    [BindProperty(SupportsGet = true, Name = "hingenommen")]
    public string? WithAccepted { get; set; }

    [BindProperty(SupportsGet = true, Name = "seite")]
    public string? PageText { get; set; }

    public Draft Draft { get; private set; } = null!;

    public IReadOnlyList<Conflict> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages { get; private set; }

    public int Number { get; private set; }

    public bool IsFiltered => new[] { Search, Severity, Kind, Day, WithAccepted }.Any(value => !string.IsNullOrWhiteSpace(value));

    public int AcceptedCount => all.Count(IsAccepted);

    public IEnumerable<SelectListItem> Severities => Counted(c => c.Severity, ConflictTexts.Plural, Severity).Reverse();

    public IEnumerable<SelectListItem> Kinds => Counted(c => c.Kind, ConflictTexts.Name, Kind);

    public IEnumerable<SelectListItem> Days => BoardState.Days(Draft).Select(day => (Text: ConferenceTime.DayText(day), Value: Written(day))).Select(d => new SelectListItem(d.Text, d.Value, d.Value == Day));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await plan.FindAsync(ct) is not { } draft) return RedirectToPage("/Organiser/Index");
        Draft = draft;
        all = ConflictFinder.Find(draft, clock.GetUtcNow());
        var words = SearchForm.Query(Search is { Length: > 200 } ? Search[..200] : Search);
        var found = all.Where(c =>
            (WithAccepted is "true" || !IsAccepted(c))
            && (Severity is not { Length: > 0 } severity || c.Severity.ToString() == severity || !Enum.GetNames<Severity>().Contains(severity))
            && (Kind is not { Length: > 0 } kind || c.Kind.ToString() == kind || !Enum.GetNames<ConflictKind>().Contains(kind))
            && (Day is not { Length: > 0 } day || (DayOf(c) is { } own && Written(own) == day))
            && (words.Count == 0 || Holds(c, words))).ToList();
        Total = found.Count;
        Pages = Math.Max(1, (Total + PageSize - 1) / PageSize);
        Number = Math.Clamp(int.TryParse(PageText, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1, 1, Pages);
        Rows = found.GetRange((Number - 1) * PageSize, Math.Min(PageSize, Total - (Number - 1) * PageSize));
        return Page();
    }

    /// <summary>Takes it back that a conflict may stay.</summary>
    public async Task<IActionResult> OnPostReopenAsync(string? konflikt, CancellationToken ct)
    {
        if (await plan.FindAsync(ct) is not { } draft || konflikt is null || !draft.Accepted.ContainsKey(konflikt)) return NotFound();
        await desk.AcceptConflictAsync(draft.Conference.Id, konflikt, null, User.AccountId(), ct);
        this.Announce("Der Konflikt ist wieder offen.");
        return RedirectToPage();
    }

    /// <summary>The day of the board on which it is; null: it has no place.</summary>
    public DateOnly? DayOf(Conflict conflict) => Slot(conflict.SlotId) is { } slot ? BoardState.DayOf(Draft.Conference, slot.StartsAt) : null;

    /// <summary>What it is about and what stands on the other side.</summary>
    public IEnumerable<Session> SessionsOf(Conflict conflict) =>
        new[] { conflict.SessionId, Slot(conflict.SlotId)?.SessionId, Slot(conflict.OtherSlotId)?.SessionId }.OfType<Guid>().Distinct().Select(id => Draft.Sessions.GetValueOrDefault(id)).OfType<Session>();

    private bool IsAccepted(Conflict conflict) => Draft.Accepted.ContainsKey(conflict.Key);

    private Slot? Slot(Guid? id) => id is null ? null : Draft.Slots.FirstOrDefault(s => s.Id == id);

    private bool Holds(Conflict conflict, IReadOnlyList<string> words)
    {
        var text = SearchForm.Index(ConflictTexts.Sentence(Draft, conflict));
        return words.All(word => text.Contains(" " + word, StringComparison.Ordinal));
    }

    private IEnumerable<SelectListItem> Counted<T>(Func<Conflict, T> of, Func<T, string> name, string? chosen) where T : struct, Enum =>
        all.Where(c => WithAccepted is "true" || !IsAccepted(c)).GroupBy(of).OrderBy(g => g.Key).Select(g => new SelectListItem($"{name(g.Key)} ({g.Count()})", g.Key.ToString(), g.Key.ToString() == chosen));

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
