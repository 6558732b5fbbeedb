using Kongress.Conferences;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Registrations;

/// <summary>Step 2 of 3: when, what is needed, what is allowed.</summary>
public sealed class RegisterAttendanceModel(CurrentConference current, RegistrationDrafts drafts, TimeProvider clock) : PageModel
{
    [BindProperty]
    public AttendanceInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await RefuseAsync(ct) is { } refused) return refused;
        Input = drafts.Open(HttpContext).Attendance ?? new AttendanceInput();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await RefuseAsync(ct) is { } refused) return refused;
        Keep();
        return ModelState.IsValid ? RedirectToPage("RegisterCheck") : Page();
    }

    /// <summary>Keeps what is typed so far, unchecked, when a script says that a field was left.</summary>
    public IActionResult OnPostKeep()
    {
        if (drafts.Open(HttpContext).HasPerson) Keep();
        return new NoContentResult();
    }

    private void Keep()
    {
        var draft = drafts.Open(HttpContext);
        draft.Attendance = Input;
        drafts.Keep(HttpContext, draft);
    }

    private async Task<IActionResult?> RefuseAsync(CancellationToken ct)
    {
        var conference = await current.FindAsync(ct);
        ViewData["Conference"] = conference;
        var open = conference?.RegistrationIsOpen(clock.GetUtcNow()) ?? false;
        return open && drafts.Open(HttpContext).HasPerson ? null : RedirectToPage("Register");
    }
}
