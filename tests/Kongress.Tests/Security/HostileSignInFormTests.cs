namespace Kongress.Tests.Security;

/// <summary>The forms by which somebody signs in and out.</summary>
public sealed class HostileSignInFormTests : HostileForms
{
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
}
