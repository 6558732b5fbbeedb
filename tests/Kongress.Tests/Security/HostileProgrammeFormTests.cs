using Kongress.Accounts;

namespace Kongress.Tests.Security;

/// <summary>The forms with which the programme is made.</summary>
public sealed class HostileProgrammeFormTests : HostileForms
{
    private protected override int OneIn => 4;

    [Fact]
    public async Task Building_the_programme()
    {
        await OnAllAsync("/organisation/programm", World.Staff.Id, Roles.Organiser, Attack);

        AssertHeld(row => row.Endpoint.Contains("/organisation/programm", StringComparison.Ordinal));
    }
}
