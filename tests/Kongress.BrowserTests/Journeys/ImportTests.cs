using System.Text;
using Kongress.BrowserTests.Browsing;
using Kongress.BrowserTests.Hosting;
using Microsoft.Playwright;

namespace Kongress.BrowserTests.Journeys;

/// <summary>A programme comes in from a file: choose, read the report, agree.</summary>
public sealed class ImportTests(Chromium chromium)
{
    private const string Table = "Titel;Beginn;Minuten;Raum;Mitwirkende;Stand\nGemeinsam aus der Datei;05.12.2030 14:00;42;Saal Neuss;Ayşe Şahin;findet statt\n;;;;;\n;01.01.2030 09:00;;;;\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_chosen_reported_and_taken_over()
    {
        await using var product = await KongressProcess.StartAsync(new Dictionary<string, string> { ["Demo:Stage"] = "Planned", ["Demo:People"] = "10" }, Ct);
        await using var person = await chromium.NewVisitorAsync(address: product.Address);
        await person.SignInAsStaffAsync("organisation");
        await person.OpenAsync("/organisation/programm");
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "Einlesen", Exact = true }).ClickAsync();
        await person.LookAsync("einlesen");

        await person.PressAsync("Bericht ansehen");
        await Assertions.Expect(person.Page.GetByText("Bitte wählen Sie eine Datei.").First).ToBeVisibleAsync();

        await person.Page.GetByLabel("Datei").SetInputFilesAsync(new FilePayload { Name = "programm.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Table) });
        await person.PressAsync("Bericht ansehen");
        await person.SeesAsync("Zeile für Zeile");
        await person.LookAsync("einlesen-bericht");

        await person.PressAsync("Einlesen");
        await Assertions.Expect(person.Page.GetByText("Eingelesen: 1 neu, 0 geändert.", new() { Exact = false })).ToBeVisibleAsync();
    }
}
