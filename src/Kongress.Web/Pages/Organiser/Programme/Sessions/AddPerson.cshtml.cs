using System.ComponentModel.DataAnnotations;
using Kongress.Programme.Board;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Kongress.Speakers;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kongress.Web.Pages.Organiser.Programme.Sessions;

/// <summary>Finds a person and puts them on a session, or in the place of somebody else.</summary>
public sealed class AddPersonModel(PlanReader plan, SessionDesk desk) : PageModel
{
    private const int MostChoices = 50;

    /// <summary>Words of the name or the organisation.</summary>
    [BindProperty(SupportsGet = true, Name = "wer")]
    public string? Search { get; set; }

    /// <summary>The participation that is to be replaced; null: nobody is.</summary>
    [BindProperty(SupportsGet = true, Name = "statt")]
    public Guid? InsteadId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Draft Draft { get; private set; } = null!;

    public Session Session { get; private set; } = null!;

    public Participation? Instead { get; private set; }

    public string? InsteadName => Instead is null ? null : Draft.Speakers[Instead.SpeakerId].Profile.FullName;

    public int Found { get; private set; }

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (Instead is not null) ModelState.Remove("Input.Role");
        if (!ModelState.IsValid) return Page();
        var speaker = Draft.Speakers.GetValueOrDefault(Input.Speaker!.Value);
        var done = speaker is not null && (Instead is null
            ? await desk.AddPersonAsync(Draft.Conference.Id, id, speaker.Id, Input.Role!.Value, User.AccountId(), ct)
            : await desk.ReplaceAsync(Draft.Conference.Id, id, Instead.Id, speaker.Id, User.AccountId(), ct));
        if (!done)
        {
            ModelState.AddModelError("Input.Speaker", speaker is null ? "Diese Person gibt es nicht mehr." : $"{speaker.Profile.FullName} hat diese Rolle hier schon.");
            return Page();
        }

        this.Announce(Instead is null
            ? $"{speaker!.Profile.FullName} ist eingetragen. Eingeladen ist die Person erst, wenn Sie „Einladen“ wählen."
            : $"{speaker!.Profile.FullName} steht jetzt an der Stelle von {InsteadName}. Bitte laden Sie die neue Person ein.");
        return RedirectToPage("Details", new { id });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await plan.SessionAsync(id, ct) is not var (draft, session)) return false;
        (Draft, Session) = (draft, session);
        Instead = session.Participations.FirstOrDefault(p => p.Id == InsteadId && p.State is not ParticipationState.Cancelled);
        if (InsteadId is not null && Instead is null) return false;
        var words = SearchForm.Query(Search is { Length: > 200 } ? Search[..200] : Search);
        var found = draft.Speakers.Values.Where(s => words.All(w => s.SearchText.Contains(" " + w, StringComparison.Ordinal)) && (words.Count > 0 || string.IsNullOrWhiteSpace(Search)))
            .OrderBy(s => s.SortName, StringComparer.Ordinal).ToList();
        Found = found.Count;
        Choices = [.. found.Take(MostChoices).Select(s => new SelectListItem(Label(s), s.Id.ToString()))];
        return true;
    }

    private static string Label(Speaker speaker) => string.Join(", ", new[] { speaker.Profile.FullName, speaker.Profile.Function, speaker.Profile.Organisation }.Where(t => t is { Length: > 0 }));

    public sealed class InputModel
    {
        [Display(Name = "Person"), Required(ErrorMessage = "Bitte wählen Sie eine Person.")]
        public Guid? Speaker { get; set; }

        [Display(Name = "Rolle"), Required(ErrorMessage = "Bitte wählen Sie eine Rolle."), EnumDataType(typeof(ParticipationRole), ErrorMessage = "Bitte wählen Sie eine Rolle.")]
        public ParticipationRole? Role { get; set; }
    }
}
