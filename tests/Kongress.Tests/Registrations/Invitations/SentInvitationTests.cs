using Kongress.Accounts;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Registrations.Invitations;
using Kongress.Shared;
using Kongress.Tests.Hosting;
using Kongress.Tests.Registrations.Contingents;
using static Kongress.Tests.Registrations.Contingents.ContingentOffice;

namespace Kongress.Tests.Registrations.Invitations;

/// <summary>A personal invitation has gone out, and something about it has to change.</summary>
public sealed class SentInvitationTests
{
    private const string Guest = "gast@firma.test";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Who_declined_is_invited_anew_on_new_terms_and_the_old_link_stays_closed(string provider)
    {
        await using var office = await OpenAsync(provider, 10);
        var old = await InviteOneAsync(office, AttendeeKind.HostGuest);
        await office.Office.UseAsync<InvitationDesk>(desk => desk.DeclineAsync(office.Conference.Id, old, Ct));

        Assert.Equal(new InvitedResult(1, 0, 0), await InviteAsync(office, AttendeeKind.Press, 30, Guest));

        var row = Assert.Single(await ListAsync(office));
        Assert.Equal((InvitationState.Open, AttendeeKind.Press, null), (row.State, row.Invitation.Kind, row.Invitation.DeclinedAt));
        Assert.Equal(SubmitOutcome.InvitationEnded, await SubmitAsync(office, old));
        Assert.Equal(InvitationState.Ended, (await office.Office.UseAsync<InvitationDesk, (Invitation, InvitationState State)?>(desk => desk.FindAsync(office.Conference.Id, old, Ct)))!.Value.State);
        Assert.Equal(DeclineOutcome.Ended, await office.Office.UseAsync<InvitationDesk, DeclineOutcome>(desk => desk.DeclineAsync(office.Conference.Id, old, Ct)));
        Assert.Equal(SubmitOutcome.Received, await SubmitAsync(office, await SecretAsync(office)));
        Assert.Equal(["Invitation.Declined", "Invitation.Renewed", "Invitation.Sent"], await ActionsAsync(office));
    }

    [Theory, EveryDatabase]
    public async Task Whose_invitation_ended_is_invited_anew_and_reminded_anew_and_who_has_an_open_one_is_not(string provider)
    {
        await using var office = await OpenAsync(provider, 10);
        await InviteAsync(office, AttendeeKind.HostGuest, 3, Guest);
        await InviteAsync(office, AttendeeKind.HostGuest, 30, "offen@firma.test");
        office.Office.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(new InvitedResult(1, 1, 0), await InviteAsync(office, AttendeeKind.HostGuest, 30, Guest, "offen@firma.test"));
        Assert.Equal([InvitationState.Open, InvitationState.Open], (await ListAsync(office)).Select(r => r.State));
        await RemindAsync(office, 8);

        Assert.Equal([Guest, "offen@firma.test"], await RemindersAsync(office));
    }

    [Theory, EveryDatabase]
    public async Task An_open_invitation_is_sent_again_once_and_both_links_work(string provider)
    {
        await using var office = await OpenAsync(provider, 10);
        var first = await InviteOneAsync(office, AttendeeKind.HostGuest);
        office.Office.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(ResendOutcome.Sent, await ResendAsync(office));
        Assert.Equal(ResendOutcome.JustSent, await ResendAsync(office));

        Assert.Equal(2, (await office.Office.AllAsync<OutgoingMail>(Ct)).Count(m => m.Kind == "Registration.Invited"));
        Assert.NotEqual(first, await SecretAsync(office));
        foreach (var secret in new[] { first, await SecretAsync(office) }) Assert.Equal(InvitationState.Open, (await office.Office.UseAsync<InvitationDesk, (Invitation, InvitationState State)?>(desk => desk.FindAsync(office.Conference.Id, secret, Ct)))!.Value.State);
        await SubmitAsync(office, first);
        office.Office.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((ResendOutcome.NotOpen, ResendOutcome.NotFound), (await ResendAsync(office), await ResendAsync(office, Guid.CreateVersion7())));
        Assert.Equal(["Invitation.Resent", "Invitation.Sent"], await ActionsAsync(office));
    }

    [Theory, EveryDatabase]
    public async Task A_withdrawn_invitation_opens_nothing_is_not_reminded_and_can_be_sent_anew(string provider)
    {
        await using var office = await OpenAsync(provider, 10);
        var secret = await InviteOneAsync(office, AttendeeKind.HostGuest);

        Assert.Equal((WithdrawOutcome.Withdrawn, WithdrawOutcome.Ended), (await WithdrawAsync(office), await WithdrawAsync(office)));

        Assert.Equal(SubmitOutcome.InvitationEnded, await SubmitAsync(office, secret));
        Assert.Equal((InvitationState.Ended, false), Assert.Single((await ListAsync(office)).Select(r => (r.State, r.CanBeWithdrawn))));
        await RemindAsync(office, 20);
        Assert.Empty(await RemindersAsync(office));
        Assert.Equal(["Invitation.Sent", "Invitation.Withdrawn"], await ActionsAsync(office));
        Assert.Equal(new InvitedResult(1, 0, 0), await InviteAsync(office, AttendeeKind.HostGuest, 30, Guest));
    }

    [Theory, EveryDatabase]
    public async Task Withdrawing_frees_the_place_of_an_unconfirmed_guest_for_who_waits_and_leaves_a_confirmed_one_alone(string provider)
    {
        await using var office = await OpenAsync(provider, 1);
        await SubmitAsync(office, await InviteOneAsync(office, AttendeeKind.HostGuest));
        await office.RegisterAsync("wartet@bund.de", AdministrativeLevel.Bund);
        Assert.Equal((InvitationState.Registered, true), Assert.Single((await ListAsync(office)).Select(r => (r.State, r.CanBeWithdrawn))));

        Assert.Equal(WithdrawOutcome.WithdrawnWithPlace, await WithdrawAsync(office));

        Assert.Equal([RegistrationStatus.Cancelled, RegistrationStatus.Offered], (await office.PeopleAsync()).Select(r => r.Status));
        Assert.Single(await office.Office.AllAsync<OutgoingMail>(Ct), m => m.Kind == "Registration.Cancelled" && m.ToAddress == Guest);

        await using var other = await OpenAsync(provider, 1);
        await SubmitAsync(other, await InviteOneAsync(other, AttendeeKind.HostGuest));
        await other.Office.UseAsync<RegistrationDesk>(async desk => await desk.ConfirmEmailAsync(await other.Office.LastSecretAsync("Registration.ConfirmEmail", Guest, Ct), Ct));
        Assert.Equal(WithdrawOutcome.Registered, await WithdrawAsync(other));
        Assert.Equal(RegistrationStatus.Confirmed, (await other.Office.RegistrationOfAsync(Guest, Ct)).Status);
    }

    [Theory, EveryDatabase]
    public async Task Who_followed_the_link_and_forgot_to_confirm_is_reminded(string provider)
    {
        await using var office = await OpenAsync(provider, 10);
        await SubmitAsync(office, await InviteOneAsync(office, AttendeeKind.HostGuest));
        office.Office.Clock.Advance(TimeSpan.FromHours(office.Conference.HoldHours));
        await office.PassTimeAsync();
        Assert.Equal(RegistrationStatus.Expired, (await office.Office.RegistrationOfAsync(Guest, Ct)).Status);

        await RemindAsync(office, 8);

        Assert.Equal([Guest], await RemindersAsync(office));
    }

    [Fact]
    public async Task The_page_says_what_follows_sends_again_and_withdraws()
    {
        await using var office = await OpenAsync(Databases.Sqlite, 10);
        await InviteOneAsync(office, AttendeeKind.HostGuest);
        await using var desk = Desk.Open(office.Office.Database, office.Office.Clock.GetUtcNow().AddHours(1), Organiser, Roles.Organiser);
        var list = await desk.ReadAsync("/organisation/plaetze/einladungen", Ct);
        var page = list.QuerySelector("tbody a[href^='/organisation/plaetze/einladungen/']")!.GetAttribute("href")!;

        using (var sent = await desk.SendAsync(page, new Dictionary<string, string>(), Ct, "Send")) Assert.Equal(page, sent.Headers.Location?.OriginalString);
        var text = (await desk.ReadAsync(page, Ct)).Body!.TextContent;
        Assert.Contains("Die Einladung ist noch einmal unterwegs.", text, StringComparison.Ordinal);
        Assert.Contains("Der Link gilt sofort nicht mehr.", text, StringComparison.Ordinal);
        using (var withdrawn = await desk.SendAsync(page, new Dictionary<string, string>(), Ct, "Withdraw")) Assert.Equal(page, withdrawn.Headers.Location?.OriginalString);

        var after = await desk.ReadAsync(page, Ct);
        Assert.Contains("Die Einladung ist zurückgezogen. Der Link darin gilt nicht mehr.", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Neu einladen", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(after.QuerySelectorAll("main form"));
    }

    private static async Task<Guid> IdAsync(ContingentOffice office) => (await office.Office.AllAsync<Invitation>(Ct)).Single(i => i.Email == Guest).Id;

    private static async Task<ResendOutcome> ResendAsync(ContingentOffice office, Guid? other = null)
    {
        var id = other ?? await IdAsync(office);
        return await office.Office.UseAsync<SentInvitationDesk, ResendOutcome>(desk => desk.ResendAsync(office.Conference.Id, id, Organiser, Ct));
    }

    private static async Task<WithdrawOutcome> WithdrawAsync(ContingentOffice office)
    {
        var id = await IdAsync(office);
        return await office.Office.UseAsync<SentInvitationDesk, WithdrawOutcome>(desk => desk.WithdrawAsync(office.Conference.Id, id, Organiser, Ct));
    }

    private static Task<InvitedResult> InviteAsync(ContingentOffice office, AttendeeKind kind, int days, params string[] emails) => office.Office.UseAsync<InvitationDesk, InvitedResult>(desk =>
        desk.InviteAsync(office.Conference.Id, emails, new InvitationTerms(null, kind, office.Office.Clock.GetUtcNow().AddDays(days), Language.German), Organiser, Ct));

    private static async Task<string> InviteOneAsync(ContingentOffice office, AttendeeKind kind)
    {
        await InviteAsync(office, kind, 30, Guest);
        return await SecretAsync(office);
    }

    private static Task<string> SecretAsync(ContingentOffice office) => office.Office.LastSecretAsync("Registration.Invited", Guest, Ct);

    private static Task<SubmitOutcome> SubmitAsync(ContingentOffice office, string secret) => office.Office.SubmitAsync(office.Conference, FormOf(Guest, AdministrativeLevel.Bund) with { Invitation = secret }, Ct);

    private static Task<IReadOnlyList<InvitationRow>> ListAsync(ContingentOffice office) => office.Office.UseAsync<InvitationDesk, IReadOnlyList<InvitationRow>>(desk => desk.InvitationsAsync(office.Conference.Id, Ct));

    private static async Task RemindAsync(ContingentOffice office, int days)
    {
        office.Office.Clock.Advance(TimeSpan.FromDays(days));
        await office.Office.UseAsync<InvitationDesk>(desk => desk.RemindDueAsync(Ct));
    }

    private static async Task<IEnumerable<string>> RemindersAsync(ContingentOffice office) =>
        (await office.Office.AllAsync<OutgoingMail>(Ct)).Where(m => m.Kind == "Registration.InvitationReminder").Select(m => m.ToAddress).Order(StringComparer.Ordinal);

    private static async Task<IEnumerable<string>> ActionsAsync(ContingentOffice office) =>
        (await office.Office.AllAsync<Change>(Ct)).Where(c => c.Action.StartsWith("Invitation.", StringComparison.Ordinal)).Select(c => c.Action).Order(StringComparer.Ordinal);
}
