using Kongress.Accounts;
using Kongress.CheckIns;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Registrations.Invitations;
using Kongress.Shared;
using Kongress.Tests.Hosting;
using Kongress.Tests.Registrations.Contingents;
using static Kongress.Tests.Registrations.Contingents.ContingentOffice;

namespace Kongress.Tests.Registrations.Invitations;

public sealed class InvitationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_code_leads_into_its_contingent_and_needs_no_review(string provider)
    {
        await using var office = await OpenAsync(provider, 10);
        var guests = await office.AddAsync(For("Gäste", 2));
        var code = await CodeAsync(office, uses: 2, s => s with { ContingentId = guests.Id, Kind = AttendeeKind.HostGuest });

        await SubmitAsync(office, "gast@firma.test", Secret.Grouped(code.Code).ToLowerInvariant());
        await ConfirmAsync(office, "gast@firma.test");

        var registration = await office.Office.RegistrationOfAsync("gast@firma.test", Ct);
        Assert.Equal((RegistrationStatus.Confirmed, AttendeeKind.HostGuest, guests.Id, code.Id), (registration.Status, registration.Kind, registration.ContingentId, registration.InvitationCodeId));
    }

    [Theory, EveryDatabase]
    public async Task Unknown_used_up_and_ended_codes_are_told_apart_and_store_nothing(string provider)
    {
        await using var office = await OpenAsync(provider, 10);
        var code = await CodeAsync(office, uses: 1);
        await SubmitAsync(office, "one@bund.de", code.Code);

        Assert.Equal(SubmitOutcome.CodeUnknown, await SubmitAsync(office, "two@bund.de", "GIBTESNICHT2"));
        Assert.Equal(SubmitOutcome.CodeUsedUp, await SubmitAsync(office, "two@bund.de", code.Code));
        office.Office.Clock.SetUtcNow(code.Settings.EndsAt);
        Assert.Equal(SubmitOutcome.CodeEnded, await SubmitAsync(office, "two@bund.de", code.Code));
        Assert.Single(await office.PeopleAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_cancelled_registration_gives_its_use_of_the_code_back(string provider)
    {
        await using var office = await OpenAsync(provider, 10);
        var code = await CodeAsync(office, uses: 1);
        await SubmitAsync(office, "one@bund.de", code.Code);
        await ConfirmAsync(office, "one@bund.de");

        await office.CancelAsync(await office.Office.RegistrationOfAsync("one@bund.de", Ct));

        Assert.Equal(SubmitOutcome.Received, await SubmitAsync(office, "two@bund.de", code.Code));
    }

    [Theory, EveryDatabase]
    public async Task Of_60_people_at_once_5_use_a_code_that_is_good_five_times(string provider)
    {
        await using var office = await OpenAsync(provider, 100);
        var code = await CodeAsync(office, uses: 5);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 60).Select(i => Task.Run(() => SubmitAsync(office, $"p{i}@bund.de", code.Code), Ct)));

        Assert.Equal((5, 55), (outcomes.Count(o => o is SubmitOutcome.Received), outcomes.Count(o => o is SubmitOutcome.CodeUsedUp)));
        Assert.Equal(5, (await office.PeopleAsync()).Count(r => r.InvitationCodeId == code.Id));
    }

    [Fact]
    public async Task Without_the_lock_two_people_get_the_last_use_of_a_code()
    {
        await using var office = await OpenAsync(Databases.Sqlite, 10);
        var code = await CodeAsync(office, uses: 1);
        var bothHaveCounted = new Rendezvous(2);
        var race = office.With(office.Office.With(database => new WithoutLock(database.ConnectionString, bothHaveCounted.ArriveAsync)));

        var first = SubmitAsync(race, "one@bund.de", code.Code);
        await bothHaveCounted.Arrived(1);
        await Task.WhenAll(first, SubmitAsync(race, "two@bund.de", code.Code));

        Assert.Equal(2, (await office.PeopleAsync()).Count(r => r.InvitationCodeId == code.Id));
    }

    [Theory, EveryDatabase]
    public async Task An_invitation_is_locked_to_its_address_and_shows_where_it_stands(string provider)
    {
        await using var office = await OpenAsync(provider, 10);
        var secret = await InviteAsync(office, "gast@firma.test", AttendeeKind.HostGuest);

        Assert.Equal(SubmitOutcome.InvitationForOther, await SubmitAsync(office, "other@firma.test", null, secret));
        Assert.Equal(SubmitOutcome.Received, await SubmitAsync(office, "Gast@Firma.test", null, secret));
        await ConfirmAsync(office, "gast@firma.test");

        Assert.Equal(RegistrationStatus.Confirmed, (await office.Office.RegistrationOfAsync("gast@firma.test", Ct)).Status);
        Assert.Equal(InvitationState.Registered, Assert.Single(await ListAsync(office)).State);
    }

    [Theory, EveryDatabase]
    public async Task Who_declines_is_not_reminded_and_the_link_no_longer_registers(string provider)
    {
        await using var office = await OpenAsync(provider, 10);
        var secret = await InviteAsync(office, "gast@firma.test", AttendeeKind.HostGuest);

        Assert.Equal(DeclineOutcome.Declined, await office.Office.UseAsync<InvitationDesk, DeclineOutcome>(desk => desk.DeclineAsync(office.Conference.Id, secret, Ct)));
        await RemindAsync(office, days: 20);

        Assert.Equal(InvitationState.Declined, Assert.Single(await ListAsync(office)).State);
        Assert.Equal(SubmitOutcome.InvitationEnded, await SubmitAsync(office, "gast@firma.test", null, secret));
        Assert.Empty(await RemindersAsync(office));
    }

    [Theory, EveryDatabase]
    public async Task Only_who_has_not_answered_is_reminded_once_and_never_after_the_end(string provider)
    {
        await using var office = await OpenAsync(provider, 10);
        await InviteAsync(office, "stumm@firma.test", AttendeeKind.HostGuest);
        var registered = await InviteAsync(office, "kommt@firma.test", AttendeeKind.HostGuest);
        await InviteAsync(office, "vorbei@firma.test", AttendeeKind.HostGuest, days: 3);
        await SubmitAsync(office, "kommt@firma.test", null, registered);
        await ConfirmAsync(office, "kommt@firma.test");
        // Who cancels has answered, too.
        await office.CancelAsync(await office.Office.RegistrationOfAsync("kommt@firma.test", Ct));

        await RemindAsync(office, days: 6);
        Assert.Empty(await RemindersAsync(office));
        await RemindAsync(office, days: 2);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => RemindAsync(office, days: 0), Ct)));
        await RemindAsync(office, days: 20);

        Assert.Equal(["stumm@firma.test"], await RemindersAsync(office));
    }

    [Theory, EveryDatabase]
    public async Task All_who_have_not_answered_are_reminded_at_once_but_not_who_had_a_mail_in_the_last_days(string provider)
    {
        await using var office = await OpenAsync(provider, 10);
        foreach (var email in new[] { "stumm@firma.test", "sagtab@firma.test", "kommt@firma.test", "vorbei@firma.test" }) await InviteAsync(office, email, AttendeeKind.HostGuest, days: email.StartsWith("vorbei", StringComparison.Ordinal) ? 3 : 30);
        await office.Office.UseAsync<InvitationDesk>(async desk => await desk.DeclineAsync(office.Conference.Id, await office.Office.LastSecretAsync("Registration.Invited", "sagtab@firma.test", Ct), Ct));
        await office.RegisterAsync("kommt@firma.test", AdministrativeLevel.Bund);
        office.Office.Clock.Advance(TimeSpan.FromDays(InvitationDesk.QuietDays));
        await InviteAsync(office, "eben@firma.test", AttendeeKind.HostGuest);

        Assert.Equal(new RemindPreview(1, 1), await PreviewAsync(office));
        Assert.Equal((1, 0), (await RemindAllAsync(office), await RemindAllAsync(office)));
        Assert.Equal(new RemindPreview(0, 2), await PreviewAsync(office));
        Assert.Equal(["stumm@firma.test"], await RemindersAsync(office));
        Assert.Equal([(Guid?)Organiser], (await office.Office.AllAsync<Change>(Ct)).Where(c => c.Action == "Invitation.Reminded").Select(c => c.ActorId));

        // The automatic one is left out for who was reminded by hand, and the button works again later.
        await RemindAsync(office, days: 8);
        Assert.Equal(["eben@firma.test", "stumm@firma.test"], (await RemindersAsync(office)).Order(StringComparer.Ordinal));
        Assert.Equal(new RemindPreview(1, 1), await PreviewAsync(office));
        Assert.Equal(1, await RemindAllAsync(office));
    }

    [Theory, EveryDatabase]
    public async Task Twenty_organisers_at_once_remind_everybody_once(string provider)
    {
        await using var office = await OpenAsync(provider, 10);
        await InviteManyAsync(office, [.. Enumerable.Range(1, 15).Select(i => $"p{i}@firma.test")], AttendeeKind.HostGuest, 30);
        office.Office.Clock.Advance(TimeSpan.FromDays(InvitationDesk.QuietDays));

        var reminded = await Task.WhenAll(Enumerable.Range(1, 20).Select(_ => Task.Run(() => RemindAllAsync(office), Ct)));

        Assert.Equal(15, reminded.Sum());
        Assert.Equal(15, (await RemindersAsync(office)).Distinct().Count());
        Assert.Equal(15, (await RemindersAsync(office)).Count());
    }

    [Fact]
    public async Task Without_the_lock_two_organisers_remind_the_same_person_twice()
    {
        await using var office = await OpenAsync(Databases.Sqlite, 10);
        await InviteAsync(office, "stumm@firma.test", AttendeeKind.HostGuest);
        office.Office.Clock.Advance(TimeSpan.FromDays(InvitationDesk.QuietDays));
        var bothHaveLooked = new Rendezvous(2);
        var race = office.With(office.Office.With(database => new WithoutLock(database.ConnectionString, bothHaveLooked.ArriveAsync)));

        var first = RemindAllAsync(race);
        await bothHaveLooked.Arrived(1);
        await Task.WhenAll(first, RemindAllAsync(race));

        Assert.Equal(["stumm@firma.test", "stumm@firma.test"], await RemindersAsync(office));
    }

    [Fact]
    public async Task The_page_says_how_many_get_a_mail_before_the_button_and_how_many_got_one_after_it()
    {
        await using var office = await OpenAsync(Databases.Sqlite, 10);
        await InviteManyAsync(office, ["a@firma.test", "b@firma.test"], AttendeeKind.HostGuest, 30);
        await using var desk = Desk.Open(office.Office.Database, office.Office.Clock.GetUtcNow().AddDays(InvitationDesk.QuietDays), Organiser, Roles.Organiser);
        const string page = "/organisation/plaetze/einladungen";

        Assert.Contains("2 Personen bekommen sofort eine Erinnerung mit neuem Link", (await desk.ReadAsync(page, Ct)).Body!.TextContent, StringComparison.Ordinal);
        using (var sent = await desk.SendAsync(page, new Dictionary<string, string>(), Ct, "Remind")) Assert.Equal(page, sent.Headers.Location?.OriginalString);

        var text = (await desk.ReadAsync(page, Ct)).Body!.TextContent;
        Assert.Contains("2 Personen erinnert.", text, StringComparison.Ordinal);
        Assert.Contains("2 Antworten stehen noch aus.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Alle erinnern", text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_is_invited_twice_and_nobody_who_is_registered(string provider)
    {
        await using var office = await OpenAsync(provider, 10);
        await office.RegisterAsync("da@bund.de", AdministrativeLevel.Bund);
        await InviteAsync(office, "gast@firma.test", AttendeeKind.HostGuest);

        var result = await InviteManyAsync(office, ["Gast@firma.test", "da@bund.de", "neu@firma.test", "NEU@firma.test"], AttendeeKind.Press, 30);

        Assert.Equal(new InvitedResult(1, 1, 1), result);
        Assert.Equal(2, (await office.Office.AllAsync<OutgoingMail>(Ct)).Count(m => m.Kind == "Registration.Invited"));
    }

    [Theory, EveryDatabase]
    public async Task A_company_comes_only_when_invited_to_exhibit(string provider)
    {
        await using var office = await OpenAsync(provider, 10);
        var guest = await CodeAsync(office, uses: 5);
        var exhibitor = await CodeAsync(office, uses: 5, s => s with { Kind = AttendeeKind.Exhibitor });
        Task<SubmitOutcome> From(string? code) => SubmitAsync(office, "stand@firma.test", code, level: AdministrativeLevel.Unternehmen);

        Assert.Equal((SubmitOutcome.CompanyNotInvited, SubmitOutcome.CompanyNotInvited), (await From(null), await From(guest.Code)));
        Assert.Equal(SubmitOutcome.Received, await From(exhibitor.Code));
    }

    [Theory, EveryDatabase]
    public async Task An_assistant_has_a_ticket_takes_no_place_is_told_at_the_door_and_goes_with_the_person(string provider)
    {
        await using var office = await OpenAsync(provider, 1);
        var person = await office.RegisterAsync("ayse@bund.de", AdministrativeLevel.Bund);
        var waiting = await office.RegisterAsync("wartet@bund.de", AdministrativeLevel.Bund);
        Task<AssistantOutcome> AddAsync(string name) => office.Office.UseAsync<AssistantDesk, AssistantOutcome>(desk => desk.AddAsync(person.AccountId!.Value, person.Id, Guid.CreateVersion7(), name, "Begleiter", Ct));

        Assert.Equal((AssistantOutcome.Added, AssistantOutcome.Added, AssistantOutcome.TooMany), (await AddAsync("Jo"), await AddAsync("Kim"), await AddAsync("Lou")));
        Assert.Equal(AssistantOutcome.NoPlace, await office.Office.UseAsync<AssistantDesk, AssistantOutcome>(desk => desk.AddAsync(waiting.AccountId!.Value, waiting.Id, Guid.CreateVersion7(), "Jo", "Begleiter", Ct)));
        Assert.Equal((1, 1), ((await office.OverviewAsync()).Root.Taken, (await office.OverviewAsync()).Root.Waiting));

        var assistants = await office.Office.UseAsync<AssistantDesk, IReadOnlyList<(Registration Assistant, Ticket? Ticket)>>(desk => desk.ListAsync(person.Id, Ct));
        var list = (await office.Office.UseAsync<CheckInDesk, List<CheckInList>>(desk => desk.EnsureListsAsync(office.Conference, Ct)))[0];
        office.Office.Clock.SetUtcNow(office.Conference.StartsAt);
        var reply = await office.Office.UseAsync<CheckInDesk, DoorReply?>(desk => desk.ScanAsync(office.Conference, list.Id, new ScanRequest(Guid.CreateVersion7(), assistants[0].Ticket!.Code, ScanMethod.Typed), Organiser, Ct));
        Assert.Equal((DoorAnswer.Welcome, "Jo Begleiter", AttendeeKind.Assistant, "Ayşe Şahin"), (reply!.Answer, reply.Name, reply.Kind, reply.Accompanies));

        await office.CancelAsync(person);
        Assert.Equal([RegistrationStatus.Cancelled, RegistrationStatus.Cancelled], (await office.PeopleAsync()).Where(r => r.Kind is AttendeeKind.Assistant).Select(r => r.Status));
        Assert.DoesNotContain(await office.Office.AllAsync<Ticket>(Ct), t => t.IsActive);
        Assert.DoesNotContain(await office.Office.AllAsync<OutgoingMail>(Ct), m => m.Kind == "Registration.Cancelled" && m.ToName.Contains("Begleiter", StringComparison.Ordinal));
        Assert.Equal(2, (await office.Office.AllAsync<Change>(Ct)).Count(c => c.Action == "Registration.AssistantAdded"));
    }

    private static async Task<InvitationCode> CodeAsync(ContingentOffice office, int uses, Func<InvitationCodeSettings, InvitationCodeSettings>? with = null)
    {
        var settings = new InvitationCodeSettings { Name = "Probe", Uses = uses, EndsAt = office.Office.Clock.GetUtcNow().AddDays(30), Kind = AttendeeKind.HostGuest };
        return (await office.Office.UseAsync<InvitationDesk, (CodeOutcome, InvitationCode? Code)>(desk => desk.SaveCodeAsync(office.Conference.Id, null, default, with?.Invoke(settings) ?? settings, Organiser, Ct))).Code!;
    }

    private static Task<SubmitOutcome> SubmitAsync(ContingentOffice office, string email, string? code, string? invitation = null, AdministrativeLevel level = AdministrativeLevel.Bund) =>
        office.Office.SubmitAsync(office.Conference, FormOf(email, level) with { Code = code, Invitation = invitation }, Ct);

    private static async Task ConfirmAsync(ContingentOffice office, string email)
    {
        var secret = await office.Office.LastSecretAsync("Registration.ConfirmEmail", email, Ct);
        await office.Office.UseAsync<RegistrationDesk>(desk => desk.ConfirmEmailAsync(secret, Ct));
    }

    private static async Task<string> InviteAsync(ContingentOffice office, string email, AttendeeKind kind, int days = 30)
    {
        await InviteManyAsync(office, [email], kind, days);
        return await office.Office.LastSecretAsync("Registration.Invited", email, Ct);
    }

    private static Task<InvitedResult> InviteManyAsync(ContingentOffice office, string[] emails, AttendeeKind kind, int days) => office.Office.UseAsync<InvitationDesk, InvitedResult>(desk =>
        desk.InviteAsync(office.Conference.Id, emails, new InvitationTerms(null, kind, office.Office.Clock.GetUtcNow().AddDays(days), Language.German), Organiser, Ct));

    private static Task<RemindPreview> PreviewAsync(ContingentOffice office) => office.Office.UseAsync<InvitationDesk, RemindPreview>(desk => desk.PreviewRemindersAsync(office.Conference.Id, Ct));

    private static Task<int> RemindAllAsync(ContingentOffice office) => office.Office.UseAsync<InvitationDesk, int>(desk => desk.RemindAllAsync(office.Conference.Id, Organiser, Ct));

    private static Task<IReadOnlyList<InvitationRow>> ListAsync(ContingentOffice office) => office.Office.UseAsync<InvitationDesk, IReadOnlyList<InvitationRow>>(desk => desk.InvitationsAsync(office.Conference.Id, Ct));

    private static async Task RemindAsync(ContingentOffice office, int days)
    {
        office.Office.Clock.Advance(TimeSpan.FromDays(days));
        await office.Office.UseAsync<InvitationDesk>(desk => desk.RemindDueAsync(Ct));
    }

    private static async Task<IEnumerable<string>> RemindersAsync(ContingentOffice office) =>
        (await office.Office.AllAsync<OutgoingMail>(Ct)).Where(m => m.Kind == "Registration.InvitationReminder").Select(m => m.ToAddress);
}
