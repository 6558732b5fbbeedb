using Kongress.Conferences;
using Kongress.Data;
using Kongress.Programme.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Programme.Board;

public enum BoardOutcome
{
    Done,

    /// <summary>It is there already.</summary>
    Unchanged,

    /// <summary>Somebody else moved or removed it; the slot in the answer is how it stands now (null: it is gone).</summary>
    ChangedMeanwhile,

    /// <summary>No such slot or session at this edition.</summary>
    NotFound,

    /// <summary>A room is not one of this edition.</summary>
    UnknownRoom,

    /// <summary>Not on the grid of five minutes, or more than a day away from the congress.</summary>
    BadTime,

    /// <summary>Not a multiple of five minutes from 5 to 600.</summary>
    BadLength,

    /// <summary>The session has a slot; it can be moved, not placed again.</summary>
    AlreadyPlaced,

    /// <summary>Rejected and withdrawn sessions are not planned.</summary>
    NotPlannable,

    /// <summary>There is no step of this person left to take back, or to do again.</summary>
    NothingLeft,
}

/// <param name="Revision">Of the draft after the step.</param>
/// <param name="Slot">As it stands now; null: it is gone.</param>
public sealed record BoardResult(BoardOutcome Outcome, long Revision, Slot? Slot);

/// <summary>Where and when: places, moves and removes slots in the draft, one step at a time, each of which can be taken back.</summary>
public sealed class BoardDesk(KongressDb db, Drafts drafts, TimeProvider clock)
{
    /// <summary>How many steps a person can take back.</summary>
    public const int MostSteps = 50;

    /// <summary>Gives a session without a slot its place and time.</summary>
    /// <param name="minutes">Null: as long as the session wants.</param>
    public Task<BoardResult> PlaceAsync(Guid conferenceId, Guid sessionId, IReadOnlyList<Guid> roomIds, DateTimeOffset startsAt, int? minutes, Guid accountId, CancellationToken ct) => StepAsync(
        conferenceId,
        accountId,
        async revision =>
        {
            var session = await db.Set<Session>().SingleOrDefaultAsync(s => s.Id == sessionId && s.ConferenceId == conferenceId, ct);
            if (session is null) return Step.Refused(BoardOutcome.NotFound);
            if (session.State is SessionState.Rejected or SessionState.Withdrawn) return Step.Refused(BoardOutcome.NotPlannable);
            if (await db.Set<Slot>().FirstOrDefaultAsync(s => s.SessionId == sessionId, ct) is { } there) return Step.Refused(BoardOutcome.AlreadyPlaced, there);
            return Step.To(null, new SlotState(Guid.CreateVersion7(), (int)revision, sessionId, "", roomIds, startsAt, minutes ?? session.Content.Minutes));
        },
        ct);

    /// <summary>Keeps rooms free: set-up, technicians, a reception of the house. Never public.</summary>
    public Task<BoardResult> BlockAsync(Guid conferenceId, string label, IReadOnlyList<Guid> roomIds, DateTimeOffset startsAt, int minutes, Guid accountId, CancellationToken ct) => StepAsync(
        conferenceId,
        accountId,
        revision => Task.FromResult(Step.To(null, new SlotState(Guid.CreateVersion7(), (int)revision, null, label, roomIds, startsAt, minutes))),
        ct);

    /// <summary>Moves a slot, or changes its length.</summary>
    /// <param name="version">Of the slot as the person saw it; a step based on an older one is refused.</param>
    public Task<BoardResult> MoveAsync(Guid conferenceId, Guid slotId, Guid version, IReadOnlyList<Guid> roomIds, DateTimeOffset startsAt, int minutes, Guid accountId, CancellationToken ct) => StepAsync(
        conferenceId,
        accountId,
        async _ =>
        {
            var slot = await db.Set<Slot>().SingleOrDefaultAsync(s => s.Id == slotId && s.ConferenceId == conferenceId, ct);
            if (slot is null) return Step.Refused(BoardOutcome.ChangedMeanwhile);
            return slot.Version == version ? Step.To(slot, slot.State with { RoomIds = roomIds, StartsAt = startsAt, Minutes = minutes }) : Step.Refused(BoardOutcome.ChangedMeanwhile, slot);
        },
        ct);

    /// <summary>Takes a slot off the board; its session is unplaced again.</summary>
    public Task<BoardResult> RemoveAsync(Guid conferenceId, Guid slotId, Guid version, Guid accountId, CancellationToken ct) => StepAsync(
        conferenceId,
        accountId,
        async _ =>
        {
            var slot = await db.Set<Slot>().SingleOrDefaultAsync(s => s.Id == slotId && s.ConferenceId == conferenceId, ct);
            if (slot is null) return Step.Refused(BoardOutcome.Unchanged);
            return slot.Version == version ? Step.To(slot, null) : Step.Refused(BoardOutcome.ChangedMeanwhile, slot);
        },
        ct);

    /// <summary>Takes the person's own last step back, if what it made still stands as it was made.</summary>
    public Task<BoardResult> UndoAsync(Guid conferenceId, Guid accountId, CancellationToken ct) => TimeTravelAsync(conferenceId, accountId, isUndo: true, ct);

    /// <summary>Does the step again that was taken back last.</summary>
    public Task<BoardResult> RedoAsync(Guid conferenceId, Guid accountId, CancellationToken ct) => TimeTravelAsync(conferenceId, accountId, isUndo: false, ct);

    private Task<BoardResult> StepAsync(Guid conferenceId, Guid accountId, Func<long, Task<Step>> decide, CancellationToken ct) => FollowedAsync(
        conferenceId,
        async revision =>
        {
            var step = await decide(revision);
            var (conference, rooms) = await drafts.BeforeAsync(db, conferenceId, revision, ct);
            if (step.Refusal is null && step.After is not null) step = Check(conference, rooms, step);
            if (step.Refusal is { } refusal) return new BoardResult(refusal, revision, step.Slot);
            var before = step.Slot?.State;
            if (Equals(before, step.After)) return new BoardResult(BoardOutcome.Unchanged, revision, step.Slot);

            // A new step ends what could be done again.
            await db.Set<BoardMove>().Where(m => m.ConferenceId == conferenceId && m.AccountId == accountId && m.IsUndone).ExecuteDeleteAsync(ct);
            db.Add(new BoardMove(conferenceId, accountId, revision, before, step.After));
            return new BoardResult(BoardOutcome.Done, revision, Apply(conference, rooms, step.Slot, step.After, accountId, before is null ? "Slot.Placed" : step.After is null ? "Slot.Removed" : "Slot.Moved"));
        },
        ct);

    private Task<BoardResult> TimeTravelAsync(Guid conferenceId, Guid accountId, bool isUndo, CancellationToken ct) => FollowedAsync(
        conferenceId,
        async revision =>
        {
            var own = db.Set<BoardMove>().Where(m => m.ConferenceId == conferenceId && m.AccountId == accountId);
            var move = isUndo
                ? (await own.OrderByDescending(m => m.Revision).Take(MostSteps).ToListAsync(ct)).Find(m => !m.IsUndone)
                : await own.Where(m => m.IsUndone).OrderBy(m => m.Revision).FirstOrDefaultAsync(ct);
            if (move is null) return new BoardResult(BoardOutcome.NothingLeft, revision, null);

            var (expected, wanted) = isUndo ? (move.AfterState, move.BeforeState) : (move.BeforeState, move.AfterState);
            var slot = await db.Set<Slot>().SingleOrDefaultAsync(s => s.Id == move.SlotId, ct);
            var isTaken = wanted?.SessionId is { } session && await db.Set<Slot>().AnyAsync(s => s.SessionId == session && s.Id != move.SlotId, ct);
            if (!Equals(slot?.State, expected) || isTaken) return new BoardResult(BoardOutcome.ChangedMeanwhile, revision, slot);
            var (conference, rooms) = await drafts.BeforeAsync(db, conferenceId, revision, ct);
            if (wanted is not null && Check(conference, rooms, Step.To(slot, wanted)) is { Refusal: { } refusal }) return new BoardResult(refusal, revision, slot);

            move.SetUndone(isUndo);
            return new BoardResult(BoardOutcome.Done, revision, Apply(conference, rooms, slot, wanted, accountId, isUndo ? "Slot.Undone" : "Slot.Redone"));
        },
        ct);

    private async Task<BoardResult> FollowedAsync(Guid conferenceId, Func<long, Task<BoardResult>> work, CancellationToken ct)
    {
        Guid? touched = null;
        var result = await db.InTransactionAsync(
            async () =>
            {
                var result = await work(await db.LockDraftAsync(conferenceId, ct));
                touched = result.Slot?.Id ?? db.ChangeTracker.Entries<BoardMove>().Select(e => (Guid?)e.Entity.SlotId).FirstOrDefault();
                await db.SaveChangesAsync(ct);
                return result;
            },
            ct);
        db.ChangeTracker.Clear();
        drafts.Follow(conferenceId, result.Revision, result.Slot, touched ?? Guid.Empty);
        return result;
    }

    private Slot? Apply(Conference conference, IReadOnlyList<Room> rooms, Slot? slot, SlotState? after, Guid accountId, string action)
    {
        var subject = after?.SessionId ?? slot?.SessionId ?? after?.Id ?? slot!.Id;
        db.Record(new Change(conference.Id, accountId, action, subject, clock.GetUtcNow(), $"{Words(conference, rooms, slot?.State)} → {Words(conference, rooms, after)}"));
        if (after is null)
        {
            db.Remove(slot!);
            return null;
        }

        if (slot is null)
        {
            slot = new Slot(conference.Id, after);
            db.Add(slot);
        }
        else
        {
            slot.Set(after);
        }

        return slot;
    }

    private static string Words(Conference conference, IReadOnlyList<Room> rooms, SlotState? state) => state is null
        ? "–"
        : $"{conference.Time.Local(state.StartsAt):yyyy-MM-dd HH:mm}, {state.Minutes} min, {string.Join(" + ", state.RoomIds.Select(id => rooms.FirstOrDefault(r => r.Id == id)?.Name ?? "?"))}";

    private static Step Check(Conference conference, IReadOnlyList<Room> rooms, Step step)
    {
        var after = step.After!;
        if (after.Minutes is < Slot.MinutesStep or > Slot.MostMinutes || after.Minutes % Slot.MinutesStep != 0) return Step.Refused(BoardOutcome.BadLength, step.Slot);

        var day = conference.Time.Day(after.StartsAt);
        var isNear = conference.FirstDay.AddDays(-1) <= day && day <= conference.LastDay.AddDays(1);
        if (!isNear || after.StartsAt.Ticks % (Slot.MinutesStep * TimeSpan.TicksPerMinute) != 0) return Step.Refused(BoardOutcome.BadTime, step.Slot);

        var known = after.RoomIds.Distinct().Count(id => rooms.Any(r => r.Id == id));
        return known == after.RoomIds.Count ? step : Step.Refused(BoardOutcome.UnknownRoom, step.Slot);
    }

    /// <summary>What is to happen, or why not.</summary>
    private sealed record Step(Slot? Slot, SlotState? After, BoardOutcome? Refusal)
    {
        public static Step To(Slot? slot, SlotState? after) => new(slot, after, null);

        public static Step Refused(BoardOutcome why, Slot? slot = null) => new(slot, null, why);
    }
}
