using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Kongress.Web.Pages.Registrations;
using Kongress.Workshops;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.MyConference;

/// <summary>Somebody else comes instead.</summary>
public sealed class SubstituteModel(OwnRegistration own, AttendeeDesk desk, SignUpDesk workshops, IStringLocalizer<Texts> text) : PageModel
{
    [BindProperty]
    public SubstituteInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } registration) return RedirectToPage("Index");
        Input.Person = new PersonInput { Organisation = registration.Person.Organisation, Level = registration.Person.Level.ToString(), Land = registration.Person.Land };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } registration) return RedirectToPage("Index");
        Input.Person.AllowFor(registration, ModelState);
        if (!ModelState.IsValid) return Page();

        var outcome = await desk.SubstituteAsync(registration.Id, User.AccountId(), Input.ToSubmission(), ct);
        if (outcome is SubstituteOutcome.Substituted)
        {
            await workshops.PassTimeAsync(ct);
            this.Announce(RegistrationPageTexts.For(text, outcome));
            return RedirectToPage("Index");
        }

        ModelState.AddModelError("", RegistrationPageTexts.For(text, outcome));
        return Page();
    }

    private async Task<Registration?> LoadAsync(CancellationToken ct) =>
        await own.FindAsync(User.AccountId(), ct) is var (_, registration) && registration.IsActive ? registration : null;
}
