using Kongress.Programme.Board;
using Kongress.Programme.Sessions;
using Kongress.Speakers;

namespace Kongress.Programme.Conflicts;

/// <summary>Everything in the draft that does not fit, as a pure function of the draft and the day.</summary>
/// <remarks>Intervals are half-open: what touches does not overlap. A pair is named once, the earlier slot first, whichever of the two moved.</remarks>
public static class ConflictFinder
{
    /// <summary>Minutes a person needs from one room to another.</summary>
    public const int WalkMinutes = 10;

    /// <summary>Biographies are due this many days before the first day.</summary>
    public const int BiographyDays = 28;

    // What is due is named this many days before.
    private const int WarningDays = 14;

    /// <returns>Errors first, then in the order of time.</returns>
    public static IReadOnlyList<Conflict> Find(Draft draft, DateTimeOffset now)
    {
        var placed = draft.Slots.Select(slot => new Placed(slot, draft.SessionOf(slot))).Where(p => p.Counts).OrderBy(p => p.Start).ThenBy(p => p.Slot.Id).ToList();
        var found = new List<Conflict>();
        found.AddRange(Rooms(draft, placed));
        found.AddRange(People(draft, placed));
        found.AddRange(Crowds(placed));
        found.AddRange(placed.Where(p => p.Session is not null).SelectMany(p => Place(draft, p)));
        found.AddRange(placed.Where(p => p.Session is not null).DistinctBy(p => p.Session!.Id).SelectMany(p => Content(draft, p, now)));
        found.AddRange(draft.Unplaced.Where(s => s.State.IsOn()).Select(s => new Conflict(ConflictKind.Unplaced, Severity.Warning) { SessionId = s.Id }));
        var starts = placed.ToDictionary(p => p.Slot.Id, p => p.Start);
        return [.. found.OrderByDescending(c => c.Severity).ThenBy(c => c.SlotId is { } id ? starts[id] : DateTimeOffset.MaxValue).ThenBy(c => c.Kind)];
    }

    private static IEnumerable<Conflict> Rooms(Draft draft, List<Placed> placed)
    {
        foreach (var room in draft.Rooms.Where(r => !r.AllowsParallel))
        {
            var here = placed.Where(p => p.Slot.RoomIds.Contains(room.Id)).ToList();
            for (var i = 0; i < here.Count; i++)
            {
                for (var j = i + 1; j < here.Count && here[j].Start < here[i].End.AddMinutes(room.ChangeoverMinutes); j++)
                {
                    var gap = (int)(here[j].Start - here[i].End).TotalMinutes;
                    if (here[j].Start < here[i].End) yield return Pair(ConflictKind.RoomTwice, Severity.Error, here[i], here[j]) with { RoomId = room.Id };
                    else if (here[i].IsBreak || here[j].IsBreak || here[i].Session is null || here[j].Session is null) continue;
                    else yield return Pair(ConflictKind.RoomChangeover, Severity.Warning, here[i], here[j]) with { RoomId = room.Id, Amount = gap };
                }
            }
        }
    }

    private static IEnumerable<Conflict> People(Draft draft, List<Placed> placed)
    {
        var appearances = placed.Where(p => p.Session is not null)
            .SelectMany(p => p.Session!.Participations.Where(x => x.IsOn).Select(x => x.SpeakerId).Distinct().Select(speaker => (speaker, p)))
            .ToLookup(x => x.speaker, x => x.p);
        foreach (var person in appearances)
        {
            var own = person.ToList();
            for (var i = 0; i < own.Count; i++)
            {
                for (var j = i + 1; j < own.Count && own[j].Start < own[i].End.AddMinutes(WalkMinutes); j++)
                {
                    if (own[j].Start < own[i].End) yield return Pair(ConflictKind.PersonTwice, Severity.Error, own[i], own[j]) with { SpeakerId = person.Key };
                    else if (!own[i].SharesRoomWith(own[j])) yield return Pair(ConflictKind.PersonChangeover, Severity.Warning, own[i], own[j]) with { SpeakerId = person.Key, Amount = (int)(own[j].Start - own[i].End).TotalMinutes };
                }
            }

            foreach (var p in own)
            {
                var presence = Availabilities.At(draft.AvailabilitiesOf(person.Key), p.Start, p.End);
                if (presence is Presence.Unavailable) yield return p.Conflict(ConflictKind.PersonUnavailable, Severity.Error) with { SpeakerId = person.Key };
                else if (presence is Presence.Unknown) yield return p.Conflict(ConflictKind.PersonUnknown, Severity.Hint) with { SpeakerId = person.Key };
            }
        }
    }

    // What keeps people from being where everybody should be.
    private static IEnumerable<Conflict> Crowds(List<Placed> placed)
    {
        for (var i = 0; i < placed.Count; i++)
        {
            for (var j = i + 1; j < placed.Count && placed[j].Start < placed[i].End; j++)
            {
                var (a, b) = (placed[i], placed[j]);
                if (a.Session is null || b.Session is null || a.Kind is SessionKind.Social || b.Kind is SessionKind.Social) continue;
                if (a.IsBreak != b.IsBreak && !a.SharesRoomWith(b)) yield return Pair(ConflictKind.InBreak, Severity.Warning, a, b);
                else if (!a.IsBreak && !b.IsBreak && (a.Kind is SessionKind.Plenary || b.Kind is SessionKind.Plenary)) yield return Pair(ConflictKind.BesidePlenary, Severity.Warning, a, b);
            }
        }
    }

    private static IEnumerable<Conflict> Place(Draft draft, Placed p)
    {
        var content = p.Session!.Content;
        var rooms = draft.Rooms.Where(r => p.Slot.RoomIds.Contains(r.Id)).ToList();
        foreach (var room in rooms.Where(r => Availabilities.At(draft.AvailabilitiesOf(r.Id), p.Start, p.End) is Presence.Unavailable))
        {
            yield return p.Conflict(ConflictKind.RoomClosed, Severity.Error) with { RoomId = room.Id };
        }

        if (content.IsContribution && !Opening.Covers(draft.Conference, p.Start, p.End)) yield return p.Conflict(ConflictKind.OutsideHours, Severity.Warning);
        if (content.Minutes != p.Slot.Minutes) yield return p.Conflict(ConflictKind.LengthDiffers, Severity.Hint) with { Amount = p.Slot.Minutes - content.Minutes };
        if (rooms.Count == 0 || !content.IsContribution) yield break;

        var places = rooms.Sum(r => r.Capacity);
        var crowd = Math.Max(content.ExpectedAudience ?? 0, draft.Interest.GetValueOrDefault(p.Session.Id));
        if (content.Seats > places) yield return p.Conflict(ConflictKind.RoomTooSmall, Severity.Error) with { RoomId = rooms[0].Id, Amount = content.Seats.Value - places };
        else if (crowd > Math.Min(places, content.Seats ?? places)) yield return p.Conflict(ConflictKind.RoomTight, Severity.Warning) with { RoomId = rooms[0].Id, Amount = crowd - Math.Min(places, content.Seats ?? places) };

        var missing = content.Equipment & ~rooms.Aggregate(Equipment.None, (all, r) => all | r.Equipment);
        if (missing != Equipment.None) yield return p.Conflict(ConflictKind.EquipmentMissing, Severity.Warning) with { RoomId = rooms[0].Id, Amount = (int)missing };

        var needsStepFree = content.NeedsStepFree || p.Session.Participations.Any(x => x.IsOn && draft.Speakers.GetValueOrDefault(x.SpeakerId)?.Needs.StepFree == true);
        if (needsStepFree && rooms.Find(r => !r.IsStepFree) is { } steps) yield return p.Conflict(ConflictKind.NotStepFree, Severity.Error) with { RoomId = steps.Id };
    }

    private static IEnumerable<Conflict> Content(Draft draft, Placed p, DateTimeOffset now)
    {
        var session = p.Session!;
        var content = session.Content;
        if (!session.State.IsOn()) yield return p.Conflict(ConflictKind.NotDecided, Severity.Warning);
        if (!content.IsContribution) yield break;

        foreach (var participation in session.Participations.Where(x => x.State is not ParticipationState.Cancelled))
        {
            var mine = p.Conflict(ConflictKind.Unconfirmed, Severity.Warning) with { SpeakerId = participation.SpeakerId };
            if (participation.State is ParticipationState.Declined && participation.IsRequired) yield return mine with { Kind = ConflictKind.Declined, Severity = Severity.Error };
            else if (participation.IsOn && participation.State is not ParticipationState.Accepted) yield return mine;
        }

        var on = session.Participations.Where(x => x.IsOn).ToList();
        if (!on.Exists(x => x.IsPublic)) yield return p.Conflict(ConflictKind.NobodyOnStage, Severity.Warning);
        else if (content.Kind is SessionKind.Panel && !on.Exists(x => x.Role is ParticipationRole.Moderator)) yield return p.Conflict(ConflictKind.NoModerator, Severity.Warning);

        var people = on.Where(x => draft.Speakers.ContainsKey(x.SpeakerId)).Select(x => (x.IsPublic, Speaker: draft.Speakers[x.SpeakerId])).DistinctBy(x => x.Speaker.Id).ToList();
        var needsInterpreter = content.NeedsInterpreter || people.Exists(x => x.Speaker.Needs.Interpreter);
        if (needsInterpreter && !on.Exists(x => x.Role is ParticipationRole.Interpreter)) yield return p.Conflict(ConflictKind.InterpreterMissing, Severity.Warning);

        var today = draft.Conference.Time.Day(now);
        var biographiesAreNear = today >= draft.Conference.FirstDay.AddDays(-BiographyDays - WarningDays);
        foreach (var speaker in people.Where(x => x.IsPublic).Select(x => x.Speaker))
        {
            Conflict Of(ConflictKind kind, Severity severity) => p.Conflict(kind, severity) with { SpeakerId = speaker.Id };
            if (biographiesAreNear && speaker.Profile.Biography.Length == 0) yield return Of(ConflictKind.BiographyMissing, Severity.Warning);
            if (biographiesAreNear && draft.Portraits.ContainsKey(speaker.Id) && speaker.PortraitConsentAt is null) yield return Of(ConflictKind.PortraitConsentMissing, Severity.Warning);
            if (content.IsRecorded && speaker.Recording is RecordingConsent.Refused) yield return Of(ConflictKind.RecordingRefused, Severity.Error);
            else if (content.IsRecorded && speaker.Recording is RecordingConsent.Unknown) yield return Of(ConflictKind.RecordingConsentMissing, Severity.Warning);
        }

        if (content.SlidesDue is { } due && today >= due.AddDays(-WarningDays) && !draft.WithSlides.Contains(session.Id)) yield return p.Conflict(ConflictKind.SlidesMissing, Severity.Warning);
    }

    private static Conflict Pair(ConflictKind kind, Severity severity, Placed first, Placed second) =>
        new(kind, severity) { SessionId = first.Session?.Id ?? second.Session?.Id, SlotId = first.Slot.Id, OtherSlotId = second.Slot.Id };

    private sealed record Placed(Slot Slot, Session? Session)
    {
        /// <summary>Whoever was declined, withdrawn or cancelled needs neither room nor people.</summary>
        public bool Counts => Slot.SessionId is null || Session is { State: SessionState.Draft or SessionState.Proposed or SessionState.Accepted or SessionState.Confirmed };

        public DateTimeOffset Start => Slot.StartsAt;

        public DateTimeOffset End => Slot.EndsAt;

        public SessionKind? Kind => Session?.Content.Kind;

        public bool IsBreak => Kind is SessionKind.Break;

        public bool SharesRoomWith(Placed other) => Slot.RoomIds.Exists(other.Slot.RoomIds.Contains);

        public Conflict Conflict(ConflictKind kind, Severity severity) => new(kind, severity) { SessionId = Session?.Id, SlotId = Slot.Id };
    }
}
