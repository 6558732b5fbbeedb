using System.Net;
using AngleSharp.Html.Dom;
using Kongress.Accounts;
using Kongress.Registrations.Exports;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Registrations.Exports;

/// <summary>The columns of a template stand in the order that an organiser gave them, by buttons that need no script.</summary>
public sealed class ColumnOrderTests
{
    private const string Path = "/organisation/anmeldungen/vorlagen/bearbeiten";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Columns_are_moved_up_and_down_everything_typed_stays_and_the_file_follows()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.RegisterAsync(await office.ConferenceAsync(10, Ct), "jo@bund.de", Ct);
        await using var desk = Desk.Open(office.Database, Guid.CreateVersion7(), Roles.Organiser);
        var page = await desk.ReadAsync(Path, Ct);
        Assert.Equal(["Vorname", "Nachname", "Organisation"], Chosen(page));

        // Without a name nothing could be saved; moving does not mind.
        page = await MoveAsync(desk, page, "Organisation", up: true, []);
        page = await MoveAsync(desk, page, "Organisation", up: true, new() { ["Input.Name"] = "Meldung ans Hotel", ["Input.Status"] = "Confirmed" });
        Assert.Equal(["Organisation", "Vorname", "Nachname"], Chosen(page));
        Assert.Equal("nach unten", page.QuerySelector("[autofocus]")!.TextContent.Trim()[^10..]);
        Assert.Empty(page.QuerySelectorAll(".errors, .kern-error"));
        page = await MoveAsync(desk, page, "Vorname", up: false, []);
        Assert.Equal("Vorname, Spalte 3 von 3, nach oben", page.QuerySelector("[autofocus]")!.TextContent.Trim());

        Assert.Empty(await office.AllAsync<ExportTemplate>(Ct));
        using (var saved = await desk.SendAsync(page, Path, new Dictionary<string, string> { ["Input.Format"] = "Csv" }, Ct)) Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var template = Assert.Single(await office.AllAsync<ExportTemplate>(Ct));
        Assert.Equal(("Meldung ans Hotel", "Organisation;Nachname;Vorname", "?status=Confirmed"), (template.Name, template.Columns, template.Filter));
        Assert.StartsWith("Organisation;Nachname;Vorname\r\n", (await desk.Browser.GetStringAsync($"/organisation/anmeldungen/vorlagen/{template.Id}", Ct)).TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Equal(["Organisation", "Nachname", "Vorname"], Chosen(await desk.ReadAsync($"{Path}/{template.Id}", Ct)));
    }

    [Fact]
    public async Task What_is_ticked_anew_comes_last_and_what_is_not_there_moves_nothing()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.ConferenceAsync(10, Ct);
        await using var desk = Desk.Open(office.Database, Guid.CreateVersion7(), Roles.Organiser);
        var page = await desk.ReadAsync(Path, Ct);
        ((IHtmlInputElement)page.QuerySelector("input[value='Nummer']")!).IsChecked = true;
        ((IHtmlInputElement)page.QuerySelector("input[value='Vorname']")!).IsChecked = false;

        page = await MoveAsync(desk, page, "Organisation", up: true, []);
        Assert.Equal(["Organisation", "Nachname", "Nummer"], Chosen(page));
        foreach (var strange in new[] { "Vorname", "Gibt es nicht", "" })
        {
            using var answer = await desk.SendAsync(page, $"{Path}?spalte={strange}&vor=true&handler=Move", new Dictionary<string, string>(), Ct);
            Assert.Equal(["Organisation", "Nachname", "Nummer"], Chosen(await Desk.ParseAsync(answer, Ct)));
        }
    }

    [Fact]
    public async Task The_return_key_saves_and_moves_nothing()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.ConferenceAsync(10, Ct);
        await using var desk = Desk.Open(office.Database, Guid.CreateVersion7(), Roles.Organiser);

        // A browser takes the first button of the form.
        var first = (await desk.ReadAsync(Path, Ct)).QuerySelector("main form[method=post] button")!;

        Assert.Null(first.GetAttribute("formaction"));
    }

    private static string[] Chosen(IHtmlDocument page) => [.. page.QuerySelectorAll("input[name='Input.Columns']").OfType<IHtmlInputElement>().Where(box => box.IsChecked).Select(box => box.Value)];

    private static async Task<IHtmlDocument> MoveAsync(Desk desk, IHtmlDocument page, string column, bool up, Dictionary<string, string> typed)
    {
        using var answer = await desk.SendAsync(page, Path, typed, Ct, target: $"spalte={column}&vor={(up ? "true" : "false")}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Desk.ParseAsync(answer, Ct);
    }
}
