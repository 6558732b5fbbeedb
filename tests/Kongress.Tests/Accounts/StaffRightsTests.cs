using System.Net;
using Kongress.Accounts;
using Kongress.Data;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Accounts;

/// <summary>What administrators change about the team, through the pages, and what running sessions notice of it.</summary>
public sealed class StaffRightsTests
{
    private const string AdaAddress = "ada@land.example";
    private const string OlafAddress = "olaf@land.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changed_roles_sign_the_person_out_within_a_minute_and_hold_from_the_next_sign_in()
    {
        await using var team = await Team.OpenAsync(Ct);
        var (ada, olaf, id) = await TwoAsync(team, Roles.Organiser);
        Assert.True(await Team.SeesAsync(olaf.Desk, "/organisation", Ct));

        using var saved = await SendRolesAsync(ada, id, Roles.Door);
        team.Office.Clock.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(1));

        Assert.Equal($"/betrieb/konten/{id}", saved.Headers.Location?.ToString());
        Assert.False(await Team.SeesAsync(olaf.Desk, "/organisation", Ct));
        using var again = await Team.SignInAsync(olaf.Desk, OlafAddress, olaf.App.Code(), Ct);
        Assert.Equal((false, true), (await Team.SeesAsync(olaf.Desk, "/organisation", Ct), await Team.SeesAsync(olaf.Desk, "/einlass", Ct)));
        var change = Assert.Single(await team.Office.AllAsync<Change>(Ct), c => c.Action == "Account.RolesChanged");
        Assert.Equal((id, "Door"), (change.SubjectId, change.Detail));
    }

    [Fact]
    public async Task Without_any_role_somebody_is_a_guest_like_all_others()
    {
        await using var team = await Team.OpenAsync(Ct);
        var (ada, olaf, id) = await TwoAsync(team, Roles.Administrator);

        using var saved = await SendRolesAsync(ada, id);
        team.Office.Clock.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(1));
        using var again = await Team.SignInAsync(olaf.Desk, OlafAddress, olaf.App.Code(), Ct);

        Assert.Equal("/mein-kongress", again.Headers.Location?.ToString());
        foreach (var path in new[] { "/organisation", "/einlass", "/betrieb" }) Assert.False(await Team.SeesAsync(olaf.Desk, path, Ct), path);
    }

    [Theory]
    [InlineData("Lock", false, "Account.Locked")]
    [InlineData("EndSessions", true, "Account.SessionsEnded")]
    public async Task Locked_or_signed_out_everywhere_a_session_ends_within_a_minute(string handler, bool maySignInAgain, string action)
    {
        await using var team = await Team.OpenAsync(Ct);
        var (ada, olaf, id) = await TwoAsync(team, Roles.Organiser);

        using var done = await PressAsync(ada, id, handler);
        team.Office.Clock.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(1));

        Assert.False(await Team.SeesAsync(olaf.Desk, "/organisation", Ct));
        using var again = await Team.SignInAsync(olaf.Desk, OlafAddress, Ct);
        Assert.Equal(maySignInAgain, again.StatusCode is HttpStatusCode.Redirect);
        Assert.Single(await team.Office.AllAsync<Change>(Ct), c => c.Action == action && c.SubjectId == id);
    }

    [Fact]
    public async Task A_lock_lasts_until_somebody_takes_it_away()
    {
        await using var team = await Team.OpenAsync(Ct);
        var (ada, _, id) = await TwoAsync(team, Roles.Organiser);
        using var locked = await PressAsync(ada, id, "Lock");

        team.Office.Clock.Advance(TimeSpan.FromDays(1000));
        using var late = await Team.SignInAsync(team.NewVisitor(), OlafAddress, Ct);
        await team.Office.UseAsync<StaffDesk, bool>(desk => desk.UnlockAsync(id, Guid.CreateVersion7(), Ct));
        using var open = await Team.SignInAsync(team.NewVisitor(), OlafAddress, Ct);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (late.StatusCode, open.StatusCode));
    }

    [Fact]
    public async Task The_last_administrator_cannot_lose_the_key_by_their_own_hand()
    {
        await using var team = await Team.OpenAsync(Ct);
        var (ada, _, _) = await TwoAsync(team, Roles.Organiser);
        var self = (await Team.AccountAsync(team.Office, AdaAddress, Ct)).Id;

        using var roles = await SendRolesAsync(ada, self, Roles.Door);
        using var invited = await ada.SendAsync("/betrieb/konten", new Dictionary<string, string> { ["Input.Name"] = "Ada", ["Input.Email"] = AdaAddress, ["Input.Roles"] = Roles.Door }, Ct);
        using var locked = await PressAsync(ada, self, "Lock", like: "EndSessions");
        team.Office.Clock.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(1));

        Assert.Contains("können Sie sich nicht selbst nehmen", await Team.RefusalAsync(roles, Ct), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.BadRequest), (invited.StatusCode, locked.StatusCode));
        Assert.True(await Team.SeesAsync(ada, "/betrieb", Ct));
        Assert.True(await Team.SeesAsync(ada, "/einlass", Ct));
    }

    [Fact]
    public async Task An_invitation_needs_a_name_an_address_and_a_real_role_and_keeps_what_was_typed()
    {
        await using var team = await Team.OpenAsync(Ct);
        var (ada, _, _) = await TwoAsync(team, Roles.Organiser);

        using var answer = await ada.SendAsync("/betrieb/konten", new Dictionary<string, string> { ["Input.Name"] = "Esra", ["Input.Email"] = "esra", ["Input.Roles"] = "King" }, Ct);
        var page = await Desk.ParseAsync(answer, Ct);

        Assert.Equal("Esra", page.QuerySelector("input[name='Input.Name']")!.GetAttribute("value"));
        Assert.Equal(2, page.QuerySelectorAll(".errors li").Length);
        Assert.DoesNotContain(await team.Office.AllAsync<Account>(Ct), a => a.Email!.StartsWith("esra", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_attendee_who_joins_the_staff_needs_password_and_second_factor_from_the_next_minute_on()
    {
        await using var team = await Team.OpenAsync(Ct);
        var visitor = team.NewVisitor();
        await Team.AttendAsync(team.Office, "ayse.sahin@bund.de", Ct);
        await team.Office.UseAsync<SignInDesk>(desk => desk.RequestAsync("ayse.sahin@bund.de", Ct));
        using var pressed = await visitor.SendAsync(new Uri(Letters.Link(await Team.MailAsync(team.Office, "Account.SignIn", Ct))).AbsolutePath, new Dictionary<string, string>(), Ct);

        await team.Office.UseAsync<StaffDesk>(desk => desk.InviteAsync("ayse.sahin@bund.de", "Ayşe Şahin", [Roles.Administrator], Guid.CreateVersion7(), Ct));
        team.Office.Clock.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(1));

        Assert.False(await Team.SeesAsync(visitor, "/betrieb", Ct));
        Assert.Single(await team.Office.AllAsync<Account>(Ct));
    }

    [Fact]
    public async Task Accounts_of_attendees_and_unknown_ones_are_no_business_of_the_page()
    {
        await using var team = await Team.OpenAsync(Ct);
        var (ada, _, _) = await TwoAsync(team, Roles.Organiser);
        var attendee = await Team.AttendAsync(team.Office, "ayse.sahin@bund.de", Ct);

        await ada.ReadAsync($"/betrieb/konten/{attendee.Id}", Ct, HttpStatusCode.NotFound);
        await ada.ReadAsync($"/betrieb/konten/{Guid.CreateVersion7()}", Ct, HttpStatusCode.NotFound);
        Assert.DoesNotContain("ayse", (await ada.ReadAsync("/betrieb/konten", Ct)).Body!.TextContent, StringComparison.Ordinal);
    }

    // Ada administers, Olaf has the roles of the test; both are signed in with a second factor.
    private static async Task<(Desk Ada, (Desk Desk, App App) Olaf, Guid Id)> TwoAsync(Team team, params string[] roles)
    {
        await Team.HireAsync(team.Office, AdaAddress, Ct, Roles.Administrator);
        var olaf = await Team.HireAsync(team.Office, OlafAddress, Ct, roles);
        await team.Office.ConferenceAsync(10, Ct);
        var (ada, desk) = (team.NewVisitor(), team.NewVisitor());
        await team.EnrolAsync(ada, AdaAddress, Ct);
        return (ada, (desk, (await team.EnrolAsync(desk, OlafAddress, Ct)).App), olaf.Id);
    }

    private static async Task<HttpResponseMessage> SendRolesAsync(Desk ada, Guid id, params string[] roles)
    {
        var token = await TokenAsync(ada, id);
        using var content = new FormUrlEncodedContent([token, .. roles.Select(role => KeyValuePair.Create("MemberRoles", role))]);
        return await ada.Browser.PostAsync($"/betrieb/konten/{id}?handler=Roles", content, Ct);
    }

    private static async Task<HttpResponseMessage> PressAsync(Desk ada, Guid id, string handler, string? like = null)
    {
        var page = await ada.ReadAsync($"/betrieb/konten/{id}", Ct);
        Assert.NotNull(page.QuerySelector($"button[formaction*='handler={like ?? handler}']"));
        using var content = new FormUrlEncodedContent([await TokenAsync(ada, id)]);
        return await ada.Browser.PostAsync($"/betrieb/konten/{id}?handler={handler}", content, Ct);
    }

    private static async Task<KeyValuePair<string, string>> TokenAsync(Desk ada, Guid id) =>
        new("__RequestVerificationToken", (await ada.ReadAsync($"/betrieb/konten/{id}", Ct)).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
}
