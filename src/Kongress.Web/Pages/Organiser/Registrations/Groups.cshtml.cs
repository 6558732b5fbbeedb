using Kongress.Conferences;
using Kongress.Registrations.Groups;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Registrations;

/// <summary>Which offices registered their people, and how far they are.</summary>
public sealed class GroupsModel(CurrentConference current, GroupList groups) : PageModel
{
    public Conference Conference { get; private set; } = null!;

    public IReadOnlyList<GroupRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        Conference = conference;
        Rows = await groups.AllAsync(conference.Id, ct);
        return Page();
    }
}
