using System.Globalization;
using Kongress.Programme;
using Kongress.Programme.Board;
using Kongress.Programme.Releases;
using Kongress.Web.Hosting;
using Kongress.Web.Pages.Organiser.Programme.Board;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Programme.Releases;

/// <summary>The second step to a release: what changes, who is told, what stands in the way; then it goes out.</summary>
public sealed class PreviewModel(PlanReader plan, ReleaseDesk desk, PlanHistory history, TimeProvider clock) : PageModel
{
    public const int MostSteps = 10;

    private const string Everything = "alles";

    /// <summary>"alles", a day or the id of a track; nothing means everything.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Umfang { get; set; }

    [BindProperty]
    public ReleaseInput Input { get; set; } = new();

    public Draft Draft { get; private set; } = null!;

    public ReleaseScope Scope { get; private set; } = ReleaseScope.Everything;

    public ReleasePreview Preview { get; private set; } = null!;

    /// <summary>What others did since the preview that was refused, the newest first.</summary>
    public IReadOnlyList<PlanStep> Steps { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } other) return other;
        var count = (await desk.ListAsync(Draft.Conference.Id, ct)).Count;
        Input = new ReleaseInput { Name = $"Fassung {count + 1}", Revision = Preview.Revision, SeenAt = clock.GetUtcNow().ToUnixTimeMilliseconds() };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } other) return other;
        var publishAt = PublishAt();
        if (Clean.Line(Input.Name).Length == 0) ModelState.TryAddModelError("Input.Name", "Bitte geben Sie der Fassung einen Namen.");
        if (!ModelState.IsValid) return Page();

        var reason = Clean.Text(Input.OverrideReason);
        var order = new ReleaseOrder(Clean.Line(Input.Name), Clean.Text(Input.Note), Scope, Input.Revision, publishAt, reason.Length > 0 ? reason : null);
        var (outcome, release) = await desk.ReleaseAsync(Draft.Conference.Id, order, User.AccountId(), ct);
        if (release is not null)
        {
            this.Announce(ReleaseTexts.For(outcome) + (Preview.Unreachable.ToList() is { Count: > 0 } calls ? $" Bitte rufen Sie an: {string.Join(", ", calls.Select(r => r.Name))}." : ""));
            return RedirectToPage("Details", new { id = release.Id });
        }

        await RefusedAsync(outcome, ct);
        return Page();
    }

    private async Task RefusedAsync(ReleaseOutcome outcome, CancellationToken ct)
    {
        ModelState.AddModelError(ReleaseTexts.Field(outcome), ReleaseTexts.For(outcome));
        var wasStale = outcome is ReleaseOutcome.ChangedMeanwhile;
        if (wasStale)
        {
            var since = DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(Input.SeenAt, 0, clock.GetUtcNow().ToUnixTimeMilliseconds()));
            Steps = await history.SinceAsync(Draft.Conference.Id, since, ct);
        }

        await LoadAsync(ct);
        ModelState.Remove("Input.Revision");
        ModelState.Remove("Input.SeenAt");
        // Trying counts as a revision of its own. Where only that happened, the person has seen what there is; else the page shows it now.
        Input.Revision = wasStale ? Preview.Revision : Input.Revision + 1;
        if (wasStale) Input.SeenAt = clock.GetUtcNow().ToUnixTimeMilliseconds();
    }

    private DateTimeOffset? PublishAt()
    {
        if (Input.When is not ReleaseTime.Later || !ModelState.IsValid) return null;
        var (time, now, end) = (Draft.Conference.Time, clock.GetUtcNow(), Draft.Conference.EndsAt);
        if (Input.PublishAt is not { } local) ModelState.AddModelError("Input.PublishAt", "Bitte geben Sie Tag und Uhrzeit ein.");
        else if (local <= time.Local(now) || (end < DateTimeOffset.MaxValue && local >= time.Local(end))) ModelState.AddModelError("Input.PublishAt", "Bitte wählen Sie eine Zeit zwischen jetzt und dem Ende des Kongresses.");
        else if (!time.TryInstant(local, out var instant)) ModelState.AddModelError("Input.PublishAt", "Diese Uhrzeit gibt es an dem Tag nicht: Die Uhren werden vorgestellt.");
        else return instant;
        return null;
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await plan.FindAsync(ct) is not { } draft) return RedirectToPage("/Organiser/Index");
        Draft = draft;
        if (Umfang is not (null or Everything))
        {
            if (DateOnly.TryParseExact(Umfang, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && BoardState.Days(draft).Contains(day)) Scope = new ReleaseScope(Day: day);
            else if (Guid.TryParse(Umfang, out var track) && draft.Tracks.Any(t => t.Id == track)) Scope = new ReleaseScope(TrackId: track);
            else return RedirectToPage("New");
        }

        Preview = await desk.PreviewAsync(draft.Conference.Id, Scope, ct);
        return null;
    }
}
