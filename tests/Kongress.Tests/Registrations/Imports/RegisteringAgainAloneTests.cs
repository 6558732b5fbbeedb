using System.Text;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Registrations;
using Kongress.Registrations.Imports;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Registrations.Imports;

/// <summary>Whom a list names who let the time pass and then registers by themselves: the list's word holds for them, and for nobody else.</summary>
public sealed class RegisteringAgainAloneTests
{
    private const string Jo = "jo@stadt-koeln.example";
    private static readonly Guid Olga = Guid.CreateVersion7();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task The_word_of_the_list_holds_for_the_new_registration_and_reading_it_again_makes_no_second_one(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        await ReadInAsync(office, conference, Line(Jo));
        await LapseAsync(office);

        await office.SubmitAsync(conference, Any.Submission("Jo@Stadt-Koeln.example", "Joana"), Ct);
        // Anybody can type an address: before it is proved nothing has changed.
        var (lapsed, fresh) = ((await PeopleAsync(office))[0], (await PeopleAsync(office))[1]);
        Assert.Equal((lapsed.Id, AttendeeKind.Attendee), (Assert.Single(await office.AllAsync<ImportedAttendee>(Ct)).RegistrationId, fresh.Kind));

        Assert.Equal(ConfirmEmailOutcome.Confirmed, await ConfirmAsync(office, Jo));

        fresh = await office.RegistrationAsync(fresh.Id, Ct);
        Assert.Equal((RegistrationStatus.Confirmed, AttendeeKind.HostGuest), (fresh.Status, fresh.Kind));
        Assert.Equal(("A-1", fresh.Id), Assert.Single(await office.AllAsync<ImportedAttendee>(Ct)) is var word ? (word.Reference, word.RegistrationId) : default);
        Assert.Equal(fresh.Id, Assert.Single(await office.AllAsync<Change>(Ct), c => c.Action == "Registration.ImportLinked").SubjectId);

        Assert.Equal("Unchanged", await ReadInAsync(office, conference, Line(Jo)));
        Assert.Equal("Joana", (await office.RegistrationAsync(fresh.Id, Ct)).Person.GivenName);
        Assert.Equal("Changed", await ReadInAsync(office, conference, Line(Jo, "Weiß-Groß")));
        Assert.Equal([lapsed.Id, fresh.Id], (await PeopleAsync(office)).Select(r => r.Id));
    }

    [Theory]
    [InlineData("jo@stadt-koeln.example.org")]
    [InlineData("j.o@stadt-koeln.example")]
    public async Task Another_address_is_looked_at_like_everybodys(string other)
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        await ReadInAsync(office, conference, Line(Jo));
        await LapseAsync(office);

        await office.SubmitAsync(conference, Any.Submission(other, "Jo", "Weiß"), Ct);

        Assert.Equal(ConfirmEmailOutcome.UnderReview, await ConfirmAsync(office, other));
        Assert.Equal((await PeopleAsync(office))[0].Id, Assert.Single(await office.AllAsync<ImportedAttendee>(Ct)).RegistrationId);
    }

    [Fact]
    public async Task The_list_of_another_edition_says_nothing_here()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var former = await office.ConferenceAsync(10, Ct);
        await ReadInAsync(office, former, Line(Jo));
        await LapseAsync(office);
        var next = await office.ConferenceAsync(10, Ct, c => (c.Number, c.IsCurrent) = (16, false));

        await office.SubmitAsync(next, Any.Submission(Jo), Ct);

        Assert.Equal(ConfirmEmailOutcome.UnderReview, await ConfirmAsync(office, Jo));
    }

    [Theory]
    [InlineData(-1, ConfirmEmailOutcome.Confirmed)]
    [InlineData(0, ConfirmEmailOutcome.UnderReview)]
    public async Task The_word_ends_with_what_is_kept_of_the_list(int seconds, ConfirmEmailOutcome expected)
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        await ReadInAsync(office, conference, Line(Jo));
        var erased = office.Clock.GetUtcNow().AddDays(conference.KeepUnconfirmedDays);
        await LapseAsync(office);
        office.Clock.SetUtcNow(erased.AddSeconds(seconds));
        await office.UseAsync<IEnumerable<IHoldsPersonalData>>(async holders =>
        {
            foreach (var holder in holders) await holder.EraseDueAsync(office.Clock.GetUtcNow(), Ct);
        });

        await office.SubmitAsync(conference, Any.Submission(Jo), Ct);

        Assert.Equal(expected, await ConfirmAsync(office, Jo));
    }

    [Fact]
    public async Task Whom_an_organiser_has_cancelled_is_looked_at_again()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        await ReadInAsync(office, conference, Line(Jo));
        await office.UseAsync<ReviewDesk, CancelOutcome>(async desk => await desk.CancelAsync((await PeopleAsync(office))[0].Id, Olga, "Doch nicht", Ct));

        await office.SubmitAsync(conference, Any.Submission(Jo), Ct);

        Assert.Equal(ConfirmEmailOutcome.UnderReview, await ConfirmAsync(office, Jo));
    }

    [Fact]
    public async Task Where_the_list_was_corrected_since_the_old_address_has_its_word_no_more()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        await ReadInAsync(office, conference, Line(Jo));
        await LapseAsync(office);
        Assert.Equal("New", await ReadInAsync(office, conference, Line("jo.weiss@stadt-koeln.example")));

        await office.SubmitAsync(conference, Any.Submission(Jo), Ct);

        Assert.Equal(ConfirmEmailOutcome.UnderReview, await ConfirmAsync(office, Jo));
    }

    private static string Line(string email, string familyName = "Weiß") => $"A-1;Jo;{familyName};{email};Stadt Köln;Kommune;Nordrhein-Westfalen;Gast des Ausrichters;ja;ja;nein\r\n";

    private static async Task<string> ReadInAsync(Office office, Conference conference, string rows)
    {
        var content = Encoding.UTF8.GetBytes("Referenz;Vorname;Nachname;E-Mail-Adresse;Organisation;Verwaltungsebene;Land;Kommt als;Tag 1;Tag 2;Abend\r\n" + rows);
        var report = await office.UseAsync<AttendeeImportDesk, AttendeeReport?>(desk => desk.CarryOutAsync(conference, content, "Meldung", Olga, null, Ct));
        return Assert.Single(report!.Lines).Kind.ToString();
    }

    private static async Task LapseAsync(Office office)
    {
        office.Clock.Advance(TimeSpan.FromHours(49));
        await office.UseAsync<RegistrationDesk>(desk => desk.PassTimeAsync(Ct));
        Assert.Equal(RegistrationStatus.Expired, Assert.Single(await PeopleAsync(office)).Status);
    }

    private static async Task<ConfirmEmailOutcome> ConfirmAsync(Office office, string email)
    {
        var secret = await office.LastSecretAsync("Registration.ConfirmEmail", email, Ct);
        return (await office.UseAsync<RegistrationDesk, (ConfirmEmailOutcome Outcome, Guid?)>(desk => desk.ConfirmEmailAsync(secret, Ct))).Outcome;
    }

    private static async Task<List<Registration>> PeopleAsync(Office office) => [.. (await office.AllAsync<Registration>(Ct)).OrderBy(r => r.OrderNumber)];
}
