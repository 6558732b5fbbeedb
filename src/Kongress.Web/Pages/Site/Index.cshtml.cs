using Kongress.Conferences;
using Kongress.Programme.Releases;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Kongress.Web.Pages.Site;

/// <summary>The start page: what, when, where, and the one thing to do.</summary>
[OutputCache(PolicyName = PublicPages.Tag)]
public sealed class IndexModel(CurrentConference current, CurrentProgramme programme, TimeProvider clock) : PageModel
{
    public Conference? Conference { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool IsOver => Conference is not null && Now >= Conference.EndsAt;

    public bool HasProgramme { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Conference = await current.FindAsync(ct);
        HasProgramme = await programme.FindAsync(ct) is not null;
    }
}
