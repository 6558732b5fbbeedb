using Kongress.Conferences;
using Kongress.Dashboard;
using Kongress.Registrations.Exports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Registrations.Exports;

/// <summary>The lists that organisers take out again and again.</summary>
public sealed class IndexModel(CurrentConference current, ExportTemplateDesk desk, RegistrationList registrations) : PageModel
{
    public IReadOnlyList<ExportTemplate> Templates { get; private set; } = [];

    public FilterNames Names { get; private set; } = new([], []);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        Names = await registrations.NamesAsync(conference.Id, ct);
        Templates = await desk.AllAsync(conference.Id, ct);
        return Page();
    }
}
