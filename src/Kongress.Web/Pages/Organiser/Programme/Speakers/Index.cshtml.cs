using System.Globalization;
using Kongress.Programme.Board;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Kongress.Speakers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kongress.Web.Pages.Organiser.Programme.Speakers;

/// <summary>Everybody of the programme, and what is still missing from them.</summary>
public sealed class IndexModel(PlanReader plan) : PageModel
{
    private const int PageSize = 100;

    /// <summary>What is missing: its name in the address, its words, and who it is missing from.</summary>
    private static readonly (string Key, string Label, Func<Draft, Speaker, bool> Is)[] Gaps =
    [
        ("offen", "Antwort offen", (draft, s) => On(draft, s).Any(x => x.Participation.State is not ParticipationState.Accepted)),
        ("ohne-adresse", "Ohne E-Mail-Adresse", (_, s) => !s.Contact.Addresses.Any()),
        ("ohne-biografie", "Ohne Kurzbiografie", (_, s) => s.Profile.Biography.Length == 0),
        ("ohne-zustimmung", "Zustimmung fehlt", LacksConsent),
        ("nicht-genannt", "Noch nicht genannt", (_, s) => !s.IsNamed),
        ("nicht-da", "Noch nicht da", (draft, s) => s.ArrivedAt is null && On(draft, s).Any()),
    ];

    [BindProperty(SupportsGet = true, Name = "suche")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "nur")]
    public string? Only { get; set; }

    [BindProperty(SupportsGet = true, Name = "seite")]
    public string? PageText { get; set; }

    public Draft Draft { get; private set; } = null!;

    public IReadOnlyList<Speaker> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages { get; private set; }

    public int Number { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Gaps.Any(g => g.Key == Only);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await plan.FindAsync(ct) is not { } draft) return RedirectToPage("/Organiser/Index");
        Draft = draft;
        var words = SearchForm.Query(Search is { Length: > 200 } ? Search[..200] : Search);
        var gap = Gaps.FirstOrDefault(g => g.Key == Only);
        var found = draft.Speakers.Values
            .Where(s => string.IsNullOrWhiteSpace(Search) || (words.Count > 0 && words.All(w => s.SearchText.Contains(" " + w, StringComparison.Ordinal))))
            .Where(s => gap.Is is null || gap.Is(draft, s))
            .OrderBy(s => s.SortName, StringComparer.Ordinal).ThenBy(s => s.Id).ToList();
        Total = found.Count;
        Pages = Math.Max(1, (Total + PageSize - 1) / PageSize);
        Number = Math.Clamp(int.TryParse(PageText, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1, 1, Pages);
        Rows = found.GetRange((Number - 1) * PageSize, Math.Min(PageSize, Total - (Number - 1) * PageSize));
        return Page();
    }

    public IEnumerable<SelectListItem> Choices => Gaps.Select(g => new SelectListItem($"{g.Label} ({Draft.Speakers.Values.Count(s => g.Is(Draft, s))})", g.Key, g.Key == Only));

    public IEnumerable<string> Missing(Speaker speaker) => Gaps.Where(g => g.Key is not ("offen" or "nicht-da") && g.Is(Draft, speaker)).Select(g => g.Label);

    /// <summary>The sessions that a person is on and that may take place.</summary>
    public static IEnumerable<(Session Session, Participation Participation)> On(Draft draft, Speaker speaker) =>
        from session in draft.Sessions.Values
        where session.State is SessionState.Draft or SessionState.Proposed or SessionState.Accepted or SessionState.Confirmed
        from participation in session.Participations
        where participation.SpeakerId == speaker.Id && participation.IsOn
        orderby session.Content.Title
        select (session, participation);

    private static bool LacksConsent(Draft draft, Speaker speaker) =>
        (draft.Portraits.ContainsKey(speaker.Id) && speaker.PortraitConsentAt is null)
        || (speaker.Recording is RecordingConsent.Unknown && On(draft, speaker).Any(x => x.Session.Content.IsRecorded));
}
