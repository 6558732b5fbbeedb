using Kongress.Conferences;
using Kongress.Data;
using Kongress.Programme.Board;
using Kongress.Programme.Sessions;
using Kongress.Speakers;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Programme;

/// <summary>Rooms and tracks of an edition.</summary>
public sealed class RoomDesk(KongressDb db, TimeProvider clock)
{
    public Task<List<Room>> RoomsAsync(Guid conferenceId, CancellationToken ct) =>
        db.Set<Room>().AsNoTracking().Where(r => r.ConferenceId == conferenceId).OrderBy(r => r.Position).ThenBy(r => r.Id).ToListAsync(ct);

    public Task<List<Track>> TracksAsync(Guid conferenceId, CancellationToken ct) =>
        db.Set<Track>().AsNoTracking().Where(t => t.ConferenceId == conferenceId).OrderBy(t => t.Position).ThenBy(t => t.Id).ToListAsync(ct);

    /// <summary>Changes a room, or makes one (<paramref name="id"/> null) at the end of the list.</summary>
    /// <param name="change">Sets the fields; nothing else.</param>
    public Task<SaveOutcome> SaveRoomAsync(Guid conferenceId, Guid? id, Guid version, Action<Room> change, Guid actorId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockDraftAsync(conferenceId, ct);
            var room = id is null ? null : await db.Set<Room>().SingleOrDefaultAsync(r => r.Id == id && r.ConferenceId == conferenceId, ct);
            if (id is not null && room is null) return SaveOutcome.NotFound;
            if (room is not null && room.Version != version) return SaveOutcome.ChangedMeanwhile;
            if (room is null)
            {
                room = new Room(conferenceId) { Position = 1 + (await db.Set<Room>().Where(r => r.ConferenceId == conferenceId).MaxAsync(r => (int?)r.Position, ct) ?? 0) };
                db.Add(room);
            }

            change(room);
            db.Record(new Change(conferenceId, actorId, id is null ? "Room.Created" : "Room.Changed", room.Id, clock.GetUtcNow(), room.Name));
            await db.SaveChangesAsync(ct);
            return SaveOutcome.Saved;
        },
        ct);

    /// <summary>Deletes a room. False: something is planned in it, or there is none such.</summary>
    public Task<bool> DeleteRoomAsync(Guid conferenceId, Guid id, Guid actorId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockDraftAsync(conferenceId, ct);
            var room = await db.Set<Room>().SingleOrDefaultAsync(r => r.Id == id && r.ConferenceId == conferenceId, ct);
            var slots = await db.Set<Slot>().Where(s => s.ConferenceId == conferenceId).ToListAsync(ct);
            if (room is null || slots.Exists(s => s.RoomIds.Contains(id))) return false;
            db.Remove(room);
            await db.Set<Availability>().Where(a => a.OwnerId == id).ExecuteDeleteAsync(ct);
            db.Record(new Change(conferenceId, actorId, "Room.Deleted", id, clock.GetUtcNow(), room.Name));
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);

    /// <summary>Moves a room one place to the left or right. False: it stands at the edge, or there is none such.</summary>
    public Task<bool> ShiftRoomAsync(Guid conferenceId, Guid id, bool left, Guid actorId, CancellationToken ct) => ShiftAsync(
        conferenceId, id, left, actorId, "Room.Ordered", db.Set<Room>().Where(r => r.ConferenceId == conferenceId).OrderBy(r => r.Position).ThenBy(r => r.Id), r => r.Id, (room, position) => room.Position = position, ct);

    /// <summary>Changes a track, or makes one (<paramref name="id"/> null) at the end of the list.</summary>
    /// <param name="colour">As <see cref="TrackColour.Read"/> gives it.</param>
    public Task<SaveOutcome> SaveTrackAsync(Guid conferenceId, Guid? id, Guid version, string name, string colour, Guid actorId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockDraftAsync(conferenceId, ct);
            var track = id is null ? null : await db.Set<Track>().SingleOrDefaultAsync(t => t.Id == id && t.ConferenceId == conferenceId, ct);
            if (id is not null && track is null) return SaveOutcome.NotFound;
            if (track is not null && track.Version != version) return SaveOutcome.ChangedMeanwhile;
            if (track is null)
            {
                track = new Track(conferenceId) { Position = 1 + (await db.Set<Track>().Where(t => t.ConferenceId == conferenceId).MaxAsync(t => (int?)t.Position, ct) ?? 0) };
                db.Add(track);
            }

            track.Name = name;
            track.Colour = colour;
            db.Record(new Change(conferenceId, actorId, id is null ? "Track.Created" : "Track.Changed", track.Id, clock.GetUtcNow(), name));
            await db.SaveChangesAsync(ct);
            return SaveOutcome.Saved;
        },
        ct);

    /// <summary>Moves a track one place up or down in every list and filter. False: it stands at the edge, or there is none such.</summary>
    public Task<bool> ShiftTrackAsync(Guid conferenceId, Guid id, bool up, Guid actorId, CancellationToken ct) => ShiftAsync(
        conferenceId, id, up, actorId, "Track.Ordered", db.Set<Track>().Where(t => t.ConferenceId == conferenceId).OrderBy(t => t.Position).ThenBy(t => t.Id), t => t.Id, (track, position) => track.Position = position, ct);

    /// <summary>Deletes a track; its sessions have none then.</summary>
    public Task<bool> DeleteTrackAsync(Guid conferenceId, Guid id, Guid actorId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockDraftAsync(conferenceId, ct);
            var track = await db.Set<Track>().SingleOrDefaultAsync(t => t.Id == id && t.ConferenceId == conferenceId, ct);
            if (track is null) return false;
            foreach (var session in await db.Set<Session>().Where(s => s.ConferenceId == conferenceId && s.Content.TrackId == id).ToListAsync(ct)) session.SetContent(session.Content with { TrackId = null });
            db.Remove(track);
            db.Record(new Change(conferenceId, actorId, "Track.Deleted", id, clock.GetUtcNow(), track.Name));
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);

    private Task<bool> ShiftAsync<T>(Guid conferenceId, Guid id, bool towardsFirst, Guid actorId, string action, IQueryable<T> inOrder, Func<T, Guid> idOf, Action<T, int> place, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockDraftAsync(conferenceId, ct);
            var all = await inOrder.ToListAsync(ct);
            var at = all.FindIndex(one => idOf(one) == id);
            var to = at + (towardsFirst ? -1 : 1);
            if (at < 0 || to < 0 || to >= all.Count) return false;
            (all[at], all[to]) = (all[to], all[at]);
            foreach (var (index, one) in all.Index()) place(one, index + 1);
            db.Record(new Change(conferenceId, actorId, action, id, clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);
}
