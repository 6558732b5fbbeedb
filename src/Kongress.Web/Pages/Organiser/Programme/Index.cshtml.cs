using Kongress.Programme.Board;
using Kongress.Programme.Conflicts;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Programme;

/// <summary>How far the programme is, and the way to its parts.</summary>
public sealed class IndexModel(PlanReader plan, ReleaseDesk releases, TimeProvider clock) : PageModel
{
    public Draft Draft { get; private set; } = null!;

    public IReadOnlyDictionary<SessionState, int> States { get; private set; } = new Dictionary<SessionState, int>();

    public int Placed { get; private set; }

    public int Unplaced { get; private set; }

    /// <summary>People on a session that may take place who have not said yes.</summary>
    public int UnconfirmedPeople { get; private set; }

    public int ToAnnounce { get; private set; }

    /// <summary>Without those that may stay.</summary>
    public IReadOnlyDictionary<Severity, int> Conflicts { get; private set; } = new Dictionary<Severity, int>();

    /// <summary>The newest release; null: there is none yet.</summary>
    public ReleaseLine? Latest { get; private set; }

    /// <summary>Slots in which the draft differs from it.</summary>
    public int Changes { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await plan.FindAsync(ct) is not { } draft) return RedirectToPage("/Organiser/Index");
        Draft = draft;
        var sessions = draft.Sessions.Values;
        States = sessions.GroupBy(s => s.State).ToDictionary(g => g.Key, g => g.Count());
        Placed = draft.Slots.Select(s => s.SessionId).OfType<Guid>().Distinct().Count();
        Unplaced = draft.Unplaced.Count();
        UnconfirmedPeople = sessions.Where(s => s.State.IsOn() || s.State is SessionState.Draft or SessionState.Proposed)
            .SelectMany(s => s.Participations).Where(p => p.IsOn && p.State is not ParticipationState.Accepted).Select(p => p.SpeakerId).Distinct().Count();
        ToAnnounce = sessions.Count(s => s.AwaitsAnnouncement);
        Conflicts = ConflictFinder.Find(draft, clock.GetUtcNow()).Where(c => !draft.Accepted.ContainsKey(c.Key)).GroupBy(c => c.Severity).ToDictionary(g => g.Key, g => g.Count());
        Latest = (await releases.ListAsync(draft.Conference.Id, ct)).FirstOrDefault();
        Changes = (await releases.PreviewAsync(draft.Conference.Id, ReleaseScope.Everything, ct)).Differences.Count;
        return Page();
    }
}
