using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Kongress.Workshops;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;

namespace Kongress.Web.Pages.Programme;

/// <summary>A session of the released programme.</summary>
[OutputCache(PolicyName = PublicPages.Programme)]
public sealed class SessionModel(CurrentProgramme current, PublicFiles files, Fillings fillings, IOptions<SiteOptions> site) : PageModel
{
    public PublicProgramme Programme { get; private set; } = null!;

    public SnapshotSlot Slot { get; private set; } = null!;

    public IReadOnlyList<FileLine> Files { get; private set; } = [];

    /// <summary>How full it is, where people sign up.</summary>
    public Filling? Filling { get; private set; }

    /// <summary>What search engines and calendars read of it.</summary>
    public IHtmlContent StructuredData => new HtmlString(SessionData.Json(Programme, Slot, site.Value.PublicUrl));

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } programme || programme.Session(code) is not { } slot) return NotFound();
        (Programme, Slot) = (programme, slot);
        Files = [.. (await files.OfAsync(programme.Conference.Id, ct))[slot.SessionId]];
        Filling = (await fillings.FindAsync(ct)).TryGetValue(slot.SessionId, out var filling) ? filling : null;
        return Page();
    }
}
