using Kongress.Conferences;
using Kongress.Data;
using Kongress.Programme.Board;
using Kongress.Programme.Sessions;
using Kongress.Speakers;

namespace Kongress.Web.Pages.Organiser.Programme;

/// <summary>The plan of the current edition as the programme team's pages show it. What is of another edition is not in it, and so not found.</summary>
public sealed class PlanReader(CurrentConference current, KongressDb db, Drafts drafts)
{
    /// <summary>Null in an empty installation.</summary>
    public async Task<Draft?> FindAsync(CancellationToken ct) => await current.FindAsync(ct) is { } conference ? await drafts.ReadAsync(db, conference.Id, ct) : null;

    public async Task<(Draft Draft, Session Session)?> SessionAsync(Guid id, CancellationToken ct) =>
        await FindAsync(ct) is { } draft && draft.Sessions.GetValueOrDefault(id) is { } session ? (draft, session) : null;

    public async Task<(Draft Draft, Speaker Speaker)?> SpeakerAsync(Guid id, CancellationToken ct) =>
        await FindAsync(ct) is { } draft && draft.Speakers.GetValueOrDefault(id) is { } speaker ? (draft, speaker) : null;
}
