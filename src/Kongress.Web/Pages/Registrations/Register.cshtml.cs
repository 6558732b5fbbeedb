using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Registrations;
using Kongress.Registrations.Invitations;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Registrations;

/// <summary>Step 1 of 3: who comes.</summary>
public sealed class RegisterModel(CurrentConference current, RegistrationDrafts drafts, InvitationDesk invitations, WrongCodes wrongCodes, Organisations organisations, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    private AttendeeKind? invitedKind;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Conference? Conference { get; private set; }

    public IReadOnlyList<string> Suggestions => organisations.Known;

    /// <summary>The address of the personal invitation that is followed; null: none.</summary>
    public string? InvitedAddress { get; private set; }

    public bool IsOpen => Conference?.RegistrationIsOpen(clock.GetUtcNow()) ?? false;

    public bool OpensLater => Conference is not null && clock.GetUtcNow() < Conference.RegistrationOpensAt;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Conference = await current.FindAsync(ct);
        var draft = drafts.Open(HttpContext);
        Input = new InputModel { Email = draft.Email, Person = draft.Person, Code = draft.Code };
        await InvitedAsync(draft, ct);
        if (TempData[Refused] is string refused) Refuse(Enum.Parse<EntranceRefusal>(refused));
        await organisations.RefreshAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Conference = await current.FindAsync(ct);
        if (!IsOpen) return Page();
        await EnterAsync(ct);
        Keep(passed: ModelState.IsValid);
        return ModelState.IsValid ? RedirectToPage("RegisterAttendance") : Page();
    }

    /// <summary>Keeps what is typed so far, unchecked, when a script says that a field was left.</summary>
    public IActionResult OnPostKeep()
    {
        Keep(passed: drafts.Open(HttpContext).HasPerson && ModelState.IsValid);
        return new NoContentResult();
    }

    /// <summary>Somebody else sits at this browser, or wants to come with another address: the invitation is laid aside, what is typed stays.</summary>
    public IActionResult OnPostLeave()
    {
        Input.Email = null;
        Keep(passed: false, leave: true);
        return RedirectToPage();
    }

    /// <summary>Key under which the last step says why a code or an invitation opened nothing after all.</summary>
    internal const string Refused = "Register.Refused";

    // What code or invitation open is asked before the rest is judged: an exhibitor may come from a company.
    private async Task EnterAsync(CancellationToken ct)
    {
        var draft = drafts.Open(HttpContext);
        await InvitedAsync(draft, ct);
        var (refusal, kind) = InvitedAddress is null ? await TryCodeAsync(ct)
            : (Input.Email?.Trim().ToLowerInvariant() == InvitedAddress ? EntranceRefusal.None : EntranceRefusal.OtherAddress, invitedKind);
        if (kind is AttendeeKind.Exhibitor && Input.Person.IsCompany)
        {
            Input.Person.CompanyIsInvited = true;
            ModelState.ClearValidationState(nameof(Input));
            TryValidateModel(Input, nameof(Input));
        }

        Refuse(refusal);
    }

    private async Task<(EntranceRefusal Refusal, AttendeeKind? Kind)> TryCodeAsync(CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(Input.Code) && wrongCodes.AreTooMany(HttpContext))
        {
            ModelState.AddModelError("Input.Code", text["Von hier kamen zu viele falsche Codes. Bitte versuchen Sie es in einer Minute noch einmal."]);
            return (EntranceRefusal.None, null);
        }

        var (refusal, entrance) = await invitations.TryCodeAsync(Conference!.Id, Input.Code, ct);
        if (refusal is EntranceRefusal.CodeUnknown) wrongCodes.Count(HttpContext);
        return (refusal, entrance.Kind);
    }

    private async Task InvitedAsync(RegistrationDraft draft, CancellationToken ct)
    {
        if (Conference is null || draft.Invitation is null) return;
        if (await invitations.FindAsync(Conference.Id, draft.Invitation, ct) is not ({ } invitation, InvitationState.Open)) return;
        (InvitedAddress, invitedKind) = (invitation.Email, invitation.Kind);
    }

    private void Refuse(EntranceRefusal refusal)
    {
        if (refusal is EntranceRefusal.None) return;
        ModelState.AddModelError(refusal is EntranceRefusal.OtherAddress ? "Input.Email" : refusal is EntranceRefusal.InvitationEnded ? "" : "Input.Code", RegistrationPageTexts.For(text, refusal));
    }

    private void Keep(bool passed, bool leave = false)
    {
        var draft = drafts.Open(HttpContext);
        draft.Code = Input.Code;
        // One that opens nothing any more is not carried along: the person registers as everybody does.
        if (leave || (InvitedAddress is null && passed)) draft.Invitation = null;
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

        [Display(Name = "Einladungscode"), StringLength(40, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
        public string? Code { get; set; }
    }
}
