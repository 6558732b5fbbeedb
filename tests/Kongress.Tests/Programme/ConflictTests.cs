using CsCheck;
using Kongress.Programme;
using Kongress.Programme.Board;
using Kongress.Programme.Conflicts;
using Kongress.Programme.Sessions;
using Kongress.Speakers;
using static Kongress.Tests.Programme.Plans;

namespace Kongress.Tests.Programme;

/// <summary>What does not fit is found, and nothing else is.</summary>
public sealed class ConflictTests
{
    private static readonly DateTimeOffset LongBefore = Conference.StartsAt.AddDays(-100);

    [Fact]
    public void Conflicts_of_rooms_and_people_are_those_that_brute_force_finds() => AnyDraft.Sample(draft =>
    {
        ConflictKind[] pairs = [ConflictKind.RoomTwice, ConflictKind.RoomChangeover, ConflictKind.PersonTwice, ConflictKind.PersonChangeover];
        var found = ConflictFinder.Find(draft, LongBefore).Where(c => pairs.Contains(c.Kind)).Select(c => (c.Kind, Pair(c.SlotId!.Value, c.OtherSlotId!.Value), c.RoomId ?? c.SpeakerId!.Value)).Order().ToList();

        Assert.Equal([.. ByBruteForce(draft).Order()], found);
    });

    [Fact]
    public void Sessions_that_touch_are_no_conflict_and_one_minute_more_is()
    {
        var (room, person) = (Room(), Speaker());
        var (first, second) = (Session("eins", people: person), Session("zwei", people: person));

        Assert.Empty(Kinds(Draft([room], [person], [first, second], [Slot(first, At(11), 60, room), Slot(second, At(12), 60, room)])));
        Assert.Equal([ConflictKind.RoomTwice, ConflictKind.PersonTwice], Kinds(Draft([room], [person], [first, second], [Slot(first, At(11), 65, room), Slot(second, At(12), 60, room)]), LengthsDoNotMatter));
    }

    [Fact]
    public void A_day_filled_without_a_gap_is_no_conflict() =>
        (from lengths in Gen.Int[1, 120].Array[1, 12] from start in Gen.Int[0, 400] select (lengths, start)).Sample(plan =>
        {
            var (room, person) = (Room(), Speaker());
            var (sessions, slots, at) = (new List<Session>(), new List<Slot>(), At(6).AddMinutes(plan.start * 5));
            foreach (var length in plan.lengths)
            {
                sessions.Add(Session($"Punkt {sessions.Count}", people: person));
                slots.Add(Slot(sessions[^1], at, length * 5, room));
                at = slots[^1].EndsAt;
            }

            Assert.Empty(Kinds(Draft([room], [person], sessions, slots), [ConflictKind.LengthDiffers, ConflictKind.OutsideHours]));
        });

    [Fact]
    public void A_session_over_midnight_meets_the_one_of_the_next_morning()
    {
        var (room, late, early) = (Room(), Session("Nacht"), Session("Morgen"));
        var midnight = At(23, 30);

        // 28 March 2027: between 01:55 and 03:05 lie ten minutes only.
        var slots = new[] { Slot(late, midnight, 150, room), Slot(early, Conference.Time.Instant(Conference.LastDay, new(3, 5)), 60, room) };
        Assert.DoesNotContain(ConflictKind.RoomTwice, Kinds(Draft([room], [], [late, early], slots)));

        slots[0].Set(slots[0].State with { Minutes = 160 });
        Assert.Contains(ConflictKind.RoomTwice, Kinds(Draft([room], [], [late, early], slots)));
    }

    [Fact]
    public void Sessions_of_five_minutes_and_of_ten_hours_meet()
    {
        var (room, brief, all) = (Room(), Session("kurz"), Session("lang"));
        Assert.Contains(ConflictKind.RoomTwice, Kinds(Draft([room], [], [brief, all], [Slot(all, At(9), 600, room), Slot(brief, At(18, 55), 5, room)])));
        Assert.DoesNotContain(ConflictKind.RoomTwice, Kinds(Draft([room], [], [brief, all], [Slot(all, At(9), 600, room), Slot(brief, At(19), 5, room)])));
    }

    [Fact]
    public void A_foyer_holds_several_things_but_nobody_is_in_two_places_there()
    {
        var (foyer, person) = (Room("Foyer"), Speaker());
        foyer.AllowsParallel = true;
        var (first, second) = (Session("eins", people: person), Session("zwei", people: person));

        Assert.Equal([ConflictKind.PersonTwice], Kinds(Draft([foyer], [person], [first, second], [Slot(first, At(11), 60, foyer), Slot(second, At(11, 30), 60, foyer)])));
    }

    [Fact]
    public void Cancelled_sessions_need_neither_room_nor_people()
    {
        var (room, person) = (Room(), Speaker());
        var (on, off) = (Session("eins", people: person), Session("zwei", people: person));
        off.MoveTo(SessionState.Cancelled, SessionActor.Organiser);

        Assert.Empty(Kinds(Draft([room], [person], [on, off], [Slot(on, At(11), 60, room), Slot(off, At(11), 60, room)])));
    }

    [Theory]
    [InlineData(AvailabilityKind.Unavailable, 10, 12, ConflictKind.PersonUnavailable)]
    [InlineData(AvailabilityKind.Available, 14, 16, ConflictKind.PersonUnavailable)]
    [InlineData(AvailabilityKind.Available, 11, 12, null)]
    [InlineData(AvailabilityKind.Unavailable, 12, 16, null)]
    public void A_person_is_asked_only_when_they_can(AvailabilityKind kind, int from, int to, ConflictKind? expected)
    {
        var (room, person) = (Room(), Speaker());
        var session = Session(people: person);
        var draft = Draft([room], [person], [session], [Slot(session, At(11), 60, room)]) with
        {
            Availabilities = new Dictionary<Guid, IReadOnlyList<Availability>> { [person.Id] = [new(Conference.Id, person.Id, At(from), At(to), kind)] },
        };

        Assert.Equal(expected is { } one ? [one] : [], ConflictFinder.Find(draft, LongBefore).Select(c => c.Kind));
    }

    [Fact]
    public void What_is_unknown_is_neither_available_nor_a_warning()
    {
        var person = Speaker();
        var session = Session(people: person);
        var conflict = Assert.Single(ConflictFinder.Find(Draft([Room()], [person], [session], [Slot(session, At(11), 60)]), LongBefore));
        Assert.Equal((ConflictKind.PersonUnknown, Severity.Hint), (conflict.Kind, conflict.Severity));
    }

    [Fact]
    public void Everything_a_room_can_lack_is_named()
    {
        var person = Speaker();
        var session = Session(people: person);
        session.SetContent(session.Content with { Seats = 50, Equipment = Equipment.InterpreterBooth | Equipment.Projector, NeedsStepFree = true, NeedsInterpreter = true, ExpectedAudience = 500 });
        var room = Room(capacity: 40);
        room.IsStepFree = false;
        var draft = Draft([room], [person], [session], [Slot(session, At(11), 60, room)]) with
        {
            Availabilities = new Dictionary<Guid, IReadOnlyList<Availability>> { [room.Id] = [new(Conference.Id, room.Id, At(12), At(18), AvailabilityKind.Available)] },
        };

        var found = ConflictFinder.Find(draft, LongBefore).Where(c => c.Severity > Severity.Hint).ToDictionary(c => c.Kind);
        Assert.Equal([ConflictKind.RoomClosed, ConflictKind.RoomTooSmall, ConflictKind.EquipmentMissing, ConflictKind.NotStepFree, ConflictKind.InterpreterMissing], found.Keys.Order());
        Assert.Equal((10, (int)Equipment.InterpreterBooth), (found[ConflictKind.RoomTooSmall].Amount, found[ConflictKind.EquipmentMissing].Amount));
    }

    [Fact]
    public void A_panel_needs_a_moderator_and_everybody_a_yes()
    {
        var (first, second) = (Speaker("eins"), Speaker("zwei"));
        var panel = Session("Podium", SessionKind.Panel, first);
        panel.Add(second.Id, ParticipationRole.Panellist, "", "");
        var found = Kinds(Draft([Room()], [first, second], [panel], [Slot(panel, At(11), 60)]));
        Assert.Equal([ConflictKind.Unconfirmed, ConflictKind.NoModerator], found);

        panel.Participations[1].Answer(ParticipationState.Declined, null, false, At(1));
        Assert.Contains(ConflictFinder.Find(Draft([Room()], [first, second], [panel], [Slot(panel, At(11), 60)]), LongBefore), c => c is { Kind: ConflictKind.Declined, Severity: Severity.Error });
    }

    [Fact]
    public void Nothing_runs_beside_the_plenary_or_in_the_break()
    {
        var (hall, room, person) = (Room("Saal"), Room("Raum"), Speaker());
        var (plenary, pause, talk) = (Session("Eröffnung", SessionKind.Plenary, Speaker()), Session("Mittag", SessionKind.Break), Session(people: person));
        var draft = Draft([hall, room], [person], [plenary, pause, talk], [Slot(plenary, At(11), 60, hall), Slot(pause, At(12), 60), Slot(talk, At(11, 30), 60, room)]);
        Assert.Equal([ConflictKind.InBreak, ConflictKind.BesidePlenary], Kinds(draft).Where(k => k is ConflictKind.InBreak or ConflictKind.BesidePlenary).Order());
    }

    [Fact]
    public void What_is_due_soon_is_named_two_weeks_before()
    {
        var person = Speaker();
        person.SetProfile(person.Profile with { Biography = "" });
        var session = Session(people: person);
        session.SetContent(session.Content with { SlidesDue = Conference.FirstDay.AddDays(-3), IsRecorded = true });
        var draft = Draft([Room()], [person], [session], [Slot(session, At(11), 60)]);

        Assert.Equal([ConflictKind.RecordingConsentMissing], Kinds(draft));
        Assert.Equal([ConflictKind.BiographyMissing, ConflictKind.RecordingConsentMissing], Kinds(draft, day: Conference.StartsAt.AddDays(-30)));
        Assert.Equal([ConflictKind.BiographyMissing, ConflictKind.RecordingConsentMissing, ConflictKind.SlidesMissing], Kinds(draft, day: Conference.StartsAt.AddDays(-10)));
    }

    private static readonly ConflictKind[] LengthsDoNotMatter = [ConflictKind.LengthDiffers];

    // Hints about unknown times are left out: hardly anybody in these tests was asked.
    private static List<ConflictKind> Kinds(Draft draft, ConflictKind[]? without = null, DateTimeOffset? day = null) =>
        [.. ConflictFinder.Find(draft, day ?? LongBefore).Select(c => c.Kind).Where(k => k is not (ConflictKind.PersonUnknown or ConflictKind.NobodyOnStage) && without?.Contains(k) != true).Order()];

    private static (Guid, Guid) Pair(Guid a, Guid b) => a.CompareTo(b) < 0 ? (a, b) : (b, a);

    private static IEnumerable<(ConflictKind, (Guid, Guid), Guid)> ByBruteForce(Draft draft)
    {
        foreach (var (a, b) in from a in draft.Slots from b in draft.Slots where a.Id.CompareTo(b.Id) < 0 select (a, b))
        {
            var (first, second) = (draft.SessionOf(a)!, draft.SessionOf(b)!);
            if (first.State is SessionState.Cancelled || second.State is SessionState.Cancelled) continue;
            var overlap = a.StartsAt < b.EndsAt && b.StartsAt < a.EndsAt;
            var gap = a.StartsAt < b.StartsAt ? b.StartsAt - a.EndsAt : a.StartsAt - b.EndsAt;
            var isTight = !overlap && gap < TimeSpan.FromMinutes(10);
            var withBreak = first.Content.Kind is SessionKind.Break || second.Content.Kind is SessionKind.Break;
            foreach (var room in draft.Rooms.Where(r => !r.AllowsParallel && a.RoomIds.Contains(r.Id) && b.RoomIds.Contains(r.Id)))
            {
                if (overlap) yield return (ConflictKind.RoomTwice, Pair(a.Id, b.Id), room.Id);
                else if (isTight && !withBreak) yield return (ConflictKind.RoomChangeover, Pair(a.Id, b.Id), room.Id);
            }

            foreach (var person in first.Participations.Select(p => p.SpeakerId).Intersect(second.Participations.Select(p => p.SpeakerId)))
            {
                if (overlap) yield return (ConflictKind.PersonTwice, Pair(a.Id, b.Id), person);
                else if (isTight && !a.RoomIds.Intersect(b.RoomIds).Any()) yield return (ConflictKind.PersonChangeover, Pair(a.Id, b.Id), person);
            }
        }
    }
}
