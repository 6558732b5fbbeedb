using System.Net;
using System.Text;
using Kongress.Accounts;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Registrations.Imports;
using Kongress.Registrations.Rows;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Registrations.Imports;

/// <summary>An organiser reads in people from a list, as often as they like.</summary>
public sealed class ReadingInPeopleTests
{
    private const string Head = "Referenz;Vorname;Nachname;E-Mail-Adresse;Organisation;Verwaltungsebene;Land;Tag 1;Tag 2;Abend\r\n";
    private const string Jo = "A-1;Jo;Weiß;jo@stadt-koeln.example;Stadt Köln;Kommune;Nordrhein-Westfalen;ja;ja;nein\r\n";
    private const string Ayse = "A-2;Ayşe;Şahin;ayse@bund.de;BMI;Bund;;ja;nein;nein\r\n";

    private static readonly Guid Olga = Guid.CreateVersion7();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task New_people_confirm_personally_learn_the_source_and_need_no_admission(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(10, Ct);

        Assert.Equal("New New", await PreviewAsync(office, conference, Jo + Ayse));
        Assert.Empty(await office.AllAsync<Registration>(Ct));
        Assert.Equal("New New", await CarryOutAsync(office, conference, Jo + Ayse));

        var mail = (await office.AllAsync<OutgoingMail>(Ct)).Single(m => m.ToAddress == "jo@stadt-koeln.example");
        Assert.Contains("Meldung der Staatskanzlei (Art. 14 DSGVO)", Letters.Read(mail).TextBody!, StringComparison.Ordinal);
        var secret = Letters.Secret(mail);
        Assert.Equal(ConfirmEmailOutcome.Confirmed, (await office.UseAsync<RegistrationDesk, (ConfirmEmailOutcome Outcome, Guid?)>(desk => desk.ConfirmEmailAsync(secret, Ct))).Outcome);
    }

    [Theory, EveryDatabase]
    public async Task The_same_file_again_changes_nothing_and_a_corrected_one_only_what_differs(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        await CarryOutAsync(office, conference, Jo + Ayse);
        var mails = (await office.AllAsync<OutgoingMail>(Ct)).Count;

        Assert.Equal("Unchanged Unchanged", await CarryOutAsync(office, conference, Jo + Ayse));
        Assert.Equal("Changed Unchanged", await CarryOutAsync(office, conference, Jo.Replace("Weiß", "Weiß-Groß", StringComparison.Ordinal) + Ayse));

        Assert.Equal(mails, (await office.AllAsync<OutgoingMail>(Ct)).Count);
        Assert.Equal("Weiß-Groß", (await office.RegistrationOfAsync("jo@stadt-koeln.example", Ct)).Person.FamilyName);
        Assert.Equal(["New 2, Changed 0, Unchanged 0, Linked 0, Faulty 0", "New 0, Changed 0, Unchanged 2, Linked 0, Faulty 0", "New 0, Changed 1, Unchanged 1, Linked 0, Faulty 0"],
            (await office.AllAsync<Change>(Ct)).Where(c => c.Action == "Registrations.Imported" && c.ActorId == Olga).OrderBy(c => c.Id).Select(c => c.Detail));
    }

    [Fact]
    public async Task Who_is_registered_already_is_linked_and_stays_as_they_are()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        await office.RegisterAsync(conference, "ayse@bund.de", Ct);
        var before = await office.RegistrationOfAsync("ayse@bund.de", Ct);

        Assert.Equal("Linked", await CarryOutAsync(office, conference, Ayse));

        Assert.Equal(before.Version, (await office.RegistrationOfAsync("ayse@bund.de", Ct)).Version);
        Assert.Equal(before.Id, Assert.Single(await office.AllAsync<ImportedAttendee>(Ct)).RegistrationId);
    }

    [Fact]
    public async Task Faults_and_ended_registrations_are_told_and_left_alone()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        await CarryOutAsync(office, conference, Jo + Ayse);
        var ayse = await office.RegistrationOfAsync("ayse@bund.de", Ct);
        await office.UseAsync<ReviewDesk, CancelOutcome>(desk => desk.CancelAsync(ayse.Id, Olga, null, Ct));

        var report = (await office.UseAsync<AttendeeImportDesk, (AttendeeReport? Report, SheetRefusal?)>(desk => desk.PreviewAsync(conference, Bytes(
            Jo.Replace("jo@", "anders@", StringComparison.Ordinal) + Ayse + "A-1;X;Y;x@bund.de;BMI;Bund;;ja;ja;ja\r\n;X;Y;y@bund.de;GmbH;Unternehmen;;ja;vielleicht;ja\r\nA-3;X;Y;z@bund.de;Stadt;Kommune;;ja;ja;ja\r\n"), Ct))).Report!;

        Assert.Equal(
            ["Faulty OtherAddress ", "Unchanged Ended ", "Faulty None Reference ReferenceTwice", "Faulty None Days UnclearAnswer|Reference Missing|Level Company", "Faulty None Land Missing"],
            report.Lines.Select(l => $"{l.Kind} {l.Note} {string.Join('|', l.Row.Problems.Select(p => $"{p.Field} {p.Fault}"))}"));
    }

    [Theory, EveryDatabase]
    public async Task Two_organisers_at_once_read_in_everybody_once(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(10, Ct);

        await Task.WhenAll(Enumerable.Range(1, 2).Select(_ => Task.Run(() => CarryOutAsync(office, conference, Jo + Ayse), Ct)));

        Assert.Equal(2, (await office.AllAsync<Registration>(Ct)).Count);
        Assert.Equal(2, (await office.AllAsync<ImportedAttendee>(Ct)).Count);
    }

    [Fact]
    public async Task Without_the_lock_the_second_organiser_is_stopped_by_the_index_only()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        var bothHaveLooked = new Rendezvous(2);
        var race = office.With(database => new WithoutLock(database.ConnectionString, bothHaveLooked.ArriveAsync));

        var first = CarryOutAsync(race, conference, Jo);
        await bothHaveLooked.Arrived(1);
        var second = CarryOutAsync(race, conference, Jo);

        await Assert.ThrowsAsync<Microsoft.EntityFrameworkCore.DbUpdateException>(() => Task.WhenAll(first, second));
    }

    [Fact]
    public async Task The_page_shows_the_report_asks_for_the_source_and_reads_in()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.ConferenceAsync(10, Ct);
        await using var desk = Desk.Open(office.Database, Olga, Roles.Organiser);
        const string page = "/organisation/anmeldungen/einlesen";
        var token = ((AngleSharp.Html.Dom.IHtmlInputElement)(await desk.ReadAsync(page, Ct)).QuerySelector("main input[name=__RequestVerificationToken]")!).Value;

        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(Bytes(Jo)), "Input.File", "liste.csv" } };
        using var answer = await desk.Browser.PostAsync(page, content, Ct);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var report = answer.Headers.Location!.OriginalString;
        Assert.Contains("Bericht über „liste.csv“", (await desk.ReadAsync(report, Ct)).Body!.TextContent, StringComparison.Ordinal);

        using (var silent = await desk.SendAsync(report, new Dictionary<string, string>(), Ct, "CarryOut")) Assert.Contains("von wem die Angaben sind", (await Desk.ParseAsync(silent, Ct)).Body!.TextContent, StringComparison.Ordinal);
        using (var done = await desk.SendAsync(report, new Dictionary<string, string> { ["Input.Source"] = "Meldung" }, Ct, "CarryOut")) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Single(await office.AllAsync<Registration>(Ct));
        Assert.Contains("liegt nicht mehr bereit", (await desk.ReadAsync(report, Ct)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<string> PreviewAsync(Office office, Conference conference, string rows) =>
        Kinds((await office.UseAsync<AttendeeImportDesk, (AttendeeReport? Report, SheetRefusal?)>(desk => desk.PreviewAsync(conference, Bytes(rows), Ct))).Report!);

    private static async Task<string> CarryOutAsync(Office office, Conference conference, string rows) =>
        Kinds((await office.UseAsync<AttendeeImportDesk, AttendeeReport?>(desk => desk.CarryOutAsync(conference, Bytes(rows), "Meldung der Staatskanzlei", Olga, null, Ct)))!);

    private static string Kinds(AttendeeReport report) => string.Join(' ', report.Lines.Select(l => l.Kind));

    private static byte[] Bytes(string rows) => Encoding.UTF8.GetBytes(Head + rows);
}
