using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Registrations;

/// <summary>Step 1 of 3: who comes.</summary>
public sealed class RegisterModel(CurrentConference current, RegistrationDrafts drafts, Organisations organisations, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Conference? Conference { get; private set; }

    public IReadOnlyList<string> Suggestions => organisations.Known;

    public bool IsOpen => Conference?.RegistrationIsOpen(clock.GetUtcNow()) ?? false;

    public bool OpensLater => Conference is not null && clock.GetUtcNow() < Conference.RegistrationOpensAt;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Conference = await current.FindAsync(ct);
        var draft = drafts.Open(HttpContext);
        Input = new InputModel { Email = draft.Email, Person = draft.Person };
        await organisations.RefreshAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Conference = await current.FindAsync(ct);
        if (!IsOpen) return Page();
        Keep(passed: ModelState.IsValid);
        return ModelState.IsValid ? RedirectToPage("RegisterAttendance") : Page();
    }

    /// <summary>Keeps what is typed so far, unchecked, when a script says that a field was left.</summary>
    public IActionResult OnPostKeep()
    {
        Keep(passed: drafts.Open(HttpContext).HasPerson && ModelState.IsValid);
        return new NoContentResult();
    }

    private void Keep(bool passed)
    {
        var draft = drafts.Open(HttpContext);
        draft.Email = Input.Email;
        draft.Person = Input.Person;
        draft.HasPerson = passed;
        drafts.Keep(HttpContext, draft);
    }

    public sealed class InputModel
    {
        [Display(Name = "Dienstliche E-Mail-Adresse"), Required(ErrorMessage = "Bitte geben Sie Ihre E-Mail-Adresse ein."), MailAddress]
        public string? Email { get; set; }

        public PersonInput Person { get; set; } = new();
    }
}
