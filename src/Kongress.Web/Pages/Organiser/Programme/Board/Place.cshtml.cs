using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Programme.Board;
using Kongress.Programme.Conflicts;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kongress.Web.Pages.Organiser.Programme.Board;

/// <summary>Where and when, as a plain form: places a session, or moves and removes what is on the board.</summary>
public sealed class PlaceModel(CurrentConference current, KongressDb db, Drafts drafts, BoardDesk desk, TimeProvider clock) : PageModel
{
    /// <summary>A session without a slot.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Sitzung { get; set; }

    /// <summary>A slot that is on the board.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Platz { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Tag { get; set; }

    [BindProperty]
    public PlaceInput Input { get; set; } = new();

    public Draft Draft { get; private set; } = null!;

    public Slot? Slot { get; private set; }

    public string Title { get; private set; } = "";

    public IEnumerable<SelectListItem> Rooms => Draft.Rooms.Select(r => new SelectListItem($"{r.Name} ({r.Capacity} Plätze)", r.Id.ToString()));

    public IEnumerable<string> Conflicts => Slot is null ? [] : ConflictFinder.Find(Draft, clock.GetUtcNow()).Where(c => c.Severity > Severity.Hint && c.Concerns(Slot.Id)).Select(c => ConflictTexts.Sentence(Draft, c));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        var time = Draft.Conference.Time;
        Input = Slot is null
            ? new PlaceInput { Day = Tag ?? Draft.Conference.FirstDay, Minutes = Draft.Sessions[Sitzung!.Value].Content.Minutes }
            : new PlaceInput { Version = Slot.Version, Day = time.Day(Slot.StartsAt), StartsAt = TimeOnly.FromDateTime(time.Local(Slot.StartsAt)), Minutes = Slot.Minutes, Rooms = Slot.RoomIds };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        var start = default(DateTimeOffset);
        if (ModelState.IsValid && !Draft.Conference.Time.TryInstant(Input.Day!.Value.ToDateTime(Input.StartsAt!.Value), out start)) ModelState.AddModelError("Input.StartsAt", "Diese Uhrzeit gibt es an dem Tag nicht: Die Uhren werden vorgestellt.");
        if (!ModelState.IsValid) return Page();
        var account = User.AccountId();
        var result = Slot is null
            ? await desk.PlaceAsync(Draft.Conference.Id, Sitzung!.Value, Input.Rooms, start, Input.Minutes, account, ct)
            : await desk.MoveAsync(Draft.Conference.Id, Slot.Id, Input.Version, Input.Rooms, start, Input.Minutes!.Value, account, ct);
        return Answer(result, "Der Platz ist gespeichert.");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct) || Slot is null) return NotFound();
        // What stands in the fields does not matter for this, but stays there if it cannot be done.
        foreach (var field in ModelState.Values)
        {
            field.Errors.Clear();
            field.ValidationState = ModelValidationState.Skipped;
        }

        return Answer(await desk.RemoveAsync(Draft.Conference.Id, Slot.Id, Input.Version, User.AccountId(), ct), "Von der Tafel genommen. Mit „Rückgängig“ kommt es zurück.");
    }

    private IActionResult Answer(BoardResult result, string done)
    {
        if (result.Outcome is BoardOutcome.Done or BoardOutcome.Unchanged)
        {
            this.Announce(result.Outcome is BoardOutcome.Done ? done : BoardTexts.For(result.Outcome));
            return RedirectToPage("Index", new { tag = Input.Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) });
        }

        if (result.Outcome is BoardOutcome.ChangedMeanwhile && result.Slot is { } now)
        {
            // The next press moves it from where it is now: the person has been told.
            ModelState.Remove("Input.Version");
            Input.Version = now.Version;
        }

        ModelState.AddModelError(Field(result.Outcome), BoardTexts.For(result.Outcome));
        return Page();
    }

    private static string Field(BoardOutcome outcome) => outcome switch
    {
        BoardOutcome.BadTime => "Input.StartsAt",
        BoardOutcome.BadLength => "Input.Minutes",
        BoardOutcome.UnknownRoom => "Input.Rooms",
        BoardOutcome.Done or BoardOutcome.Unchanged or BoardOutcome.ChangedMeanwhile or BoardOutcome.NotFound or BoardOutcome.AlreadyPlaced or BoardOutcome.NotPlannable or BoardOutcome.NothingLeft => "",
    };

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { Days.Count: > 0 } conference) return false;
        Draft = await drafts.ReadAsync(db, conference.Id, ct);
        Slot = Draft.Slots.FirstOrDefault(s => s.Id == Platz);
        Title = Slot is not null ? Draft.SessionOf(Slot)?.Content.Title ?? Slot.Label : Sitzung is { } id && Draft.Sessions.TryGetValue(id, out var session) ? session.Content.Title : "";
        return Title.Length > 0;
    }

    public sealed class PlaceInput
    {
        public Guid Version { get; set; }

        [Display(Name = "Tag"), Required(ErrorMessage = "Bitte wählen Sie den Tag.")]
        public DateOnly? Day { get; set; }

        [Display(Name = "Beginn"), Required(ErrorMessage = "Bitte geben Sie den Beginn ein.")]
        public TimeOnly? StartsAt { get; set; }

        [Display(Name = "Dauer in Minuten"), Required(ErrorMessage = "Bitte geben Sie die Dauer ein."), Range(Kongress.Programme.Board.Slot.MinutesStep, Kongress.Programme.Board.Slot.MostMinutes, ErrorMessage = "Bitte geben Sie 5 bis 600 Minuten ein.")]
        public int? Minutes { get; set; }

        [Display(Name = "Räume")]
        public List<Guid> Rooms { get; set; } = [];
    }
}
