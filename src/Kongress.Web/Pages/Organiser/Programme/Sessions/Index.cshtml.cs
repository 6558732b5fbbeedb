using Kongress.Programme;
using Kongress.Programme.Board;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Organiser.Programme.Sessions;

/// <summary>Everything that may happen at the congress, found and sorted.</summary>
public sealed class IndexModel(PlanReader plan, IStringLocalizer<Texts> text) : PageModel
{
    private const int PageSize = 100;

    [BindProperty(SupportsGet = true)]
    public ListQuery Query { get; set; } = new();

    public Draft Draft { get; private set; } = null!;

    public IReadOnlyList<Session> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages { get; private set; }

    public int Number { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await plan.FindAsync(ct) is not { } draft) return RedirectToPage("/Organiser/Index");
        Draft = draft;
        var found = Query.Apply(draft).ToList();
        Total = found.Count;
        Pages = Math.Max(1, (Total + PageSize - 1) / PageSize);
        Number = Math.Clamp(Query.PageNumber, 1, Pages);
        Rows = found.GetRange((Number - 1) * PageSize, Math.Min(PageSize, Total - (Number - 1) * PageSize));
        return Page();
    }

    public IEnumerable<SelectListItem> States => Counted(s => s.State, state => PlanTexts.Of(state).Word, Query.State);

    public IEnumerable<SelectListItem> Kinds => Counted(s => s.Content.Kind, kind => ProgrammeTexts.Name(text, kind), Query.Kind);

    public IEnumerable<SelectListItem> Tracks => Draft.Tracks.Select(t => new SelectListItem($"{t.Name} ({Draft.Sessions.Values.Count(s => s.Content.TrackId == t.Id)})", t.Id.ToString(), t.Id.ToString() == Query.Track));

    public IEnumerable<SelectListItem> Places => [new("mit Zeit und Raum", "mit", Query.Place == "mit"), new("noch ohne Platz", "ohne", Query.Place == "ohne")];

    public IEnumerable<SelectListItem> Sorts => new[] { ("titel", "Titel"), ("zeit", "Zeit"), ("stand", "Stand"), ("neu", "Neueste zuerst") }.Select(s => new SelectListItem(s.Item2, s.Item1, s.Item1 == (Query.Sort ?? "titel")));

    /// <summary>"Sa., 27. März 2027, 11:00–12:00 Uhr, Forum A"; null: not placed.</summary>
    public static string? PlaceOf(Draft draft, Session session) => draft.Slots.FirstOrDefault(s => s.SessionId == session.Id) is { } slot
        ? ProgrammeTexts.When(draft.Conference.Time, slot.StartsAt, slot.Minutes) + ", " + (string.Join(" + ", draft.Rooms.Where(r => slot.RoomIds.Contains(r.Id)).Select(r => r.Name)) is { Length: > 0 } rooms ? rooms : "alle Räume")
        : null;

    private IEnumerable<SelectListItem> Counted<T>(Func<Session, T> of, Func<T, string> name, string? chosen) where T : struct, Enum
    {
        var counts = Draft.Sessions.Values.GroupBy(of).ToDictionary(g => g.Key, g => g.Count());
        return Enum.GetValues<T>().Where(v => counts.ContainsKey(v) || v.ToString() == chosen).Select(v => new SelectListItem($"{name(v)} ({counts.GetValueOrDefault(v)})", v.ToString(), v.ToString() == chosen));
    }
}
