using Kongress.Conferences;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Kongress.Web.Pages.Organiser.Conferences;

/// <summary>What every form of a section carries.</summary>
public abstract class SectionInput
{
    /// <summary>The version of the edition that the form shows.</summary>
    public Guid Version { get; set; }
}

/// <summary>Loads the edition for a form and saves a section; the same for all of them.</summary>
public sealed class ConferenceEditor(ConferenceDesk desk, CurrentConference current, IOutputCacheStore pages)
{
    /// <summary>The current edition, fresh from the database; null in an empty installation.</summary>
    public async Task<Conference?> LoadAsync(CancellationToken ct) => await current.FindAsync(ct) is { } conference ? await desk.FindAsync(conference.Id, ct) : null;

    /// <summary>Saves and announces; false: the form stays, with what was typed and what is wrong.</summary>
    /// <param name="announcement">Instead of "saved"; null: the usual.</param>
    public async Task<bool> SaveAsync(PageModel page, Conference conference, SectionInput input, ConferenceEdit edit, CancellationToken ct, string? announcement = null)
    {
        if (!page.ModelState.IsValid) return false;
        var result = await desk.EditAsync(conference.Id, input.Version, edit, page.User.AccountId(), ct);
        switch (result.Outcome)
        {
            case EditOutcome.Saved:
                await pages.EvictByTagAsync(PublicPages.Tag, CancellationToken.None);
                page.Announce(announcement ?? "Gespeichert. Die öffentlichen Seiten zeigen den neuen Stand sofort.");
                return true;
            case EditOutcome.Unchanged:
                page.Announce("Es hat sich nichts geändert.");
                return true;
            case EditOutcome.ChangedMeanwhile:
                // The next press saves over the other's edit: the person has been told and can look at it first.
                page.ModelState.Remove("Input.Version");
                input.Version = result.Version;
                page.ModelState.AddModelError("", "Der Kongress wurde inzwischen von jemand anderem geändert. Ihre Eingaben stehen noch hier und sind nicht gespeichert. Sehen Sie sich den neuen Stand in einem zweiten Fenster an; speichern Sie noch einmal, wenn Ihre Eingaben gelten sollen.");
                return false;
            case EditOutcome.Refused:
                foreach (var problem in result.Problems) Add(page, problem, edit);
                return false;
            case EditOutcome.NotFound:
                page.ModelState.AddModelError("", "Diesen Kongress gibt es nicht mehr.");
                return false;
            default:
                throw new InvalidOperationException($"{result.Outcome} is no outcome.");
        }
    }

    private static void Add(PageModel page, ConferenceProblem problem, ConferenceEdit edit) =>
        page.ModelState.AddModelError(Key(problem, edit is ConferenceEdit.Days ? "Input.Days" : "Input"), ConferenceTexts.For(problem.Rule, edit));

    /// <summary>The field of the form that a problem belongs to.</summary>
    public static string Key(ConferenceProblem problem, string prefix) =>
        problem.Field.Length == 0 ? "" : problem.Field[0] == '[' ? prefix + problem.Field : $"{prefix}.{problem.Field}";
}
