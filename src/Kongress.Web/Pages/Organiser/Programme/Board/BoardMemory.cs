using Kongress.Programme;
using Kongress.Programme.Board;
using Kongress.Programme.Conflicts;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Kongress.Speakers;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Organiser.Programme.Board;

/// <summary>The parts of a <see cref="BoardState"/>: made once, and handed on from state to state as long as what they are made of is the same object.</summary>
/// <remarks>Drafts are never changed, only replaced, and a step on the board replaces one slot. Made under the lock of <see cref="BoardStates"/>, one at a time.</remarks>
public sealed class BoardMemory
{
    private readonly IStringLocalizer<Texts> text;
    private BoardMemory? before;
    private readonly Dictionary<Guid, BoardItem> items = [];
    private readonly Dictionary<Guid, IReadOnlyList<BoardStretch>> closed = [];
    private readonly Dictionary<Conflict, BoardConflict> conflicts = [];
    private readonly Dictionary<Guid, Slot> slots;

    /// <param name="from">The instant of the upper edge.</param>
    /// <param name="before">Of the state before; it is only asked for what is still true.</param>
    public BoardMemory(Draft draft, DateTimeOffset from, int minutes, IStringLocalizer<Texts> text, BoardMemory? before)
    {
        (Draft, From, Minutes, this.text) = (draft, from, minutes, text);
        slots = draft.Slots.ToDictionary(s => s.Id);
        // Sentences and cards speak of sessions, people, rooms and tracks: all of them, or none, are the same ones.
        var isSame = before is not null && ReferenceEquals(before.Draft.Sessions, draft.Sessions) && ReferenceEquals(before.Draft.Speakers, draft.Speakers) && ReferenceEquals(before.Draft.Rooms, draft.Rooms)
            && ReferenceEquals(before.Draft.Tracks, draft.Tracks) && ReferenceEquals(before.Draft.Accepted, draft.Accepted) && ReferenceEquals(before.Draft.Conference, draft.Conference) && ReferenceEquals(before.Draft.Availabilities, draft.Availabilities);
        this.before = isSame ? before : null;
        if (this.before is null) return;
        items = this.before.items;
        if (this.before.From == from && this.before.Minutes == minutes) closed = this.before.closed;
    }

    public Draft Draft { get; }

    public DateTimeOffset From { get; }

    public int Minutes { get; }

    public BoardConflict Of(Conflict conflict)
    {
        var known = before?.conflicts.GetValueOrDefault(conflict);
        if (known is null || !IsSame(conflict.SlotId) || !IsSame(conflict.OtherSlotId))
        {
            var key = conflict.Key;
            known = new BoardConflict(key, conflict.Severity.ToString(), ConflictTexts.Sentence(Draft, conflict), [.. new[] { conflict.SlotId, conflict.OtherSlotId }.OfType<Guid>()], Draft.Accepted.GetValueOrDefault(key));
        }

        conflicts[conflict] = known;
        return known;
    }

    public BoardItem Of(Session session)
    {
        if (items.TryGetValue(session.Id, out var item)) return item;
        var on = session.Participations.Where(p => p.IsOn).ToList();
        var track = Draft.Tracks.FirstOrDefault(t => t.Id == session.Content.TrackId);
        return items[session.Id] = new BoardItem(
            session.Id,
            session.Content.Title,
            ProgrammeTexts.Name(text, session.Content.Kind),
            session.Content.Kind is SessionKind.Break,
            PlanTexts.Of(session.State).Word,
            session.State is SessionState.Cancelled,
            session.Content.Minutes,
            track?.Name,
            track?.Colour,
            string.Join(", ", on.Where(p => p.IsPublic).Select(p => Draft.Speakers.GetValueOrDefault(p.SpeakerId)?.Profile.FamilyName).OfType<string>()),
            [.. on.Select(p => p.SpeakerId).Distinct()]);
    }

    /// <summary>When a person cannot come, or a room cannot be used: in steps of the grid, joined to stretches.</summary>
    public IReadOnlyList<BoardStretch> Closed(Guid ownerId)
    {
        if (closed.TryGetValue(ownerId, out var known)) return known;
        var stretches = Draft.AvailabilitiesOf(ownerId);
        var found = new List<BoardStretch>();
        for (var at = 0; stretches.Count > 0 && at < Minutes; at += Slot.MinutesStep)
        {
            if (Availabilities.At(stretches, From.AddMinutes(at), From.AddMinutes(at + Slot.MinutesStep)) is not Presence.Unavailable) continue;
            if (found.Count > 0 && found[^1].To == at) found[^1] = found[^1] with { To = at + Slot.MinutesStep };
            else found.Add(new BoardStretch(at, at + Slot.MinutesStep));
        }

        return closed[ownerId] = found;
    }

    /// <summary>Everything is made: what came before may be forgotten.</summary>
    public void Close() => before = null;

    private bool IsSame(Guid? slotId) => slotId is not { } id || (slots.TryGetValue(id, out var slot) && before!.slots.TryGetValue(id, out var old) && ReferenceEquals(slot, old));
}
