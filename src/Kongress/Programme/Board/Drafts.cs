using System.Collections.Concurrent;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Programme.Agendas;
using Kongress.Programme.Conflicts;
using Kongress.Programme.Sessions;
using Kongress.Speakers;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Programme.Board;

/// <summary>Reads the draft. One copy stays in memory for as long as its revision is the newest, so that a move on the board costs one small query.</summary>
public sealed class Drafts(TimeProvider clock)
{
    // Marks and the edition itself are not under the revision; they are looked at again after this time.
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Guid, (Draft Draft, long ReadAt)> copies = new();

    /// <summary>The draft at its newest revision, or at the one of the surrounding transaction.</summary>
    public async Task<Draft> ReadAsync(KongressDb db, Guid conferenceId, CancellationToken ct)
    {
        var revision = await db.DraftRevisionAsync(conferenceId, ct);
        if (copies.TryGetValue(conferenceId, out var copy) && copy.Draft.Revision == revision && clock.GetElapsedTime(copy.ReadAt) < MaxAge) return copy.Draft;

        var draft = await LoadAsync(db, conferenceId, revision, ct);
        // Read inside a transaction that may yet fail, or while somebody wrote: such a copy is used once and not kept.
        if (db.Database.CurrentTransaction is null && await db.DraftRevisionAsync(conferenceId, ct) == revision) copies[conferenceId] = (draft, clock.GetTimestamp());
        return draft;
    }

    /// <summary>The edition and its rooms before the change of a revision, for whoever holds the lock of the draft: from the copy where that is as it stood, else read.</summary>
    internal async Task<(Conference Conference, IReadOnlyList<Room> Rooms)> BeforeAsync(KongressDb db, Guid conferenceId, long revision, CancellationToken ct) =>
        copies.TryGetValue(conferenceId, out var copy) && copy.Draft.Revision == revision - 1
            ? (copy.Draft.Conference, copy.Draft.Rooms)
            : (await db.ConferenceWithDaysAsync(conferenceId, ct), await db.Set<Room>().AsNoTracking().Where(r => r.ConferenceId == conferenceId).OrderBy(r => r.Position).ThenBy(r => r.Id).ToListAsync(ct));

    /// <summary>Keeps the copy fresh after a committed step on the board that nobody else came before.</summary>
    internal void Follow(Guid conferenceId, long revision, Slot? slot, Guid slotId)
    {
        if (!copies.TryGetValue(conferenceId, out var copy) || copy.Draft.Revision != revision - 1) return;
        var slots = copy.Draft.Slots.Where(s => s.Id != slotId);
        if (slot is not null) slots = slots.Append(slot);
        copies[conferenceId] = (copy.Draft with { Revision = revision, Slots = [.. slots] }, copy.ReadAt);
    }

    private static async Task<Draft> LoadAsync(KongressDb db, Guid conferenceId, long revision, CancellationToken ct)
    {
        var availabilities = await db.Set<Availability>().AsNoTracking().Where(a => a.ConferenceId == conferenceId).ToListAsync(ct);
        var slidesOf = await db.Set<SessionFile>().Where(f => f.ConferenceId == conferenceId && f.Kind == SessionFileKind.Slides).Select(f => f.SessionId).Distinct().ToListAsync(ct);
        var portraits = await db.Set<Portrait>().Where(p => db.Set<Speaker>().Any(s => s.Id == p.SpeakerId && s.ConferenceId == conferenceId))
            .Select(p => new { p.SpeakerId, p.Version, p.AltText }).ToListAsync(ct);
        return new Draft
        {
            Conference = await db.ConferenceWithDaysAsync(conferenceId, ct),
            Revision = revision,
            Rooms = await db.Set<Room>().AsNoTracking().Where(r => r.ConferenceId == conferenceId).OrderBy(r => r.Position).ThenBy(r => r.Id).ToListAsync(ct),
            Tracks = await db.Set<Track>().AsNoTracking().Where(t => t.ConferenceId == conferenceId).OrderBy(t => t.Position).ThenBy(t => t.Id).ToListAsync(ct),
            Sessions = await db.Set<Session>().AsNoTracking().AsSplitQuery().Include(s => s.Participations.OrderBy(p => p.Position)).Where(s => s.ConferenceId == conferenceId).ToDictionaryAsync(s => s.Id, ct),
            Speakers = await db.Set<Speaker>().AsNoTracking().Where(s => s.ConferenceId == conferenceId).ToDictionaryAsync(s => s.Id, ct),
            Availabilities = availabilities.GroupBy(a => a.OwnerId).ToDictionary(g => g.Key, g => (IReadOnlyList<Availability>)[.. g]),
            Slots = await db.Set<Slot>().AsNoTracking().Where(s => s.ConferenceId == conferenceId).OrderBy(s => s.Number).ToListAsync(ct),
            Accepted = await db.Set<AcceptedConflict>().Where(a => a.ConferenceId == conferenceId).ToDictionaryAsync(a => a.Key, a => a.Reason, ct),
            Interest = await db.Set<AgendaItem>().Where(i => i.ConferenceId == conferenceId).GroupBy(i => i.SessionId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct),
            Portraits = portraits.ToDictionary(p => p.SpeakerId, p => (p.Version, p.AltText)),
            WithSlides = slidesOf.ToHashSet(),
        };
    }
}
