using Kongress.Accounts;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.LoadTests.Hosting;
using Kongress.Programme;
using Kongress.Programme.Board;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Speakers;
using Microsoft.EntityFrameworkCore;

namespace Kongress.LoadTests.Scenarios;

/// <summary>The demo's programme, with sessions added until it has as many as a large congress.</summary>
internal sealed class LargeProgramme(Product product)
{
    private const int PeopleOnEach = 4;

    private Conference conference = null!;
    private Guid organiser;

    /// <param name="sessions">How many stand on the board afterwards.</param>
    /// <param name="rooms">How many rooms there are afterwards.</param>
    /// <param name="workshops">How many of the added ones are workshops; the others are panels.</param>
    public async Task FillAsync(int sessions, int rooms, CancellationToken ct, int workshops = 0)
    {
        conference = (await product.Services.GetRequiredService<CurrentConference>().FindAsync(ct))!;
        organiser = await WithAsync<KongressDb, Guid>(db => db.Set<Account>().Where(a => a.Email == "organisation@demo.example").Select(a => a.Id).SingleAsync(ct));
        var there = (await WithAsync<RoomDesk, List<Room>>(desk => desk.RoomsAsync(conference.Id, ct))).Count;
        for (var i = there; i < rooms; i++) await WithAsync<RoomDesk, SaveOutcome>(desk => desk.SaveRoomAsync(conference.Id, null, default, room => (room.Name, room.Capacity) = ($"Saal {i + 1}", 80), organiser, ct));
        var all = await WithAsync<RoomDesk, List<Room>>(desk => desk.RoomsAsync(conference.Id, ct));
        var speakers = await WithAsync<KongressDb, List<Guid>>(db => db.Set<Speaker>().Where(s => s.ConferenceId == conference.Id).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(ct));
        var placed = await WithAsync<KongressDb, int>(db => db.Set<Slot>().CountAsync(s => s.ConferenceId == conference.Id && s.SessionId != null, ct));
        for (var i = placed; i < sessions; i++) await AddAsync(i, i - placed < workshops ? SessionKind.Workshop : SessionKind.Panel, all[i % all.Count], speakers, ct);
    }

    public async Task ReleaseAsync(CancellationToken ct)
    {
        var order = new ReleaseOrder("Zum Messen", "", ReleaseScope.Everything, OverrideReason: "Zum Messen");
        var (outcome, _) = await WithAsync<ReleaseDesk, (ReleaseOutcome, Release?)>(desk => desk.ReleaseAsync(conference.Id, order, organiser, ct));
        if (outcome is not ReleaseOutcome.Released) throw new InvalidOperationException($"The release ended with {outcome}.");
    }

    public async Task<T> WithAsync<TDesk, T>(Func<TDesk, Task<T>> work) where TDesk : notnull
    {
        await using var scope = product.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TDesk>());
    }

    private async Task AddAsync(int number, SessionKind kind, Room room, List<Guid> speakers, CancellationToken ct)
    {
        var content = new SessionContent
        {
            Kind = kind,
            Title = $"Forum {number}: Wie Bund, Länder und Kommunen Verfahren gemeinsam entwickeln",
            Abstract = "Was gut läuft, was noch hakt und **was wir voneinander lernen**: ein Gespräch mit Beispielen aus der Praxis.",
            Minutes = 45,
        };
        var session = await WithAsync<SessionDesk, Session>(desk => desk.CreateAsync(conference.Id, content, "", organiser, ct));
        for (var i = 0; i < PeopleOnEach; i++) await WithAsync<SessionDesk, bool>(desk => desk.AddPersonAsync(conference.Id, session.Id, speakers[((number * PeopleOnEach) + i) % speakers.Count], ParticipationRole.Panellist, organiser, ct));
        await WithAsync<SessionDesk, StateOutcome>(desk => desk.MoveToAsync(conference.Id, session.Id, SessionState.Accepted, null, organiser, ct));
        // Spread over the days and hours, a room after the other: some collide, as in a real draft.
        var day = conference.Days[number % conference.Days.Count];
        var start = conference.Time.Instant(day.Date, day.StartsAt).AddMinutes(number / 20 % 8 * 55);
        await WithAsync<BoardDesk, BoardResult>(desk => desk.PlaceAsync(conference.Id, session.Id, [room.Id], start, null, organiser, ct));
    }
}
