using System.Text;
using System.Text.Json;
using Kongress.BrowserTests.Browsing;
using Kongress.BrowserTests.Hosting;
using Kongress.Database.Demo;
using Microsoft.Playwright;

namespace Kongress.BrowserTests.Journeys;

/// <summary>A programme comes in from a file: choose, read the report of every row, agree; the same file again has nothing to do.</summary>
public sealed class ImportTests(Chromium chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_chosen_reported_and_taken_over_and_again_has_nothing_to_do()
    {
        await using var product = await KongressProcess.StartDemoAsync(DemoStage.Planned, 10, Ct);
        await using var person = await chromium.NewVisitorAsync(address: product.Address);
        await person.SignInAsStaffAsync("organisation");
        var table = await TableAsync(person);

        await person.OpenAsync("/organisation/programm");
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "Einlesen", Exact = true }).ClickAsync();
        await person.LookAsync("einlesen");
        await person.PressAsync("Bericht ansehen");
        await Assertions.Expect(person.Page.GetByText("Bitte wählen Sie eine Datei.").First).ToBeVisibleAsync();
        await Assertions.Expect(person.Page.Locator("[data-errors]")).ToBeFocusedAsync();
        await person.LookAsync("einlesen-fehler");

        // Every row has its line in the report, and nothing is changed before somebody agrees.
        await ReportAsync(person, table);
        await Assertions.Expect(person.Page.Locator("tbody tr")).ToHaveCountAsync(4);
        await Assertions.Expect(Row(person, "Gemeinsam aus der Datei")).ToContainTextAsync("Neu");
        await Assertions.Expect(Row(person, "Weit weg")).ToContainTextAsync("liegt nicht in den Tagen des Kongresses");
        await Assertions.Expect(Row(person, "(ohne Titel)")).ToContainTextAsync("Der Titel fehlt.");
        await Assertions.Expect(Row(person, "Nie zu Ende")).ToContainTextAsync("Das Ende liegt vor dem Beginn.");
        await person.LookAsync("einlesen-bericht");
        Assert.DoesNotContain("Gemeinsam aus der Datei", await SessionsAsync(person), StringComparison.Ordinal);

        await person.Page.GoBackAsync();
        await person.Page.GetByLabel("Zeigen").SelectOptionAsync("fehler");
        await person.PressAsync("Anwenden");
        await Assertions.Expect(person.Page.Locator("tbody tr")).ToHaveCountAsync(2);

        await person.PressAsync("Einlesen");
        await Assertions.Expect(person.Page.GetByText("Eingelesen: 2 neu, 0 geändert. 2 fehlerhafte Zeilen sind ausgelassen.", new() { Exact = false })).ToBeVisibleAsync();
        Assert.Contains("Gemeinsam aus der Datei", await SessionsAsync(person), StringComparison.Ordinal);

        await person.OpenAsync("/organisation/programm/einlesen");
        await ReportAsync(person, table);
        await Assertions.Expect(Row(person, "Gemeinsam aus der Datei")).ToContainTextAsync("Unverändert");
        await Assertions.Expect(person.Page.GetByText("steht in der Datei nichts, was nicht schon da ist.", new() { Exact = false })).ToBeVisibleAsync();
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Button, new() { Name = "Einlesen", Exact = true })).ToHaveCountAsync(0);
        await person.LookAsync("einlesen-nichts-zu-tun");
    }

    // Two rows that come in, one of them without its place, and two that cannot.
    private static async Task<string> TableAsync(Visitor person)
    {
        var answer = await person.Page.Context.APIRequest.GetAsync("/api/v1/conference");
        var day = JsonDocument.Parse(await answer.TextAsync()).RootElement.GetProperty("days")[0].GetProperty("date").GetString();
        return $"Titel;Beginn;Minuten;Ende;Raum;Mitwirkende;Stand\nGemeinsam aus der Datei;{day} 14:00;42;;Forum Erft;Ayşe Ostermann;findet statt\nWeit weg;2001-01-01 09:00;30;;Forum Erft;;\n;{day} 09:00;30;;;;\nNie zu Ende;{day} 15:00;;{day} 14:00;;;\n";
    }

    private static async Task ReportAsync(Visitor person, string table)
    {
        await person.Page.GetByLabel("Datei").SetInputFilesAsync(new FilePayload { Name = "programm.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(table) });
        await person.PressAsync("Bericht ansehen");
        await person.SeesAsync("Zeile für Zeile");
    }

    private static ILocator Row(Visitor person, string title) => person.Page.Locator("tbody tr", new() { HasTextString = title });

    private static async Task<string> SessionsAsync(Visitor person)
    {
        await person.OpenAsync("/organisation/programm/punkte?suche=Gemeinsam");
        return await person.Page.Locator("main").InnerTextAsync();
    }
}
