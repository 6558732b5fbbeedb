using Kongress.Programme;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Kongress.Workshops;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Programme;

/// <summary>The released programme as a list or as a table, by day, with filters in the address.</summary>
[OutputCache(PolicyName = PublicPages.Programme)]
public sealed class IndexModel(CurrentProgramme current, Fillings fillings, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ProgrammeQuery Query { get; set; } = new();

    /// <summary>Null: nothing has been released yet.</summary>
    public PublicProgramme? Programme { get; private set; }

    /// <summary>The days that the choice has anything on, each with its slots.</summary>
    public IReadOnlyList<IGrouping<DateOnly, SnapshotSlot>> Days { get; private set; } = [];

    public IReadOnlyList<DateOnly> AllDays { get; private set; } = [];

    /// <summary>Sessions that are shown, breaks not counted.</summary>
    public int Shown { get; private set; }

    public int Total { get; private set; }

    /// <summary>How full sessions with limited seats are, by their id.</summary>
    public IReadOnlyDictionary<Guid, Filling> Fillings { get; private set; } = new Dictionary<Guid, Filling>();

    public IReadOnlyList<SnapshotSlot> Running { get; private set; } = [];

    public IReadOnlyList<SnapshotSlot> Next { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } programme) return;
        Programme = programme;
        AllDays = [.. programme.Snapshot.Slots.Select(programme.DayOf).Distinct().Order()];
        Fillings = await fillings.FindAsync(ct);
        var slots = Query.Apply(programme, Fillings).Where(s => Query.ChosenDay is not { } day || programme.DayOf(s) == day).ToList();
        Days = [.. slots.GroupBy(programme.DayOf).OrderBy(g => g.Key)];
        Shown = slots.Count(s => s.HasPage);
        Total = programme.Snapshot.Slots.Count(s => s.HasPage);
        if (Query.IsFiltered || Query.ChosenDay is not null) return;
        var now = clock.GetUtcNow();
        (Running, Next) = (programme.Now(now), programme.Next(now));
    }

    public IEnumerable<SelectListItem> Tracks => Programme!.Snapshot.Tracks.Where(t => Programme.Snapshot.Slots.Any(s => s.TrackId == t.Id))
        .Select(t => new SelectListItem(t.Name, t.Id.ToString(), Guid.TryParse(Query.Track, out var id) && id == t.Id));

    public IEnumerable<SelectListItem> Rooms => Programme!.Snapshot.Rooms.Select(r => new SelectListItem(r.Name, r.Code, string.Equals(r.Code, Query.Room, StringComparison.OrdinalIgnoreCase)));

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<SessionKind>().Where(k => Programme!.Snapshot.Slots.Any(s => s.Kind == k && s.HasPage))
        .Select(k => new SelectListItem(ProgrammeTexts.Name(text, k), k.ToString(), k.ToString() == Query.Kind));

    public IEnumerable<SelectListItem> Audiences => Enum.GetValues<Audience>().Where(a => Programme!.Snapshot.Slots.Any(s => s.Audience == a && s.HasPage))
        .Select(a => new SelectListItem(ProgrammeTexts.Name(text, a), a.ToString(), a.ToString() == Query.Audience));

    public IEnumerable<SelectListItem> Languages => Programme!.Snapshot.Slots.Where(s => s.HasPage).Select(s => s.Language).Distinct().Order(StringComparer.Ordinal)
        .Select(l => new SelectListItem(ProgrammeTexts.LanguageName(text, l), l, l == Query.Language));

    /// <summary>"12 von 58 Programmpunkten".</summary>
    public string Count => Shown == Total
        ? Total == 1 ? text["1 Programmpunkt"] : text["{0} Programmpunkte", Total]
        : text["{0} von {1} Programmpunkten", Shown, Total];
}
