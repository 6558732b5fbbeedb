using Kongress.Programme.Releases;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Kongress.Web.Pages.Programme;

/// <summary>A room of the released programme: how to find it, what it offers, what happens in it.</summary>
[OutputCache(PolicyName = PublicPages.Programme)]
public sealed class RoomModel(CurrentProgramme current) : PageModel
{
    public PublicProgramme Programme { get; private set; } = null!;

    public SnapshotRoom Room { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } programme || programme.Room(code) is not { } room) return NotFound();
        (Programme, Room) = (programme, room);
        return Page();
    }
}
