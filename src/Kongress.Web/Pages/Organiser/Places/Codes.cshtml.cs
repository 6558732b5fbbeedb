using Kongress.Conferences;
using Kongress.Registrations.Invitations;
using Kongress.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Places;

/// <summary>All codes with how often they were used.</summary>
public sealed class CodesModel(CurrentConference current, InvitationDesk desk, TimeProvider clock) : PageModel
{
    public IReadOnlyList<CodeRow> Rows { get; private set; } = [];

    public ConferenceTime Time { get; private set; } = null!;

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        Time = conference.Time;
        Rows = await desk.CodesAsync(conference.Id, ct);
        return Page();
    }
}
