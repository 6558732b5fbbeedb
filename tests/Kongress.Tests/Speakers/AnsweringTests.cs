using System.Net;
using Kongress.Accounts;
using Kongress.Mail;
using Kongress.Programme.Sessions;
using Kongress.Tests.Hosting;
using Kongress.Tests.Programme;
using Microsoft.AspNetCore.Identity;

namespace Kongress.Tests.Speakers;

/// <summary>People answer an invitation through a link, themselves or through their office.</summary>
public sealed class AnsweringTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_link_shows_what_it_is_about_takes_the_answer_and_lets_it_be_changed()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var session = await office.EmptySessionAsync("Register <b>heute</b>");
        await office.PlaceAsync(session, office.At(14), room: 1);
        await office.InviteAsync(session, await office.SpeakerAsync("Şahin", "ayse@stadt.example"), ParticipationRole.Moderator);
        var link = await LinkAsync(office, "ayse@stadt.example");
        await using var visitor = Desk.Open(office.Office.Database, Guid.Empty);

        var text = (await visitor.ReadAsync(link, Ct)).QuerySelector("main")!.TextContent;
        foreach (var expected in new[] { "Register <b>heute</b>", "Moderation", "27. März 2027, 14:00–15:00", "Forum A, Kurhaus", "Guten Tag Ayşe Şahin" }) Assert.Contains(expected, text, StringComparison.Ordinal);
        using var yes = await visitor.SendAsync(link, Answer("Accepted", "Gern, aber bitte <i>nach</i> 14 Uhr"), Ct);
        var after = await visitor.ReadAsync(yes.Headers.Location!.ToString(), Ct);

        Assert.Equal(HttpStatusCode.Redirect, yes.StatusCode);
        Assert.Contains("Danke für die Zusage", after.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Die letzte Antwort: Zugesagt", after.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("bitte <i>nach</i> 14 Uhr", after.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var no = await visitor.SendAsync(link, Answer("Declined", ""), Ct);
        var participation = Assert.Single((await office.FreshAsync(session)).Participations);
        Assert.Equal((ParticipationState.Declined, null, false), (participation.State, participation.Word, participation.AnsweredByAssistant));
        using var again = await visitor.Browser.GetAsync(link, Ct);
        Assert.Equal(("no-store", "no-referrer"), (again.Headers.CacheControl!.ToString(), again.Headers.GetValues("Referrer-Policy").Single()));
    }

    [Fact]
    public async Task The_office_has_a_link_of_its_own_and_answers_for_the_person()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var session = await office.EmptySessionAsync("Eröffnung");
        await office.InviteAsync(session, await office.SpeakerAsync("Ministerin", assistant: "buero@land.example"));
        var link = await LinkAsync(office, "buero@land.example");
        await using var visitor = Desk.Open(office.Office.Database, Guid.Empty);

        Assert.Contains("Dürfen wir mit Ayşe Ministerin rechnen? Sie antworten im Auftrag.", (await visitor.ReadAsync(link, Ct)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var sent = await visitor.SendAsync(link, Answer("Tentative", "Kabinett geht vor"), Ct);

        var participation = Assert.Single((await office.FreshAsync(session)).Participations);
        Assert.Equal((ParticipationState.Tentative, "Kabinett geht vor", true), (participation.State, participation.Word, participation.AnsweredByAssistant));
        Assert.Contains("Vom Büro gegeben", (await visitor.ReadAsync(link, Ct)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        // The office gets no account: what the person keeps to themself stays theirs.
        Assert.Empty(await office.Office.AllAsync<Account>(Ct));
    }

    [Fact]
    public async Task An_unknown_or_ended_link_is_answered_kindly()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var session = await office.EmptySessionAsync("Eröffnung");
        await office.InviteAsync(session, await office.SpeakerAsync("Şahin", "ayse@stadt.example"));
        var link = await LinkAsync(office, "ayse@stadt.example");
        await using var visitor = Desk.Open(office.Office.Database, Guid.Empty);
        await visitor.ReadAsync(link, Ct);

        var almost = link[..^1] + (link[^1] == '2' ? '3' : '2');
        foreach (var rubbish in new[] { almost, "/mitwirkung/antwort/x", "/mitwirkung/antwort/%FF%F0%9F%8F%B4%E2%80%AE", "/mitwirkung/antwort/" + new string('A', 500) })
        {
            Assert.Contains("kongress@land.example", (await visitor.ReadAsync(rubbish, Ct, HttpStatusCode.NotFound)).QuerySelector("main .kern-alert")!.TextContent, StringComparison.Ordinal);
        }

        await using var latecomer = Desk.Open(office.Office.Database, office.Conference.StartsAt, Guid.Empty);
        var token = (await latecomer.ReadAsync("/barriere-melden", Ct)).QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await latecomer.ReadAsync(link, Ct, HttpStatusCode.NotFound);
        using var late = await latecomer.Browser.PostAsync(link, new FormUrlEncodedContent(Answer("Accepted", "").Append(new("__RequestVerificationToken", token))), Ct);
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        Assert.Equal(ParticipationState.Invited, Assert.Single((await office.FreshAsync(session)).Participations).State);
    }

    [Fact]
    public async Task Without_one_of_the_three_answers_nothing_is_recorded_and_the_word_is_still_there()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var session = await office.EmptySessionAsync("Eröffnung");
        await office.InviteAsync(session, await office.SpeakerAsync("Şahin", "ayse@stadt.example"));
        var link = await LinkAsync(office, "ayse@stadt.example");
        await using var visitor = Desk.Open(office.Office.Database, Guid.Empty);

        foreach (var choice in new[] { "", "Cancelled", "Proposed", "99", "<script>" })
        {
            using var sent = await visitor.SendAsync(link, Answer(choice, "Bis Freitag weiß ich es"), Ct);
            var page = await Desk.ParseAsync(sent, Ct);
            Assert.Equal((choice, HttpStatusCode.OK), (choice, sent.StatusCode));
            Assert.Equal("Bis Freitag weiß ich es", page.QuerySelector("#Answer_Word")!.TextContent.Trim());
            Assert.Single(page.QuerySelectorAll(".errors li"));
        }

        using var tooLong = await visitor.SendAsync(link, Answer("Accepted", new string('ä', 1001)), Ct);
        Assert.Equal(HttpStatusCode.OK, tooLong.StatusCode);
        Assert.Null(Assert.Single((await office.FreshAsync(session)).Participations).AnsweredAt);
    }

    [Fact]
    public async Task Who_was_taken_off_is_told_so_and_cannot_answer()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var session = await office.EmptySessionAsync("Eröffnung");
        var participation = await office.InviteAsync(session, await office.SpeakerAsync("Şahin", "ayse@stadt.example"));
        await office.Office.UseAsync<SessionDesk, bool>(desk => desk.TakeOffAsync(office.Conference.Id, session.Id, participation.Id, ProgrammeOffice.Olga, Ct));
        await using var visitor = Desk.Open(office.Office.Database, Guid.Empty);

        var page = await visitor.ReadAsync(await LinkAsync(office, "ayse@stadt.example"), Ct);

        Assert.Null(page.QuerySelector("main form"));
        Assert.Contains("keine Antwort mehr nötig", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_session_is_confirmed_exactly_when_everybody_who_is_needed_said_yes(string provider)
    {
        await using var office = await ProgrammeOffice.OpenAsync(provider);
        var session = await office.EmptySessionAsync("Podium");
        foreach (var (name, role) in new[] { ("a", ParticipationRole.Moderator), ("b", ParticipationRole.Panellist), ("c", ParticipationRole.Interpreter) })
        {
            await office.InviteAsync(session, await office.SpeakerAsync(name, name + "@stadt.example"), role);
        }

        var seen = new List<SessionState>();
        foreach (var (name, answer) in new[]
        {
            ("a", ParticipationState.Accepted), ("b", ParticipationState.Tentative), ("b", ParticipationState.Accepted), ("c", ParticipationState.Declined),
            ("a", ParticipationState.Declined), ("a", ParticipationState.Accepted),
        })
        {
            var secret = await office.Office.LastSecretAsync("Programme.Invitation", name + "@stadt.example", Ct);
            Assert.Equal(AnswerOutcome.Recorded, await office.Office.UseAsync<ParticipationDesk, AnswerOutcome>(desk => desk.AnswerAsync(secret, answer, null, Ct)));
            seen.Add((await office.FreshAsync(session)).State);
        }

        // The interpreter is not needed for it.
        Assert.Equal([SessionState.Accepted, SessionState.Accepted, SessionState.Confirmed, SessionState.Confirmed, SessionState.Accepted, SessionState.Confirmed], seen);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_is_invited_can_sign_in_by_mail_and_has_one_account_however_often(string provider)
    {
        await using var office = await ProgrammeOffice.OpenAsync(provider);
        await office.Office.RegisterAsync(office.Conference, "schon@bund.de", Ct);
        var session = await office.EmptySessionAsync("Podium");
        var first = await office.InviteAsync(session, await office.SpeakerAsync("Neu", "neu@stadt.example", "buero@stadt.example"));
        await office.Office.UseAsync<ParticipationDesk, InviteOutcome>(desk => desk.InviteAsync(office.Conference.Id, first.Id, ProgrammeOffice.Olga, Ct));
        var second = await office.InviteAsync(session, await office.SpeakerAsync("Schon", "schon@bund.de"));

        var accounts = (await office.Office.AllAsync<Account>(Ct)).ToDictionary(a => a.Email!);
        var role = Roles.All.Single(r => r.Name == Roles.Speaker).Id;
        Assert.Equal(["neu@stadt.example", "schon@bund.de"], accounts.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(accounts.Values.Select(a => a.Id).ToHashSet(), (await office.Office.AllAsync<IdentityUserRole<Guid>>(Ct)).Where(l => l.RoleId == role).Select(l => l.UserId).ToHashSet());
        Assert.Equal((accounts["neu@stadt.example"].Id, accounts["schon@bund.de"].Id), ((await office.SpeakerOfAsync(first)).AccountId!.Value, (await office.SpeakerOfAsync(second)).AccountId!.Value));
    }

    [Fact]
    public async Task From_the_invitation_to_the_own_page_by_the_link_of_a_mail()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var session = await office.EmptySessionAsync("Register heute");
        await office.InviteAsync(session, await office.SpeakerAsync("Şahin", "ayse@stadt.example"));
        await using var browser = Desk.Open(office.Office.Database, Guid.Empty);
        using var denied = await browser.Browser.GetAsync("/mitwirkung", Ct);
        Assert.Equal(HttpStatusCode.Redirect, denied.StatusCode);

        using var asked = await browser.SendAsync("/anmelden", new Dictionary<string, string> { ["Input.Email"] = "Ayse@Stadt.example" }, Ct);
        var mail = (await office.Office.AllAsync<OutgoingMail>(Ct)).Single(m => m.Kind == "Account.SignIn");
        using var signedIn = await browser.SendAsync(new Uri(Letters.Link(mail)).AbsolutePath, new Dictionary<string, string>(), Ct);
        var page = await browser.ReadAsync("/mitwirkung", Ct);

        Assert.Contains("Register heute", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("page", page.QuerySelector("header a[href='/mitwirkung']")!.GetAttribute("aria-current"));
    }

    private static async Task<string> LinkAsync(ProgrammeOffice office, string email) => "/mitwirkung/antwort/" + await office.Office.LastSecretAsync("Programme.Invitation", email, Ct);

    private static Dictionary<string, string> Answer(string choice, string word) => new() { ["Answer.Choice"] = choice, ["Answer.Word"] = word };
}
