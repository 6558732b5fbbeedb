using System.Net;
using Kongress.Accounts;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Programme.Sessions;
using Kongress.Speakers;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Programme.Sessions;

/// <summary>A session that takes place twice is two sessions, each with a slot, seats and answers of its own.</summary>
public sealed class RepeatingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task The_second_time_has_the_same_content_and_people_who_are_all_still_to_be_asked(string provider)
    {
        await using var office = await ProgrammeOffice.OpenAsync(provider);
        var session = await office.SessionAsync("Register", email: "ayse@stadt.example");
        var leaving = await office.SpeakerAsync("Özil");
        var helping = await office.SpeakerAsync("Weiß");
        await AddAsync(office, session, leaving, ParticipationRole.Panellist);
        await AddAsync(office, session, helping, ParticipationRole.Moderator);
        session = await office.FreshAsync(session);
        await office.Office.UseAsync<SessionDesk, bool>(desk => desk.TakeOffAsync(office.Conference.Id, session.Id, session.Participations.Single(p => p.SpeakerId == leaving.Id).Id, ProgrammeOffice.Olga, Ct));
        await office.Office.UseAsync<SessionDesk, bool>(desk => desk.ChangePersonAsync(office.Conference.Id, session.Id, session.Participations.Single(p => p.SpeakerId == helping.Id).Id, "Referentin", "Land Hessen", false, ProgrammeOffice.Olga, Ct));
        session = await office.FreshAsync(session);
        var copyId = Guid.CreateVersion7();

        Assert.True(await RepeatAsync(office, session.Id, copyId));
        Assert.True(await RepeatAsync(office, session.Id, copyId));
        Assert.False(await RepeatAsync(office, Guid.CreateVersion7(), Guid.CreateVersion7()));

        Assert.Equal(2, (await office.Office.AllAsync<Session>(Ct)).Count);
        var copy = (await office.Office.UseAsync<SessionDesk, Session?>(desk => desk.FindAsync(office.Conference.Id, copyId, Ct)))!;
        Assert.Equal((session.Content, SessionState.Accepted, true), (copy.Content, copy.State, copy.Code != session.Code));
        Assert.Equal(
            [.. session.Participations.Where(p => p.SpeakerId != leaving.Id).Select(p => (p.SpeakerId, p.Role, p.Function, p.Organisation, p.IsRequired))],
            copy.Participations.Select(p => (p.SpeakerId, p.Role, p.Function, p.Organisation, p.IsRequired)));
        Assert.All(copy.Participations, p => Assert.Equal(ParticipationState.Proposed, p.State));
        Assert.DoesNotContain(await office.Office.AllAsync<OutgoingMail>(Ct), m => m.SubjectId == copyId);
        Assert.Equal(session.Code, Assert.Single(await office.Office.AllAsync<Change>(Ct), c => c.Action == "Session.Repeated" && c.SubjectId == copyId).Detail);

        // Both stand on the board, and both have seats.
        Assert.NotNull((await office.PlaceAsync(session, office.At(11))).Slot);
        Assert.NotNull((await office.PlaceAsync(copy, office.At(15))).Slot);
        await office.ReleaseAsync("1", overrideReason: "Test");
        Assert.Equal([office.At(11), office.At(15)], [(await office.WorkshopAsync(session)).Place.StartsAt, (await office.WorkshopAsync(copy)).Place.StartsAt]);
    }

    [Fact]
    public async Task The_button_leads_to_the_second_one_and_pressed_twice_makes_one()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var session = await office.SessionAsync("Register");
        await using var desk = Desk.Open(office.Office.Database, office.Office.Clock.GetUtcNow(), ProgrammeOffice.Olga, Roles.Programme);
        var address = $"/organisation/programm/punkte/{session.Id}";
        var copy = (await desk.ReadAsync(address, Ct)).QuerySelector("input[name=copy]")!.GetAttribute("value")!;

        for (var time = 1; time <= 2; time++)
        {
            using var made = await desk.SendAsync(address, new Dictionary<string, string> { ["copy"] = copy }, Ct, "handler=Repeat");
            Assert.Equal($"/organisation/programm/punkte/{copy}", made.Headers.Location!.ToString());
        }

        Assert.Equal([session.Id, Guid.Parse(copy)], (await office.Office.AllAsync<Session>(Ct)).OrderBy(s => s.Id).Select(s => s.Id));
        Assert.Contains($"Als zweiter Termin angelegtvon {session.Code}", string.Concat((await desk.ReadAsync($"/organisation/programm/punkte/{copy}", Ct)).QuerySelector(".history")!.TextContent.Split('\n').Select(l => l.Trim())).Replace(" (Olga)", "", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (var odd in new[] { "", "0", Guid.Empty.ToString(), "x' or 1=1" })
        {
            using var refused = await desk.SendAsync(address, new Dictionary<string, string> { ["copy"] = odd }, Ct, "handler=Repeat");
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }
    }

    private static Task<bool> RepeatAsync(ProgrammeOffice office, Guid id, Guid copyId) => office.Office.UseAsync<SessionDesk, bool>(desk => desk.RepeatAsync(office.Conference.Id, id, copyId, ProgrammeOffice.Olga, Ct));

    private static Task<bool> AddAsync(ProgrammeOffice office, Session session, Speaker speaker, ParticipationRole role) =>
        office.Office.UseAsync<SessionDesk, bool>(desk => desk.AddPersonAsync(office.Conference.Id, session.Id, speaker.Id, role, ProgrammeOffice.Olga, Ct));
}
