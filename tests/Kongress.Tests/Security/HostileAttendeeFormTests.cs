using Kongress.Accounts;
using Kongress.Programme.Agendas;
using Kongress.Programme.Releases;

namespace Kongress.Tests.Security;

/// <summary>The forms of whoever comes to the congress or speaks there.</summary>
public sealed class HostileAttendeeFormTests : HostileForms
{
    private protected override int OneIn => 2;

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
        await Attack.OnAsync(Jar, "/mein-kongress", World.Offered.AccountId, handlers: ["Accept", "Decline"]);
        foreach (var page in new[] { "/mein-kongress/angaben", "/mein-kongress/vertretung", "/mein-kongress/stornieren", "/mein-kongress/teilweise-absagen" }) await Attack.OnAsync(Jar, page, World.Attendee.AccountId);
        await Attack.OnAsync(Jar, "/mein-kongress/begleitung", World.Attendee.AccountId, handlers: ["Remove"], fields: ["assistantId"]);
        await Attack.OnAsync(Jar, "/workshops", World.Attendee.AccountId, handlers: ["SignUp", "Accept"]);
        await Attack.OnAsync(Jar, "/workshops/wuensche", World.Attendee.AccountId);

        AssertHeld(row => row.Endpoint.Contains("/mein-kongress", StringComparison.Ordinal) || row.Endpoint.Contains(" /workshops", StringComparison.Ordinal));
    }
}
