namespace Kongress.Tests.Security;

/// <summary>The forms by which somebody comes to the congress.</summary>
public sealed class HostileRegistrationFormTests : HostileForms
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
        await sparing.OnAsync(Jar, "/anmeldung/gruppe/{secret}/person/{member:guid}", handlers: ["Again"]);

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
}
