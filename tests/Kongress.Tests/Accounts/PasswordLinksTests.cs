using System.Net;
using Kongress.Accounts;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Accounts;

/// <summary>Links that set a password: of an invitation, and of somebody who forgot theirs.</summary>
public sealed class PasswordLinksTests
{
    private const string Olaf = "olaf@land.example";
    private const string Esra = "esra@land.example";
    private const string NewPassword = "Der neue Deichgraf";
    private static readonly Guid Ada = Guid.CreateVersion7();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invited_person_sets_password_and_second_factor_and_is_inside()
    {
        await using var team = await Team.OpenAsync(Ct);
        var link = await InviteAsync(team.Office, Roles.Administrator);
        var visitor = team.NewVisitor();

        await visitor.ReadAsync(link, Ct);
        Assert.Null((await Team.AccountAsync(team.Office, Esra, Ct)).PasswordHash);
        using var set = await SetAsync(visitor, link, Team.Password);
        await team.EnrolAsync(visitor, Esra, Ct);

        Assert.Equal("/anmelden/team", set.Headers.Location?.ToString());
        Assert.True(await Team.SeesAsync(visitor, "/betrieb", Ct));
        Assert.True((await Team.AccountAsync(team.Office, Esra, Ct)).EmailConfirmed);
        // Nobody had a password that could have been changed.
        Assert.DoesNotContain(await team.Office.AllAsync<OutgoingMail>(Ct), m => m.Kind == "Account.PasswordChanged");
        Assert.Equal(["Account.Invited", "Account.PasswordSet", "Account.SignedIn"], (await team.Office.AllAsync<Change>(Ct)).OrderBy(c => c.Id).Select(c => c.Action));
    }

    [Fact]
    public async Task A_link_sets_one_password_and_says_then_that_it_has_ended()
    {
        await using var team = await Team.OpenAsync(Ct);
        var link = await InviteAsync(team.Office, Roles.Door);
        var visitor = team.NewVisitor();
        using var first = await SetAsync(visitor, link, Team.Password);

        var page = await visitor.ReadAsync(link, Ct, HttpStatusCode.NotFound);

        Assert.Contains("Dieser Link gilt nicht mehr.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(PasswordOutcome.LinkEnded, await SetAsync(team.Office, link, NewPassword));
    }

    [Fact]
    public async Task A_refused_password_leaves_the_link_open()
    {
        await using var team = await Team.OpenAsync(Ct);
        var link = await InviteAsync(team.Office, Roles.Door);
        var visitor = team.NewVisitor();

        using var weak = await SetAsync(visitor, link, "Passwort1234");
        using var good = await SetAsync(visitor, link, Team.Password);

        Assert.Contains("als Erstes geraten", await Team.RefusalAsync(weak, Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, good.StatusCode);
    }

    [Theory, InlineData("Account.Invitation", 7 * 24 * 60), InlineData("Account.PasswordReset", 60)]
    public async Task Links_end_by_themselves(string kind, int minutes)
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await InviteAsync(office, Roles.Door);
        await Team.HireAsync(office, Olaf, Ct, Roles.Organiser);
        await office.UseAsync<StaffDesk>(desk => desk.RequestPasswordResetAsync(Olaf, Ct));
        var link = Letters.Link(await Team.MailAsync(office, kind, Ct));

        office.Clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await FindAsync(office, link));
        office.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await FindAsync(office, link));
        Assert.Equal(PasswordOutcome.LinkEnded, await SetAsync(office, link, NewPassword));
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_by_mail_the_person_is_told_and_every_session_ends()
    {
        await using var team = await Team.OpenAsync(Ct);
        await Team.HireAsync(team.Office, Olaf, Ct, Roles.Administrator);
        var (old, visitor) = (team.NewVisitor(), team.NewVisitor());
        var (app, _, _) = await team.EnrolAsync(old, Olaf, Ct);

        using var asked = await visitor.SendAsync("/anmelden/passwort", new Dictionary<string, string> { ["Input.Email"] = "Olaf@Land.example" }, Ct);
        using var set = await SetAsync(visitor, new Uri(Letters.Link(await Team.MailAsync(team.Office, "Account.PasswordReset", Ct))).AbsolutePath, NewPassword);
        team.Office.Clock.Advance(TimeSpan.FromMinutes(2));

        var told = await Team.MailAsync(team.Office, "Account.PasswordChanged", Ct);
        Assert.Equal((Olaf, ""), (told.ToAddress, Letters.Link(told)));
        Assert.False(await Team.SeesAsync(old, "/betrieb", Ct));
        using var oldPassword = await Team.SignInAsync(visitor, Olaf, Ct);
        using var newPassword = await Team.SignInAsync(visitor, Olaf, Ct, NewPassword);
        // The mailbox alone does not open the door: the second factor stays.
        Assert.Equal((null, "/anmelden/team/code"), (oldPassword.Headers.Location?.ToString(), newPassword.Headers.Location?.ToString()));
        using var inside = await Team.TypeAsync(visitor, app.Code(), Ct);
        Assert.True(await Team.SeesAsync(visitor, "/betrieb", Ct));
    }

    [Fact]
    public async Task A_new_password_ends_the_other_links_in_the_mailbox()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await Team.HireAsync(office, Olaf, Ct, Roles.Organiser);
        await office.UseAsync<StaffDesk>(desk => desk.InviteAsync(Olaf, "Olaf", [Roles.Door], Ada, Ct));
        for (var i = 0; i < 2; i++) await office.UseAsync<StaffDesk>(desk => desk.RequestPasswordResetAsync(Olaf, Ct));
        var links = (await office.AllAsync<OutgoingMail>(Ct)).OrderBy(m => m.Id).Select(Letters.Link).ToList();

        Assert.Equal(PasswordOutcome.Set, await SetAsync(office, links[1], NewPassword));

        Assert.Equal(3, links.Count);
        foreach (var link in links) Assert.Null(await FindAsync(office, link));
        // An invitation of somebody who has a password changes it too: they are told.
        Assert.Single(await office.AllAsync<OutgoingMail>(Ct), m => m.Kind == "Account.PasswordChanged");
    }

    [Fact]
    public async Task Attendees_and_strangers_get_no_link_and_nobody_more_than_three()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await Team.AttendAsync(office, "ayse.sahin@bund.de", Ct);
        await Team.HireAsync(office, Olaf, Ct, Roles.Organiser);

        foreach (var email in new[] { "ayse.sahin@bund.de", "nobody@bund.de", Olaf, Olaf, Olaf, Olaf }) await office.UseAsync<StaffDesk>(desk => desk.RequestPasswordResetAsync(email, Ct));

        Assert.Equal([Olaf, Olaf, Olaf], (await office.AllAsync<OutgoingMail>(Ct)).Select(m => m.ToAddress));
    }

    [Fact]
    public async Task A_new_password_does_not_open_an_account_that_the_administration_locked()
    {
        await using var team = await Team.OpenAsync(Ct);
        var olaf = await Team.HireAsync(team.Office, Olaf, Ct, Roles.Organiser);
        await team.Office.UseAsync<StaffDesk, bool>(desk => desk.LockAsync(olaf.Id, Ada, Ct));
        await team.Office.UseAsync<StaffDesk>(desk => desk.RequestPasswordResetAsync(Olaf, Ct));
        await SetAsync(team.Office, Letters.Link(await Team.MailAsync(team.Office, "Account.PasswordReset", Ct)), NewPassword);

        using var answer = await Team.SignInAsync(team.NewVisitor(), Olaf, Ct, NewPassword);

        Assert.Contains("gesperrt", await Team.RefusalAsync(answer, Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_for_one_thing_are_good_for_nothing_else()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await Team.AttendAsync(office, "ayse.sahin@bund.de", Ct);
        await office.UseAsync<SignInDesk>(desk => desk.RequestAsync("ayse.sahin@bund.de", Ct));
        var signIn = Letters.Link(await Team.MailAsync(office, "Account.SignIn", Ct));
        var setUp = await office.UseAsync<StaffDesk, string?>(desk => desk.IssueSetUpLinkAsync(Ct));

        foreach (var secret in new[] { signIn, "/" + setUp, "/", "/%00" })
        {
            Assert.Null(await FindAsync(office, secret));
            Assert.Equal(PasswordOutcome.LinkEnded, await SetAsync(office, secret, NewPassword));
        }
    }

    private static async Task<string> InviteAsync(Office office, string role)
    {
        await office.UseAsync<StaffDesk>(desk => desk.InviteAsync(Esra, "Esra Yıldız", [role], Ada, Ct));
        return new Uri(Letters.Link(await Team.MailAsync(office, "Account.Invitation", Ct))).AbsolutePath;
    }

    private static Task<HttpResponseMessage> SetAsync(Desk visitor, string link, string password) =>
        visitor.SendAsync(link, new Dictionary<string, string> { ["Input.Password"] = password }, Ct);

    private static async Task<PasswordOutcome> SetAsync(Office office, string link, string password) =>
        (await office.UseAsync<StaffDesk, (PasswordOutcome Outcome, string?)>(desk => desk.SetPasswordAsync(link.Split('/')[^1], password, Ct))).Outcome;

    private static Task<Account?> FindAsync(Office office, string link) => office.UseAsync<StaffDesk, Account?>(desk => desk.FindByLinkAsync(link.Split('/')[^1], Ct));
}
