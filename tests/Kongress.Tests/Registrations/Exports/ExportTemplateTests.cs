using System.Net;
using System.Text;
using Kongress.Accounts;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Registrations;
using Kongress.Registrations.Exports;
using Kongress.Registrations.Groups;
using Kongress.Registrations.Imports;
using Kongress.Registrations.Rows;
using Kongress.Tests.Hosting;
using Kongress.Tests.Security;

namespace Kongress.Tests.Registrations.Exports;

/// <summary>Columns, filters and format under a name: made, used, changed, deleted.</summary>
public sealed class ExportTemplateTests
{
    private const string List = "/organisation/anmeldungen/vorlagen";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_template_is_made_used_changed_and_deleted()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        await office.SubmitAsync(conference, Any.Submission("ayse@bund.de", "=Ayşe"), Ct);
        await office.RegisterAsync(conference, "jo@bund.de", Ct);
        await using var desk = Desk.Open(office.Database, Guid.CreateVersion7(), Roles.Organiser);

        Assert.Contains("Noch gibt es keine Vorlage.", (await desk.ReadAsync(List, Ct)).Body!.TextContent, StringComparison.Ordinal);
        using (var made = await desk.SendAsync(List + "/bearbeiten", new Dictionary<string, string> { ["Input.Name"] = "Türschilder", ["Input.Columns"] = "E-Mail-Adresse", ["Input.Format"] = "Csv", ["Input.Status"] = "Confirmed" }, Ct)) Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var template = Assert.Single(await office.AllAsync<ExportTemplate>(Ct));
        Assert.Equal(("Türschilder", "E-Mail-Adresse", "?status=Confirmed", ExportFormat.Csv), (template.Name, template.Columns, template.Filter, template.Format));

        using (var file = await desk.Browser.GetAsync($"{List}/{template.Id}", Ct))
        {
            Assert.Equal("E-Mail-Adresse\r\njo@bund.de\r\n", (await file.Content.ReadAsStringAsync(Ct)).TrimStart('\uFEFF'));
            Assert.Equal("tuerschilder-15.csv", file.Content.Headers.ContentDisposition!.FileName);
        }

        var edit = $"{List}/bearbeiten/{template.Id}";
        using (var changed = await desk.SendAsync(edit, new Dictionary<string, string> { ["Input.Columns"] = "Vorname", ["Input.Status"] = "AwaitingEmail" }, Ct)) Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        // A cell that begins like a formula leaves the house as text.
        Assert.Equal("Vorname\r\n\"'=Ayşe\"\r\n", (await desk.Browser.GetStringAsync($"{List}/{template.Id}", Ct)).TrimStart('\uFEFF'));
        using (var none = await desk.SendAsync(edit, new Dictionary<string, string> { ["Input.Columns"] = "Gibt es nicht" }, Ct)) Assert.Contains("mindestens eine Spalte", (await Desk.ParseAsync(none, Ct)).Body!.TextContent, StringComparison.Ordinal);
        using (var deleted = await Form.SendAsync(desk.Browser, edit, "Delete", Ct)) Assert.Equal(HttpStatusCode.Redirect, deleted.StatusCode);

        Assert.Empty(await office.AllAsync<ExportTemplate>(Ct));
        Assert.Equal(["ExportTemplate.Created", "Registrations.Exported", "ExportTemplate.Changed", "Registrations.Exported", "ExportTemplate.Deleted"],
            (await office.AllAsync<Change>(Ct)).Where(c => c.Action.Contains("Export", StringComparison.Ordinal)).OrderBy(c => c.Id).Select(c => c.Action));
    }

    [Fact]
    public async Task The_list_hands_over_every_filter_and_its_order_but_not_what_was_searched_for()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.ConferenceAsync(10, Ct);
        await using var desk = Desk.Open(office.Database, Guid.CreateVersion7(), Roles.Organiser);
        const string filters = "status=Confirmed&ebene=Kommune&land=Bremen&art=HostGuest&teil=Evening&sprache=en&kontingent=offen&gruppe=01990000-0000-7000-8000-000000000000&entscheiden=true&sortierung=Name&richtung=ab";

        var list = await desk.ReadAsync($"/organisation/anmeldungen?suche=weiß&{filters}", Ct);
        Assert.Empty(list.QuerySelectorAll("main a[href*='/vorlagen/bearbeiten']"));
        await office.SubmitAsync((await office.AllAsync<Conference>(Ct)).Single(), Any.Submission("ayse@bund.de"), Ct);
        var link = (await desk.ReadAsync("/organisation/anmeldungen?suche=ayse&ebene=Kommune&sortierung=Name", Ct)).QuerySelector("main a[href*='/vorlagen/bearbeiten']")!.GetAttribute("href")!;
        Assert.Equal(List + "/bearbeiten?ebene=Kommune&sortierung=Name", link);
        using (var made = await desk.SendAsync($"{List}/bearbeiten?{filters}&suche=weiß", new Dictionary<string, string> { ["Input.Name"] = "Abend" }, Ct)) Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);

        var template = Assert.Single(await office.AllAsync<ExportTemplate>(Ct));
        Assert.Equal("?" + filters, template.Filter);
        Assert.Equal("Nur zu prüfende, Angemeldet, Kommune, Bremen, Gast des Ausrichters, Abendveranstaltung, Englisch, Offen für alle, Diese Gruppe gibt es nicht mehr", (await desk.ReadAsync(List, Ct)).QuerySelector("main td[data-label=Filter]")!.TextContent);
        // Saved again as it is shown, nothing of it is lost.
        using (var again = await desk.SendAsync($"{List}/bearbeiten/{template.Id}", new Dictionary<string, string>(), Ct)) Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal("?" + filters, (await office.AllAsync<ExportTemplate>(Ct)).Single().Filter);
    }

    [Fact]
    public async Task A_list_tells_how_somebody_came_to_be_registered()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        await office.UseAsync<AttendeeImportDesk, AttendeeReport?>(desk => desk.CarryOutAsync(
            conference, Encoding.UTF8.GetBytes("Referenz;Vorname;Nachname;E-Mail-Adresse;Organisation;Verwaltungsebene\r\nA-1;Jo;Weiß;jo@bund.de;BMI;Bund\r\n"), "Meldung", Guid.CreateVersion7(), null, Ct));
        await office.UseAsync<GroupDesk, GroupResult>(desk => desk.SubmitAsync(
            conference, new GroupSubmission(Guid.CreateVersion7(), "amt@bund.de", Any.Submission("x@bund.de").Person, [new TypedRow { GivenName = "Lea", FamilyName = "Groß", Email = "lea@bund.de" }], "de"), Ct));
        await office.RegisterAsync(conference, "ayse@bund.de", Ct);
        var ayse = await office.RegistrationOfAsync("ayse@bund.de", Ct);
        await office.UseAsync<AssistantDesk, AssistantOutcome>(desk => desk.AddAsync(ayse.AccountId!.Value, ayse.Id, Guid.CreateVersion7(), "Kim", "Begleiter", Ct));
        await office.UseAsync<ExportTemplateDesk, TemplateOutcome>(desk => desk.SaveAsync(conference.Id, null, default, new ExportTemplateEdit("Herkunft", ["Vorname", "Kommt als", "Eingeladen", "Begleitet", "Angemeldet von", "Referenz"], "", ExportFormat.Csv), Guid.CreateVersion7(), Ct));
        await using var organiser = Desk.Open(office.Database, Guid.CreateVersion7(), Roles.Organiser);

        var lines = (await organiser.Browser.GetStringAsync($"{List}/{(await office.AllAsync<ExportTemplate>(Ct)).Single().Id}", Ct)).TrimStart('\uFEFF').Split("\r\n");

        var contact = Any.Submission("x@bund.de").Person;
        Assert.Equal(
            ["Vorname;Kommt als;Eingeladen;Begleitet;Angemeldet von;Referenz", "Jo;Teilnahme;nein;;;A-1", $"Lea;Teilnahme;nein;;{contact.FullName}, {contact.Organisation};", $"{ayse.Person.GivenName};Teilnahme;nein;;;", $"Kim;Begleitperson;nein;{ayse.Code};;", ""],
            lines);
    }

    [Theory, EveryDatabase]
    public async Task A_name_is_given_once_and_an_old_form_is_refused(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        var edit = new ExportTemplateEdit("Liste", ["Vorname"], "", ExportFormat.Xlsx);

        Assert.Equal(TemplateOutcome.Saved, await SaveAsync(null, default, edit));
        Assert.Equal(TemplateOutcome.NameTaken, await SaveAsync(null, default, edit));
        var template = (await office.AllAsync<ExportTemplate>(Ct)).Single();
        Assert.Equal(TemplateOutcome.Saved, await SaveAsync(template.Id, template.Version, edit with { Name = "Andere" }));
        Assert.Equal(TemplateOutcome.ChangedMeanwhile, await SaveAsync(template.Id, template.Version, edit));
        Assert.Equal(TemplateOutcome.NotFound, await SaveAsync(Guid.CreateVersion7(), default, edit));

        Task<TemplateOutcome> SaveAsync(Guid? id, Guid version, ExportTemplateEdit what) =>
            office.UseAsync<ExportTemplateDesk, TemplateOutcome>(desk => desk.SaveAsync(conference.Id, id, version, what, Guid.CreateVersion7(), Ct));
    }
}
