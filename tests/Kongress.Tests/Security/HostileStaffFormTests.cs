using Kongress.Accounts;

namespace Kongress.Tests.Security;

/// <summary>The forms by which a congress is set up, and accounts are kept.</summary>
public sealed class HostileStaffFormTests : HostileForms
{
    private protected override int OneIn => 3;

    [Fact]
    public async Task Editing_the_congress()
    {
        foreach (var route in AccessTable.Rows.Keys.Where(key => key.StartsWith("POST /organisation/kongress", StringComparison.Ordinal) && !key.EndsWith("/neu", StringComparison.Ordinal)).Select(key => key[5..]))
        {
            await Attack.OnAsync(Jar, route, World.Staff.Id, Roles.Organiser);
        }

        AssertHeld(row => row.Endpoint.Contains("/organisation/kongress", StringComparison.Ordinal) && !row.Endpoint.EndsWith("/neu", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Accounts_of_the_team()
    {
        await Attack.OnAsync(Jar, "/betrieb/konten", World.Attendee.AccountId, Roles.Administrator);
        await Attack.OnAsync(Jar, "/betrieb/konten/{id:guid}", World.Attendee.AccountId, Roles.Administrator, handlers: ["Unlock"]);

        AssertHeld(row => row.Endpoint.Contains("/betrieb", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Making_the_first_congress()
    {
        await using var nothing = await World.NothingYetAsync();
        await using var empty = Crowd.Gather(nothing.Office);
        using var first = new Attack(nothing, empty);

        await first.OnAsync(Jar, "/organisation/kongress/neu", Guid.CreateVersion7(), Roles.Organiser, "/organisation/kongress/neu");

        Assert.Equal(["POST /organisation/kongress/neu"], first.Attacked);
        Assert.True(first.Report.Length == 0, first.Report);
    }
}
