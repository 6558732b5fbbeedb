using Kongress.Conferences;
using Kongress.Programme;
using Kongress.Programme.Board;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Speakers;
using Microsoft.Extensions.DependencyInjection;

namespace Kongress.Database.Demo;

/// <summary>The two-day programme: planned, released twice, and changed again in every way that a programme can change.</summary>
internal sealed class DemoProgramme(IServiceProvider services, Conference conference, DemoClock clock, int seed, Guid organiser)
{
    private readonly Random random = new(seed);
    private readonly DemoPeople people = new(new Random(seed + 1));
    private readonly List<Session> sessions = [];
    private List<Room> rooms = [];
    private List<Track> tracks = [];

    /// <summary>Leaves the clock at the opening of registration.</summary>
    public async Task CreateAsync(CancellationToken ct)
    {
        clock.GoTo(conference.RegistrationOpensAt.AddDays(-30));
        await FurnishAsync(ct);
        await PlanAsync(ct);
        clock.GoTo(conference.RegistrationOpensAt.AddDays(-12));
        await ReleaseAsync("Erste Fassung", "Das Programm in seinen Grundzügen.", ct);
        await new DemoProgrammeChanges(this).BetweenReleasesAsync(ct);
        clock.GoTo(conference.RegistrationOpensAt.AddDays(-4));
        await ReleaseAsync("Zweite Fassung", "Mit den Workshops und den neuen Zeiten am Nachmittag.", ct);
        await new DemoProgrammeChanges(this).SinceThenAsync(ct);
        clock.GoTo(conference.RegistrationOpensAt);
    }

    public Conference Conference => conference;

    public Room Room(int number) => rooms[number];

    public Track Track(int number) => tracks[number];

    /// <summary>A session by the beginning of its title, as it is now.</summary>
    public Task<Session> FindAsync(string title, CancellationToken ct) =>
        UseAsync<SessionDesk, Session>(async desk => (await desk.FindAsync(conference.Id, sessions.First(s => s.Content.Title.StartsWith(title, StringComparison.Ordinal)).Id, ct))!);

    /// <summary>An instant of the first (0) or second (1) day.</summary>
    public DateTimeOffset At(int day, int hour, int minute = 0) => conference.Time.Instant(conference.FirstDay.AddDays(day), new TimeOnly(hour, minute));

    public async Task<T> UseAsync<TDesk, T>(Func<TDesk, Task<T>> work) where TDesk : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TDesk>());
    }

    public Guid Organiser => organiser;

    /// <summary>Makes a session, with people who all said yes, and places it.</summary>
    /// <param name="start">Null: without a place.</param>
    public async Task<Session> AddAsync(SessionContent content, DateTimeOffset? start, IReadOnlyList<Room> where, IReadOnlyList<ParticipationRole> roles, CancellationToken ct, SessionState state = SessionState.Accepted)
    {
        var session = await UseAsync<SessionDesk, Session>(desk => desk.CreateAsync(conference.Id, content, "", organiser, ct));
        foreach (var role in roles)
        {
            var speaker = await HireAsync(ct);
            await UseAsync<SessionDesk, bool>(desk => desk.AddPersonAsync(conference.Id, session.Id, speaker.Id, role, organiser, ct));
        }

        await UseAsync<SessionDesk, StateOutcome>(desk => desk.MoveToAsync(conference.Id, session.Id, state, null, organiser, ct));
        session = (await UseAsync<SessionDesk, Session?>(desk => desk.FindAsync(conference.Id, session.Id, ct)))!;
        foreach (var participation in session.Participations)
        {
            await UseAsync<ParticipationDesk, InviteOutcome>(desk => desk.InviteAsync(conference.Id, participation.Id, organiser, ct));
            await UseAsync<ParticipationDesk, AnswerOutcome>(desk => desk.AnswerForAsync(participation.Id, ParticipationState.Accepted, null, organiser, ct));
        }

        if (start is { } at) await PlaceAsync(session, at, where, ct);
        sessions.Add(session);
        return session;
    }

    public Task<BoardResult> PlaceAsync(Session session, DateTimeOffset start, IReadOnlyList<Room> where, CancellationToken ct) =>
        UseAsync<BoardDesk, BoardResult>(desk => desk.PlaceAsync(conference.Id, session.Id, [.. where.Select(r => r.Id)], start, null, organiser, ct));

    public async Task<Speaker> HireAsync(CancellationToken ct, SpeakerNeeds? needs = null)
    {
        var (person, email) = people.Next();
        var profile = new SpeakerProfile
        {
            Title = person.Title,
            GivenName = person.GivenName,
            FamilyName = person.FamilyName,
            Function = person.Function ?? "Referatsleitung",
            Organisation = person.Organisation,
            Level = person.Level,
            Land = person.Land,
            Biography = random.Next(9) == 0 ? "" : $"Arbeitet seit {random.Next(3, 25)} Jahren in der öffentlichen Verwaltung und leitet dort Vorhaben, die andere für unmöglich halten.",
        };
        var contact = random.Next(25) == 0 ? new SpeakerContact() : new SpeakerContact { Email = email, AssistantEmail = random.Next(8) == 0 ? "vorzimmer." + email : null };
        var consent = random.Next(5) == 0 ? RecordingConsent.Unknown : RecordingConsent.Given;
        return await UseAsync<SpeakerDesk, Speaker>(desk => desk.CreateAsync(conference.Id, new SpeakerEdit(profile, contact, needs ?? new SpeakerNeeds(), true, false, consent), organiser, ct));
    }

    private async Task FurnishAsync(CancellationToken ct)
    {
        foreach (var (name, capacity, equipment, isStepFree, allowsParallel, directions) in DemoProgrammeTexts.Rooms)
        {
            await UseAsync<RoomDesk, SaveOutcome>(desk => desk.SaveRoomAsync(conference.Id, null, default, room => (room.Name, room.Capacity, room.Equipment, room.IsStepFree, room.AllowsParallel, room.Directions) = (name, capacity, equipment, isStepFree, allowsParallel, directions), organiser, ct));
        }

        foreach (var (name, colour) in DemoProgrammeTexts.Tracks) await UseAsync<RoomDesk, SaveOutcome>(desk => desk.SaveTrackAsync(conference.Id, null, default, name, colour, organiser, ct));
        rooms = await UseAsync<RoomDesk, List<Room>>(desk => desk.RoomsAsync(conference.Id, ct));
        tracks = await UseAsync<RoomDesk, List<Track>>(desk => desk.TracksAsync(conference.Id, ct));
    }

    private async Task PlanAsync(CancellationToken ct)
    {
        Room[] stage = [rooms[0]];
        ParticipationRole[] panel = [ParticipationRole.Moderator, .. Enumerable.Repeat(ParticipationRole.Panellist, 4)];
        await AddAsync(new() { Kind = SessionKind.Plenary, Title = "Eröffnung und Grußworte", Minutes = 30, IsRecorded = true, ExpectedAudience = 750 }, At(0, 11), stage, [ParticipationRole.Host, ParticipationRole.Speaker, ParticipationRole.Speaker], ct);
        await AddAsync(new() { Kind = SessionKind.Keynote, Title = "Keynote: Am Puls der Transformation", Minutes = 40, IsRecorded = true, Abstract = DemoProgrammeTexts.Abstracts[0] }, At(0, 11, 30), stage, [ParticipationRole.Speaker], ct);
        await AddAsync(new() { Kind = SessionKind.Panel, Title = "Wer digitalisiert Deutschland? Bund, Länder und Kommunen im Gespräch", Minutes = 60, IsRecorded = true, Abstract = DemoProgrammeTexts.Abstracts[2] }, At(0, 12, 15), stage, [.. panel, ParticipationRole.Panellist], ct);
        await AddAsync(new() { Kind = SessionKind.Break, Title = "Mittagspause und Marktplatz", Minutes = 60 }, At(0, 13, 15), [], [], ct);
        await AddAsync(new() { Kind = SessionKind.Break, Title = "Kaffeepause", Minutes = 30 }, At(0, 16, 30), [], [], ct);
        await AddAsync(new() { Kind = SessionKind.Plenary, Title = "Tagesabschluss", Minutes = 15 }, At(0, 17, 45), stage, [ParticipationRole.Host], ct);
        await AddAsync(new() { Kind = SessionKind.Social, Title = "Abend am Rhein", Subtitle = "Essen, Musik und Gespräche", Minutes = 180 }, At(0, 19), [rooms[9]], [], ct);
        await AddAsync(new() { Kind = SessionKind.Keynote, Title = "Impuls: Verwaltung, die Spaß macht", Minutes = 40, Language = "en", Abstract = DemoProgrammeTexts.Abstracts[1] }, At(1, 9), stage, [ParticipationRole.Speaker], ct);
        await AddAsync(new() { Kind = SessionKind.Panel, Title = "Was bleibt? Abschlusspodium", Minutes = 45, IsRecorded = true }, At(1, 12, 15), stage, panel, ct);
        await AddAsync(new() { Kind = SessionKind.Plenary, Title = "Staffelübergabe an das nächste Land", Minutes = 15 }, At(1, 13), stage, [ParticipationRole.Host, ParticipationRole.Host], ct);

        DateTimeOffset[] starts = [At(0, 14, 15), At(0, 15, 30), At(0, 17), At(1, 9, 45), At(1, 11)];
        for (var i = 0; i < DemoProgrammeTexts.Forums.Length; i++)
        {
            var (title, kind, track) = DemoProgrammeTexts.Forums[i];
            var slot = i % 5;
            ParticipationRole[] roles = kind is SessionKind.Panel ? panel : i % 3 == 0 ? [ParticipationRole.Speaker, ParticipationRole.Speaker] : [ParticipationRole.Speaker];
            var content = new SessionContent { Kind = kind, Title = title, Abstract = DemoProgrammeTexts.Abstracts[kind is SessionKind.Panel ? 2 : i % 2], TrackId = tracks[track].Id, Minutes = slot == 2 ? 40 : 60, Audience = (Audience)(i % 4), Equipment = Equipment.Projector };
            await AddAsync(content, starts[slot], [rooms[1 + i / 5]], roles, ct);
        }

        for (var i = 0; i < DemoProgrammeTexts.Workshops.Length; i++)
        {
            var (title, track, seats) = DemoProgrammeTexts.Workshops[i];
            var room = rooms[6 + i % 3];
            await AddAsync(
                new() { Kind = SessionKind.Workshop, Title = title, Abstract = DemoProgrammeTexts.Abstracts[3], TrackId = tracks[track].Id, Minutes = i / 3 == 2 ? 40 : 60, Seats = Math.Min(seats, room.Capacity), Equipment = Equipment.Boards },
                starts[i / 3],
                [room],
                [ParticipationRole.WorkshopLead, ParticipationRole.WorkshopLead],
                ct);
        }

        for (var i = 0; i < 8; i++)
        {
            await AddAsync(new() { Kind = SessionKind.Talk, Title = $"Marktplatz-Impuls {i + 1}: {(i % 2 == 0 ? "Ein Land" : "Eine Stadt")} stellt sich vor", Minutes = 20, TrackId = tracks[4].Id }, i < 5 ? At(0, 13, 20).AddMinutes(i % 3 * 15) : At(1, 10, 45).AddMinutes((i - 5) * 5), [rooms[9]], [ParticipationRole.Speaker], ct);
        }
    }

    private Task<(ReleaseOutcome, Release?)> ReleaseAsync(string name, string note, CancellationToken ct) => UseAsync<ReleaseDesk, (ReleaseOutcome, Release?)>(desk =>
        desk.ReleaseAsync(conference.Id, new ReleaseOrder(name, note, ReleaseScope.Everything, OverrideReason: "Vorführung"), organiser, ct));
}
