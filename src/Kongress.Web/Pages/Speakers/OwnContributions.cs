using Kongress.Conferences;
using Kongress.Data;
using Kongress.Programme;
using Kongress.Programme.Board;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Speakers;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Web.Pages.Speakers;

/// <summary>Where a session stands, as far as the people on it have been told.</summary>
public enum PartNote
{
    InPreparation,
    InProgramme,
    Cancelled,
    Rejected,
    Withdrawn,
}

/// <summary>When and where; not final while it is not released.</summary>
public sealed record PartTime(DateTimeOffset StartsAt, int Minutes, IReadOnlyList<string> Rooms, bool IsReleased);

/// <param name="Name">Null: not known to others yet.</param>
public sealed record PartPerson(string? Name, ParticipationRole Role, string Function, string Organisation);

/// <summary>Something that the signed-in person was asked to do.</summary>
public sealed record OwnPart(Participation Participation, Session Session, PartNote Note, IReadOnlyList<PartTime> Times, IReadOnlyList<PartPerson> Others, IReadOnlyList<FileLine> Files)
{
    public bool HasSlides => Files.Any(f => f.Kind is SessionFileKind.Slides);
}

/// <summary>Finds what belongs to the signed-in account at the current edition. Whoever asks for anything else finds nothing.</summary>
public sealed class OwnContributions(KongressDb db, CurrentConference current, CurrentProgramme programme, SpeakerDesk speakers, SessionFileDesk files)
{
    public async Task<(Conference Conference, Speaker Speaker)?> FindAsync(Guid accountId, CancellationToken ct) =>
        await current.FindAsync(ct) is { } conference && await speakers.OwnAsync(conference.Id, accountId, ct) is { } speaker ? (conference, speaker) : null;

    /// <summary>What the account's person was asked to do, in the order of time. What organisers only think of, and what was taken back, is not among it.</summary>
    /// <remarks>The same number of queries for one as for many.</remarks>
    public async Task<IReadOnlyList<OwnPart>> PartsAsync(Conference conference, Guid accountId, CancellationToken ct)
    {
        var own = await db.Set<Participation>().AsNoTracking()
            .Where(p => p.State != ParticipationState.Proposed && p.State != ParticipationState.Cancelled
                && db.Set<Speaker>().Any(s => s.Id == p.SpeakerId && s.AccountId == accountId && s.ConferenceId == conference.Id))
            .ToListAsync(ct);
        if (own.Count == 0) return [];
        var ids = own.Select(p => p.SessionId).Distinct().ToList();
        var sessions = await db.Set<Session>().AsNoTracking().AsSplitQuery().Include(s => s.Participations.OrderBy(p => p.Position)).Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var slots = await db.Set<Slot>().AsNoTracking().Where(s => s.SessionId != null && ids.Contains(s.SessionId.Value)).OrderBy(s => s.StartsAt).ToListAsync(ct);
        var rooms = await db.Set<Room>().Where(r => r.ConferenceId == conference.Id).OrderBy(r => r.Position).Select(r => new { r.Id, r.Name }).ToListAsync(ct);
        var people = sessions.Values.SelectMany(s => s.Participations).Select(p => p.SpeakerId).Distinct().ToList();
        var names = await db.Set<Speaker>().AsNoTracking().Where(s => people.Contains(s.Id) && s.IsNamed).ToDictionaryAsync(s => s.Id, s => s.Profile.FullName, ct);
        var lines = (await files.OfSessionsAsync(ids, ct)).ToLookup(f => f.SessionId);
        var released = await programme.FindAsync(ct);

        return [.. own.Select(p =>
        {
            var session = sessions[p.SessionId];
            var inRelease = released?.Snapshot.Slots.Where(s => s.SessionId == session.Id).ToList() ?? [];
            // What is released counts; the draft behind it may still change its mind.
            IReadOnlyList<PartTime> times = inRelease.Count > 0
                ? [.. inRelease.Select(s => new PartTime(s.StartsAt, s.Minutes, [.. released!.RoomsOf(s).Select(r => r.Name)], true))]
                : [.. slots.Where(s => s.SessionId == session.Id).Select(s => new PartTime(s.StartsAt, s.Minutes, [.. rooms.Where(r => s.RoomIds.Contains(r.Id)).Select(r => r.Name)], false))];
            var others = session.Participations.Where(o => o.Id != p.Id && o.IsOn && o.State is not ParticipationState.Proposed)
                .Select(o => o.State is ParticipationState.Accepted or ParticipationState.Tentative && names.TryGetValue(o.SpeakerId, out var name)
                    ? new PartPerson(name, o.Role, o.Function, o.Organisation) : new PartPerson(null, o.Role, "", ""));
            return new OwnPart(p, session, Note(session, inRelease), times, [.. others], [.. lines[session.Id]]);
        }).OrderBy(p => p.Times.Count == 0 ? DateTimeOffset.MaxValue : p.Times[0].StartsAt).ThenBy(p => p.Session.Content.Title, StringComparer.CurrentCulture)];
    }

    /// <summary>One of them; null for everybody else's.</summary>
    public async Task<OwnPart?> PartAsync(Conference conference, Guid accountId, Guid participationId, CancellationToken ct) =>
        (await PartsAsync(conference, accountId, ct)).FirstOrDefault(p => p.Participation.Id == participationId);

    // A decision that was not announced is not told here either.
    private static PartNote Note(Session session, List<SnapshotSlot> inRelease) => session.AnnouncedState switch
    {
        SessionState.Cancelled => PartNote.Cancelled,
        SessionState.Rejected => PartNote.Rejected,
        SessionState.Accepted or SessionState.Confirmed => PartNote.InProgramme,
        _ when session.State is SessionState.Withdrawn => PartNote.Withdrawn,
        _ when inRelease.Count == 0 => PartNote.InPreparation,
        _ => inRelease.TrueForAll(s => s.IsCancelled) ? PartNote.Cancelled : PartNote.InProgramme,
    };
}
