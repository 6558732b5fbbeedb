using Kongress.Conferences;
using Kongress.Data;
using Kongress.Programme.Board;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Organiser.Programme.Board;

/// <summary>Rooms and times of a day. With script one drags, clicks or uses the keys; without it each session has a form.</summary>
public sealed class IndexModel(CurrentConference current, KongressDb db, Drafts drafts, BoardDesk desk, BoardStates states, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    // Farther from the congress nothing is planned; so far a time can be counted without running out of the calendar.
    private const int MostDaysAway = 366;

    private Conference conference = null!;

    [BindProperty(SupportsGet = true)]
    public DateOnly? Tag { get; set; }

    public Draft Draft { get; private set; } = null!;

    public BoardState State { get; private set; } = null!;

    public IReadOnlyList<DateOnly> Days => BoardState.Days(Draft);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    /// <summary>What changed since a state, where the draft is not the one of the revision any more; else 204.</summary>
    public async Task<IActionResult> OnGetStateAsync(long seit, string? stand, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } c) return NotFound();
        if (await db.DraftRevisionAsync(c.Id, ct) == seit) return StatusCode(StatusCodes.Status204NoContent);
        return await LoadAsync(ct) ? Answer(ok: true, "", stand) : NotFound();
    }

    /// <summary>One step of the script. The answer holds every card and every conflict of the day that is other than in the state the script has, so that old and new neighbours are right at once.</summary>
    public async Task<IActionResult> OnPostStepAsync(StepInput input, CancellationToken ct)
    {
        if (!ModelState.IsValid) return BadRequest();
        if (await current.FindAsync(ct) is not { Days.Count: > 0 } c) return NotFound();
        conference = c;
        if (input.From is null && !await LoadAsync(ct)) return NotFound();
        var from = input.From ?? State.From;
        if (Math.Abs((from - c.Time.Instant(c.FirstDay, TimeOnly.MinValue)).TotalDays) > MostDaysAway) return BadRequest();
        var result = await StepAsync(input, from.AddMinutes(input.Start), ct);
        return await LoadAsync(ct) ? Answer(result.Outcome is BoardOutcome.Done, BoardTexts.For(result.Outcome), input.Stand) : NotFound();
    }

    public async Task<IActionResult> OnPostUndoAsync(bool wieder, CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        var result = wieder ? await desk.RedoAsync(conference.Id, User.AccountId(), ct) : await desk.UndoAsync(conference.Id, User.AccountId(), ct);
        this.Announce(result.Outcome is BoardOutcome.Done ? wieder ? "Der Schritt gilt wieder." : "Der letzte Schritt ist zurückgenommen." : BoardTexts.For(result.Outcome));
        return RedirectToPage(new { tag = Tag?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) });
    }

    private JsonResult Answer(bool ok, string text, string? stamp) => new(BoardAnswer.Of(ok, text, states.Find(conference.Id, State.Day, stamp), State));

    private Task<BoardResult> StepAsync(StepInput input, DateTimeOffset start, CancellationToken ct)
    {
        var account = User.AccountId();
        return input.Kind switch
        {
            StepKind.Place => desk.PlaceAsync(conference.Id, input.SessionId, input.Rooms, start, null, account, ct),
            StepKind.Move => desk.MoveAsync(conference.Id, input.SlotId, input.Version, input.Rooms, start, input.Minutes, account, ct),
            StepKind.Remove => desk.RemoveAsync(conference.Id, input.SlotId, input.Version, account, ct),
            StepKind.Undo => desk.UndoAsync(conference.Id, account, ct),
            StepKind.Redo => desk.RedoAsync(conference.Id, account, ct),
        };
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { Days.Count: > 0 } c) return false;
        conference = c;
        Draft = await drafts.ReadAsync(db, c.Id, ct);
        var days = BoardState.Days(Draft);
        var today = c.Time.Day(clock.GetUtcNow());
        var day = Tag is { } asked && days.Contains(asked) ? asked : days.Contains(today) ? today : c.FirstDay;
        State = states.Of(Draft, day, text, clock.GetUtcNow());
        return true;
    }

    public enum StepKind
    {
        Place,
        Move,
        Remove,
        Undo,
        Redo,
    }

    public sealed class StepInput
    {
        public StepKind Kind { get; set; }

        public Guid SessionId { get; set; }

        public Guid SlotId { get; set; }

        public Guid Version { get; set; }

        public List<Guid> Rooms { get; set; } = [];

        /// <summary>The upper edge of the board as the script shows it; null: as it is now. It moves when somebody places something earlier.</summary>
        public DateTimeOffset? From { get; set; }

        /// <summary>The stamp of the state that the script has; null: it wants the whole day.</summary>
        public string? Stand { get; set; }

        /// <summary>Minutes since the upper edge of the board.</summary>
        [System.ComponentModel.DataAnnotations.Range(-10000, 10000)]
        public int Start { get; set; }

        public int Minutes { get; set; }
    }
}
