using Kongress.Accounts;

namespace Kongress.Tests.Security;

/// <summary>The forms of organisers, door and administrators.</summary>
public sealed class HostileStaffFormTests : HostileForms
{
    [Fact]
    public async Task Building_the_programme()
    {
        using var sparing = new Attack(World, Crowd) { OneIn = 4 };
        await OnAllAsync("/organisation/programm", World.Staff.Id, Roles.Organiser, sparing);

        AssertHeld(sparing, row => row.Endpoint.Contains("/organisation/programm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task At_the_door()
    {
        var page = World.Address("/einlass/{listId:guid}") + "?Suche=" + Uri.EscapeDataString("Şahin");
        await Attack.OnAsync(Jar, "/einlass/{listId:guid}", World.Staff.Id, Roles.Door, page, ["Scan"], ["Device", "ScannedAt", "Method", "Reason", "RegistrationId"]);

        AssertHeld(row => row.Endpoint.Contains("/einlass", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deciding_about_registrations_mails_and_reminders()
    {
        foreach (var route in AccessTable.Rows.Keys.Where(key => key.StartsWith("POST /organisation", StringComparison.Ordinal) && !IsElsewhere(key)).Select(key => key[5..].Split("?handler")[0]).Distinct())
        {
            await Attack.OnAsync(Jar, route, World.Staff.Id, Roles.Organiser, handlers: route.EndsWith("/einlesen", StringComparison.Ordinal) ? ["CarryOut"] : null);
        }

        await Attack.OnAsync(Jar, "/organisation/anmeldungen/{id:guid}", World.Staff.Id, Roles.Organiser, $"/organisation/anmeldungen/{World.UnderReview.Id}");
        AssertHeld(row => row.Endpoint.Contains("/organisation", StringComparison.Ordinal) && !IsElsewhere(row.Endpoint));

        static bool IsElsewhere(string endpoint) => endpoint.Contains("/kongress", StringComparison.Ordinal) || endpoint.Contains("/programm", StringComparison.Ordinal);
    }

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
