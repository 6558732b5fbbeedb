using Kongress.Conferences;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Registrations;

/// <summary>Says what follows. The same for a known and an unknown address.</summary>
public sealed class SubmittedModel(CurrentConference current) : PageModel
{
    internal const string EmailKey = "Submitted.Email";
    internal const string WaitingKey = "Submitted.Waiting";

    public string? Email { get; private set; }

    public bool Waits { get; private set; }

    public int HoldHours { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (TempData.Peek(EmailKey) is not string email || await current.FindAsync(ct) is not { } conference) return RedirectToPage("Register");
        Email = email;
        Waits = TempData.Peek(WaitingKey) is true;
        HoldHours = conference.HoldHours;
        return Page();
    }
}
