using Kongress.Programme.Releases;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Kongress.Web.Pages.Programme;

/// <summary>A person who is named in the released programme.</summary>
[OutputCache(PolicyName = PublicPages.Programme)]
public sealed class PersonModel(CurrentProgramme current) : PageModel
{
    public PublicProgramme Programme { get; private set; } = null!;

    public SnapshotPerson Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } programme || programme.Person(code) is not { } person) return NotFound();
        (Programme, Person) = (programme, person);
        return Page();
    }
}
