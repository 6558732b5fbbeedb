using Kongress.Conferences;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Registrations.Groups;

/// <summary>Says what follows for the people of an office. The same for known and unknown addresses.</summary>
public sealed class SubmittedModel(CurrentConference current) : PageModel
{
    internal const string EmailKey = "GroupSubmitted.Email";
    internal const string PeopleKey = "GroupSubmitted.People";
    internal const string WaitingKey = "GroupSubmitted.Waiting";
    internal const string SubmittedKey = "GroupSubmitted.At";

    public string? Email { get; private set; }

    public int People { get; private set; }

    public bool Waits { get; private set; }

    /// <summary>Until when each has to confirm.</summary>
    public string Until { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (TempData.Peek(EmailKey) is not string email || TempData.Peek(SubmittedKey) is not DateTime at || await current.FindAsync(ct) is not { } conference) return RedirectToPage("New");
        Email = email;
        People = TempData.Peek(PeopleKey) is int people ? people : 0;
        Waits = TempData.Peek(WaitingKey) is true;
        Until = conference.Time.DayAndTime(conference.HoldEnd(new DateTimeOffset(at.ToUniversalTime())));
        return Page();
    }
}
