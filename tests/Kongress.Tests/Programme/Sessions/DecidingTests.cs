using Kongress.Mail;
using Kongress.Programme.Sessions;
using Kongress.Speakers;
using Kongress.Tests.Speakers;

namespace Kongress.Tests.Programme.Sessions;

/// <summary>Deciding and telling are two steps; who steps in for somebody leaves that somebody in the history.</summary>
public sealed class DecidingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_decision_is_told_to_nobody_before_it_is_announced_and_then_to_each_once()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var session = await office.EmptySessionAsync("Register");
        await AddAsync(office, session, await office.SpeakerAsync("Şahin", "ayse@stadt.example", "buero@stadt.example"), ParticipationRole.Speaker);
        await AddAsync(office, session, await office.SpeakerAsync("Özil"), ParticipationRole.Speaker);

        Assert.Equal(StateOutcome.Changed, await MoveAsync(office, session, SessionState.Rejected, from: SessionState.Proposed));
        Assert.Empty(await MailsAsync(office));
        Assert.True((await office.FreshAsync(session)).AwaitsAnnouncement);

        // Another decision before anybody heard of the first: only the last one is told.
        Assert.Equal(StateOutcome.Changed, await MoveAsync(office, session, SessionState.Accepted));
        Assert.Equal(2, await AnnounceAsync(office, session));
        Assert.Equal([("ayse@stadt.example", "Im Programm: Register"), ("buero@stadt.example", "Im Programm: Register")], await MailsAsync(office));
        Assert.False((await office.FreshAsync(session)).AwaitsAnnouncement);
        Assert.Equal(0, await AnnounceAsync(office, session));
        Assert.Equal(2, (await MailsAsync(office)).Count);
    }

    [Fact]
    public async Task Whoever_steps_in_takes_role_and_place_and_the_one_before_stays_in_the_history()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var session = await office.EmptySessionAsync("Podium");
        foreach (var name in new[] { "Eins", "Zwei", "Drei" }) await AddAsync(office, session, await office.SpeakerAsync(name), ParticipationRole.Panellist);
        var second = (await office.FreshAsync(session)).Participations.OrderBy(p => p.Position).ElementAt(1);
        await office.Office.UseAsync<ParticipationDesk, AnswerOutcome>(desk => desk.AnswerForAsync(second.Id, ParticipationState.Declined, "Termin im Kabinett", ProgrammeOffice.Olga, Ct));
        var successor = await office.SpeakerAsync("Vier");

        Assert.True(await office.Office.UseAsync<SessionDesk, bool>(desk => desk.ReplaceAsync(office.Conference.Id, session.Id, second.Id, successor.Id, ProgrammeOffice.Olga, Ct)));

        var after = (await office.FreshAsync(session)).Participations;
        var old = after.Single(p => p.Id == second.Id);
        var added = after.Single(p => p.SpeakerId == successor.Id);
        Assert.Equal((ParticipationState.Cancelled, added.Id, "Termin im Kabinett"), (old.State, old.ReplacedById, old.Word));
        Assert.Equal((ParticipationState.Proposed, ParticipationRole.Panellist, second.IsRequired), (added.State, added.Role, added.IsRequired));
        var speakers = (await office.Office.AllAsync<Speaker>(Ct)).ToDictionary(s => s.Id, s => s.Profile.FamilyName);
        Assert.Equal(["Eins", "Vier", "Drei"], after.Where(p => p.State is not ParticipationState.Cancelled).OrderBy(p => p.Position).Select(p => speakers[p.SpeakerId]));
        Assert.Contains(await office.Office.AllAsync<Kongress.Data.Change>(Ct), c => c.Action == "Participation.Replaced" && c.SubjectId == session.Id && c.Detail == $"{old.Id} → {added.Id}");
        Assert.False(await office.Office.UseAsync<SessionDesk, bool>(desk => desk.ReplaceAsync(office.Conference.Id, session.Id, second.Id, successor.Id, ProgrammeOffice.Olga, Ct)));
    }

    private static Task<bool> AddAsync(ProgrammeOffice office, Session session, Speaker speaker, ParticipationRole role) =>
        office.Office.UseAsync<SessionDesk, bool>(desk => desk.AddPersonAsync(office.Conference.Id, session.Id, speaker.Id, role, ProgrammeOffice.Olga, Ct));

    private static async Task<StateOutcome> MoveAsync(ProgrammeOffice office, Session session, SessionState to, SessionState? from = null)
    {
        if (from is { } first) await office.Office.UseAsync<SessionDesk, StateOutcome>(desk => desk.MoveToAsync(office.Conference.Id, session.Id, first, null, ProgrammeOffice.Olga, Ct));
        return await office.Office.UseAsync<SessionDesk, StateOutcome>(desk => desk.MoveToAsync(office.Conference.Id, session.Id, to, null, ProgrammeOffice.Olga, Ct));
    }

    private static Task<int> AnnounceAsync(ProgrammeOffice office, Session session) =>
        office.Office.UseAsync<SessionDesk, int>(desk => desk.AnnounceAsync(office.Conference.Id, session.Id, ProgrammeOffice.Olga, Ct));

    private static async Task<List<(string, string)>> MailsAsync(ProgrammeOffice office) =>
        [.. (await office.Office.AllAsync<OutgoingMail>(Ct)).Where(m => m.Kind == "Programme.Decision").Select(m => (m.ToAddress, m.Subject)).Order()];
}
