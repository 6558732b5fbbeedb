using System.Net;
using System.Text;
using Kongress.Accounts;
using Kongress.Programme.Board;
using Kongress.Programme.Imports;
using Kongress.Programme.Sessions;
using Kongress.Tests.Hosting;
using Kongress.Tests.Speakers;

namespace Kongress.Tests.Programme.Imports;

/// <summary>The programme team chooses a file, reads the report and takes it over.</summary>
public sealed class Importing_on_the_page
{
    private const string Page = "/organisation/programm/einlesen";

    private static readonly Dictionary<string, string> Nothing = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_reported_row_by_row_and_taken_over_only_then()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        await using var desk = Desk.Open(office.Office.Database, ProgrammeOffice.Olga, Roles.Programme);

        var report = await ReportAsync(desk, "plan.csv", Encoding.UTF8.GetBytes("Titel;Beginn;Minuten;Raum\nGrußwort;27.03.2027 11:00;30;Hauptbühne\n;27.03.2027 12:00;30;Hauptbühne\nPodium;27.03.2027 14:02;42;Saal X\n"));
        var page = await desk.ReadAsync(report, Ct);

        Assert.Equal(["Neu", "Fehler", "Neu"], page.QuerySelectorAll("tbody td[data-label=Ergebnis]").Select(c => c.TextContent.Trim()));
        Assert.Equal(["2", "3", "4"], page.QuerySelectorAll("tbody td[data-label=Zeile]").Select(c => c.TextContent.Trim()));
        Assert.Contains("Der Titel fehlt.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ein neuer Raum: Saal X.", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Empty(await office.Office.AllAsync<Session>(Ct));

        var faults = await desk.ReadAsync(report + "&nur=fehler", Ct);
        Assert.Equal(["3"], faults.QuerySelectorAll("tbody td[data-label=Zeile]").Select(c => c.TextContent.Trim()));

        using var done = await desk.SendAsync(report, Nothing, Ct, "CarryOut");
        Assert.Equal("/organisation/programm", done.Headers.Location!.OriginalString);
        Assert.Contains("Eingelesen: 2 neu, 0 geändert. Eine fehlerhafte Zeile ist ausgelassen.", (await desk.ReadAsync("/organisation/programm", Ct)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Grußwort", "Podium"], (await office.Office.AllAsync<Session>(Ct)).Select(s => s.Content.Title).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Sending_it_twice_does_it_once()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        await using var desk = Desk.Open(office.Office.Database, ProgrammeOffice.Olga, Roles.Programme);
        var report = await ReportAsync(desk, "plan.csv", "Titel;Beginn\nGrußwort;27.03.2027 11:00\n"u8.ToArray());
        var page = await desk.ReadAsync(report, Ct);
        var form = page.QuerySelector("form[action*=CarryOut]")!;
        var values = form.QuerySelectorAll("input").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value")!)).ToList();

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 2; i++)
        {
            using var content = new FormUrlEncodedContent(values);
            using var answer = await desk.Browser.PostAsync(form.GetAttribute("action"), content, Ct);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.OK], answers);
        Assert.Single(await office.Office.AllAsync<Session>(Ct));
    }

    [Fact]
    public async Task A_report_that_is_out_of_date_is_shown_anew()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        await using var desk = Desk.Open(office.Office.Database, ProgrammeOffice.Olga, Roles.Programme);
        var report = await ReportAsync(desk, "plan.csv", "Titel;Beginn\nGrußwort;27.03.2027 11:00\n"u8.ToArray());
        var stale = (await desk.ReadAsync(report, Ct)).QuerySelector("[name='Input.Revision']")!.GetAttribute("value")!;
        await office.SessionAsync("Etwas anderes");

        using var refused = await desk.SendAsync(report, new Dictionary<string, string> { ["Input.Revision"] = stale }, Ct, "CarryOut");
        var page = await Desk.ParseAsync(refused, Ct);

        Assert.Contains("Inzwischen wurde am Programm gearbeitet.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(stale, page.QuerySelector("[name='Input.Revision']")!.GetAttribute("value"));
        Assert.Single(await office.Office.AllAsync<Session>(Ct));
        using var done = await desk.SendAsync(report, Nothing, Ct, "CarryOut");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(2, (await office.Office.AllAsync<Session>(Ct)).Count);
    }

    [Fact]
    public async Task A_file_is_kept_for_half_an_hour_and_for_nobody_else()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var shelf = new ImportShelf(office.Office.Clock);
        var (edition, olga, otto) = (office.Conference.Id, ProgrammeOffice.Olga, ProgrammeOffice.Otto);
        var token = shelf.Put(edition, olga, new ShelvedFile("plan.csv", [1]));

        Assert.NotNull(shelf.Find(edition, olga, token));
        Assert.Null(shelf.Find(edition, otto, token));
        Assert.Null(shelf.Find(Guid.CreateVersion7(), olga, token));
        Assert.Null(shelf.Find(edition, olga, null));
        var newer = shelf.Put(edition, olga, new ShelvedFile("plan2.csv", [2]));
        Assert.Null(shelf.Find(edition, olga, token));
        office.Office.Clock.Advance(ImportShelf.KeptFor);
        Assert.Null(shelf.Find(edition, olga, newer));

        await using var desk = Desk.Open(office.Office.Database, olga, Roles.Programme);
        Assert.Contains("Die Datei liegt nicht mehr bereit.", (await desk.ReadAsync(Page + "?datei=" + token, Ct)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nichts.csv", "", "Die Datei ist leer.")]
    [InlineData("bombe.xml", "<!DOCTYPE x [<!ENTITY a \"a\">]><schedule>&a;</schedule>", "Die Datei enthält eine Dokumenttyp-Angabe")]
    [InlineData("brief.txt", "Guten Tag", "Der Tabelle fehlt die Spalte „Titel“.")]
    [InlineData("bild.xlsx", "\u0089PNG\0", "Diese Datei ist kein schedule.xml")]
    public async Task A_file_that_is_not_read_is_answered_with_a_sentence(string name, string content, string sentence)
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        await using var desk = Desk.Open(office.Office.Database, ProgrammeOffice.Olga, Roles.Programme);
        using var answer = await desk.UploadAsync(Page, "", Nothing, name, Encoding.UTF8.GetBytes(content));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await Desk.ParseAsync(answer, Ct);
        Assert.Contains(sentence, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await office.Office.AllAsync<Slot>(Ct));
    }

    private static async Task<string> ReportAsync(Desk desk, string name, byte[] file)
    {
        using var answer = await desk.UploadAsync(Page, "", Nothing, name, file);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }
}
