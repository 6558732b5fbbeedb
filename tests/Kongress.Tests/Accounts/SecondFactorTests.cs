using System.Text;
using Kongress.Accounts;
using Kongress.Mail;

namespace Kongress.Tests.Accounts;

/// <summary>The app on the telephone, and the codes on paper for the day without it.</summary>
public sealed class SecondFactorTests
{
    private const string Olaf = "olaf@land.example";
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory] // RFC 6238, appendix B: the last six of its eight digits.
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_codes_are_those_of_the_standard(long second, string code) =>
        Assert.Equal(code, AuthenticatorCodes.Code(Encoding.ASCII.GetBytes("12345678901234567890"), second / 30));

    [Theory] // RFC 4648, section 10.
    [InlineData("", "")]
    [InlineData("MY", "f")]
    [InlineData("MZXW6", "foo")]
    [InlineData("mzxw6ytboi", "foobar")]
    public void Keys_are_read_as_the_standard_says(string key, string bytes) => Assert.Equal(bytes, Encoding.ASCII.GetString(AuthenticatorCodes.Secret(key)));

    [Fact]
    public async Task A_code_of_the_app_signs_in_once_and_the_next_one_again()
    {
        await using var team = await Team.OpenAsync(Ct);
        var app = await EnrolAsync(team);
        var (first, second) = (team.NewVisitor(), team.NewVisitor());

        using var signedIn = await Team.SignInAsync(first, Olaf, app.Code(), Ct);
        using var replayed = await Team.SignInAsync(second, Olaf, app.Code(), Ct);

        Assert.Equal("/betrieb", signedIn.Headers.Location?.ToString());
        Assert.Contains("Dieser Code stimmt nicht", await Team.RefusalAsync(replayed, Ct), StringComparison.Ordinal);
        Assert.Equal((true, false), (await Team.SeesAsync(first, "/betrieb", Ct), await Team.SeesAsync(second, "/betrieb", Ct)));

        team.Office.Clock.Advance(Step);
        using var next = await Team.TypeAsync(second, app.Code(), Ct);
        Assert.True(await Team.SeesAsync(second, "/betrieb", Ct));
    }

    [Fact]
    public async Task The_code_that_set_it_up_does_not_sign_in()
    {
        await using var team = await Team.OpenAsync(Ct);
        var app = await EnrolAsync(team);

        using var answer = await Team.SignInAsync(team.NewVisitor(), Olaf, app.Code(steps: -1), Ct);

        Assert.Contains("Dieser Code stimmt nicht", await Team.RefusalAsync(answer, Ct), StringComparison.Ordinal);
    }

    [Theory, InlineData(-2, false), InlineData(-1, true), InlineData(1, true), InlineData(2, false)]
    public async Task The_clock_of_a_telephone_may_be_wrong_by_one_step(int steps, bool works)
    {
        await using var team = await Team.OpenAsync(Ct);
        var app = await EnrolAsync(team);
        team.Office.Clock.Advance(10 * Step);
        var visitor = team.NewVisitor();

        using var answer = await Team.SignInAsync(visitor, Olaf, app.Code(steps), Ct);

        Assert.Equal(works, await Team.SeesAsync(visitor, "/betrieb", Ct));
    }

    [Fact]
    public async Task One_code_sent_from_ten_browsers_at_once_signs_one_in()
    {
        await using var team = await Team.OpenAsync(Ct);
        var app = await EnrolAsync(team);
        var visitors = Enumerable.Range(1, 10).Select(_ => team.NewVisitor()).ToList();
        foreach (var visitor in visitors) using (await Team.SignInAsync(visitor, Olaf, Ct)) { }

        foreach (var answer in await Task.WhenAll(visitors.Select(visitor => Team.TypeAsync(visitor, app.Code(), Ct)))) answer.Dispose();

        var inside = await Task.WhenAll(visitors.Select(visitor => Team.SeesAsync(visitor, "/betrieb", Ct)));
        Assert.Single(inside, isIn => isIn);
    }

    [Fact]
    public async Task Ten_wrong_codes_lock_the_account_for_15_minutes_against_right_ones_and_recovery_codes()
    {
        await using var team = await Team.OpenAsync(Ct);
        await Team.HireAsync(team.Office, Olaf, Ct, Roles.Administrator);
        var (app, recovery, _) = await team.EnrolAsync(team.NewVisitor(), Olaf, Ct);
        var visitor = team.NewVisitor();
        using var password = await Team.SignInAsync(visitor, Olaf, Ct);

        // Wrong codes of both kinds count.
        for (var i = 0; i < 5; i++)
        {
            using var digits = await Team.TypeAsync(visitor, app.Code(steps: 99), Ct);
            using var paper = await Team.TypeAsync(visitor, "AAAAA-AAAAA", Ct);
        }

        using var right = await Team.TypeAsync(visitor, app.Code(), Ct);
        using var saved = await Team.TypeAsync(visitor, recovery[0], Ct);
        Assert.False(await Team.SeesAsync(visitor, "/betrieb", Ct));

        team.Office.Clock.Advance(Account.LockTime);
        using var later = await Team.SignInAsync(visitor, Olaf, recovery[0], Ct);
        Assert.True(await Team.SeesAsync(visitor, "/betrieb", Ct));
    }

    [Fact]
    public async Task A_recovery_code_works_once_however_it_is_typed()
    {
        await using var team = await Team.OpenAsync(Ct);
        await Team.HireAsync(team.Office, Olaf, Ct, Roles.Administrator);
        var (_, recovery, _) = await team.EnrolAsync(team.NewVisitor(), Olaf, Ct);
        var (first, second) = (team.NewVisitor(), team.NewVisitor());

        Assert.Equal(10, recovery.Distinct().Count());
        using var typed = await Team.SignInAsync(first, Olaf, $" {recovery[3].Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()} ", Ct);
        using var again = await Team.SignInAsync(second, Olaf, recovery[3], Ct);

        Assert.Equal((true, false), (await Team.SeesAsync(first, "/betrieb", Ct), await Team.SeesAsync(second, "/betrieb", Ct)));
        using var other = await Team.TypeAsync(second, recovery[4], Ct);
        Assert.True(await Team.SeesAsync(second, "/betrieb", Ct));
    }

    [Fact]
    public async Task A_reset_by_the_administration_makes_the_lost_telephone_and_the_paper_worthless_and_the_person_is_told()
    {
        await using var team = await Team.OpenAsync(Ct);
        var olaf = await Team.HireAsync(team.Office, Olaf, Ct, Roles.Administrator);
        var old = team.NewVisitor();
        var (lost, paper, _) = await team.EnrolAsync(old, Olaf, Ct);

        await team.Office.UseAsync<StaffDesk, bool>(desk => desk.ResetSecondFactorAsync(olaf.Id, Guid.CreateVersion7(), Ct));
        team.Office.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.False(await Team.SeesAsync(old, "/betrieb", Ct));
        Assert.Single(await team.Office.AllAsync<OutgoingMail>(Ct), m => m.Kind == "Account.SecondFactorReset" && m.ToAddress == Olaf);
        var visitor = team.NewVisitor();
        var (found, _, _) = await team.EnrolAsync(visitor, Olaf, Ct);
        Assert.True(await Team.SeesAsync(visitor, "/betrieb", Ct));
        foreach (var code in new[] { lost.Code(), paper[0] })
        {
            using var refused = await Team.SignInAsync(team.NewVisitor(), Olaf, code, Ct);
            Assert.Contains("Dieser Code stimmt nicht", await Team.RefusalAsync(refused, Ct), StringComparison.Ordinal);
        }

        using var right = await Team.SignInAsync(team.NewVisitor(), Olaf, found.Code(), Ct);
        Assert.Equal("/betrieb", right.Headers.Location?.ToString());
    }

    private static async Task<App> EnrolAsync(Team team)
    {
        await Team.HireAsync(team.Office, Olaf, Ct, Roles.Administrator);
        return (await team.EnrolAsync(team.NewVisitor(), Olaf, Ct)).App;
    }
}
