using Kongress.Accounts;
using Kongress.Data;
using Kongress.Registrations;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Registrations;

/// <summary>Whoever passed the place on, and the organisers, read what is true of the substitute now.</summary>
public sealed class WhatBecameOfTheSubstituteTests
{
    private const string Jo = "jo@bund.de";
    private const string NextPerson = "Der Platz geht an die nächste Person.";
    private const string NotConfirmed = "Ihre Vertretung hat nicht rechtzeitig bestätigt.";
    private const string Anew = "Soll doch noch jemand kommen, melden Sie sich oder die Person bitte neu an.";
    private static readonly Guid Olaf = Guid.CreateVersion7();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_person_reads_until_when_the_substitute_must_confirm_and_then_that_they_come()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.RegisterAsync(await office.ConferenceAsync(10, Ct), Jo, Ct);
        await NameAsync(office, Jo, "kim@bund.de");

        Assert.Equal(("Ihre Vertretung muss noch bestätigen.", "Bis Do., 26. November 2026, 12:00 Uhr ist der Platz für Ihre Vertretung reserviert. Danach geht er an die nächste Person."), await AlertAsync(office));
        Assert.Contains("Als Vertretung genannt: Kim Ersatz. Die Vertretung muss noch bestätigen, bis Do., 26. November 2026, 12:00 Uhr.", await DeskAsync(office, Jo), StringComparison.Ordinal);

        await ConfirmAsync(office, "kim@bund.de");

        Assert.Equal(("Eine Vertretung kommt an Ihrer Stelle.", ""), await AlertAsync(office));
        Assert.Contains("Als Vertretung genannt: Kim Ersatz. Die Vertretung kommt.", await DeskAsync(office, Jo), StringComparison.Ordinal);
        Assert.Contains("Kommt an Stelle von", await DeskAsync(office, "kim@bund.de"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(48, false)]
    [InlineData(48, true)]
    [InlineData(24 * 10, true)]
    public async Task The_person_reads_that_the_substitute_did_not_confirm_and_what_can_be_done(int hours, bool roundHasRun)
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.RegisterAsync(await office.ConferenceAsync(10, Ct), Jo, Ct);
        await NameAsync(office, Jo, "kim@bund.de");
        office.Clock.Advance(TimeSpan.FromHours(hours));
        if (roundHasRun) await office.UseAsync<RegistrationDesk>(desk => desk.PassTimeAsync(Ct));
        // After ten days those who never confirmed are erased; what happened is true all the same.
        await office.UseAsync<IEnumerable<IHoldsPersonalData>>(holders => holders.OfType<RegistrationRecords>().Single().EraseDueAsync(office.Clock.GetUtcNow(), Ct));
        Assert.Equal(hours > 48 ? 1 : 2, (await office.AllAsync<Registration>(Ct)).Count);

        Assert.Equal((NotConfirmed, $"{NextPerson} {Anew} Ist kein Platz frei, geht es über die Warteliste."), await AlertAsync(office));
        Assert.Contains("Die Vertretung hat nicht rechtzeitig bestätigt; der Platz ging weiter.", await DeskAsync(office, Jo), StringComparison.Ordinal);
        await using var person = await PersonAsync(office);
        var page = await person.ReadAsync("/mein-kongress", Ct);
        Assert.Equal("/anmeldung", page.QuerySelector(".actions a")!.GetAttribute("href"));
        Assert.DoesNotContain("kommt an Ihrer Stelle", (await person.ReadAsync("/mein-kongress/daten", Ct)).Body!.TextContent, StringComparison.Ordinal);
        person.Browser.DefaultRequestHeaders.Add("Accept-Language", "en");
        Assert.Equal(("Your substitute did not confirm in time.", "The place goes to the next person. If somebody is to come after all, please register yourself or that person anew. If no place is free, the waiting list applies."), await AlertAsync(person));
    }

    [Fact]
    public async Task After_the_registration_has_closed_the_page_says_whom_to_write_to()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        await office.RegisterAsync(conference, Jo, Ct);
        office.Clock.SetUtcNow(conference.RegistrationClosesAt);
        await NameAsync(office, Jo, "kim@bund.de");
        office.Clock.Advance(TimeSpan.FromDays(5));
        await office.UseAsync<RegistrationDesk>(desk => desk.PassTimeAsync(Ct));

        Assert.Equal((NotConfirmed, $"{NextPerson} Die Anmeldung ist geschlossen. Soll doch noch jemand kommen, schreiben Sie uns bitte: {conference.ContactEmail}"), await AlertAsync(office));
        await using var person = await PersonAsync(office);
        Assert.Empty((await person.ReadAsync("/mein-kongress", Ct)).QuerySelectorAll("main .actions a"));
    }

    [Fact]
    public async Task Where_a_substitute_named_another_the_last_one_counts()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.RegisterAsync(await office.ConferenceAsync(10, Ct), Jo, Ct);
        await NameAsync(office, Jo, "kim@bund.de");
        await ConfirmAsync(office, "kim@bund.de");
        await NameAsync(office, "kim@bund.de", "lea@bund.de");
        Assert.Equal("Ihre Vertretung muss noch bestätigen.", (await AlertAsync(office)).Title);

        await ConfirmAsync(office, "lea@bund.de");
        Assert.Equal("Eine Vertretung kommt an Ihrer Stelle.", (await AlertAsync(office)).Title);

        var lea = await office.RegistrationOfAsync("lea@bund.de", Ct);
        await office.UseAsync<AttendeeDesk, CancelOutcome>(desk => desk.CancelAsync(lea.Id, lea.AccountId!.Value, Ct));
        Assert.Equal(("Ihre Vertretung ist nicht mehr angemeldet.", $"{NextPerson} {Anew} Ist kein Platz frei, geht es über die Warteliste."), await AlertAsync(office));
        Assert.Contains("Sollte kommen an Stelle von", await DeskAsync(office, "lea@bund.de"), StringComparison.Ordinal);
        Assert.Contains("Die Vertretung ist nicht mehr angemeldet; der Platz ging weiter.", await DeskAsync(office, Jo), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_substitute_who_is_looked_at_first_is_not_said_to_come()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.RegisterAsync(await office.ConferenceAsync(10, Ct), Jo, Ct);
        await NameAsync(office, Jo, "kim@beratung.example");
        await ConfirmAsync(office, "kim@beratung.example");

        Assert.Equal(("Wir prüfen die Anmeldung Ihrer Vertretung.", ""), await AlertAsync(office));
        Assert.Contains("Die Anmeldung der Vertretung ist noch zu prüfen.", await DeskAsync(office, Jo), StringComparison.Ordinal);
    }

    private static async Task NameAsync(Office office, string of, string email)
    {
        var old = await office.RegistrationOfAsync(of, Ct);
        Assert.Equal(SubstituteOutcome.Substituted, await office.UseAsync<AttendeeDesk, SubstituteOutcome>(desk => desk.SubstituteAsync(old.Id, old.AccountId!.Value, Any.Submission(email, "Kim", "Ersatz"), Ct)));
    }

    private static async Task ConfirmAsync(Office office, string email)
    {
        var secret = await office.LastSecretAsync("Registration.NamedAsSubstitute", email, Ct);
        await office.UseAsync<RegistrationDesk>(desk => desk.ConfirmEmailAsync(secret, Ct));
    }

    private static async Task<Desk> PersonAsync(Office office) =>
        Desk.Open(office.Database, office.Clock.GetUtcNow(), (await office.RegistrationOfAsync(Jo, Ct)).AccountId!.Value, Roles.Attendee);

    /// <summary>What stands at the top of "Mein Kongress"; of its text all that follows the congress.</summary>
    private static async Task<(string Title, string Text)> AlertAsync(Office office)
    {
        await using var person = await PersonAsync(office);
        return await AlertAsync(person);
    }

    private static async Task<(string Title, string Text)> AlertAsync(Desk person)
    {
        var alert = (await person.ReadAsync("/mein-kongress", Ct)).QuerySelector("main .kern-alert")!;
        return (alert.QuerySelector(".kern-title")!.TextContent, string.Join(' ', alert.QuerySelectorAll("p").Skip(1).Select(p => p.TextContent)));
    }

    private static async Task<string> DeskAsync(Office office, string email)
    {
        await using var desk = Desk.Open(office.Database, office.Clock.GetUtcNow(), Olaf, Roles.Organiser);
        var page = await desk.ReadAsync($"/organisation/anmeldungen/{(await office.RegistrationOfAsync(email, Ct)).Id}", Ct);
        return string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
