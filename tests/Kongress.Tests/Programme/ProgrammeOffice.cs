using Kongress.Conferences;
using Kongress.Mail;
using Kongress.Programme;
using Kongress.Programme.Board;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Speakers;
using Kongress.Tests.Hosting;
using Kongress.Workshops;

namespace Kongress.Tests.Programme;

/// <summary>An edition with rooms and a few sessions in a real database, and the words in which organisers work on them.</summary>
internal sealed class ProgrammeOffice(Office office, Conference conference, List<Room> rooms) : IAsyncDisposable
{
    public static readonly Guid Olga = Guid.CreateVersion7();
    public static readonly Guid Otto = Guid.CreateVersion7();

    public Office Office => office;

    public Conference Conference => conference;

    public IReadOnlyList<Room> Rooms => rooms;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<ProgrammeOffice> OpenAsync(string provider = Databases.Sqlite)
    {
        var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(800, Ct);
        foreach (var name in new[] { "Hauptbühne", "Forum A", "Forum B" })
        {
            await office.UseAsync<RoomDesk, SaveOutcome>(desk => desk.SaveRoomAsync(conference.Id, null, default, room => (room.Name, room.Capacity) = (name, 100), Olga, Ct));
        }

        return new ProgrammeOffice(office, conference, await office.UseAsync<RoomDesk, List<Room>>(desk => desk.RoomsAsync(conference.Id, Ct)));
    }

    /// <summary>A time of the first day by the clock of the venue.</summary>
    public DateTimeOffset At(int hour, int minute = 0) => conference.Time.Instant(conference.FirstDay, new TimeOnly(hour, minute));

    /// <summary>An accepted talk with one person who said yes, unless the state says otherwise.</summary>
    public async Task<Session> SessionAsync(string title, SessionState state = SessionState.Accepted, string? email = null)
    {
        var session = await office.UseAsync<SessionDesk, Session>(desk => desk.CreateAsync(conference.Id, new SessionContent { Title = title, Minutes = 60 }, "", Olga, Ct));
        var speaker = await SpeakerAsync(title, email);
        await office.UseAsync<SessionDesk, bool>(desk => desk.AddPersonAsync(conference.Id, session.Id, speaker.Id, ParticipationRole.Speaker, Olga, Ct));
        if (state is not SessionState.Draft) await office.UseAsync<SessionDesk, StateOutcome>(desk => desk.MoveToAsync(conference.Id, session.Id, state, null, Olga, Ct));
        session = await FreshAsync(session);
        await office.UseAsync<ParticipationDesk, AnswerOutcome>(desk => desk.AnswerForAsync(session.Participations[0].Id, ParticipationState.Accepted, null, Olga, Ct));
        return await FreshAsync(session);
    }

    public Task<Speaker> SpeakerAsync(string familyName, string? email = null, string? assistant = null) => office.UseAsync<SpeakerDesk, Speaker>(desk => desk.CreateAsync(
        conference.Id,
        new SpeakerEdit(new SpeakerProfile { GivenName = "Ayşe", FamilyName = familyName, Organisation = "Stadt Köln" }, new SpeakerContact { Email = email, AssistantEmail = assistant }, new SpeakerNeeds(), true, false, RecordingConsent.Unknown),
        Olga,
        Ct));

    /// <summary>Gives a session limited seats, open for everybody from now on.</summary>
    public async Task<Workshop> WorkshopAsync(Session session, int seats = 20)
    {
        var settings = new WorkshopSettings { Seats = seats, OpensAt = office.Clock.GetUtcNow(), ClosesAt = At(11) };
        Assert.Equal(SettingsOutcome.Saved, await office.UseAsync<WorkshopDesk, SettingsOutcome>(desk => desk.SaveAsync(conference.Id, session.Id, Guid.Empty, settings, null, Olga, Ct)));
        return (await office.AllAsync<Workshop>(Ct)).Single(w => w.SessionId == session.Id);
    }

    public Task<StateOutcome> CancelAsync(Session session) => office.UseAsync<SessionDesk, StateOutcome>(desk => desk.MoveToAsync(conference.Id, session.Id, SessionState.Cancelled, "krank", Olga, Ct));

    public async Task<Slot> SlotOfAsync(Session session) => (await office.AllAsync<Slot>(Ct)).Single(s => s.SessionId == session.Id);

    public async Task<Session> FreshAsync(Session session) => (await office.UseAsync<SessionDesk, Session?>(desk => desk.FindAsync(conference.Id, session.Id, Ct)))!;

    public Task<BoardResult> PlaceAsync(Session session, DateTimeOffset start, Guid? by = null, int room = 0) =>
        office.UseAsync<BoardDesk, BoardResult>(desk => desk.PlaceAsync(conference.Id, session.Id, [rooms[room].Id], start, null, by ?? Olga, Ct));

    public Task<BoardResult> MoveAsync(Slot slot, DateTimeOffset start, Guid? by = null, int room = 0, int? minutes = null) =>
        office.UseAsync<BoardDesk, BoardResult>(desk => desk.MoveAsync(conference.Id, slot.Id, slot.Version, [rooms[room].Id], start, minutes ?? slot.Minutes, by ?? Olga, Ct));

    public Task<BoardResult> RemoveAsync(Slot slot, Guid? by = null) => office.UseAsync<BoardDesk, BoardResult>(desk => desk.RemoveAsync(conference.Id, slot.Id, slot.Version, by ?? Olga, Ct));

    public Task<BoardResult> UndoAsync(Guid? by = null) => office.UseAsync<BoardDesk, BoardResult>(desk => desk.UndoAsync(conference.Id, by ?? Olga, Ct));

    public Task<BoardResult> RedoAsync(Guid? by = null) => office.UseAsync<BoardDesk, BoardResult>(desk => desk.RedoAsync(conference.Id, by ?? Olga, Ct));

    public async Task<List<(Guid? Session, DateTimeOffset Start, int Minutes, Guid Room)>> BoardAsync() =>
        [.. (await office.AllAsync<Slot>(Ct)).OrderBy(s => s.Number).Select(s => (s.SessionId, s.StartsAt, s.Minutes, s.RoomIds[0]))];

    public async Task<ReleaseOutcome> ReleaseAsync(string name, ReleaseScope? scope = null, DateTimeOffset? publishAt = null, string? overrideReason = null, long? revision = null) =>
        (await office.UseAsync<ReleaseDesk, (ReleaseOutcome Outcome, Release?)>(desk => desk.ReleaseAsync(conference.Id, new ReleaseOrder(name, "", scope ?? ReleaseScope.Everything, revision, publishAt, overrideReason), Olga, Ct))).Outcome;

    public Task<ReleasePreview> PreviewAsync(ReleaseScope? scope = null) => office.UseAsync<ReleaseDesk, ReleasePreview>(desk => desk.PreviewAsync(conference.Id, scope ?? ReleaseScope.Everything, Ct));

    public async Task<List<OutgoingMail>> MailsAsync(string kind) => [.. (await office.AllAsync<OutgoingMail>(Ct)).Where(m => m.Kind == kind).OrderBy(m => m.Id)];

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
