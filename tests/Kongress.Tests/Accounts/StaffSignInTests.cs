using System.Net;
using Kongress.Accounts;
using Kongress.Data;
using Kongress.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kongress.Tests.Accounts;

/// <summary>The password of staff: what a wrong one costs, and what a right one alone opens.</summary>
public sealed class StaffSignInTests
{
    private const string Olaf = "olaf@land.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_wrong_passwords_lock_the_account_for_15_minutes()
    {
        await using var team = await Team.OpenAsync(Ct);
        await Team.HireAsync(team.Office, Olaf, Ct, Roles.Organiser);
        var visitor = team.NewVisitor();

        for (var i = 0; i < 10; i++)
        {
            Assert.False((await Team.AccountAsync(team.Office, Olaf, Ct)).IsLocked(team.Office.Clock.GetUtcNow()));
            Assert.StartsWith("Bitte prüfen", await WrongAsync(visitor, Olaf), StringComparison.Ordinal);
        }

        using var locked = await Team.SignInAsync(visitor, Olaf, Ct);
        team.Office.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        using var stillLocked = await Team.SignInAsync(visitor, Olaf, Ct);
        team.Office.Clock.Advance(TimeSpan.FromSeconds(1));
        using var open = await Team.SignInAsync(visitor, Olaf, Ct);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Redirect), (locked.StatusCode, stillLocked.StatusCode, open.StatusCode));
        Assert.Equal(0, (await Team.AccountAsync(team.Office, Olaf, Ct)).AccessFailedCount);
    }

    [Fact]
    public async Task A_right_password_forgives_the_wrong_ones_before()
    {
        await using var team = await Team.OpenAsync(Ct);
        await Team.HireAsync(team.Office, Olaf, Ct, Roles.Organiser);

        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 9; i++) await WrongAsync(team.NewVisitor(), Olaf);
            using var right = await Team.SignInAsync(team.NewVisitor(), Olaf, Ct);
            Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        }
    }

    [Fact]
    public async Task An_unknown_address_a_wrong_password_a_locked_account_and_one_without_password_get_the_same_answer_for_the_same_work()
    {
        var hashes = new CountingHasher();
        await using var team = await Team.OpenAsync(Ct, services => services.AddSingleton<IPasswordHasher<Account>>(hashes));
        await Team.HireAsync(team.Office, Olaf, Ct, Roles.Organiser);
        var locked = await Team.HireAsync(team.Office, "gesperrt@land.example", Ct, Roles.Door);
        await team.Office.UseAsync<StaffDesk, bool>(desk => desk.LockAsync(locked.Id, Guid.CreateVersion7(), Ct));
        await Team.AttendAsync(team.Office, "ayse.sahin@bund.de", Ct);

        var answers = new List<(string, int)>();
        foreach (var email in new[] { Olaf, "nobody@land.example", "gesperrt@land.example", "ayse.sahin@bund.de" })
        {
            hashes.Count = 0;
            answers.Add((await WrongAsync(team.NewVisitor(), email), hashes.Count));
        }

        Assert.Equal(Enumerable.Repeat((answers[0].Item1, 1), 4), answers);
        Assert.Contains("E-Mail-Adresse oder Passwort stimmen nicht", answers[0].Item1, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_alone_opens_nothing_but_the_page_that_sets_up_the_second_factor()
    {
        await using var team = await Team.OpenAsync(Ct);
        await Team.HireAsync(team.Office, Olaf, Ct, [.. Roles.Staff]);
        var visitor = team.NewVisitor();

        using var signedIn = await Team.SignInAsync(visitor, Olaf, Ct);

        Assert.Equal("/anmelden/team/einrichten", signedIn.Headers.Location?.ToString());
        foreach (var path in new[] { "/organisation", "/organisation/betreuung", "/einlass", "/betrieb", "/betrieb/jobs" }) Assert.False(await Team.SeesAsync(visitor, path, Ct), path);
        Assert.True(await Team.SeesAsync(visitor, "/anmelden/team/einrichten", Ct));
    }

    [Fact]
    public async Task The_page_for_the_second_factor_is_for_those_who_have_none_yet()
    {
        await using var team = await Team.OpenAsync(Ct);
        await Team.HireAsync(team.Office, Olaf, Ct, Roles.Organiser);
        var visitor = team.NewVisitor();

        Assert.False(await Team.SeesAsync(visitor, "/anmelden/team/einrichten", Ct));
        Assert.False(await Team.SeesAsync(visitor, "/anmelden/team/code", Ct));
        await team.EnrolAsync(visitor, Olaf, Ct);

        // Else somebody at an unattended desk would swap the telephone.
        Assert.False(await Team.SeesAsync(visitor, "/anmelden/team/einrichten", Ct));
    }

    [Theory]
    [InlineData(Roles.Administrator, "/betrieb")]
    [InlineData(Roles.Organiser, "/organisation")]
    [InlineData(Roles.Door, "/einlass")]
    [InlineData(Roles.Support, "/organisation/betreuung")]
    public async Task Everybody_begins_where_their_work_is(string role, string start)
    {
        await using var team = await Team.OpenAsync(Ct);
        await Team.HireAsync(team.Office, Olaf, Ct, role);
        await team.Office.ConferenceAsync(10, Ct);
        var visitor = team.NewVisitor();

        var (app, _, next) = await team.EnrolAsync(visitor, Olaf, Ct);
        using var again = await Team.SignInAsync(team.NewVisitor(), Olaf, app.Code(), Ct);

        Assert.Equal((start, start), (next, again.Headers.Location?.ToString()));
        Assert.True(await Team.SeesAsync(visitor, next, Ct));
    }

    [Fact]
    public async Task Every_sign_in_is_written_down()
    {
        await using var team = await Team.OpenAsync(Ct);
        var olaf = await Team.HireAsync(team.Office, Olaf, Ct, Roles.Organiser);
        var (app, _, _) = await team.EnrolAsync(team.NewVisitor(), Olaf, Ct);
        team.Office.Clock.Advance(TimeSpan.FromHours(1));
        await WrongAsync(team.NewVisitor(), Olaf);
        using var signedIn = await Team.SignInAsync(team.NewVisitor(), Olaf, app.Code(), Ct);

        var written = (await team.Office.AllAsync<Change>(Ct)).Where(c => c.Action == "Account.SignedIn").ToList();

        Assert.Equal(2, written.Count);
        Assert.All(written, change => Assert.Equal((olaf.Id, olaf.Id, "with password"), (change.ActorId, change.SubjectId, change.Detail)));
        Assert.Equal(team.Office.Clock.GetUtcNow(), (await Team.AccountAsync(team.Office, Olaf, Ct)).LastSignInAt);
    }

    [Fact]
    public async Task A_working_day_of_14_hours_ends_the_session_of_staff_busy_or_not()
    {
        await using var team = await Team.OpenAsync(Ct);
        await Team.HireAsync(team.Office, Olaf, Ct, Roles.Administrator);
        var visitor = team.NewVisitor();
        await team.EnrolAsync(visitor, Olaf, Ct);

        for (var hour = 0; hour < 13; hour++)
        {
            team.Office.Clock.Advance(TimeSpan.FromHours(1));
            Assert.True(await Team.SeesAsync(visitor, "/betrieb", Ct));
        }

        team.Office.Clock.Advance(TimeSpan.FromHours(1));
        Assert.False(await Team.SeesAsync(visitor, "/betrieb", Ct));
    }

    private static async Task<string> WrongAsync(Desk visitor, string email)
    {
        using var answer = await Team.SignInAsync(visitor, email, Ct, "falsch, ganz falsch");
        return await Team.RefusalAsync(answer, Ct);
    }

    private sealed class CountingHasher : PasswordHasher<Account>
    {
        public int Count { get; set; }

        public override string HashPassword(Account user, string password)
        {
            Count++;
            return base.HashPassword(user, password);
        }

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Count++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
