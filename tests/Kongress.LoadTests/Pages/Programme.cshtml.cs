using Kongress.LoadTests.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kongress.LoadTests.Pages;

/// <summary>How a programme page is usually written: a query for each request.</summary>
internal sealed class ProgrammeModel(BareDb db) : PageModel
{
    public IReadOnlyList<BareSession> Sessions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Sessions = await db.Sessions.AsNoTracking().OrderBy(s => s.StartsAt).ToListAsync(ct);
}
