using System.ComponentModel.DataAnnotations;
using Kongress.Programme;
using Kongress.Programme.Board;
using Kongress.Programme.Conflicts;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Kongress.Speakers;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Organiser.Programme.Sessions;

/// <summary>One session: its state, its people, its place, what does not fit, and what happened to it.</summary>
public sealed class DetailsModel(PlanReader plan, SessionDesk desk, ParticipationDesk participations, PlanHistory history, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Draft Draft { get; private set; } = null!;

    public Session Session { get; private set; } = null!;

    public IReadOnlyList<PlanChange> Changes { get; private set; } = [];

    public IReadOnlyList<Conflict> Conflicts { get; private set; } = [];

    public IEnumerable<SessionState> Next => SessionStates.Next(SessionActor.Organiser, Session.State);

    /// <summary>Those who are or were to be on it, in the order of protocol; those who were taken off come last.</summary>
    public IEnumerable<Participation> People => Session.Participations.OrderBy(p => p.State is ParticipationState.Cancelled).ThenBy(p => p.Position);

    public Slot? Slot => Draft.Slots.FirstOrDefault(s => s.SessionId == Session.Id);

    public Speaker Of(Participation participation) => Draft.Speakers[participation.SpeakerId];

    /// <summary>Name of the person who came in place of this one; null: nobody.</summary>
    public string? ReplacedBy(Participation participation) =>
        participation.ReplacedById is { } id && Session.Participations.FirstOrDefault(p => p.Id == id) is { } other ? Of(other).Profile.FullName : null;

    public string? DetailOf(PlanChange change) => HistoryTexts.Detail(text, Draft, Session, change.Action, change.Detail);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostStateAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var outcome = await desk.MoveToAsync(Draft.Conference.Id, id, Input.To!.Value, Clean.Text(Input.Reason), User.AccountId(), ct);
        var now = (await desk.FindAsync(Draft.Conference.Id, id, ct))?.State ?? Input.To.Value;
        return Told(id, PlanTexts.For(outcome, now));
    }

    public async Task<IActionResult> OnPostInviteAsync(Guid id, Guid person, CancellationToken ct) =>
        await FindAsync(id, person, ct) ? Told(id, PlanTexts.For(await participations.InviteAsync(Draft.Conference.Id, person, User.AccountId(), ct))) : NotFound();

    public async Task<IActionResult> OnPostUpAsync(Guid id, Guid person, CancellationToken ct) => await ShiftAsync(id, person, up: true, ct);

    public async Task<IActionResult> OnPostDownAsync(Guid id, Guid person, CancellationToken ct) => await ShiftAsync(id, person, up: false, ct);

    public async Task<IActionResult> OnPostRepeatAsync(Guid id, Guid copy, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (copy == Guid.Empty || !await desk.RepeatAsync(Draft.Conference.Id, id, copy, User.AccountId(), ct)) return NotFound();
        return Told(copy, "Der zweite Termin ist ein eigener Programmpunkt, mit eigener Zeit, eigenen Plätzen und eigenen Zusagen. Eingeladen ist noch niemand.");
    }

    private async Task<IActionResult> ShiftAsync(Guid id, Guid person, bool up, CancellationToken ct)
    {
        if (!await FindAsync(id, person, ct)) return NotFound();
        return Told(id, await desk.ShiftAsync(Draft.Conference.Id, id, person, up, User.AccountId(), ct) ? "Die Reihenfolge ist geändert." : "Weiter geht es nicht; die Reihenfolge bleibt.");
    }

    private RedirectToPageResult Told(Guid id, string told)
    {
        this.Announce(told);
        return RedirectToPage(new { id });
    }

    private async Task<bool> FindAsync(Guid id, Guid person, CancellationToken ct)
    {
        ModelState.Clear();
        return await LoadAsync(id, ct) && Session.Participations.Any(p => p.Id == person);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await plan.SessionAsync(id, ct) is not var (draft, session)) return false;
        (Draft, Session) = (draft, session);
        var slots = draft.Slots.Where(s => s.SessionId == id).Select(s => s.Id).ToList();
        Conflicts = [.. ConflictFinder.Find(draft, clock.GetUtcNow()).Where(c => c.SessionId == id || slots.Exists(c.Concerns))];
        Changes = await history.OfAsync(id, ct);
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "Neuer Stand"), Required(ErrorMessage = "Bitte wählen Sie den neuen Stand."), EnumDataType(typeof(SessionState), ErrorMessage = "Bitte wählen Sie den neuen Stand.")]
        public SessionState? To { get; set; }

        [Display(Name = "Grund"), StringLength(500, ErrorMessage = "Bitte kürzen Sie den Grund auf {1} Zeichen.")]
        public string? Reason { get; set; }
    }
}
