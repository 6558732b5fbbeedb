using Kongress.Programme.Releases;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Kongress.Web.Pages.Programme;

/// <summary>Everybody who is named in the released programme.</summary>
[OutputCache(PolicyName = PublicPages.Programme)]
public sealed class PeopleModel(CurrentProgramme current) : PageModel
{
    [FromQuery(Name = "suche")]
    public string? Search { get; set; }

    /// <summary>Null: nothing has been released yet.</summary>
    public PublicProgramme? Programme { get; private set; }

    public IReadOnlyList<SnapshotPerson> People { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } programme) return;
        Programme = programme;
        var words = SearchForm.Query(Search is { Length: > 200 } ? Search[..200] : Search);
        People = string.IsNullOrWhiteSpace(Search) ? programme.Snapshot.People : [.. programme.Snapshot.People.Where(p => words.Count > 0 && Fits(p, words))];
    }

    private static bool Fits(SnapshotPerson person, IReadOnlyList<string> words)
    {
        var index = SearchForm.Index(person.Name, person.Organisation, person.Function);
        return words.All(word => index.Contains(" " + word, StringComparison.Ordinal));
    }
}
