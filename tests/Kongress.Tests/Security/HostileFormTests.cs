using System.Net;
using Kongress.Accounts;
using Kongress.Programme.Agendas;
using Kongress.Programme.Releases;

namespace Kongress.Tests.Security;

/// <summary>Whatever somebody sends: no page breaks, nothing wrong is stored, and what was typed is still there.</summary>
public sealed class HostileFormTests : IAsyncLifetime
{
    private readonly CookieContainer jar = new();
    private World world = null!;
    private Crowd crowd = null!;
    private Attack attack = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        world = await World.MakeAsync();
        crowd = Crowd.Gather(world.Office);
        attack = new Attack(world, crowd);
    }

    public async ValueTask DisposeAsync()
    {
        attack.Dispose();
        await crowd.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Registering()
    {
        // First, as so many wrong codes are to come that the right one is not answered either.
        await attack.OnAsync(jar, "/anmeldung/code/{code}");
        await attack.OnAsync(jar, "/anmeldung", handlers: ["Keep", "Leave"]);
        await DoAsync("/anmeldung", ("Input.Email", "neu@bund.de"), ("Input.Person.GivenName", "Jürgen"), ("Input.Person.FamilyName", "Özil"), ("Input.Person.Organisation", "Stadt Köln"), ("Input.Person.Level", "Bund"));
        await attack.OnAsync(jar, "/anmeldung/teilnahme", handlers: ["Keep"]);
        await DoAsync("/anmeldung/teilnahme");
        await attack.OnAsync(jar, "/anmeldung/pruefen");
        await attack.OnAsync(jar, "/anmeldung/bestaetigen/{secret}");
        await attack.OnAsync(jar, "/anmeldung/angebot/{secret}");
        await attack.OnAsync(jar, "/anmeldung/einladung/{secret}");
        await attack.OnAsync(jar, "/barriere-melden");

        AssertHeld(row => row.Who.Contains(AccessTable.Nobody) && (row.Endpoint.Contains("/anmeldung", StringComparison.Ordinal) && !row.Endpoint.Contains("/gruppe", StringComparison.Ordinal) || row.Endpoint.Contains("/barriere", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Registering_a_group()
    {
        using var sparing = new Attack(world, crowd) { OneIn = 12 };
        await sparing.OnAsync(jar, "/anmeldung/gruppe", handlers: ["Submit"]);
        await sparing.OnAsync(jar, "/anmeldung/gruppe/link");
        await sparing.OnAsync(jar, "/anmeldung/gruppe/{secret}/weitere", handlers: ["Submit"]);
        await sparing.OnAsync(jar, "/anmeldung/gruppe/{secret}/person/{member:guid}");

        AssertHeld(sparing, row => row.Endpoint.Contains("/anmeldung/gruppe", StringComparison.Ordinal) && !row.Endpoint.EndsWith("/vertretung", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Naming_a_substitute_for_somebody_of_a_group()
    {
        await world.AdmitGroupMemberAsync();
        using var fresh = new Attack(world, crowd);
        await fresh.OnAsync(jar, "/anmeldung/gruppe/{secret}/person/{member:guid}/vertretung");

        AssertHeld(fresh, row => row.Endpoint.Contains("/anmeldung/gruppe", StringComparison.Ordinal) && row.Endpoint.EndsWith("/vertretung", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Signing_in()
    {
        await attack.OnAsync(jar, "/anmelden");
        await DoAsync("/anmelden", ("Input.Email", World.Ayse));
        await attack.OnAsync(jar, "/anmelden/code");
        await attack.OnAsync(jar, "/anmelden/link/{secret}");
        await attack.OnAsync(jar, "/anmelden/passwort");
        await attack.OnAsync(jar, "/anmelden/passwort/{secret}");
        await attack.OnAsync(jar, "/anmelden/einladung/{secret}");
        await attack.OnAsync(jar, "/anmelden/team");
        await DoAsync("/anmelden/team", ("Input.Email", World.SecuredAddress), ("Input.Password", World.Password));
        await attack.OnAsync(jar, "/anmelden/team/code");
        await DoAsync("/anmelden/team", ("Input.Email", World.StaffAddress), ("Input.Password", World.Password));
        await attack.OnAsync(jar, "/anmelden/team/einrichten");
        await attack.OnAsync(jar, "/abmelden");
        await attack.OnAsync(jar, "/einrichten/{secret}", page: "/einrichten/" + await world.SetUpSecretAsync());

        AssertHeld(row => row.Who.Contains(AccessTable.Nobody) && !row.Endpoint.Contains("/anmeldung", StringComparison.Ordinal) && !row.Endpoint.Contains("/barriere", StringComparison.Ordinal) && !row.Endpoint.Contains("/mitwirkung", StringComparison.Ordinal) && !row.Endpoint.Contains("/mein-programm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Contributing()
    {
        await OnAllAsync("/mitwirkung", world.SpeakerAccountId, Roles.Speaker, attack);

        AssertHeld(row => row.Endpoint.Contains("/mitwirkung", StringComparison.Ordinal) && !row.Endpoint.Contains("/organisation", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Marking_sessions()
    {
        await world.Office.UseAsync<ReleaseDesk, (ReleaseOutcome, Release?)>(desk => desk.ReleaseAsync(world.Conference.Id, new ReleaseOrder("1", "", ReleaseScope.Everything, null, null, "Test"), world.Staff.Id, Ct));
        await world.Office.UseAsync<AgendaDesk>(desk => desk.MarkAsync(world.Conference.Id, world.SpeakerAccountId, [world.Session.Id], true, Ct));
        await world.Office.UseAsync<AgendaDesk, string>(desk => desk.NewCalendarAsync(world.Conference.Id, world.SpeakerAccountId, Ct));
        var secret = await world.Office.UseAsync<AgendaDesk, string>(desk => desk.ShareAsync(world.Conference.Id, [world.Session.Id], Ct));
        // Each attempt begins with what is there now.
        attack.Dispose();
        attack = new Attack(world, crowd);
        await attack.OnAsync(jar, "/mein-programm");
        await attack.OnAsync(jar, "/mein-programm", world.SpeakerAccountId, Roles.Speaker);
        await attack.OnAsync(jar, "/mein-programm/{secret}", page: "/mein-programm/" + secret);

        AssertHeld(row => row.Endpoint.Contains("/mein-programm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Building_the_programme()
    {
        using var sparing = new Attack(world, crowd) { OneIn = 4 };
        await OnAllAsync("/organisation/programm", world.Staff.Id, Roles.Organiser, sparing);

        AssertHeld(sparing, row => row.Endpoint.Contains("/organisation/programm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task My_conference()
    {
        foreach (var page in new[] { "/mein-kongress/angaben", "/mein-kongress/vertretung", "/mein-kongress/stornieren", "/mein-kongress/teilweise-absagen" }) await attack.OnAsync(jar, page, world.Attendee.AccountId);
        await attack.OnAsync(jar, "/mein-kongress/begleitung", world.Attendee.AccountId, handlers: ["Remove"], fields: ["assistantId"]);
        await attack.OnAsync(jar, "/workshops", world.Attendee.AccountId, handlers: ["SignUp", "Accept"]);
        await attack.OnAsync(jar, "/workshops/wuensche", world.Attendee.AccountId);

        AssertHeld(row => row.Endpoint.Contains("/mein-kongress", StringComparison.Ordinal) || row.Endpoint.Contains(" /workshops", StringComparison.Ordinal));
    }

    [Fact]
    public async Task At_the_door()
    {
        var page = world.Address("/einlass/{listId:guid}") + "?Suche=" + Uri.EscapeDataString("Şahin");
        await attack.OnAsync(jar, "/einlass/{listId:guid}", world.Staff.Id, Roles.Door, page, ["Scan"], ["Device", "ScannedAt", "Method", "Reason", "RegistrationId"]);

        AssertHeld(row => row.Endpoint.Contains("/einlass", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deciding_about_registrations_mails_and_reminders()
    {
        foreach (var route in AccessTable.Rows.Keys.Where(key => key.StartsWith("POST /organisation", StringComparison.Ordinal) && !IsElsewhere(key)).Select(key => key[5..].Split("?handler")[0]).Distinct())
        {
            await attack.OnAsync(jar, route, world.Staff.Id, Roles.Organiser, handlers: route.EndsWith("/einlesen", StringComparison.Ordinal) ? ["CarryOut"] : null);
        }

        await attack.OnAsync(jar, "/organisation/anmeldungen/{id:guid}", world.Staff.Id, Roles.Organiser, $"/organisation/anmeldungen/{world.UnderReview.Id}");
        AssertHeld(row => row.Endpoint.Contains("/organisation", StringComparison.Ordinal) && !IsElsewhere(row.Endpoint));

        static bool IsElsewhere(string endpoint) => endpoint.Contains("/kongress", StringComparison.Ordinal) || endpoint.Contains("/programm", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Editing_the_congress()
    {
        foreach (var route in AccessTable.Rows.Keys.Where(key => key.StartsWith("POST /organisation/kongress", StringComparison.Ordinal) && !key.EndsWith("/neu", StringComparison.Ordinal)).Select(key => key[5..]))
        {
            await attack.OnAsync(jar, route, world.Staff.Id, Roles.Organiser);
        }

        AssertHeld(row => row.Endpoint.Contains("/organisation/kongress", StringComparison.Ordinal) && !row.Endpoint.EndsWith("/neu", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Accounts_of_the_team()
    {
        await attack.OnAsync(jar, "/betrieb/konten", world.Attendee.AccountId, Roles.Administrator);
        await attack.OnAsync(jar, "/betrieb/konten/{id:guid}", world.Attendee.AccountId, Roles.Administrator, handlers: ["Unlock"]);

        AssertHeld(row => row.Endpoint.Contains("/betrieb", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Making_the_first_congress()
    {
        await using var nothing = await World.NothingYetAsync();
        await using var empty = Crowd.Gather(nothing.Office);
        using var first = new Attack(nothing, empty);

        await first.OnAsync(jar, "/organisation/kongress/neu", Guid.CreateVersion7(), Roles.Organiser, "/organisation/kongress/neu");

        Assert.Equal(["POST /organisation/kongress/neu"], first.Attacked);
        Assert.True(first.Report.Length == 0, first.Report);
    }

    /// <summary>All endpoints below a path, those whose button the page does not show just now included.</summary>
    private async Task OnAllAsync(string path, Guid account, string role, Attack with)
    {
        foreach (var endpoints in AccessTable.Rows.Keys.Where(key => key.StartsWith("POST " + path, StringComparison.Ordinal)).GroupBy(key => key[5..].Split("?handler=")[0]))
        {
            var page = endpoints.Key switch
            {
                _ when endpoints.Key.EndsWith("/tafel/platz", StringComparison.Ordinal) => $"{endpoints.Key}?platz={world.Slot.Id}",
                _ when endpoints.Key.EndsWith("/konflikte/hinnehmen", StringComparison.Ordinal) => $"{endpoints.Key}?konflikt={world.ConflictKey}",
                _ when endpoints.Key.EndsWith("/konflikte", StringComparison.Ordinal) => endpoints.Key + "?hingenommen=true",
                _ => null,
            };
            await with.OnAsync(jar, endpoints.Key, account, role, page, handlers: [.. endpoints.Select(key => key.Split("?handler=")).Where(parts => parts.Length == 2).Select(parts => parts[1])]);
        }
    }

    private async Task DoAsync(string page, params (string, string)[] fields)
    {
        using var visitor = crowd.Visitor(jar);
        using var answer = await Form.SendAsync(visitor, page, Ct, fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private void AssertHeld(Func<(string Endpoint, string[] Who), bool> expected) => AssertHeld(attack, expected);

    private static void AssertHeld(Attack attack, Func<(string Endpoint, string[] Who), bool> expected)
    {
        Assert.Equal(AccessTable.Rows.Where(row => row.Key.StartsWith("POST ", StringComparison.Ordinal) && expected((row.Key, row.Value))).Select(row => row.Key).Order(StringComparer.Ordinal), attack.Attacked);
        Assert.True(attack.Report.Length == 0, attack.Report);
    }
}
