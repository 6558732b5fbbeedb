using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Tests.Hosting;
using static Kongress.Tests.Registrations.Groups.GroupOffice;

namespace Kongress.Tests.Registrations.Groups;

/// <summary>A substitute does not confirm: the place goes on, and those who counted on it hear of it.</summary>
public sealed class SubstituteLapsedTests
{
    private const string Jo = "p1@stadt-koeln.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Who_named_the_substitute_and_the_contact_of_the_group_are_told_once_and_what_can_be_done(string provider)
    {
        await using var office = await OpenAsync(10, provider);
        await office.SubmitAsync(Form(Row(1), Row(2)));
        await office.AdmitAsync(Jo);
        await NameAsync(office, Jo, "kim@amt.example", "Kim");
        Assert.Contains("Ihre Vertretung muss noch bestätigen, bis Do., 26. November 2026, 12:00 Uhr.", (await TextsAsync(office, "Registration.Replaced")).Single(), StringComparison.Ordinal);

        await DroppedOutTests.PassAsync(office, TimeSpan.FromHours(48));
        await DroppedOutTests.PassAsync(office, TimeSpan.FromMinutes(1));

        Assert.Equal([$"Group.SubstituteLapsed {Contact}", $"Registration.SubstituteLapsed {Jo}"], (await office.MailsAsync()).Where(m => m.Contains("Lapsed", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        var toJo = (await TextsAsync(office, "Registration.SubstituteLapsed")).Single();
        Assert.Contains("Kim Ersatz sollte an Ihrer Stelle zum 15. IT-Planungskongress kommen, hat aber nicht rechtzeitig bestätigt.", toJo, StringComparison.Ordinal);
        Assert.Contains("/anmeldung", toJo, StringComparison.Ordinal);
        Assert.Contains("In Ihrer Sammelanmeldung können Sie Jo Weiß noch einmal anmelden.", (await TextsAsync(office, "Group.SubstituteLapsed")).Single(), StringComparison.Ordinal);
        // The link of that mail opens the group.
        var view = await office.FindAsync(await office.Office.LastSecretAsync("Group.SubstituteLapsed", Contact, Ct));
        Assert.True(view!.Members[0].HasEnded);
    }

    [Fact]
    public async Task The_contact_hears_of_a_substitute_whom_they_named_and_of_one_whom_that_one_named()
    {
        await using var office = await OpenAsync(10);
        await office.SubmitAsync(Form(Row(1)));
        await office.AdmitAsync(Jo);
        await office.DoAsync(Jo, (desk, secret, id) => desk.SubstituteAsync(secret, id, Row(7) with { GivenName = "Kim", FamilyName = "Ersatz" }, Ct));
        await ConfirmAsync(office, "p7@stadt-koeln.example");
        await NameAsync(office, "p7@stadt-koeln.example", "lea@amt.example", "Lea");

        await DroppedOutTests.PassAsync(office, TimeSpan.FromHours(48));

        Assert.Equal([$"Group.SubstituteLapsed {Contact}", "Registration.SubstituteLapsed p7@stadt-koeln.example"], (await office.MailsAsync()).Where(m => m.Contains("Lapsed", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("Lea Ersatz sollte an Stelle von Kim Ersatz", (await TextsAsync(office, "Group.SubstituteLapsed")).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_registration_has_closed_the_mail_says_to_write()
    {
        await using var office = await OpenAsync(10);
        await office.Office.RegisterAsync(office.Conference, "jo@bund.de", Ct);
        office.Office.Clock.SetUtcNow(office.Conference.RegistrationClosesAt);
        await NameAsync(office, "jo@bund.de", "kim@bund.de", "Kim");

        await DroppedOutTests.PassAsync(office, TimeSpan.FromDays(5));

        Assert.Equal(["Registration.SubstituteLapsed jo@bund.de"], (await office.MailsAsync()).Where(m => m.Contains("Lapsed", StringComparison.Ordinal)));
        Assert.Contains("Die Anmeldung ist geschlossen. Soll doch noch jemand kommen, schreiben Sie uns bitte.", (await TextsAsync(office, "Registration.SubstituteLapsed")).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_substitute_who_confirms_nobody_is_told_otherwise()
    {
        await using var office = await OpenAsync(10);
        await office.SubmitAsync(Form(Row(1), Row(2)));
        await office.AdmitAsync(Jo);
        await NameAsync(office, Jo, "kim@amt.example", "Kim");
        await ConfirmAsync(office, "kim@amt.example");

        await DroppedOutTests.PassAsync(office, TimeSpan.FromDays(5));

        Assert.DoesNotContain(await office.MailsAsync(), m => m.Contains("Lapsed", StringComparison.Ordinal));
    }

    private static async Task NameAsync(GroupOffice office, string of, string email, string givenName)
    {
        var old = await office.Office.RegistrationOfAsync(of, Ct);
        Assert.Equal(SubstituteOutcome.Substituted, await office.Office.UseAsync<AttendeeDesk, SubstituteOutcome>(desk => desk.SubstituteAsync(old.Id, old.AccountId!.Value, Any.Submission(email, givenName, "Ersatz"), Ct)));
    }

    private static async Task ConfirmAsync(GroupOffice office, string email)
    {
        var secret = await office.Office.LastSecretAsync("Registration.NamedAsSubstitute", email, Ct);
        await office.Office.UseAsync<RegistrationDesk>(desk => desk.ConfirmEmailAsync(secret, Ct));
    }

    private static async Task<List<string>> TextsAsync(GroupOffice office, string kind) =>
        [.. (await office.Office.AllAsync<OutgoingMail>(Ct)).Where(m => m.Kind == kind).Select(m => Letters.Read(m).TextBody!)];
}
