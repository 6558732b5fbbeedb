using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Web.Hosting;
using Kongress.Workshops;
using Kongress.Workshops.Allotment;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kongress.Web.Pages.Organiser.Workshops.Allotment;

/// <summary>One person in the allotment: every wish with its result and the reason for it, and what is settled by hand.</summary>
public sealed class PersonModel(CurrentConference current, AllotmentDesk desk, AllotmentLists lists, TimeProvider clock) : PageModel
{
    public enum Step
    {
        Give,
        Deny,
        Lift,
    }

    public static readonly SelectListItem[] Steps =
    [
        new("Platz fest vergeben", nameof(Step.Give)),
        new("Keinen Platz geben", nameof(Step.Deny)),
        new("Wieder dem Los überlassen", nameof(Step.Lift)),
    ];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Conference Conference { get; private set; } = null!;

    public Guid RegistrationId { get; private set; }

    public string Name { get; private set; } = "";

    public string Organisation { get; private set; } = "";

    /// <summary>There is a preview, with or without this person.</summary>
    public bool HasPlan { get; private set; }

    /// <summary>What the preview gives them; null: without wishes, or no preview.</summary>
    public PlanPerson? Person { get; private set; }

    /// <summary>What they got in published draws, the newest first.</summary>
    public IReadOnlyList<(PublishedDraw Draw, PlanPerson Person)> Results { get; private set; } = [];

    /// <summary>By hand, with or without a draw.</summary>
    public IReadOnlyList<(Adjustment Adjustment, Workshop Workshop)> Settled { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid registration, CancellationToken ct) => await LoadAsync(registration, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid registration, CancellationToken ct)
    {
        if (!await LoadAsync(registration, ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var kind = Input.Step switch { Step.Give => AdjustmentKind.Give, Step.Deny => AdjustmentKind.Deny, _ => (AdjustmentKind?)null };
        var outcome = await desk.AdjustAsync(Conference.Id, registration, Input.Workshop!.Value, kind, Input.Reason, User.AccountId(), ct);
        if (outcome is AdjustOutcome.Adjusted or AdjustOutcome.Lifted)
        {
            this.Announce(AllotmentTexts.For(outcome));
            return RedirectToPage(new { registration });
        }

        ModelState.AddModelError(outcome is AdjustOutcome.ReasonMissing ? "Input.Reason" : "Input.Workshop", AllotmentTexts.For(outcome));
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return false;
        if (await lists.PersonAsync(conference.Id, id, ct) is not { } registration) return false;
        (Conference, RegistrationId, Name, Organisation) = (conference, id, registration.Person.FullName, registration.Person.Organisation);
        var state = await lists.FindAsync(conference, ct);
        HasPlan = state.Plan is not null;
        Person = state.Plan?.People.FirstOrDefault(p => p.Registration.Id == id);
        Results = await lists.ResultsAsync(registration, ct);
        Settled = [.. state.Adjustments.Where(a => a.RegistrationId == id).Select(a => (a, state.Workshops[a.WorkshopId]))];
        var now = clock.GetUtcNow();
        Choices = [.. state.Workshops.Values.Where(w => w.IsAllotting && w.Place.IsOn && w.Place.StartsAt > now).OrderBy(w => w.Place.StartsAt).ThenBy(w => w.Place.Title, StringComparer.CurrentCulture)
            .Select(w => new SelectListItem($"{w.Place.Title} – {conference.Time.DayAndTime(w.Place.StartsAt)}", w.Id.ToString()))];
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "Workshop"), Required(ErrorMessage = "Bitte wählen Sie.")]
        public Guid? Workshop { get; set; }

        [Display(Name = "Was soll geschehen?"), Required(ErrorMessage = "Bitte wählen Sie."), EnumDataType(typeof(Step), ErrorMessage = "Bitte wählen Sie.")]
        public Step? Step { get; set; }

        [Display(Name = "Grund"), Required(ErrorMessage = "Bitte nennen Sie einen Grund."), StringLength(SignUp.ReasonLength, ErrorMessage = "Bitte kürzen Sie den Grund auf {1} Zeichen.")]
        public string? Reason { get; set; }
    }
}
