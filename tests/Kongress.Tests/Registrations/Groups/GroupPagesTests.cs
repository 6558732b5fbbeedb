using System.Net;
using AngleSharp.Html.Dom;
using Kongress.Registrations;
using Kongress.Tests.Hosting;
using Kongress.Tests.Security;

namespace Kongress.Tests.Registrations.Groups;

/// <summary>What the contact of an office reads, types and presses; no script runs here.</summary>
public sealed class GroupPagesTests
{
    private const string Page = "/anmeldung/gruppe";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_people_of_whom_three_rows_have_faults()
    {
        await using var office = await GroupOffice.OpenAsync(100);
        await using var host = new KongressHost(office.Office.Database.Settings);
        host.Clock.SetUtcNow(office.Office.Clock.GetUtcNow());
        using var contact = host.NewVisitor();
        var form = Fill(await FormAsync(contact), ("Input.Email", GroupOffice.Contact));
        form = Fill(form, ("Input.Person.GivenName", "Petra"), ("Input.Person.FamilyName", "Büro"), ("Input.Person.Organisation", "Stadt Köln"), ("Input.Person.Level", "Kommune"), ("Input.Person.Land", "NordrheinWestfalen"));

        // The table grows by a button.
        var page = await SendAsync(contact, form, "More");
        Assert.Equal(10, page.QuerySelectorAll(".rows-table tbody tr").Length);
        form = Read(page);
        for (var i = 0; i < 10; i++) form = Fill(form, ($"Input.Rows[{i}].GivenName", "Jo"), ($"Input.Rows[{i}].FamilyName", i == 3 ? "W3iß" : "Weiß"), ($"Input.Rows[{i}].Email", i == 5 ? "p1@stadt-koeln.example" : i == 8 ? "p8@firma.example" : $"p{i}@stadt-koeln.example"));

        page = await SendAsync(contact, form, null);
        Assert.Equal(3, page.QuerySelectorAll(".rows-table .kern-error").Length);
        Assert.Contains("Zeile 4: Das Zeichen „3“ ist in Namen nicht zulässig.", page.QuerySelector("#Input_Rows_3__FamilyName-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("steht schon in Zeile 2", page.QuerySelector("#Input_Rows_5__Email-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Unternehmen können nicht teilnehmen", page.QuerySelector("#Input_Rows_8__Email-error")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await office.Office.AllAsync<Registration>(Ct));

        page = await SendAsync(contact, Read(page), "Submit");
        Assert.Contains("7 Personen sind eingetragen.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(7, (await office.Office.AllAsync<Registration>(Ct)).Count);
        Assert.Equal(["W3iß", "Weiß", "Weiß"], page.QuerySelectorAll("input[id$=FamilyName]").OfType<IHtmlInputElement>().Where(e => e.Id!.Contains("Rows", StringComparison.Ordinal)).Select(e => e.Value));

        Assert.Contains("haben Sie schon angemeldet", page.QuerySelector("#Input_Rows_1__Email-error")!.TextContent, StringComparison.Ordinal);
        form = Fill(Read(page), ("Input.Rows[0].FamilyName", "Weiß"), ("Input.Rows[1].Email", "p5@stadt-koeln.example"), ("Input.Rows[2].Email", "p8@stadt-koeln.example"));
        using (var answer = await PostAsync(contact, form, "Submit")) Assert.Equal($"{Page}/abgeschickt", answer.Headers.Location!.OriginalString);
        Assert.Equal(10, (await office.ViewAsync()).Members.Count);
        Assert.Contains("3 Personen sind eingetragen.", (await ReadAsync(contact, $"{Page}/abgeschickt")).Body!.TextContent, StringComparison.Ordinal);

        var address = $"{Page}/{await office.SecretAsync()}";
        var list = await ReadAsync(contact, address);
        Assert.Equal(10, list.QuerySelectorAll("tbody tr").Length);
        var person = ((IHtmlAnchorElement)list.QuerySelector("tbody a")!).GetAttribute("href")!;
        using (var removed = await Form.SendAsync(contact, person, "Remove", Ct)) Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Contains("Nicht angemeldet", (await ReadAsync(contact, address)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_fills_the_table_and_formulas_stay_text()
    {
        await using var office = await GroupOffice.OpenAsync(100);
        await using var host = new KongressHost(office.Office.Database.Settings);
        host.Clock.SetUtcNow(office.Office.Clock.GetUtcNow());
        using var contact = host.NewVisitor();
        var form = Fill(await FormAsync(contact), ("Input.Email", GroupOffice.Contact));

        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in form.Values) content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent("Vorname;Nachname;E-Mail\r\nJo;Weiß;jo@stadt-koeln.example\r\n'=1+1;<b>;kein\r\n"u8.ToArray()), "Upload", "leute.csv");
        using var answer = await contact.PostAsync($"{Page}?handler=Upload", content, Ct);
        var page = await Desk.ParseAsync(answer, Ct);

        Assert.Equal(["Jo", "=1+1"], page.QuerySelectorAll(".rows-table input[id$=GivenName]").OfType<IHtmlInputElement>().Select(e => e.Value));
        Assert.Equal(3, page.QuerySelectorAll("#Input_Rows_1__Row ~ td .kern-error").Length);
        Assert.StartsWith("Titel;Vorname;Nachname;E-Mail-Adresse", await contact.GetStringAsync($"{Page}?handler=Template", Ct), StringComparison.Ordinal);
    }

    private static async Task<Form> FormAsync(HttpClient visitor) => Read(await ReadAsync(visitor, Page));

    private static Form Read(IHtmlDocument page)
    {
        var form = (IHtmlFormElement)page.QuerySelector("form.group-form")!;
        var values = form.Elements.OfType<IHtmlElement>().Select(e => e switch
        {
            IHtmlInputElement { Name: { Length: > 0 } name } input when input.Type is not ("checkbox" or "radio" or "file") || input.IsChecked => KeyValuePair.Create(name, input.Value),
            IHtmlSelectElement { Name: { Length: > 0 } name } select => KeyValuePair.Create(name, select.Value ?? ""),
            _ => default,
        }).Where(v => v.Key is not null).ToList();
        return new Form(values, [], []);
    }

    private static Form Fill(Form form, params (string Name, string Value)[] fields) =>
        form with { Values = [.. form.Values.Where(v => fields.All(f => f.Name != v.Key)), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))] };

    private static async Task<IHtmlDocument> ReadAsync(HttpClient visitor, string path)
    {
        using var answer = await visitor.GetAsync(path, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Desk.ParseAsync(answer, Ct);
    }

    private static async Task<IHtmlDocument> SendAsync(HttpClient visitor, Form form, string? handler)
    {
        using var answer = await PostAsync(visitor, form, handler);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Desk.ParseAsync(answer, Ct);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient visitor, Form form, string? handler)
    {
        using var content = new FormUrlEncodedContent(form.Values);
        return await visitor.PostAsync(handler is null ? Page : $"{Page}?handler={handler}", content, Ct);
    }
}
