using Kongress.Conferences;
using Kongress.Data;
using Kongress.Programme.Board;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Organiser.Programme;

/// <summary>Rooms and times of a day. With script one drags, clicks or uses the keys; without it each session has a form.</summary>
public sealed class BoardModel(CurrentConference current, KongressDb db, Drafts drafts, BoardDesk desk, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    private Conference conference = null!;

    [BindProperty(SupportsGet = true)]
    public DateOnly? Tag { get; set; }

    public Draft Draft { get; private set; } = null!;

    public BoardState State { get; private set; } = null!;

    public IReadOnlyList<DateOnly> Days => BoardState.Days(Draft);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    /// <summary>The day anew, where the draft is not the one of the revision any more; else 204.</summary>
    public async Task<IActionResult> OnGetStateAsync(long seit, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } c) return NotFound();
        if (await db.DraftRevisionAsync(c.Id, ct) == seit) return StatusCode(StatusCodes.Status204NoContent);
        return await LoadAsync(ct) ? new JsonResult(State) : NotFound();
    }

    /// <summary>One step of the script: the answer holds the whole day with all its conflicts, so that old and new neighbours are right at once.</summary>
    public async Task<IActionResult> OnPostStepAsync(StepInput input, CancellationToken ct)
    {
        if (!ModelState.IsValid) return BadRequest();
        if (!await LoadAsync(ct)) return NotFound();
        var result = await StepAsync(input, ct);
        await LoadAsync(ct);
        return new JsonResult(new { Ok = result.Outcome is BoardOutcome.Done, Text = BoardTexts.For(result.Outcome), State });
    }

    public async Task<IActionResult> OnPostUndoAsync(bool wieder, CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        var result = wieder ? await desk.RedoAsync(conference.Id, User.AccountId(), ct) : await desk.UndoAsync(conference.Id, User.AccountId(), ct);
        this.Announce(result.Outcome is BoardOutcome.Done ? wieder ? "Der Schritt gilt wieder." : "Der letzte Schritt ist zurückgenommen." : BoardTexts.For(result.Outcome));
        return RedirectToPage(new { tag = Tag?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) });
    }

    private Task<BoardResult> StepAsync(StepInput input, CancellationToken ct)
    {
        var account = User.AccountId();
        var start = State.From.AddMinutes(input.Start);
        return input.Kind switch
        {
            StepKind.Place => desk.PlaceAsync(conference.Id, input.SessionId, input.Rooms, start, null, account, ct),
            StepKind.Move => desk.MoveAsync(conference.Id, input.SlotId, input.Version, input.Rooms, start, input.Minutes, account, ct),
            StepKind.Remove => desk.RemoveAsync(conference.Id, input.SlotId, input.Version, account, ct),
            StepKind.Undo => desk.UndoAsync(conference.Id, account, ct),
            StepKind.Redo => desk.RedoAsync(conference.Id, account, ct),
            _ => throw new InvalidOperationException($"{input.Kind} is no step."),
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
        State = BoardState.Of(Draft, day, text, clock.GetUtcNow());
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

        /// <summary>Minutes since the upper edge of the board.</summary>
        [System.ComponentModel.DataAnnotations.Range(-10000, 10000)]
        public int Start { get; set; }

        public int Minutes { get; set; }
    }
}
