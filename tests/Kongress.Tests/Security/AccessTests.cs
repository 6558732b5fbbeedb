using System.Net;
using Kongress.Accounts;

namespace Kongress.Tests.Security;

public sealed class AccessTests : IAsyncLifetime
{
    private World world = null!;
    private Crowd crowd = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        world = await World.MakeAsync();
        crowd = Crowd.Gather(world.Office);
    }

    public async ValueTask DisposeAsync()
    {
        await crowd.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Every_endpoint_lets_in_whom_the_table_names_and_nobody_else()
    {
        var visitors = AccessTable.People.ToDictionary(who => who, Visitor);
        var real = new List<string>();
        foreach (var endpoint in await crowd.Endpoints.NamesAsync(Ct))
        {
            var welcome = new List<string>();
            foreach (var (who, visitor) in visitors)
            {
                using var answer = await visitor.SendAsync(Request(endpoint), Ct);
                if (!IsTurnedAway(answer, who)) welcome.Add(who);
            }

            real.Add($"{endpoint}: {string.Join(", ", welcome)}");
        }

        var written = AccessTable.Rows.Select(row => $"{row.Key}: {string.Join(", ", AccessTable.People.Intersect(row.Value))}").ToList();
        Assert.True(written.ToHashSet().SetEquals(real), string.Join('\n', real.Except(written).Select(row => "real:    " + row).Concat(written.Except(real).Select(row => "written: " + row)).Order()));
    }

    [Fact]
    public async Task No_form_is_taken_without_the_token_of_its_page()
    {
        var taken = new List<string>();
        foreach (var (endpoint, who) in AccessTable.Rows.Where(row => row.Key.StartsWith("POST ", StringComparison.Ordinal)))
        {
            using var visitor = Visitor(who[^1]);
            using var answer = await visitor.SendAsync(Request(endpoint), Ct);
            if (answer.StatusCode is not HttpStatusCode.BadRequest) taken.Add(endpoint);
        }

        Assert.Empty(taken);
    }

    [Fact]
    public async Task A_method_that_a_page_does_not_know_breaks_nothing()
    {
        var broken = new List<string>();
        foreach (var who in new[] { Roles.Administrator, Roles.Support })
        {
            using var visitor = Visitor(who);
            visitor.DefaultRequestHeaders.Add("RequestVerificationToken", (await Form.OfAsync(visitor, "/barriere-melden", Ct)).Token);
            var routes = AccessTable.Rows.Where(row => row.Value.Contains(who)).Select(row => row.Key.Split(' ')[1].Split("?handler")[0]).Distinct();
            foreach (var (route, method) in routes.SelectMany(route => new[] { "OPTIONS", "TRACE", "HEAD", "POST", "PUT", "PATCH", "DELETE", "GEHEIM" }.Select(method => (route, method))))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), world.Address(route) + "?handler=GibtEsNicht");
                using var answer = await visitor.SendAsync(request, Ct);
                if ((int)answer.StatusCode >= 500) broken.Add($"{method} {route}: {answer.StatusCode}");
            }
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Fact]
    public async Task A_page_says_which_methods_it_does_not_know()
    {
        using var visitor = Visitor(Roles.Administrator);
        visitor.DefaultRequestHeaders.Add("RequestVerificationToken", (await Form.OfAsync(visitor, "/barriere-melden", Ct)).Token);

        using var deleted = await visitor.DeleteAsync("/mein-kongress/ticket", Ct);
        using var posted = await visitor.PostAsync("/mein-kongress/ticket", null, Ct);
        using var lost = await visitor.DeleteAsync("/gibt-es-nicht", Ct);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, HttpStatusCode.MethodNotAllowed), (deleted.StatusCode, posted.StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, lost.StatusCode);
        Assert.Contains("Diese Seite gibt es nicht.", await lost.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_without_a_second_factor_and_attendees_reach_no_page_of_staff()
    {
        using var attendee = crowd.Visitor();
        using var staff = crowd.Visitor();
        using var byLink = await Form.SendAsync(attendee, world.Address("/anmelden/link/{secret}"), Ct);
        using var byPassword = await Form.SendAsync(staff, "/anmelden/team", Ct, ("Input.Email", World.StaffAddress), ("Input.Password", World.Password));

        Assert.Equal(("/mein-kongress", "/anmelden/team/einrichten"), (byLink.Headers.Location?.OriginalString, byPassword.Headers.Location?.OriginalString));
        foreach (var visitor in new[] { attendee, staff })
        {
            using var refused = await visitor.GetAsync("/organisation", Ct);
            Assert.Equal("/kein-zugriff", refused.Headers.Location?.AbsolutePath);
            using var told = await visitor.GetAsync(refused.Headers.Location, Ct);
            Assert.Equal(HttpStatusCode.Forbidden, told.StatusCode);
        }
    }

    private HttpClient Visitor(string who) => who switch
    {
        AccessTable.Nobody => crowd.Visitor(),
        AccessTable.SignedIn => crowd.Visitor(world.Attendee.AccountId),
        _ => crowd.Visitor(world.Attendee.AccountId, who),
    };

    private HttpRequestMessage Request(string endpoint)
    {
        if (endpoint == Endpoints.Files) return new HttpRequestMessage(HttpMethod.Get, "/favicon.svg");
        var (method, route) = endpoint.Split(' ', 2) is [var first, var second] ? (first == "*" ? "GET" : first, second) : throw new InvalidOperationException(endpoint);
        var handler = route.Split("?handler=");
        return new HttpRequestMessage(new HttpMethod(method), world.Address(handler[0]) + (handler.Length > 1 ? "?handler=" + handler[1] : ""));
    }

    /// <summary>Nobody is asked to sign in, and is brought back afterwards; somebody is told that this is not for them.</summary>
    private static bool IsTurnedAway(HttpResponseMessage answer, string who) => answer.Headers.Location?.OriginalString is { } to
        && to.StartsWith("https://kongress.example" + (who == AccessTable.Nobody ? "/anmelden?zurueck=" : "/kein-zugriff?zurueck="), StringComparison.Ordinal);
}
