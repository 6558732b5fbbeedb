using CsCheck;
using Kongress.Conferences;
using Kongress.Programme;
using Kongress.Programme.Board;
using Kongress.Programme.Sessions;
using Kongress.Speakers;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Programme;

/// <summary>Drafts in memory, small or random.</summary>
internal static class Plans
{
    public static readonly Conference Conference = Any.Conference(new DateTimeOffset(2026, 11, 24, 11, 0, 0, TimeSpan.Zero));

    /// <summary>A time of the first day, 27 March 2027, by the clock of the venue.</summary>
    public static DateTimeOffset At(int hour, int minute = 0) => Conference.Time.Instant(Conference.FirstDay, new TimeOnly(hour, minute));

    public static Room Room(string name = "Saal", int capacity = 100) => new(Conference.Id) { Name = name, Capacity = capacity, ChangeoverMinutes = 0, Equipment = Equipment.Projector | Equipment.Microphones };

    public static Speaker Speaker(string name = "Şahin") => new(Conference.Id, new SpeakerProfile { GivenName = "Ayşe", FamilyName = name, Organisation = "Stadt Köln", Biography = "Leitet das Amt." }, new SpeakerContact { Email = $"{Guid.CreateVersion7():N}@stadt.example" });

    /// <summary>An accepted talk of an hour with the given people, all of whom said yes.</summary>
    public static Session Session(string title = "Vortrag", SessionKind kind = SessionKind.Talk, params Speaker[] people)
    {
        var session = new Session(Conference.Id, new SessionContent { Kind = kind, Title = title, Minutes = 60 }, SessionState.Accepted);
        foreach (var person in people) session.Add(person.Id, kind is SessionKind.Panel ? ParticipationRole.Panellist : ParticipationRole.Speaker, "", "Stadt Köln")!.Answer(ParticipationState.Accepted, null, false, At(1));
        session.FollowAnswers();
        return session;
    }

    public static Slot Slot(Session? session, DateTimeOffset start, int minutes, params Room[] rooms) =>
        new(Conference.Id, new SlotState(Guid.CreateVersion7(), 1, session?.Id, session is null ? "Aufbau" : "", [.. rooms.Select(r => r.Id)], start, minutes));

    public static Draft Draft(IEnumerable<Room> rooms, IEnumerable<Speaker> speakers, IEnumerable<Session> sessions, IEnumerable<Slot> slots) => new()
    {
        Conference = Conference,
        Rooms = [.. rooms],
        Speakers = speakers.ToDictionary(s => s.Id),
        Sessions = sessions.ToDictionary(s => s.Id),
        Slots = [.. slots],
    };

    /// <summary>Any plan: up to 20 sessions of five minutes to ten hours, in up to four rooms, with up to five people, round the clock and over the change to summer time.</summary>
    public static Gen<Draft> AnyDraft =>
        from roomCount in Gen.Int[1, 4]
        from personCount in Gen.Int[1, 5]
        from entries in (from start in Gen.Int[0, 500]
                         from length in Gen.Frequency((10, Gen.Int[1, 24]), (1, Gen.Const(120)))
                         from room in Gen.Int[0, 3]
                         from second in Gen.Int[0, 6]
                         from person in Gen.Int[0, 4]
                         from other in Gen.Int[0, 9]
                         from kind in Gen.Enum<SessionKind>()
                         from state in Gen.Frequency((8, Gen.Const(SessionState.Accepted)), (1, Gen.Const(SessionState.Cancelled)), (1, Gen.Const(SessionState.Proposed)))
                         select (start, length, room, second, person, other, kind, state)).Array[0, 20]
        select Build(roomCount, personCount, entries);

    private static Draft Build(int roomCount, int personCount, (int Start, int Length, int Room, int Second, int Person, int Other, SessionKind Kind, SessionState State)[] entries)
    {
        var rooms = Enumerable.Range(1, roomCount).Select(i => Room($"Raum {i}")).ToList();
        if (roomCount > 2) rooms[2].AllowsParallel = true;
        foreach (var room in rooms) room.ChangeoverMinutes = 10;
        var people = Enumerable.Range(1, personCount).Select(i => Speaker($"Person {i}")).ToList();
        var (sessions, slots) = (new List<Session>(), new List<Slot>());
        foreach (var e in entries)
        {
            var session = new Session(Conference.Id, new SessionContent { Kind = e.Kind, Title = $"Punkt {sessions.Count}", Minutes = e.Length * 5 }, e.State);
            foreach (var person in new[] { e.Person, e.Other }.Where(i => i < personCount).Distinct()) session.Add(people[person].Id, ParticipationRole.Speaker, "", "");
            Room[] places = [.. new[] { e.Room % roomCount, e.Second }.Where(i => i < roomCount).Distinct().Select(i => rooms[i])];
            sessions.Add(session);
            slots.Add(Slot(session, At(6).AddMinutes(e.Start * 5), e.Length * 5, places));
        }

        return Draft(rooms, people, sessions, slots);
    }
}
