using Kongress.Programme.Board;
using Kongress.Programme.Conflicts;
using Kongress.Programme.Sessions;

namespace Kongress.Programme.Releases;

/// <summary>How much of the draft a release takes over; the rest stays as it was released last.</summary>
/// <param name="Day">Only slots that are, or were, on this day of the congress.</param>
/// <param name="TrackId">Only sessions that are, or were, of this track.</param>
public sealed record ReleaseScope(DateOnly? Day = null, Guid? TrackId = null)
{
    public static readonly ReleaseScope Everything = new();

    public bool Includes(SnapshotSlot slot, Func<DateTimeOffset, DateOnly> day) => (Day is null || day(slot.StartsAt) == Day) && (TrackId is null || slot.TrackId == TrackId);
}

/// <summary>Makes the public version of a draft.</summary>
public static class SnapshotBuilder
{
    /// <param name="previous">What is public now; <see cref="Snapshot.Empty"/> before the first release.</param>
    public static Snapshot Build(Draft draft, Snapshot previous, ReleaseScope scope, DateTimeOffset now)
    {
        DateOnly Day(DateTimeOffset instant) => Opening.DayOf(draft.Conference, instant) ?? draft.Conference.Time.Day(instant);
        var before = previous.Slots.Concat(previous.Gone).ToDictionary(s => s.Id);
        var drafted = draft.Slots.Select(slot => Slot(draft, slot)).OfType<SnapshotSlot>().ToDictionary(s => s.Id);
        var publicBefore = previous.Slots.ToDictionary(s => s.Id);

        var slots = new List<SnapshotSlot>();
        foreach (var id in drafted.Keys.Union(publicBefore.Keys))
        {
            var (old, @new) = (publicBefore.GetValueOrDefault(id), drafted.GetValueOrDefault(id));
            var isInScope = (old is not null && scope.Includes(old, Day)) || (@new is not null && scope.Includes(@new, Day));
            if ((isInScope ? @new : old) is { } taken) slots.Add(taken);
        }

        var people = People(draft, previous, slots);
        var named = people.Select(p => p.Id).ToHashSet();
        // A name that was taken back since is not told again by a slot that stays as it was.
        slots = [.. slots.Select(s => s with { People = [.. s.People.Select(p => p.PersonId is { } id && !named.Contains(id) ? new SnapshotParticipation(null, p.Role, "", "") : p)] })];

        var roomOrder = draft.Rooms.Select((room, i) => (room.Id, i)).ToDictionary(x => x.Id, x => x.i);
        var usedRooms = slots.SelectMany(s => s.RoomIds).ToHashSet();
        var snapshot = new Snapshot
        {
            Rooms = [.. draft.Rooms.Select(r => new SnapshotRoom(r.Id, r.Code, r.Name, r.Capacity, r.IsStepFree, r.Equipment.HasFlag(Equipment.HearingLoop), r.Directions)).Concat(previous.Rooms.Where(r => !roomOrder.ContainsKey(r.Id))).Where(r => usedRooms.Contains(r.Id))],
            Tracks = [.. draft.Tracks.Select(t => new SnapshotTrack(t.Id, t.Name, t.Colour))],
            People = people,
            Slots = [.. slots.OrderBy(s => s.StartsAt).ThenBy(s => s.RoomIds.Count == 0 ? -1 : roomOrder.GetValueOrDefault(s.RoomIds[0], int.MaxValue)).ThenBy(s => s.Number)],
        };
        return Stamp(snapshot, previous, before, Day, now);
    }

    /// <summary>An old version as it is published anew: what calendars count goes on from what they know.</summary>
    public static Snapshot Again(Snapshot old, Snapshot current, Func<DateTimeOffset, DateOnly> day, DateTimeOffset now) =>
        Stamp(old, current, current.Slots.Concat(current.Gone).ToDictionary(s => s.Id), day, now);

    private static Snapshot Stamp(Snapshot snapshot, Snapshot previous, Dictionary<Guid, SnapshotSlot> before, Func<DateTimeOffset, DateOnly> day, DateTimeOffset now)
    {
        var differing = Differences.Between(previous, snapshot, day).ToDictionary(d => d.Slot.Id);
        SnapshotSlot Stamped(SnapshotSlot slot) => !before.TryGetValue(slot.Id, out var old) ? slot with { Sequence = 0, ChangedAt = now, PreviousStart = null }
            : !differing.TryGetValue(slot.Id, out var difference) ? slot with { Sequence = old.Sequence, ChangedAt = old.ChangedAt, PreviousStart = old.PreviousStart }
            : slot with { Sequence = old.Sequence + (difference.IsUrgent ? 1 : 0), ChangedAt = now, PreviousStart = slot.StartsAt == old.StartsAt ? old.PreviousStart : old.StartsAt };
        var there = snapshot.Slots.Select(s => s.Id).ToHashSet();
        return snapshot with
        {
            Slots = [.. snapshot.Slots.Select(Stamped)],
            Gone = [.. previous.Gone.Where(s => !there.Contains(s.Id)), .. previous.Slots.Where(s => !there.Contains(s.Id)).Select(s => s with { Sequence = s.Sequence + 1, ChangedAt = now })],
        };
    }

    private static SnapshotSlot? Slot(Draft draft, Slot slot)
    {
        if (draft.SessionOf(slot) is not { } session || !session.State.IsPublic()) return null;
        var content = session.Content;
        // In the order of the board, whatever the order in which they were chosen.
        var rooms = draft.Rooms.Where(r => slot.RoomIds.Contains(r.Id)).Select(r => r.Id);
        return new SnapshotSlot
        {
            Id = slot.Id,
            Number = slot.Number,
            SessionId = session.Id,
            Code = session.Code,
            Kind = content.Kind,
            Title = content.Title,
            Subtitle = content.Subtitle,
            Language = content.Language,
            Abstract = content.Abstract,
            TrackId = content.TrackId,
            Audience = content.Audience,
            Seats = content.Seats,
            IsRecorded = content.IsRecorded,
            StreamUrl = content.StreamUrl,
            Links = content.LinkList,
            IsCancelled = session.State is SessionState.Cancelled,
            RoomIds = [.. rooms],
            StartsAt = slot.StartsAt,
            Minutes = slot.Minutes,
            People = [.. session.Participations.Where(p => p.IsPublic).OrderBy(p => p.Position).Select(p => Participation(draft, p))],
        };
    }

    // Only who said yes, or probably, is named: an invitation is not an announcement.
    private static SnapshotParticipation Participation(Draft draft, Participation p) =>
        draft.Speakers.GetValueOrDefault(p.SpeakerId) is { IsNamed: true } && p.State is (ParticipationState.Accepted or ParticipationState.Tentative)
            ? new SnapshotParticipation(p.SpeakerId, p.Role, p.Function, p.Organisation)
            : new SnapshotParticipation(null, p.Role, "", "");

    private static List<SnapshotPerson> People(Draft draft, Snapshot previous, List<SnapshotSlot> slots)
    {
        var before = previous.People.ToDictionary(p => p.Id);
        var people = new List<SnapshotPerson>();
        foreach (var id in slots.SelectMany(s => s.People).Select(p => p.PersonId).OfType<Guid>().Distinct())
        {
            if (!draft.Speakers.TryGetValue(id, out var speaker))
            {
                if (before.TryGetValue(id, out var left)) people.Add(left);
                continue;
            }

            if (!speaker.IsNamed) continue;
            var portrait = speaker.PortraitConsentAt is not null && draft.Portraits.TryGetValue(id, out var picture) ? picture : default;
            people.Add(new SnapshotPerson
            {
                Id = id,
                Code = speaker.Code,
                Name = speaker.Profile.FullName,
                SortName = speaker.SortName,
                Function = speaker.Profile.Function,
                Organisation = speaker.Profile.Organisation,
                Level = speaker.Profile.Level,
                Land = speaker.Profile.Land,
                Biography = speaker.Profile.Biography,
                Links = speaker.Profile.LinkList,
                Portrait = portrait.Version == Guid.Empty ? null : portrait.Version,
                PortraitAltText = portrait.AltText ?? "",
            });
        }

        people.Sort((a, b) => string.CompareOrdinal(a.SortName, b.SortName));
        return people;
    }
}
