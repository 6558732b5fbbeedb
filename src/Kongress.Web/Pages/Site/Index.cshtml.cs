using Kongress.Conferences;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Kongress.Web.Pages.Site;

/// <summary>The start page: what, when, where, and the one thing to do.</summary>
[OutputCache(PolicyName = PublicPages.Tag)]
public sealed class IndexModel(CurrentConference current, TimeProvider clock) : PageModel
{
    public Conference? Conference { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool IsOver => Conference is not null && Now >= Conference.EndsAt;

    public async Task OnGetAsync(CancellationToken ct) => Conference = await current.FindAsync(ct);
}
