using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Kongress.Conferences;
using Kongress.Web.Hosting;
using Kongress.Workshops.Allotment;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Workshops.Allotment;

/// <summary>Dates for wishes, the draw and its preview, and the publication.</summary>
public sealed class IndexModel(CurrentConference current, AllotmentDesk desk, AllotmentLists lists, TimeProvider clock) : PageModel
{
    public DatesInput Dates { get; set; } = new();

    public DrawForm Draw { get; set; } = new();

    public Conference Conference { get; private set; } = null!;

    public AllotmentState State { get; private set; } = null!;

    /// <summary>What has changed since the preview, after a refused publication.</summary>
    public string? Changes { get; private set; }

    /// <summary>Nobody can change wishes any more.</summary>
    public bool IsOver => State.Rules.WishesUntil is { } until && clock.GetUtcNow() >= until;

    public bool CanPublish => IsOver && State.Difference is { IsNone: true };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : RedirectToPage("/Organiser/Index");

    public async Task<IActionResult> OnPostDatesAsync([Bind(Prefix = "Dates")] DatesInput dates, CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return RedirectToPage("/Organiser/Index");
        Dates = dates;
        var (from, until) = (DateTimeOffset.MinValue, DateTimeOffset.MinValue);
        if (ModelState.IsValid && !Conference.Time.TryInstant(dates.From!.Value, out from)) ModelState.AddModelError("Dates.From", "Diese Uhrzeit gibt es an dem Tag nicht: Die Uhren werden vorgestellt.");
        if (ModelState.IsValid && !Conference.Time.TryInstant(dates.Until!.Value, out until)) ModelState.AddModelError("Dates.Until", "Diese Uhrzeit gibt es an dem Tag nicht: Die Uhren werden vorgestellt.");
        if (ModelState.IsValid && until <= from) ModelState.AddModelError("Dates.Until", "Das Ende muss nach dem Anfang liegen.");
        if (!ModelState.IsValid) return Page();
        await desk.SaveDatesAsync(Conference.Id, from, until, dates.Most!.Value, User.AccountId(), ct);
        this.Announce("Die Frist ist gespeichert.");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostDrawAsync([Bind(Prefix = "Draw")] DrawForm draw, CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return RedirectToPage("/Organiser/Index");
        Draw = draw;
        if (!ModelState.IsValid) return Page();
        var made = await desk.DrawAsync(Conference.Id, draw.Seed ?? RandomNumberGenerator.GetInt32(AllotmentDesk.Seeds), User.AccountId(), ct);
        this.Announce(made is null ? "Es gibt keinen Workshop im veröffentlichten Programm, dessen Plätze zu verteilen wären." : "Die Vorschau ist berechnet. Noch ist nichts vergeben.");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostPublishAsync(Guid run, CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return RedirectToPage("/Organiser/Index");
        var result = await desk.PublishAsync(Conference.Id, run, User.AccountId(), ct);
        if (result.Outcome is PublishOutcome.Changed)
        {
            await LoadAsync(ct);
            Changes = AllotmentTexts.Of(result.Difference!, State.Workshops);
            return Page();
        }

        this.Announce(AllotmentTexts.For(result));
        return RedirectToPage();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return false;
        Conference = conference;
        State = await lists.FindAsync(conference, ct);
        Dates = new DatesInput
        {
            From = State.Rules.WishesFrom is { } from ? conference.Time.Local(from) : null,
            Until = State.Rules.WishesUntil is { } until ? conference.Time.Local(until) : null,
            Most = State.Rules.MostWishes,
        };
        return true;
    }

    public sealed class DatesInput
    {
        [Display(Name = "Wünsche ab"), Required(ErrorMessage = "Bitte geben Sie Tag und Uhrzeit ein."), Range(typeof(DateTime), "2000-01-01", "2100-01-01", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true, ErrorMessage = "Dieser Tag ist nicht möglich.")]
        public DateTime? From { get; set; }

        [Display(Name = "Wünsche bis"), Required(ErrorMessage = "Bitte geben Sie Tag und Uhrzeit ein."), Range(typeof(DateTime), "2000-01-01", "2100-01-01", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true, ErrorMessage = "Dieser Tag ist nicht möglich.")]
        public DateTime? Until { get; set; }

        [Display(Name = "Wünsche je Person"), Required(ErrorMessage = "Bitte geben Sie eine Zahl ein."), Range(1, Kongress.Workshops.Allotment.Draw.LongestList, ErrorMessage = "Möglich sind {1} bis {2}.")]
        public int? Most { get; set; }
    }

    public sealed class DrawForm
    {
        [Display(Name = "Startzahl"), Range(0, AllotmentDesk.Seeds - 1, ErrorMessage = "Möglich sind {1} bis {2}.")]
        public int? Seed { get; set; }
    }
}
