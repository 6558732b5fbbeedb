using System.Net;
using System.Text;
using Kongress.Accounts;
using Kongress.Conferences;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Registrations.Imports;
using Kongress.Registrations.Rows;
using Kongress.Shared;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Registrations.Imports;

/// <summary>As what somebody comes who is read in from a list: in the words of the lists that we write ourselves.</summary>
public sealed class KindsInAListTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Guests_press_and_exhibitors_come_as_what_the_list_says_and_learn_it(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(10, Ct);

        var report = await CarryOutAsync(office, conference,
            Line(1, "Bund", "Gast des Ausrichters"), Line(2, "Bund", "presse"), Line(3, "Unternehmen", "Ausstellung"), Line(4, "Bund", "Teilnahme"), Line(5, "Bund", ""), Line(6, "Presse", ""), Line(7, "Presse", "Gast des Ausrichters"));

        Assert.All(report.Lines, line => Assert.Equal(AttendeeLineKind.New, line.Kind));
        Assert.Equal(
            [AttendeeKind.HostGuest, AttendeeKind.Press, AttendeeKind.Exhibitor, AttendeeKind.Attendee, AttendeeKind.Attendee, AttendeeKind.Press, AttendeeKind.HostGuest],
            (await office.AllAsync<Registration>(Ct)).OrderBy(r => r.OrderNumber).Select(r => r.Kind));
        Assert.Equal(AdministrativeLevel.Unternehmen, (await office.RegistrationOfAsync("p3@amt.example", Ct)).Person.Level);
        var mails = (await office.AllAsync<OutgoingMail>(Ct)).ToDictionary(m => m.ToAddress, m => Letters.Read(m).TextBody!);
        Assert.Contains("Gast des Ausrichters", mails["p1@amt.example"], StringComparison.Ordinal);
        Assert.DoesNotContain("Teilnahme als", mails["p4@amt.example"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_we_do_not_know_a_companion_and_a_company_without_a_stand_are_faults_of_their_row()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        await using var desk = Desk.Open(office.Database, Guid.CreateVersion7(), Roles.Organiser);
        var rows = new[] { Line(1, "Bund", "Ehrengast"), Line(2, "Bund", "Begleitperson"), Line(3, "Unternehmen", "Presse") };

        var report = (await office.UseAsync<AttendeeImportDesk, (AttendeeReport? Report, SheetRefusal?)>(d => d.PreviewAsync(conference, Bytes(rows), Ct))).Report!;

        Assert.Equal(["2 Kind Unknown Ehrengast", "3 Kind Assistant ", "4 Level Company "], report.Lines.Select(l => $"{l.Row.Row.Line} {string.Join('|', l.Row.Problems.Select(p => $"{p.Field} {p.Fault} {p.Detail}"))}"));
        var text = (await desk.ReadAsync(await UploadAsync(desk, rows), Ct)).Body!.TextContent;
        Assert.Contains("Kommt als „Ehrengast“ kennen wir nicht. Möglich sind: Teilnahme, Gast des Ausrichters, Presse, Ausstellung.", text, StringComparison.Ordinal);
        Assert.Contains("Begleitpersonen lassen sich nicht einlesen", text, StringComparison.Ordinal);
        Assert.Empty(await office.AllAsync<Registration>(Ct));
    }

    [Fact]
    public async Task Who_is_there_already_stays_what_they_are_and_the_report_says_so()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        await CarryOutAsync(office, conference, Line(1, "Bund", ""));
        await office.RegisterAsync(conference, "p2@amt.example", Ct);

        var report = await CarryOutAsync(office, conference, Line(1, "Bund", "Presse"), Line(2, "Bund", "Ausstellung"));
        var company = await CarryOutAsync(office, conference, Line(1, "Unternehmen", "Ausstellung"));
        var same = await CarryOutAsync(office, conference, Line(1, "Bund", "Teilnahme"));

        Assert.Equal(["Unchanged OtherKind", "Linked OtherKind", "Faulty CompanyWithoutStand", "Unchanged None"], report.Lines.Concat(company.Lines).Concat(same.Lines).Select(l => $"{l.Kind} {l.Note}"));
        Assert.All(await office.AllAsync<Registration>(Ct), r => Assert.Equal((AttendeeKind.Attendee, false), (r.Kind, r.Person.Level is AdministrativeLevel.Unternehmen)));
    }

    [Fact]
    public async Task The_columns_of_the_template_have_the_names_of_the_lists_we_write()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.RegisterAsync(await office.ConferenceAsync(10, Ct), "p1@amt.example", Ct);
        await using var desk = Desk.Open(office.Database, Guid.CreateVersion7(), Roles.Organiser);

        var list = (await desk.Browser.GetStringAsync("/organisation/anmeldungen?handler=Csv", Ct)).TrimStart('\uFEFF').Split("\r\n");
        var template = (await desk.Browser.GetStringAsync("/organisation/anmeldungen/einlesen?handler=Template", Ct)).TrimStart('\uFEFF').TrimEnd().Split(';');

        Assert.Contains("Kommt als", template);
        Assert.Empty(template.Except(list[0].Split(';')));
        Assert.Contains("„Gast des Ausrichters“", (await desk.ReadAsync("/organisation/anmeldungen/einlesen", Ct)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static string Line(int number, string level, string kind) => $"A-{number};Jo;Weiß;p{number}@amt.example;Amt;{level};;{kind};ja;ja;nein\r\n";

    private static byte[] Bytes(params string[] rows) => Encoding.UTF8.GetBytes("Referenz;Vorname;Nachname;E-Mail-Adresse;Organisation;Verwaltungsebene;Land;Kommt als;Tag 1;Tag 2;Abend\r\n" + string.Concat(rows));

    private static async Task<AttendeeReport> CarryOutAsync(Office office, Conference conference, params string[] rows) =>
        (await office.UseAsync<AttendeeImportDesk, AttendeeReport?>(desk => desk.CarryOutAsync(conference, Bytes(rows), "Meldung", Guid.CreateVersion7(), null, Ct)))!;

    private static async Task<string> UploadAsync(Desk desk, string[] rows)
    {
        const string page = "/organisation/anmeldungen/einlesen";
        var token = ((AngleSharp.Html.Dom.IHtmlInputElement)(await desk.ReadAsync(page, Ct)).QuerySelector("main input[name=__RequestVerificationToken]")!).Value;
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(Bytes(rows)), "Input.File", "liste.csv" } };
        using var answer = await desk.Browser.PostAsync(page, content, Ct);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }
}
