using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Kongress.Web.Pages.Registrations;
using Kongress.Workshops;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.MyConference;

/// <summary>The person changes the own answers until the deadline.</summary>
public sealed class ChangeModel(OwnRegistration own, AttendeeDesk desk, SignUpDesk workshops, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

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
        if (outcome is ChangeOutcome.Changed)
        {
            // Who gave up a day gives up its workshops.
            await workshops.PassTimeAsync(ct);
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
        return registration.IsActive && conference.AnswersCanChange(clock.GetUtcNow()) ? registration : null;
    }

    public sealed class InputModel
    {
        public Guid Version { get; set; }

        public PersonInput Person { get; set; } = new();

        public AttendanceInput Attendance { get; set; } = new();
    }
}
