using System.Globalization;
using System.Text;
using System.Text.Json;
using Kongress.BrowserTests.Browsing;
using Kongress.BrowserTests.Hosting;
using Kongress.Database.Demo;
using Kongress.Tests.Hosting;
using Microsoft.Playwright;

namespace Kongress.BrowserTests.Journeys;

/// <summary>Twelve rooms at once, titles of 200 characters, a word of 80 and panels of six with long functions, on every view of the programme and on paper.</summary>
public sealed class ExtremeProgrammeTests(Chromium chromium)
{
    private const string Panel = "Podium zu sechst";
    private const string LongFunction = "Beauftragte der Landesregierung für Informationstechnik, Verwaltungsmodernisierung und ressortübergreifende Registerzusammenarbeit";

    // 80 letters without a place to break.
    private const string LongWord = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzgebungsverfahrens";

    private static readonly string LongTitle = string.Concat(Enumerable.Repeat("Registermodernisierung zwischen Bund, Ländern und Kommunen: ", 4))[..200];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_breaks_and_everything_can_be_read()
    {
        Assert.Equal(80, LongWord.Length);
        await using var product = await KongressProcess.StartDemoAsync(DemoStage.Planned, 10, Ct);
        await using var team = await chromium.NewVisitorAsync(address: product.Address);
        await team.SignInAsStaffAsync("organisation");
        var day = await FirstDayAsync(team);
        await ImportAsync(team, day);
        await FunctionsAsync(team);
        await ReleaseAsync(team);
        await team.OpenAsync($"/organisation/programm/tafel?tag={day}");
        await team.LookAsync("extrem-tafel");

        await using var visitor = await chromium.NewVisitorAsync(address: product.Address);
        foreach (var (path, name) in new[] { ($"/programm?tag={day}", "liste"), ($"/programm?tag={day}&ansicht=tabelle", "tabelle") })
        {
            await visitor.OpenAsync(path);
            await visitor.LookAsync("extrem-" + name);
            await NarrowestAsync(visitor, "extrem-" + name);
            await PrintAsync(visitor, "extrem-" + name);
        }

        foreach (var (title, name) in new[] { (Panel, "podium"), (LongWord, "wort"), (LongTitle, "titel") })
        {
            await visitor.OpenAsync("/programm?suche=" + Uri.EscapeDataString(title.Split(' ')[0] + (title == Panel ? " sechst" : "")));
            await visitor.OpenAsync(await visitor.Page.Locator("main a[href^='/programm/']", new() { HasTextString = title }).First.GetAttributeAsync("href") ?? "");
            await visitor.LookAsync("extrem-" + name);
            await NarrowestAsync(visitor, "extrem-" + name);
            if (title == Panel) await Assertions.Expect(visitor.Page.GetByText(LongFunction, new() { Exact = false })).ToHaveCountAsync(6);
        }

        await PrintAsync(visitor, "extrem-titel");
    }

    private static async Task<string> FirstDayAsync(Visitor team)
    {
        var answer = await team.Page.Context.APIRequest.GetAsync("/api/v1/conference");
        return JsonDocument.Parse(await answer.TextAsync()).RootElement.GetProperty("days")[0].GetProperty("date").GetString()!;
    }

    private static async Task ImportAsync(Visitor team, string day)
    {
        var table = new StringBuilder("Titel;Beginn;Minuten;Raum;Art;Thema;Mitwirkende;Stand\n");
        for (var room = 1; room <= 12; room++)
        {
            var title = room switch { 1 => LongTitle, 2 => LongWord, 3 => Panel, _ => string.Create(CultureInfo.InvariantCulture, $"Nebeneinander {room}") };
            var people = room == 3 ? "\"" + string.Join(';', "ABCDEF".Select(letter => $"Maximiliane-Charlotte von Hohenstein-Wittgenstein-{letter}atzenelnbogen")) + "\"" : "Kim Nebenan";
            table.Append(CultureInfo.InvariantCulture, $"{title};{day} 10:00;60;Saal {room} im Kongresszentrum am Rheinufer;{(room == 3 ? "Podium" : "Vortrag")};Registermodernisierung und Verwaltungsdigitalisierungsinfrastruktur;{people};findet statt\n");
        }

        await team.OpenAsync("/organisation/programm/einlesen");
        await team.Page.GetByLabel("Datei").SetInputFilesAsync(new FilePayload { Name = "viel.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(table.ToString()) });
        await team.PressAsync("Bericht ansehen");
        await team.LookAsync("extrem-einlesen");
        await team.PressAsync("Einlesen");
        await Assertions.Expect(team.Page.GetByText("Eingelesen: 12 neu", new() { Exact = false })).ToBeVisibleAsync();
    }

    private static async Task FunctionsAsync(Visitor team)
    {
        await team.OpenAsync("/organisation/programm/punkte?suche=" + Uri.EscapeDataString(Panel));
        await team.OpenAsync(await team.Page.Locator("main tbody th a").First.GetAttributeAsync("href") ?? "");
        var forms = await team.Page.Locator("main a[href*='/mitwirkung/']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.Equal(6, forms.Length);
        foreach (var form in forms)
        {
            await team.OpenAsync(form);
            await team.Page.Locator("[name='Input.Function']").FillAsync(LongFunction);
            await team.Page.Locator("[name='Input.Organisation']").FillAsync("Ministerium für Heimat, Kommunales, Bau, Digitalisierung und Gleichstellung des Landes Nordrhein-Westfalen");
            await team.PressAsync("Speichern");
            await team.SeesAsync(Panel);
        }

        await team.LookAsync("extrem-punkt");
    }

    private static async Task ReleaseAsync(Visitor team)
    {
        await team.OpenAsync("/organisation/programm/fassungen/vorschau");
        await team.Page.GetByLabel("Name der Fassung").FillAsync("Sehr volle Fassung");
        await team.Page.GetByLabel("Warum trotz der Fehler veröffentlichen?").FillAsync("Zur Probe");
        await team.LookAsync("extrem-vorschau");
        await team.PressAsync("Veröffentlichen");
        await team.SeesAsync("Sehr volle Fassung");
    }

    private static async Task NarrowestAsync(Visitor visitor, string name)
    {
        var before = visitor.Page.ViewportSize!;
        await visitor.Page.SetViewportSizeAsync(320, 640);
        await visitor.ShotAsync(name);
        await visitor.Page.SetViewportSizeAsync(before.Width, before.Height);
    }

    // As the printer gets it; nothing may reach over the edge of the sheet.
    private static async Task PrintAsync(Visitor visitor, string name)
    {
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await visitor.ShotAsync(name + "-druck");
        await visitor.Page.PdfAsync(new() { Path = Repository.PathOf($"artifacts/screenshots/{name}.pdf"), Format = "A4", PreferCSSPageSize = true });
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Null });
    }
}
