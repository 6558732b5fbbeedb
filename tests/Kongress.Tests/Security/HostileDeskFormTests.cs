using Kongress.Accounts;

namespace Kongress.Tests.Security;

/// <summary>The forms of organisers about people, places, mails and reminders.</summary>
public sealed class HostileDeskFormTests : HostileForms
{
    private protected override int OneIn => 4;

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
}
