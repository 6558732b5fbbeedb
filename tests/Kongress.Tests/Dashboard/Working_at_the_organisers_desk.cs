using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Kongress.Accounts;
using Kongress.Data;
using Kongress.Registrations;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Dashboard;

/// <summary>The pages of the organiser's desk over HTTP: exports, decisions, and what may not be seen.</summary>
public sealed class Working_at_the_organisers_desk
{
    private static readonly Guid Olaf = Guid.CreateVersion7();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_csv_has_a_byte_order_mark_keeps_umlauts_and_disarms_formulas()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await SubmitAsync(office, "=HYPERLINK(\"http://x\")", "Özil; \"Şahin\"");
        await using var desk = Desk.Open(office.Database, Olaf, Roles.Organiser);

        using var answer = await desk.Browser.GetAsync("/organisation/anmeldungen?handler=Csv&suche=sahin", Ct);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Ct);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.StartsWith("Nummer;Titel;Vorname;Nachname;E-Mail-Adresse;Organisation;", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"Özil; \"\"Şahin\"\"\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain(";=", lines[1], StringComparison.Ordinal);
        Assert.Equal("", Assert.Single(lines[2..]));
        var change = Assert.Single(await office.AllAsync<Change>(Ct), c => c.Action == "Registrations.Exported");
        Assert.Equal((Olaf, "csv, 1; Search"), (change.ActorId!.Value, change.Detail));
    }

    [Fact]
    public async Task The_xlsx_has_a_frozen_header_text_that_stays_text_and_real_dates_and_nothing_about_health()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await SubmitAsync(office, "=1+1", "Müller");
        await using var desk = Desk.Open(office.Database, Olaf, Roles.Organiser);

        await using var stream = new MemoryStream(await desk.Browser.GetByteArrayAsync("/organisation/anmeldungen?handler=Xlsx", Ct));
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var rows = sheet.Descendants<Row>().Select(r => r.Elements<Cell>().ToList()).ToList();

        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        Assert.Equal(2, rows.Count);
        Assert.Empty(sheet.Descendants<CellFormula>());
        Assert.Equal("=1+1", rows[1][5].InnerText);
        Assert.Equal("Müller", rows[1][3].InnerText);
        var submitted = rows[1][rows[0].FindIndex(c => c.InnerText == "Eingegangen")];
        // Noon in UTC is one o'clock at the venue in winter... the office's clock stands at eleven.
        Assert.Equal(new DateTime(2026, 11, 24, 12, 0, 0, DateTimeKind.Unspecified), DateTime.FromOADate(double.Parse(submitted.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.DoesNotContain(rows.SelectMany(r => r), c => c.InnerText.Contains("Erdnuss", StringComparison.Ordinal) || c.InnerText.Contains("Ernährung", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Declining_needs_a_reason_a_template_fills_it_and_the_person_is_told()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        await office.RegisterAsync(conference, "neu@gmbh.example", Ct);
        var registration = await office.RegistrationOfAsync("neu@gmbh.example", Ct);
        await using var desk = Desk.Open(office.Database, Olaf, Roles.Organiser);
        var page = $"/organisation/anmeldungen/{registration.Id}/ablehnen";

        using var empty = await desk.SendAsync(page, new Dictionary<string, string> { ["Input.Reason"] = " " }, Ct);
        Assert.Contains("Bitte nennen Sie einen Grund", (await Desk.ParseAsync(empty, Ct)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        using var sent = await desk.SendAsync(page, new Dictionary<string, string> { ["Input.Reason"] = "Nur für Ämter <b>" }, Ct);

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var rejected = await office.RegistrationOfAsync("neu@gmbh.example", Ct);
        Assert.Equal((RegistrationStatus.Rejected, "Nur für Ämter <b>"), (rejected.Status, rejected.Reason));
        var details = await desk.ReadAsync($"/organisation/anmeldungen/{registration.Id}", Ct);
        Assert.Contains("Abgelehnt", details.QuerySelector(".history")!.TextContent, StringComparison.Ordinal);
        Assert.Null(details.QuerySelector(".history b"));
    }

    [Fact]
    public async Task Many_are_approved_at_once_and_rubbish_among_them_does_no_harm()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(1, Ct);
        foreach (var name in new[] { "a", "b" }) await office.RegisterAsync(conference, $"{name}@gmbh.example", Ct);
        var ids = (await office.AllAsync<Registration>(Ct)).OrderBy(r => r.OrderNumber).Select(r => r.Id).ToList();
        await using var desk = Desk.Open(office.Database, Olaf, Roles.Organiser);
        var list = await desk.ReadAsync("/organisation/anmeldungen?entscheiden=true", Ct);
        var token = list.QuerySelector("main form[method=post] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var content = new FormUrlEncodedContent([.. ids.Append(Guid.CreateVersion7()).Select(id => KeyValuePair.Create("chosen", id.ToString())), new("chosen", "rubbish"), new("__RequestVerificationToken", token)]);
        using var answer = await desk.Browser.PostAsync("/organisation/anmeldungen?handler=Approve", content, Ct);
        var next = await desk.ReadAsync(answer.Headers.Location!.ToString(), Ct);

        Assert.Contains("1 zugelassen und angemeldet, 1 zugelassen und auf der Warteliste, 1 schon vorher entschieden", next.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([RegistrationStatus.Confirmed, RegistrationStatus.WaitingList], (await office.AllAsync<Registration>(Ct)).OrderBy(r => r.OrderNumber).Select(r => r.Status));
    }

    [Fact]
    public async Task Needs_are_shown_to_support_alone_and_every_look_is_written_down()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await SubmitAsync(office, "Amt", "Müller");
        await using var support = Desk.Open(office.Database, Olaf, Roles.Support);
        await using var organiser = Desk.Open(office.Database, Olaf, Roles.Organiser, Roles.Administrator);

        Assert.Contains("Erdnuss", (await support.ReadAsync("/organisation/betreuung", Ct)).Body!.TextContent, StringComparison.Ordinal);
        await organiser.ReadAsync("/organisation/betreuung", Ct, HttpStatusCode.Forbidden);
        var id = (await office.AllAsync<Registration>(Ct)).Single().Id;
        Assert.DoesNotContain("Erdnuss", (await organiser.ReadAsync($"/organisation/anmeldungen/{id}", Ct)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(await office.AllAsync<Change>(Ct), c => c.Action == "Health.Looked");
    }

    [Theory]
    [InlineData("suche=%00%ef%bf%be%ed%a0%80'--")]
    [InlineData("status=99&ebene=-1&land=17&teil=x&sprache=fr&seite=-5&sortierung=;drop")]
    [InlineData("seite=99999999999999999999&suche=%25_%5b%5d")]
    public async Task Whatever_stands_in_the_address_the_list_answers(string query)
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await SubmitAsync(office, "Amt", "Müller");
        await using var desk = Desk.Open(office.Database, Olaf, Roles.Organiser);

        await desk.ReadAsync("/organisation/anmeldungen?" + query, Ct);
        await desk.ReadAsync($"/organisation/anmeldungen/{Guid.CreateVersion7()}", Ct, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Observers_see_numbers_but_no_small_ones_and_no_persons()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await SubmitAsync(office, "Amt", "Müller");
        await using var observer = Desk.Open(office.Database, Olaf, Roles.Observer);

        var page = await observer.ReadAsync("/organisation", Ct);

        Assert.Contains("zu klein", page.QuerySelector("table.bars")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("a[href*=anmeldungen]"));
        await observer.ReadAsync("/organisation/anmeldungen", Ct, HttpStatusCode.Forbidden);
    }

    private static async Task SubmitAsync(Office office, string organisation, string familyName)
    {
        var conference = await office.ConferenceAsync(10, Ct);
        var submission = Any.Submission("person@bund.de", "Jürgen", familyName);
        await office.SubmitAsync(conference, submission with
        {
            Person = submission.Person with { Organisation = organisation },
            Health = new HealthInput(Diet.Vegan, "Erdnuss", Assistance.QuietRoom, null, "test"),
        }, Ct);
    }
}
