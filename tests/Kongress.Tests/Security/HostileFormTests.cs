using System.Net;
using Kongress.Accounts;
using Kongress.Programme.Agendas;
using Kongress.Programme.Releases;

namespace Kongress.Tests.Security;

/// <summary>The forms of whoever comes to the congress or speaks there.</summary>
public sealed class HostileFormTests : HostileForms
{
    [Fact]
    public async Task Registering()
    {
        // First, as so many wrong codes are to come that the right one is not answered either.
        await Attack.OnAsync(Jar, "/anmeldung/code/{code}");
        await Attack.OnAsync(Jar, "/anmeldung", handlers: ["Keep", "Leave"]);
        await DoAsync("/anmeldung", ("Input.Email", "neu@bund.de"), ("Input.Person.GivenName", "Jürgen"), ("Input.Person.FamilyName", "Özil"), ("Input.Person.Organisation", "Stadt Köln"), ("Input.Person.Level", "Bund"));
        await Attack.OnAsync(Jar, "/anmeldung/teilnahme", handlers: ["Keep"]);
        await DoAsync("/anmeldung/teilnahme");
        await Attack.OnAsync(Jar, "/anmeldung/pruefen");
        await Attack.OnAsync(Jar, "/anmeldung/bestaetigen/{secret}");
        await Attack.OnAsync(Jar, "/anmeldung/angebot/{secret}");
        await Attack.OnAsync(Jar, "/anmeldung/einladung/{secret}");
        await Attack.OnAsync(Jar, "/barriere-melden");

        AssertHeld(row => row.Who.Contains(AccessTable.Nobody) && (row.Endpoint.Contains("/anmeldung", StringComparison.Ordinal) && !row.Endpoint.Contains("/gruppe", StringComparison.Ordinal) || row.Endpoint.Contains("/barriere", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Registering_a_group()
    {
        using var sparing = new Attack(World, Crowd) { OneIn = 12 };
        await sparing.OnAsync(Jar, "/anmeldung/gruppe", handlers: ["Submit"]);
        await sparing.OnAsync(Jar, "/anmeldung/gruppe/link");
        await sparing.OnAsync(Jar, "/anmeldung/gruppe/{secret}/weitere", handlers: ["Submit"]);
        await sparing.OnAsync(Jar, "/anmeldung/gruppe/{secret}/person/{member:guid}");

        AssertHeld(sparing, row => row.Endpoint.Contains("/anmeldung/gruppe", StringComparison.Ordinal) && !row.Endpoint.EndsWith("/vertretung", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Naming_a_substitute_for_somebody_of_a_group()
    {
        await World.AdmitGroupMemberAsync();
        using var fresh = new Attack(World, Crowd);
        await fresh.OnAsync(Jar, "/anmeldung/gruppe/{secret}/person/{member:guid}/vertretung");

        AssertHeld(fresh, row => row.Endpoint.Contains("/anmeldung/gruppe", StringComparison.Ordinal) && row.Endpoint.EndsWith("/vertretung", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Signing_in()
    {
        await Attack.OnAsync(Jar, "/anmelden");
        await DoAsync("/anmelden", ("Input.Email", World.Ayse));
        await Attack.OnAsync(Jar, "/anmelden/code");
        await Attack.OnAsync(Jar, "/anmelden/link/{secret}");
        await Attack.OnAsync(Jar, "/anmelden/passwort");
        await Attack.OnAsync(Jar, "/anmelden/passwort/{secret}");
        await Attack.OnAsync(Jar, "/anmelden/einladung/{secret}");
        await Attack.OnAsync(Jar, "/anmelden/team");
        await DoAsync("/anmelden/team", ("Input.Email", World.SecuredAddress), ("Input.Password", World.Password));
        await Attack.OnAsync(Jar, "/anmelden/team/code");
        await DoAsync("/anmelden/team", ("Input.Email", World.StaffAddress), ("Input.Password", World.Password));
        await Attack.OnAsync(Jar, "/anmelden/team/einrichten");
        await Attack.OnAsync(Jar, "/abmelden");
        await Attack.OnAsync(Jar, "/einrichten/{secret}", page: "/einrichten/" + await World.SetUpSecretAsync());

        AssertHeld(row => row.Who.Contains(AccessTable.Nobody) && !row.Endpoint.Contains("/anmeldung", StringComparison.Ordinal) && !row.Endpoint.Contains("/barriere", StringComparison.Ordinal) && !row.Endpoint.Contains("/mitwirkung", StringComparison.Ordinal) && !row.Endpoint.Contains("/mein-programm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Contributing()
    {
        await OnAllAsync("/mitwirkung", World.SpeakerAccountId, Roles.Speaker, Attack);

        AssertHeld(row => row.Endpoint.Contains("/mitwirkung", StringComparison.Ordinal) && !row.Endpoint.Contains("/organisation", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Marking_sessions()
    {
        await World.Office.UseAsync<ReleaseDesk, (ReleaseOutcome, Release?)>(desk => desk.ReleaseAsync(World.Conference.Id, new ReleaseOrder("1", "", ReleaseScope.Everything, null, null, "Test"), World.Staff.Id, Ct));
        await World.Office.UseAsync<AgendaDesk>(desk => desk.MarkAsync(World.Conference.Id, World.SpeakerAccountId, [World.Session.Id], true, Ct));
        await World.Office.UseAsync<AgendaDesk, string>(desk => desk.NewCalendarAsync(World.Conference.Id, World.SpeakerAccountId, Ct));
        var secret = await World.Office.UseAsync<AgendaDesk, string>(desk => desk.ShareAsync(World.Conference.Id, [World.Session.Id], Ct));
        // Each attempt begins with what is there now.
        Attack.Dispose();
        Attack = new Attack(World, Crowd);
        await Attack.OnAsync(Jar, "/mein-programm");
        await Attack.OnAsync(Jar, "/mein-programm", World.SpeakerAccountId, Roles.Speaker);
        await Attack.OnAsync(Jar, "/mein-programm/{secret}", page: "/mein-programm/" + secret);

        AssertHeld(row => row.Endpoint.Contains("/mein-programm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task My_conference()
    {
        foreach (var page in new[] { "/mein-kongress/angaben", "/mein-kongress/vertretung", "/mein-kongress/stornieren", "/mein-kongress/teilweise-absagen" }) await Attack.OnAsync(Jar, page, World.Attendee.AccountId);
        await Attack.OnAsync(Jar, "/mein-kongress/begleitung", World.Attendee.AccountId, handlers: ["Remove"], fields: ["assistantId"]);
        await Attack.OnAsync(Jar, "/workshops", World.Attendee.AccountId, handlers: ["SignUp", "Accept"]);
        await Attack.OnAsync(Jar, "/workshops/wuensche", World.Attendee.AccountId);

        AssertHeld(row => row.Endpoint.Contains("/mein-kongress", StringComparison.Ordinal) || row.Endpoint.Contains(" /workshops", StringComparison.Ordinal));
    }

    private async Task DoAsync(string page, params (string, string)[] fields)
    {
        using var visitor = Crowd.Visitor(Jar);
        using var answer = await Form.SendAsync(visitor, page, Ct, fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
