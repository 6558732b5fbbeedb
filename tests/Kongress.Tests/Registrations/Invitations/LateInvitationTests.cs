using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Registrations.Contingents;
using Kongress.Registrations.Invitations;
using Kongress.Shared;
using Kongress.Tests.Hosting;
using Kongress.Tests.Registrations.Contingents;
using static Kongress.Tests.Registrations.Contingents.ContingentOffice;

namespace Kongress.Tests.Registrations.Invitations;

/// <summary>Somebody is registered already, and only then gets a code or an invitation.</summary>
public sealed class LateInvitationTests
{
    private const string Guest = "gast@bund.de";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_code_gives_its_place_to_somebody_who_waits_and_the_mail_brings_the_ticket(string provider)
    {
        await using var office = await FullAsync(provider);
        var code = await CodeAsync(office, uses: 2);
        var before = await office.RegisterAsync(Guest, AdministrativeLevel.Kommune, Land.Bayern);
        Assert.Equal(RegistrationStatus.WaitingList, before.Status);

        var answer = await office.Office.SubmitAsync(office.Conference, FormOf(Guest, AdministrativeLevel.Bund, organisation: "Ganz anders") with { Code = code.Code }, Ct);

        var after = await office.Office.RegistrationOfAsync(Guest, Ct);
        Assert.Equal(SubmitOutcome.Received, answer);
        Assert.Equal((before.Id, RegistrationStatus.Confirmed, true, code.Id, AttendeeKind.HostGuest, "Gäste"), (after.Id, after.Status, after.HoldsPlace, after.InvitationCodeId, after.Kind, await office.ContingentOfAsync(Guest)));
        // Whoever typed the address need not be its owner: the answers stay.
        Assert.Equal((before.Person, before.Attendance), (after.Person, after.Attendance));
        Assert.Single(await office.Office.AllAsync<Ticket>(Ct), t => t.RegistrationId == after.Id);
        Assert.Contains("Als eingeladene Person haben Sie jetzt einen Platz.", await LastTextAsync(office), StringComparison.Ordinal);
        Assert.Single(await office.Office.AllAsync<Change>(Ct), c => c.Action == "Registration.Invited" && c.SubjectId == after.Id);

        // Used once, however often the form is sent.
        await office.Office.SubmitAsync(office.Conference, FormOf(Guest, AdministrativeLevel.Bund) with { Code = code.Code }, Ct);
        Assert.Equal(1, Assert.Single(await CodesAsync(office)).Used);
        Assert.Contains("Sie sind schon angemeldet; es hat sich nichts geändert.", await LastTextAsync(office), StringComparison.Ordinal);
        Assert.Single(await office.Office.AllAsync<Ticket>(Ct), t => t.RegistrationId == after.Id);
    }

    [Theory, EveryDatabase]
    public async Task A_code_admits_somebody_under_review_and_their_old_place_goes_to_the_next(string provider)
    {
        await using var office = await OpenAsync(provider, 3);
        await office.AddAsync(For("Gäste", 2));
        var code = await CodeAsync(office, uses: 1);
        var reviewed = await office.RegisterAsync("gast@firma.test", AdministrativeLevel.Kommune, Land.Bayern);
        await office.RegisterAsync("naechste@stadt.example", AdministrativeLevel.Kommune, Land.Bayern);
        Assert.Equal((RegistrationStatus.UnderReview, true), (reviewed.Status, reviewed.HoldsPlace));

        await office.Office.SubmitAsync(office.Conference, FormOf("gast@firma.test", AdministrativeLevel.Kommune, Land.Bayern) with { Code = code.Code }, Ct);

        Assert.Equal((RegistrationStatus.Confirmed, "Gäste"), ((await office.Office.RegistrationOfAsync("gast@firma.test", Ct)).Status, await office.ContingentOfAsync("gast@firma.test")));
        Assert.Equal(RegistrationStatus.Offered, (await office.Office.RegistrationOfAsync("naechste@stadt.example", Ct)).Status);
    }

    [Theory, EveryDatabase]
    public async Task Where_no_place_is_free_for_guests_the_person_waits_for_one_and_hears_it(string provider)
    {
        await using var office = await FullAsync(provider);
        var code = await CodeAsync(office, uses: 5);
        for (var i = 0; i < 2; i++) await office.Office.SubmitAsync(office.Conference, FormOf($"g{i}@bund.de", AdministrativeLevel.Bund) with { Code = code.Code }, Ct);
        await office.RegisterAsync(Guest, AdministrativeLevel.Kommune, Land.Bayern);

        await office.Office.SubmitAsync(office.Conference, FormOf(Guest, AdministrativeLevel.Kommune, Land.Bayern) with { Code = code.Code }, Ct);

        Assert.Equal((RegistrationStatus.WaitingList, "Gäste"), ((await office.Office.RegistrationOfAsync(Guest, Ct)).Status, await office.ContingentOfAsync(Guest)));
        Assert.Contains("Zurzeit ist auch für Eingeladene kein Platz frei", await LastTextAsync(office), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Before_the_address_is_confirmed_a_code_moves_the_place_and_a_form_without_it_does_not_take_it_back(string provider)
    {
        await using var office = await OpenAsync(provider, 3);
        await office.AddAsync(For("Gäste", 2));
        var code = await CodeAsync(office, uses: 1);
        await office.SubmitAsync(Guest, AdministrativeLevel.Kommune, Land.Bayern);
        await office.RegisterAsync("naechste@stadt.example", AdministrativeLevel.Kommune, Land.Bayern);

        await office.Office.SubmitAsync(office.Conference, FormOf(Guest, AdministrativeLevel.Kommune, Land.Bayern) with { Code = code.Code }, Ct);
        Assert.Equal("Gäste", await office.ContingentOfAsync(Guest));
        Assert.Equal(RegistrationStatus.Offered, (await office.Office.RegistrationOfAsync("naechste@stadt.example", Ct)).Status);

        await office.SubmitAsync(Guest, AdministrativeLevel.Bund);
        var again = await office.Office.RegistrationOfAsync(Guest, Ct);
        Assert.Equal((code.Id, AttendeeKind.HostGuest, "Gäste", AdministrativeLevel.Bund), (again.InvitationCodeId, again.Kind, await office.ContingentOfAsync(Guest), again.Person.Level));
        Assert.Equal(SubmitOutcome.CodeUsedUp, await office.Office.SubmitAsync(office.Conference, FormOf("zweite@bund.de", AdministrativeLevel.Bund) with { Code = code.Code }, Ct));
    }

    [Theory, EveryDatabase]
    public async Task The_page_says_of_a_used_up_code_the_same_to_who_used_it_and_to_anybody(string provider)
    {
        await using var office = await OpenAsync(provider, 3);
        await office.AddAsync(For("Gäste", 2));
        var code = await CodeAsync(office, uses: 1);
        await office.Office.SubmitAsync(office.Conference, FormOf(Guest, AdministrativeLevel.Bund) with { Code = code.Code }, Ct);

        foreach (var email in new[] { Guest, "fremd@bund.de" }) Assert.Equal(SubmitOutcome.CodeUsedUp, await office.Office.SubmitAsync(office.Conference, FormOf(email, AdministrativeLevel.Bund) with { Code = code.Code }, Ct));
    }

    [Theory, EveryDatabase]
    public async Task An_organiser_invites_somebody_who_waits_and_the_place_is_theirs_at_once(string provider)
    {
        await using var office = await FullAsync(provider);
        await office.RegisterAsync(Guest, AdministrativeLevel.Kommune, Land.Bayern);
        await office.RegisterAsync("zweite@bund.de", AdministrativeLevel.Kommune, Land.Bayern);
        await office.RegisterAsync("dritte@bund.de", AdministrativeLevel.Kommune, Land.Bayern);

        var result = await InviteAsync(office, Guest, "zweite@bund.de", "dritte@bund.de", "voll@stadt.example", "neu@firma.test");

        Assert.Equal(new InvitedResult(1, 0, 1, Admitted: 2, InLine: 1), result);
        Assert.Equal([RegistrationStatus.Confirmed, RegistrationStatus.Confirmed, RegistrationStatus.Confirmed, RegistrationStatus.WaitingList], (await office.PeopleAsync()).Select(r => r.Status));
        Assert.Equal(
            [("dritte@bund.de", InvitationState.Registered), (Guest, InvitationState.Registered), ("neu@firma.test", InvitationState.Open), ("zweite@bund.de", InvitationState.Registered)],
            (await ListAsync(office)).Select(r => (r.Invitation.Email, r.State)));
        Assert.Equal(["neu@firma.test"], (await office.Office.AllAsync<OutgoingMail>(Ct)).Where(m => m.Kind == "Registration.Invited").Select(m => m.ToAddress));
    }

    [Theory, EveryDatabase]
    public async Task Who_was_invited_and_used_the_form_for_everybody_gets_the_place_of_the_invitation_with_the_proof_of_the_address(string provider)
    {
        await using var office = await FullAsync(provider);
        await InviteAsync(office, "gast@firma.test");
        await office.SubmitAsync("gast@firma.test", AdministrativeLevel.Kommune, Land.Bayern);
        Assert.Equal(InvitationState.Open, Assert.Single(await ListAsync(office)).State);

        var secret = await office.Office.LastSecretAsync("Registration.ConfirmEmail", "gast@firma.test", Ct);
        var (outcome, _) = await office.Office.UseAsync<RegistrationDesk, (ConfirmEmailOutcome, Guid?)>(desk => desk.ConfirmEmailAsync(secret, Ct));

        Assert.Equal((ConfirmEmailOutcome.Confirmed, "Gäste", InvitationState.Registered), (outcome, await office.ContingentOfAsync("gast@firma.test"), Assert.Single(await ListAsync(office)).State));
    }

    [Theory]
    [InlineData(RegistrationStatus.UnderReview, "Ihre Anmeldung liegt uns schon vor. Sie ist noch keine Zusage")]
    [InlineData(RegistrationStatus.WaitingList, "Sie stehen schon auf der Warteliste und behalten dort Ihre Stelle.")]
    [InlineData(RegistrationStatus.Offered, "Ein Platz ist schon für Sie reserviert. Bitte sagen Sie bis")]
    [InlineData(RegistrationStatus.Confirmed, "Sie sind schon angemeldet; es hat sich nichts geändert.")]
    public async Task Whoever_sends_the_form_again_hears_what_is_true(RegistrationStatus status, string told)
    {
        await using var office = await OpenAsync(Databases.Sqlite, status is RegistrationStatus.WaitingList or RegistrationStatus.Offered ? 1 : 5);
        var first = status is RegistrationStatus.WaitingList or RegistrationStatus.Offered ? await office.RegisterAsync("voll@stadt.example", AdministrativeLevel.Kommune, Land.Bayern) : null;
        var email = status is RegistrationStatus.UnderReview ? "gast@firma.test" : Guest;
        await office.RegisterAsync(email, AdministrativeLevel.Bund);
        if (status is RegistrationStatus.Offered) await office.CancelAsync(first!);
        var before = await office.Office.RegistrationOfAsync(email, Ct);
        Assert.Equal(status, before.Status);

        await office.SubmitAsync(email, AdministrativeLevel.Kommune, Land.Bayern);

        Assert.Contains(told, await LastTextAsync(office), StringComparison.Ordinal);
        Assert.Equal(before.Version, (await office.Office.RegistrationOfAsync(email, Ct)).Version);
        if (status is not RegistrationStatus.Offered) return;
        var secret = await office.Office.LastSecretAsync("Registration.AlreadyRegistered", email, Ct);
        Assert.Equal(OfferOutcome.Accepted, await office.Office.UseAsync<RegistrationDesk, OfferOutcome>(desk => desk.AcceptOfferAsync(secret, Ct)));
    }

    [Theory, EveryDatabase]
    public async Task Of_30_who_wait_at_once_as_many_get_a_place_by_a_code_as_it_is_good_for(string provider)
    {
        await using var office = await FullAsync(provider, guests: 5, capacity: 6);
        var code = await CodeAsync(office, uses: 5);
        var waiting = Enumerable.Range(1, 30).Select(i => $"p{i}@bund.de").ToList();
        foreach (var email in waiting) await office.RegisterAsync(email, AdministrativeLevel.Kommune, Land.Bayern);

        await Task.WhenAll(waiting.Select(email => Task.Run(() => office.Office.SubmitAsync(office.Conference, FormOf(email, AdministrativeLevel.Bund) with { Code = code.Code }, Ct), Ct)));

        var people = await office.PeopleAsync();
        Assert.Equal((6, 5, 5), (people.Count(r => r.Status is RegistrationStatus.Confirmed), people.Count(r => r.InvitationCodeId == code.Id), Assert.Single(await CodesAsync(office)).Used));
    }

    [Fact]
    public async Task Without_the_lock_two_who_wait_take_the_last_place_for_guests()
    {
        await using var office = await FullAsync(Databases.Sqlite, guests: 1, capacity: 2);
        var code = await CodeAsync(office, uses: 1);
        foreach (var email in new[] { "one@bund.de", "two@bund.de" }) await office.RegisterAsync(email, AdministrativeLevel.Kommune, Land.Bayern);
        var bothHaveLooked = new Rendezvous(2);
        var race = office.With(office.Office.With(database => new WithoutLock(database.ConnectionString, bothHaveLooked.ArriveAsync)));

        var first = race.Office.SubmitAsync(office.Conference, FormOf("one@bund.de", AdministrativeLevel.Bund) with { Code = code.Code }, Ct);
        await bothHaveLooked.Arrived(1);
        await Task.WhenAll(first, race.Office.SubmitAsync(office.Conference, FormOf("two@bund.de", AdministrativeLevel.Bund) with { Code = code.Code }, Ct));

        Assert.Equal(3, (await office.PeopleAsync()).Count(r => r.Status is RegistrationStatus.Confirmed));
    }

    // One place for everybody, which is taken, and free ones for guests.
    private static async Task<ContingentOffice> FullAsync(string provider, int guests = 2, int capacity = 3)
    {
        var office = await OpenAsync(provider, capacity);
        await office.AddAsync(For("Gäste", guests));
        await office.RegisterAsync("voll@stadt.example", AdministrativeLevel.Kommune, Land.Bayern);
        return office;
    }

    private static async Task<Guid> GuestsAsync(ContingentOffice office) => (await office.Office.AllAsync<Contingent>(Ct)).Single(c => c.Settings.Name == "Gäste").Id;

    private static async Task<InvitationCode> CodeAsync(ContingentOffice office, int uses)
    {
        var settings = new InvitationCodeSettings { Name = "Gäste der Ministerin", Uses = uses, EndsAt = office.Office.Clock.GetUtcNow().AddDays(30), Kind = AttendeeKind.HostGuest, ContingentId = await GuestsAsync(office) };
        return (await office.Office.UseAsync<InvitationDesk, (CodeOutcome, InvitationCode? Code)>(desk => desk.SaveCodeAsync(office.Conference.Id, null, default, settings, Organiser, Ct))).Code!;
    }

    private static async Task<InvitedResult> InviteAsync(ContingentOffice office, params string[] emails)
    {
        var terms = new InvitationTerms(await GuestsAsync(office), AttendeeKind.HostGuest, office.Office.Clock.GetUtcNow().AddDays(30), Language.German);
        return await office.Office.UseAsync<InvitationDesk, InvitedResult>(desk => desk.InviteAsync(office.Conference.Id, emails, terms, Organiser, Ct));
    }

    private static Task<IReadOnlyList<CodeRow>> CodesAsync(ContingentOffice office) => office.Office.UseAsync<InvitationDesk, IReadOnlyList<CodeRow>>(desk => desk.CodesAsync(office.Conference.Id, Ct));

    private static Task<IReadOnlyList<InvitationRow>> ListAsync(ContingentOffice office) => office.Office.UseAsync<InvitationDesk, IReadOnlyList<InvitationRow>>(desk => desk.InvitationsAsync(office.Conference.Id, Ct));

    private static async Task<string> LastTextAsync(ContingentOffice office) => Letters.Read((await office.Office.AllAsync<OutgoingMail>(Ct)).OrderBy(m => m.Id).Last()).TextBody!;
}
