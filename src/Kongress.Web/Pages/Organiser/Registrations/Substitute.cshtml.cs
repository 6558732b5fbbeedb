using Kongress.Registrations;
using Kongress.Web.Hosting;
using Kongress.Web.Pages.MyConference;
using Kongress.Web.Pages.Registrations;
using Kongress.Workshops;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Registrations;

/// <summary>Somebody else comes instead; an organiser may do this at any time.</summary>
public sealed class SubstituteModel(Subject subject, ReviewDesk desk, SignUpDesk workshops) : PageModel
{
    [BindProperty]
    public SubstituteInput Input { get; set; } = new();

    public Registration Registration { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await subject.FindAsync(id, ct) is not var (_, details)) return NotFound();
        Registration = details.Registration;
        if (!Registration.IsActive) return RedirectToPage("Details", new { id });
        var person = Registration.Person;
        Input.Person = new PersonInput { Organisation = person.Organisation, Level = person.Level.ToString(), Land = person.Land };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await subject.FindAsync(id, ct) is not var (_, details)) return NotFound();
        Registration = details.Registration;
        Input.Person.AllowFor(Registration, ModelState);
        if (!ModelState.IsValid) return Page();

        var outcome = await desk.SubstituteAsync(id, User.AccountId(), Input.ToSubmission() with { Language = Registration.Language }, ct);
        if (outcome is SubstituteOutcome.Substituted)
        {
            await workshops.PassTimeAsync(ct);
            this.Announce(OrganiserTexts.For(outcome));
            return RedirectToPage("Details", new { id });
        }

        ModelState.AddModelError("", OrganiserTexts.For(outcome));
        return Page();
    }
}
