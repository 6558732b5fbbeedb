using System.Diagnostics;
using Kongress.BrowserTests.Browsing;
using Kongress.BrowserTests.Hosting;
using Kongress.Database.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Kongress.BrowserTests.Journeys;

/// <summary>The longest list there may be is read in; the page shows how far it is, can be left and come back to, and tells the end by itself.</summary>
public sealed class ReadingInPeopleTests(Chromium chromium)
{
    private const int People = 500;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_hundred_people_are_read_in_while_the_page_shows_how_far_it_is()
    {
        await using var product = await KongressProcess.StartDemoAsync(DemoStage.Open, 100, Ct);
        await using var organiser = await chromium.NewVisitorAsync(address: product.Address);
        var page = organiser.Page;
        await organiser.SignInAsStaffAsync("organisation");
        await organiser.OpenAsync("/organisation/anmeldungen/einlesen");
        await organiser.LookAsync("personen-einlesen");
        await page.GetByLabel("Datei").SetInputFilesAsync(new FilePayload { Name = "Meldung der Länder.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(Table) });
        var watch = Stopwatch.StartNew();
        await organiser.PressAsync("Bericht ansehen");
        await organiser.SeesAsync("Zeile für Zeile");
        TestContext.Current.TestOutputHelper?.WriteLine($"report of {People} rows: {watch.Elapsed.TotalSeconds:N1} s");
        await page.GetByLabel("Von wem sind die Angaben?").FillAsync("Meldung der Staatskanzleien");

        // Somebody else writes for a moment, so that the page is sure to come before the end; and it is looked at without the script that goes on.
        organiser.Expect("ERR_FAILED");
        await page.RouteAsync("**/*", route => route.Request.ResourceType == "fetch" ? route.AbortAsync() : route.ContinueAsync());
        await using (var other = product.OpenDatabase())
        {
            await using var writing = await other.Database.BeginTransactionAsync(Ct);
            await other.Database.ExecuteSqlRawAsync("UPDATE Conferences SET Name = Name", Ct);
            await organiser.PressAsync("Einlesen");
            await Assertions.Expect(page.Locator("[data-progress] label")).ToContainTextAsync($"von {People} Zeilen aus „Meldung der Länder.csv“ sind eingelesen.");
            await writing.RollbackAsync(Ct);
        }

        watch.Restart();
        await organiser.LookAsync("personen-einlesen-laeuft");
        var report = page.Url;
        await page.UnrouteAllAsync();

        // Left and come back to.
        await organiser.OpenAsync("/organisation");
        await organiser.OpenAsync(report);
        await Assertions.Expect(page.GetByText("„Meldung der Länder.csv“ ist eingelesen.")).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await using (var db = product.OpenDatabase())
        {
            var times = await db.Set<Kongress.Registrations.Imports.ImportedAttendee>().Where(i => i.Reference.StartsWith("ZL-")).Select(i => i.ImportedAt).ToListAsync(Ct);
            Assert.Equal(People, times.Count);
            var gaps = times.Order().Zip(times.Order().Skip(1), (a, b) => (b - a).TotalMilliseconds).ToList();
            TestContext.Current.TestOutputHelper?.WriteLine($"taking over {People} rows: {(times.Max() - times.Min()).TotalSeconds:N1} s, longest row {gaps.Max():N0} ms");
        }

        await organiser.LookAsync("personen-einlesen-fertig");
    }

    private static string Table => "Referenz;Vorname;Nachname;E-Mail-Adresse;Organisation;Verwaltungsebene;Land;Kommt als;Tag 1;Tag 2;Abend\r\n" +
        string.Concat(Enumerable.Range(1, People).Select(i => $"ZL-{i};Jo;Weiß;person{i}@stadt-koeln.example;Stadt Köln;Kommune;Nordrhein-Westfalen;{(i % 10 == 0 ? "Presse" : "")};ja;{(i % 2 == 0 ? "ja" : "nein")};nein\r\n"));
}
