using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Kongress.Web.Pages.Registrations;
using Kongress.Workshops.Withdrawals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.MyConference;

/// <summary>The person changes the own answers until the deadline.</summary>
public sealed class ChangeModel(OwnRegistration own, AnswersDesk desk, WithdrawalDesk withdrawals, AssistantDesk assistants, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Days with workshops of the person: what taking one off would cost.</summary>
    public IReadOnlyList<(string Part, string Workshops)> Costs { get; private set; } = [];

    public bool HasCompanions { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } registration) return RedirectToPage("Index");
        Input = new InputModel
        {
            Version = registration.Version,
            Person = PersonInput.From(registration.Person),
            Attendance = AttendanceInput.From(registration.Attendance, await own.HealthAsync(registration, ct)),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } registration) return RedirectToPage("Index");
        Input.Person.AllowFor(registration, ModelState);
        if (!ModelState.IsValid) return Page();

        var outcome = await desk.ChangeAsync(
            registration.Id, User.AccountId(), Input.Version, Input.Person.ToPerson() with { BadgeName = registration.Person.BadgeName, Unit = registration.Person.Unit },
            Input.Attendance.ToAttendance(clock.GetUtcNow(), registration.Attendance), Input.Attendance.ToHealth(), ct);
        if (outcome is ChangeOutcome.Changed or ChangeOutcome.ChangedAndGivenUp)
        {
            this.Announce(RegistrationPageTexts.For(text, outcome));
            return RedirectToPage("Index");
        }

        ModelState.AddModelError("", RegistrationPageTexts.For(text, outcome));
        return Page();
    }

    private async Task<Registration?> LoadAsync(CancellationToken ct)
    {
        if (await own.FindAsync(User.AccountId(), ct) is not var (conference, registration)) return null;
        ViewData["Conference"] = conference;
        if (!registration.IsActive || !conference.AnswersCanChange(clock.GetUtcNow())) return null;
        Costs = [.. (await withdrawals.OptionsAsync(registration, ct)).Parts.Where(p => p.Workshops.Count > 0)
            .Select(p => (WithdrawalMails.Name(text, conference, p.Part), string.Join("“, „", p.Workshops.Select(w => w.Place.Title))))];
        HasCompanions = (await assistants.ListAsync(registration.Id, ct)).Count > 0;
        return registration;
    }

    public sealed class InputModel
    {
        public Guid Version { get; set; }

        public PersonInput Person { get; set; } = new();

        public AttendanceInput Attendance { get; set; } = new();
    }
}
