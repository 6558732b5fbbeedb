using Kongress.Accounts;

namespace Kongress.Tests.Security;

/// <summary>The forms at the door.</summary>
public sealed class HostileDoorFormTests : HostileForms
{
    private protected override int OneIn => 3;

    [Fact]
    public async Task At_the_door()
    {
        var page = World.Address("/einlass/{listId:guid}") + "?Suche=" + Uri.EscapeDataString("Şahin");
        await Attack.OnAsync(Jar, "/einlass/{listId:guid}", World.Staff.Id, Roles.Door, page, ["Scan"], ["Device", "ScannedAt", "Method", "Reason", "RegistrationId"]);

        AssertHeld(row => row.Endpoint.Contains("/einlass", StringComparison.Ordinal));
    }
}
