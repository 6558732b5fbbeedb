using System.Net;
using Kongress.Accounts;
using Kongress.Data;
using Kongress.Registrations.Exports;
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
        Assert.Equal("Vorname\r\n'=Ayşe\r\n", (await desk.Browser.GetStringAsync($"{List}/{template.Id}", Ct)).TrimStart('\uFEFF'));
        using (var none = await desk.SendAsync(edit, new Dictionary<string, string> { ["Input.Columns"] = "Gibt es nicht" }, Ct)) Assert.Contains("mindestens eine Spalte", (await Desk.ParseAsync(none, Ct)).Body!.TextContent, StringComparison.Ordinal);
        using (var deleted = await Form.SendAsync(desk.Browser, edit, "Delete", Ct)) Assert.Equal(HttpStatusCode.Redirect, deleted.StatusCode);

        Assert.Empty(await office.AllAsync<ExportTemplate>(Ct));
        Assert.Equal(["ExportTemplate.Created", "Registrations.Exported", "ExportTemplate.Changed", "Registrations.Exported", "ExportTemplate.Deleted"],
            (await office.AllAsync<Change>(Ct)).Where(c => c.Action.Contains("Export", StringComparison.Ordinal)).OrderBy(c => c.Id).Select(c => c.Action));
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
