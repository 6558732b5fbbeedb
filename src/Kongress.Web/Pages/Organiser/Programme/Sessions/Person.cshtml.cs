using System.ComponentModel.DataAnnotations;
using Kongress.Programme.Sessions;
using Kongress.Speakers;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Programme.Sessions;

/// <summary>One person on a session: how they are shown, whether they are needed, the answer from the telephone, and the end of it.</summary>
public sealed class PersonModel(PlanReader plan, SessionDesk desk, ParticipationDesk participations) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    public AnswerModel Answer { get; set; } = new();

    public Session Session { get; private set; } = null!;

    public Participation Participation { get; private set; } = null!;

    public Speaker Speaker { get; private set; } = null!;

    private Guid ConferenceId => Session.ConferenceId;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid person, CancellationToken ct)
    {
        if (!await LoadAsync(id, person, ct)) return NotFound();
        Input = new InputModel { Function = Participation.Function, Organisation = Participation.Organisation, IsRequired = Participation.IsRequired };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid person, CancellationToken ct)
    {
        if (!await LoadAsync(id, person, ct)) return NotFound();
        KeepErrorsOf("Input.");
        if (!ModelState.IsValid) return Page();
        var done = await desk.ChangePersonAsync(ConferenceId, id, person, Clean.Line(Input.Function), Clean.Line(Input.Organisation), Input.IsRequired, User.AccountId(), ct);
        return Told(id, done ? "Gespeichert. Öffentlich wird es mit der nächsten Fassung." : PlanTexts.For(AnswerOutcome.TakenOff));
    }

    public async Task<IActionResult> OnPostAnswerAsync(Guid id, Guid person, CancellationToken ct)
    {
        if (!await LoadAsync(id, person, ct)) return NotFound();
        KeepErrorsOf("Answer.");
        Input = new InputModel { Function = Participation.Function, Organisation = Participation.Organisation, IsRequired = Participation.IsRequired };
        if (Answer.State is not (ParticipationState.Accepted or ParticipationState.Tentative or ParticipationState.Declined) && ModelState.IsValid) ModelState.AddModelError("Answer.State", "Bitte wählen Sie die Antwort.");
        if (!ModelState.IsValid) return Page();
        return Told(id, PlanTexts.For(await participations.AnswerForAsync(person, Answer.State!.Value, Clean.Text(Answer.Word), User.AccountId(), ct)));
    }

    public async Task<IActionResult> OnPostTakeOffAsync(Guid id, Guid person, CancellationToken ct)
    {
        if (!await LoadAsync(id, person, ct)) return NotFound();
        return Told(id, await desk.TakeOffAsync(ConferenceId, id, person, User.AccountId(), ct)
            ? $"{Speaker.Profile.FullName} ist nicht mehr dabei. Der Eintrag bleibt im Verlauf; wir haben niemanden benachrichtigt."
            : "Die Person war schon nicht mehr dabei.");
    }

    private RedirectToPageResult Told(Guid id, string told)
    {
        this.Announce(told);
        return RedirectToPage("Details", new { id });
    }

    // The page has two forms; what is wrong with one is no matter of the other. A form that was not sent is bound without its prefix.
    private void KeepErrorsOf(string prefix)
    {
        foreach (var key in ModelState.Keys.Where(k => !k.StartsWith(prefix, StringComparison.Ordinal)).ToList()) ModelState.Remove(key);
    }

    private async Task<bool> LoadAsync(Guid id, Guid person, CancellationToken ct)
    {
        if (await plan.SessionAsync(id, ct) is not var (draft, session)) return false;
        if (session.Participations.FirstOrDefault(p => p.Id == person) is not { State: not ParticipationState.Cancelled } participation) return false;
        (Session, Participation, Speaker) = (session, participation, draft.Speakers[participation.SpeakerId]);
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "Funktion, wie sie gezeigt wird"), StringLength(200, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
        public string? Function { get; set; }

        [Display(Name = "Organisation, wie sie gezeigt wird"), StringLength(300, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
        public string? Organisation { get; set; }

        [Display(Name = "Wird gebraucht: Ohne diese Person ist der Programmpunkt nicht bestätigt")]
        public bool IsRequired { get; set; }
    }

    public sealed class AnswerModel
    {
        [Display(Name = "Antwort"), Required(ErrorMessage = "Bitte wählen Sie die Antwort."), AllowedValues(ParticipationState.Accepted, ParticipationState.Tentative, ParticipationState.Declined, ErrorMessage = "Bitte wählen Sie die Antwort.")]
        public ParticipationState? State { get; set; }

        [Display(Name = "Was die Person dazu sagt"), StringLength(1000, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
        public string? Word { get; set; }
    }
}
