using System.Globalization;
using Kongress.Conferences;
using Kongress.Dashboard;
using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Shared.Tables;
using Kongress.Web.Hosting;
using Kongress.Web.Pages.Organiser.Registrations.Exports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kongress.Web.Pages.Organiser.Registrations;

/// <summary>All registrations of the edition: found, sorted, exported, and approved in one go.</summary>
public sealed class IndexModel(CurrentConference current, RegistrationList registrations, ReviewDesk review, DisclosureDesk disclosure) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ListQuery Query { get; set; } = new();

    public Conference Conference { get; private set; } = null!;

    public RegistrationFilter Filter { get; private set; } = new();

    public RegistrationPage List { get; private set; } = null!;

    public bool IsFiltered => Filter with { Sort = default, Descending = false } != new RegistrationFilter();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        Conference = conference;
        Filter = Query.ToFilter();
        List = await registrations.PageAsync(conference.Id, Filter, Query.PageNumber, ct);
        return Page();
    }

    public Task<IActionResult> OnGetCsvAsync(CancellationToken ct) => ExportAsync("csv", (columns, rows, output) => CsvSheet.WriteAsync(columns, rows, output, ct), ct);

    public Task<IActionResult> OnGetXlsxAsync(CancellationToken ct) => ExportAsync("xlsx", (columns, rows, output) => XlsxSheet.WriteAsync("Anmeldungen", columns, rows, output, ct), ct);

    /// <summary>Approves what was ticked. One after the other: each takes the lock of the edition for a moment only.</summary>
    public async Task<IActionResult> OnPostApproveAsync(List<Guid>? chosen, CancellationToken ct)
    {
        var outcomes = new List<ReviewOutcome>();
        foreach (var id in (chosen ?? []).Distinct().Take(RegistrationList.PageSize)) outcomes.Add(await review.ApproveAsync(id, User.AccountId(), ct));
        this.Announce(Summary(outcomes));
        return LocalRedirect(ListQuery.Address(Query.ToFilter(), Query.PageNumber));
    }

    /// <summary>The address of the list sorted by a column; by the present one, the other way round.</summary>
    public string SortAddress(RegistrationSort sort) => ListQuery.Address(Filter with { Sort = sort, Descending = Filter.Sort == sort && !Filter.Descending });

    public string? SortState(RegistrationSort sort) => Filter.Sort != sort ? null : Filter.Descending ? "descending" : "ascending";

    public IEnumerable<SelectListItem> Statuses => Choices(List.Counts.Status, Filter.Status, status => OrganiserTexts.Status(status).Word);

    public IEnumerable<SelectListItem> Levels => Choices(List.Counts.Level, Filter.Level, level => level.Name());

    public IEnumerable<SelectListItem> Lands => Choices(List.Counts.Land, Filter.Land, land => land.Name()).OrderBy(item => item.Text, StringComparer.CurrentCulture);

    public IEnumerable<SelectListItem> Kinds => Choices(List.Counts.Kind, Filter.Kind, kind => kind.Name());

    public IEnumerable<SelectListItem> Parts => Choices(List.Counts.Part, Filter.Part, part => part.Name());

    public IEnumerable<SelectListItem> Languages => List.Counts.Language.OrderBy(l => l.Key, StringComparer.Ordinal)
        .Select(l => new SelectListItem($"{OrganiserTexts.LanguageName(l.Key)} ({l.Value})", l.Key, l.Key == Filter.Language));

    public IEnumerable<SelectListItem> Contingents => Named(List.Counts.Contingents, Filter.Contingent, "Dieses Kontingent gibt es nicht mehr", ListQuery.Value);

    public IEnumerable<SelectListItem> Groups => Named(List.Counts.Groups, Filter.Group, "Diese Gruppe gibt es nicht mehr", id => id.ToString());

    public IEnumerable<SelectListItem> Sorts => new[] { (RegistrationSort.Submitted, "Eingang"), (RegistrationSort.Name, "Name"), (RegistrationSort.Organisation, "Organisation"), (RegistrationSort.Status, "Stand") }
        .Select(sort => new SelectListItem(sort.Item2, sort.Item1.ToString(), sort.Item1 == Filter.Sort));

    private static IEnumerable<SelectListItem> Choices<T>(IReadOnlyDictionary<T, int> counts, T? chosen, Func<T, string> name) where T : struct, Enum => Enum.GetValues<T>()
        .Where(value => counts.GetValueOrDefault(value) > 0 || value.Equals(chosen))
        .Select(value => new SelectListItem($"{name(value)} ({counts.GetValueOrDefault(value)})", value.ToString(), value.Equals(chosen)));

    // What nobody is in is left out; one that is gone still stands there while it is the filter.
    private static IEnumerable<SelectListItem> Named(IReadOnlyList<NamedCount> counts, Guid? chosen, string gone, Func<Guid, string> value)
    {
        var items = counts.Where(c => c.Count > 0 || c.Id == chosen)
            .Select(c => new SelectListItem($"{(c.Id == Guid.Empty ? "Offen für alle" : Short(c.Name))} ({c.Count})", value(c.Id), c.Id == chosen));
        return chosen is { } id && counts.All(c => c.Id != id) ? items.Append(new SelectListItem(gone, value(id), true)) : items;
    }

    private static string Short(string name) => name.Length > 70 ? name[..69] + "…" : name;

    private async Task<IActionResult> ExportAsync(string format, Func<IReadOnlyList<SheetColumn<ExportRow>>, IAsyncEnumerable<ExportRow>, Stream, Task> write, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        var filter = Query.ToFilter();
        await disclosure.NoteExportAsync(conference.Id, User.AccountId(), format, await registrations.CountAsync(conference.Id, filter, ct), filter.Describe(), ct);
        var name = string.Create(CultureInfo.InvariantCulture, $"anmeldungen-{conference.Number}.{format}");
        return new StreamedFile(name, format == "csv" ? CsvSheet.MediaType : XlsxSheet.MediaType, output => write(ExportColumns.In(conference.Time), registrations.ExportAsync(conference.Id, filter), output));
    }

    private static string Summary(List<ReviewOutcome> outcomes)
    {
        if (outcomes.Count == 0) return "Sie haben keine Anmeldung ausgewählt. Es hat sich nichts geändert.";
        int Of(ReviewOutcome outcome) => outcomes.Count(o => o == outcome);
        var parts = new List<string>();
        if (Of(ReviewOutcome.Confirmed) is > 0 and var confirmed) parts.Add($"{confirmed} zugelassen und angemeldet");
        if (Of(ReviewOutcome.OnWaitingList) is > 0 and var waiting) parts.Add($"{waiting} zugelassen und auf der Warteliste");
        if (Of(ReviewOutcome.NotUnderReview) + Of(ReviewOutcome.NotFound) is > 0 and var others) parts.Add($"{others} schon vorher entschieden");
        return string.Join(", ", parts) + ". Die Personen werden benachrichtigt.";
    }
}
