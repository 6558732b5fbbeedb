using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Registrations;
using Kongress.Registrations.Invitations;
using Kongress.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Registrations;

/// <summary>Step 3 of 3: look once more and submit.</summary>
public sealed class RegisterCheckModel(CurrentConference current, RegistrationDrafts drafts, RegistrationDesk desk, TimeProvider clock) : PageModel
{
    /// <summary>Invisible to people; who fills it in is a machine and gets the same answer as everybody.</summary>
    [BindProperty]
    public string? Website { get; set; }

    public RegistrationDraft Draft { get; private set; } = new();

    public Conference Conference { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await RefuseAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await RefuseAsync(ct) is { } refused) return refused;
        if (!string.IsNullOrEmpty(Website)) return Submitted(SubmitOutcome.Received);

        var now = clock.GetUtcNow();
        var outcome = await desk.SubmitAsync(
            Conference,
            new Submission(Draft.SubmissionId, Draft.Email!, Draft.Person.ToPerson(), Draft.Attendance!.ToAttendance(now), Draft.Attendance.ToHealth(), Language.Current) { Code = Draft.Code, Invitation = Draft.Invitation },
            ct);
        return outcome switch
        {
            SubmitOutcome.Received or SubmitOutcome.ReceivedForWaitingList => Submitted(outcome),
            SubmitOutcome.NotOpenYet or SubmitOutcome.Closed => RedirectToPage("Register"),
            SubmitOutcome.CodeUnknown => Refused(EntranceRefusal.CodeUnknown),
            SubmitOutcome.CodeUsedUp => Refused(EntranceRefusal.CodeUsedUp),
            SubmitOutcome.CodeEnded => Refused(EntranceRefusal.CodeEnded),
            SubmitOutcome.InvitationEnded => Refused(EntranceRefusal.InvitationEnded),
            SubmitOutcome.InvitationForOther => Refused(EntranceRefusal.OtherAddress),
            SubmitOutcome.CompanyNotInvited => RedirectToPage("Register"),
        };
    }

    // Between the first step and this one the code was used up, or its end came. Everything typed is still in the draft.
    private RedirectToPageResult Refused(EntranceRefusal refusal)
    {
        TempData[RegisterModel.Refused] = refusal.ToString();
        return RedirectToPage("Register");
    }

    private RedirectToPageResult Submitted(SubmitOutcome outcome)
    {
        drafts.Forget(HttpContext);
        TempData[SubmittedModel.EmailKey] = Draft.Email;
        TempData[SubmittedModel.WaitingKey] = outcome is SubmitOutcome.ReceivedForWaitingList;
        return RedirectToPage("Submitted");
    }

    // The draft comes from the browser and may be a day old: it is checked again as a whole.
    private async Task<IActionResult?> RefuseAsync(CancellationToken ct)
    {
        Draft = drafts.Open(HttpContext);
        if (await current.FindAsync(ct) is not { } conference || !conference.RegistrationIsOpen(clock.GetUtcNow()) || !Draft.HasPerson)
        {
            return RedirectToPage("Register");
        }

        Conference = conference;
        if (!MailAddressAttribute.IsMailAddress(Draft.Email) || !IsValid(Draft.Person)) return RedirectToPage("Register");
        return Draft.Attendance is null || !IsValid(Draft.Attendance) ? RedirectToPage("RegisterAttendance") : null;
    }

    private bool IsValid(object part) =>
        Validator.TryValidateObject(part, new ValidationContext(part, HttpContext.RequestServices, null), null, validateAllProperties: true);
}
