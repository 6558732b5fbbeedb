using System.Globalization;
using Kongress.Conferences;
using Kongress.Dashboard;
using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Shared.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Organiser.Registrations;

/// <summary>What the caterer needs to know: numbers for each day and the evening, none of them about one person.</summary>
public sealed class CateringModel(CurrentConference current, Catering catering, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    private sealed record Line(string Part, string What, string Count);

    public Conference Conference { get; private set; } = null!;

    public IReadOnlyList<CateringPart> Parts { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : RedirectToPage("/Organiser/Index");

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return RedirectToPage("/Organiser/Index");
        SheetColumn<Line>[] columns = [new("Teil", 30, l => l.Part), new("Angabe", 30, l => l.What), new("Personen", 10, l => l.Count)];
        var name = string.Create(CultureInfo.InvariantCulture, $"verpflegung-{Conference.Number}.csv");
        return new StreamedFile(name, CsvSheet.MediaType, output => CsvSheet.WriteAsync(columns, Lines().ToAsyncEnumerable(), output, ct));
    }

    /// <summary>"Tag 1, Mi., 18. März 2027".</summary>
    public string Name(CongressPart part) => part.Name() + (part.DayOf(Conference) is { } day ? ", " + ConferenceTime.DayText(day.Date) : "");

    public IEnumerable<(string Name, string Count)> Diets(CateringPart part)
    {
        foreach (var (diet, count) in part.Diets.Named) yield return (HealthTexts.Name(text, diet), count.ToString("N0", CultureInfo.CurrentCulture));
        if (part.Diets.Others is not 0) yield return ("Andere", part.Diets.Others?.ToString("N0", CultureInfo.CurrentCulture) ?? $"unter {SmallNumbers.Least}");
        else if (part.Diets.Named.Count == 0) yield return ("Keine Angaben", "–");
    }

    private IEnumerable<Line> Lines()
    {
        foreach (var part in Parts)
        {
            yield return new Line(Name(part.Part), "Angemeldet", part.Coming.ToString(CultureInfo.InvariantCulture));
            yield return new Line(Name(part.Part), "Dazu noch offen", part.Open.ToString(CultureInfo.InvariantCulture));
            foreach (var (name, count) in Diets(part)) yield return new Line(Name(part.Part), name, count);
        }
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return false;
        Conference = conference;
        // An edition of one day, or without an evening, has no more to cater for; answers to what there is not are none.
        Parts = [.. (await catering.OfAsync(conference.Id, ct)).Where(p => p.Part is CongressPart.Day1 || p.Part.DayOf(conference) is not null)];
        return true;
    }
}
