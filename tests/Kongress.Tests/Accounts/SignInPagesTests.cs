using System.Diagnostics;
using System.Net;
using Kongress.Accounts;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Accounts;

/// <summary>The pages on which attendees sign in, over HTTP.</summary>
public sealed class SignInPagesTests
{
    private const string Ayse = "ayse.sahin@bund.de";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Opening_the_link_signs_nobody_in_however_often_a_mail_gateway_does_it_and_pressing_the_button_does()
    {
        await using var team = await Team.OpenAsync(Ct);
        var (reader, link) = (team.NewVisitor(), await AskAsync(team, team.NewVisitor()));

        for (var i = 0; i < 7; i++) await reader.ReadAsync(link, Ct);
        Assert.False(await Team.SeesAsync(reader, "/mein-kongress", Ct));
        Assert.Null(Assert.Single(await team.Office.AllAsync<SignInCode>(Ct)).UsedAt);

        using var pressed = await reader.SendAsync(link, new Dictionary<string, string>(), Ct);

        Assert.Equal("/mein-kongress", pressed.Headers.Location?.ToString());
        Assert.True(await Team.SeesAsync(reader, "/mein-kongress", Ct));
    }

    [Fact]
    public async Task A_used_link_says_so_and_offers_a_new_one()
    {
        await using var team = await Team.OpenAsync(Ct);
        var (first, second) = (team.NewVisitor(), team.NewVisitor());
        var link = await AskAsync(team, first);
        var open = await second.ReadAsync(link, Ct);
        using var pressed = await first.SendAsync(link, new Dictionary<string, string>(), Ct);

        // The second browser had the button on its screen already.
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", open.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        using var late = await second.Browser.PostAsync(link, content, Ct);

        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        Assert.Contains("Dieser Link gilt nicht mehr.", await late.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.False(await Team.SeesAsync(second, "/mein-kongress", Ct));
        await second.ReadAsync("/anmelden/link/" + new string('X', 26), Ct, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_link_without_the_token_of_the_form_does_nothing()
    {
        await using var team = await Team.OpenAsync(Ct);
        var visitor = team.NewVisitor();
        var link = await AskAsync(team, visitor);

        using var content = new FormUrlEncodedContent([]);
        using var answer = await team.NewVisitor().Browser.PostAsync(link, content, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(Assert.Single(await team.Office.AllAsync<SignInCode>(Ct)).UsedAt);
    }

    [Theory]
    [InlineData("/mein-kongress/ticket", "/mein-kongress/ticket")]
    [InlineData("https://boese.example/", "/mein-kongress")]
    [InlineData("//boese.example/", "/mein-kongress")]
    [InlineData("/\\boese.example/", "/mein-kongress")]
    public async Task The_typed_code_leads_back_to_where_one_came_from_but_never_away_from_this_site(string back, string expected)
    {
        await using var team = await Team.OpenAsync(Ct);
        var visitor = team.NewVisitor();
        await AskAsync(team, visitor, "?zurueck=" + Uri.EscapeDataString(back));

        using var typed = await TypeAsync(visitor, Letters.Code(await Team.MailAsync(team.Office, "Account.SignIn", Ct)));

        Assert.Equal(expected, typed.Headers.Location?.ToString());
        Assert.True(await Team.SeesAsync(visitor, "/mein-kongress", Ct));
    }

    [Fact]
    public async Task Known_and_unknown_addresses_get_the_same_answers()
    {
        await using var team = await Team.OpenAsync(Ct);
        await Team.AttendAsync(team.Office, Ayse, Ct);
        await Team.HireAsync(team.Office, "olaf@land.example", Ct, Roles.Organiser);

        var known = await AnswersAsync(team.NewVisitor(), Ayse);

        Assert.Equal(known, await AnswersAsync(team.NewVisitor(), "nobody@bund.de"));
        Assert.Equal(known, await AnswersAsync(team.NewVisitor(), "olaf@land.example"));
        Assert.Equal(["Account.SignIn", "Account.StaffSignIn", "Account.PasswordReset"], (await team.Office.AllAsync<Kongress.Mail.OutgoingMail>(Ct)).OrderBy(m => m.Id).Select(m => m.Kind));
    }

    [Theory, InlineData("/anmelden", Ayse), InlineData("/anmelden", "nobody@bund.de"), InlineData("/anmelden/passwort", Ayse), InlineData("/anmelden/passwort", "nobody@bund.de")]
    public async Task No_answer_comes_sooner_than_the_work_for_a_known_address_takes(string page, string email)
    {
        await using var team = await Team.OpenAsync(Ct);
        await Team.AttendAsync(team.Office, Ayse, Ct);
        var visitor = team.NewVisitor();
        var started = Stopwatch.GetTimestamp();

        using var answer = await visitor.SendAsync(page, new Dictionary<string, string> { ["Input.Email"] = email }, Ct);

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.FromMilliseconds(290), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await using var team = await Team.OpenAsync(Ct);
        var visitor = team.NewVisitor();
        using var pressed = await visitor.SendAsync(await AskAsync(team, visitor), new Dictionary<string, string>(), Ct);
        Assert.True(await Team.SeesAsync(visitor, "/mein-kongress", Ct));

        using var left = await visitor.SendAsync("/abmelden", new Dictionary<string, string>(), Ct);

        Assert.Equal("/", left.Headers.Location?.ToString());
        Assert.False(await Team.SeesAsync(visitor, "/mein-kongress", Ct));
    }

    [Fact]
    public async Task A_session_ends_after_eight_idle_hours()
    {
        await using var team = await Team.OpenAsync(Ct);
        var visitor = team.NewVisitor();
        using var pressed = await visitor.SendAsync(await AskAsync(team, visitor), new Dictionary<string, string>(), Ct);

        team.Office.Clock.Advance(TimeSpan.FromHours(7));
        Assert.True(await Team.SeesAsync(visitor, "/mein-kongress", Ct));
        team.Office.Clock.Advance(TimeSpan.FromHours(8) + TimeSpan.FromSeconds(1));

        Assert.False(await Team.SeesAsync(visitor, "/mein-kongress", Ct));
    }

    // Asks for the mail; gives back the path of its link.
    private static async Task<string> AskAsync(Team team, Desk visitor, string query = "")
    {
        await Team.AttendAsync(team.Office, Ayse, Ct);
        using var asked = await visitor.SendAsync("/anmelden" + query, new Dictionary<string, string> { ["Input.Email"] = Ayse }, Ct);
        Assert.Equal("/anmelden/code", asked.Headers.Location?.ToString());
        return new Uri(Letters.Link(await Team.MailAsync(team.Office, "Account.SignIn", Ct))).AbsolutePath;
    }

    private static Task<HttpResponseMessage> TypeAsync(Desk visitor, string code) =>
        visitor.SendAsync("/anmelden/code", new Dictionary<string, string> { ["Input.Code"] = code }, Ct);

    // Everything somebody can see who tries an address: the request, the page after it, a wrong code, a forgotten password.
    private static async Task<string> AnswersAsync(Desk visitor, string email)
    {
        using var asked = await visitor.SendAsync("/anmelden", new Dictionary<string, string> { ["Input.Email"] = email }, Ct);
        using var page = await visitor.Browser.GetAsync("/anmelden/code", Ct);
        using var wrong = await TypeAsync(visitor, "abcdef");
        using var forgotten = await visitor.SendAsync("/anmelden/passwort", new Dictionary<string, string> { ["Input.Email"] = email }, Ct);
        var seen = new List<string>();
        foreach (var answer in new[] { asked, page, wrong, forgotten })
        {
            var cookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(cookie => cookie.Split('=')[0]) : [];
            var text = (await Desk.ParseAsync(answer, Ct)).QuerySelector("main")?.TextContent.Replace(email, "<address>", StringComparison.Ordinal);
            seen.Add($"{answer.StatusCode} {answer.Headers.Location} {string.Join(",", cookies.Order())}\n{text}");
        }

        return string.Join("\n", seen);
    }
}
