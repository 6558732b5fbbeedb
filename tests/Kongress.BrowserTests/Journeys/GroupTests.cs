using Kongress.BrowserTests.Browsing;
using Kongress.BrowserTests.Hosting;
using Kongress.Database.Demo;
using Kongress.Tests.Hosting;
using Microsoft.Playwright;

namespace Kongress.BrowserTests.Journeys;

/// <summary>An office registers ten people from a file; three rows have faults, are corrected in place and follow.</summary>
public sealed class GroupTests(Chromium chromium)
{
    private const string Contact = "sekretariat@stadt-guetersloh.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_people_three_faulty_rows_and_everybody_gets_an_own_mail()
    {
        await using var sink = SmtpSink.Start();
        await using var product = await KongressProcess.StartDemoAsync(DemoStage.Open, 30, Ct, sink);
        await using var visitor = await chromium.NewVisitorAsync(address: product.Address);
        var page = visitor.Page;
        await visitor.OpenAsync("/anmeldung");
        await page.GetByRole(AriaRole.Link, new() { Name = "Zur Sammelanmeldung" }).ClickAsync();
        await visitor.SeesAsync("Mehrere Personen anmelden");
        await visitor.LookAsync("gruppe-leer");
        await page.GetByLabel("Ihre dienstliche E-Mail-Adresse").FillAsync(Contact);
        await page.GetByLabel("Vorname", new() { Exact = true }).FillAsync("Petra");
        await page.GetByLabel("Nachname", new() { Exact = true }).FillAsync("Büro");
        await page.GetByLabel("Kommune").CheckAsync();
        await page.GetByLabel("Bundesland").SelectOptionAsync("Nordrhein-Westfalen");
        await page.GetByLabel("Organisation").FillAsync("Stadt Gütersloh");

        var rows = Enumerable.Range(0, 10).Select(i => $"Jo;{(i == 3 ? "W3iß" : "Weiß")};{(i == 5 ? "p1@stadt-guetersloh.example" : i == 8 ? "p8@firma.example" : $"p{i}@stadt-guetersloh.example")};ja;ja;nein");
        var file = new FilePayload { Name = "leute.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes("Vorname;Nachname;E-Mail-Adresse;Tag 1;Tag 2;Abend\r\n" + string.Join("\r\n", rows)) };
        await page.Locator("#Upload").SetInputFilesAsync(file);
        await visitor.PressAsync("Datei in die Tabelle einlesen");
        await Assertions.Expect(page.Locator(".rows-table .kern-error")).ToHaveCountAsync(3);
        await visitor.LookAsync("gruppe-fehler");

        await visitor.PressAsync("7 Personen anmelden");
        await Assertions.Expect(page.GetByText("7 Personen sind eingetragen.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".rows-table tbody tr")).ToHaveCountAsync(3);
        await visitor.LookAsync("gruppe-rest");

        // By keyboard, as somebody without a mouse does.
        await page.Locator("#Input_Rows_0__FamilyName").FocusAsync();
        await page.Keyboard.PressAsync("ControlOrMeta+a");
        await page.Keyboard.TypeAsync("Weiß");
        await page.Locator("#Input_Rows_1__Email").FillAsync("p5@stadt-guetersloh.example");
        await page.Locator("#Input_Rows_2__Email").FillAsync("p8@stadt-guetersloh.example");
        await visitor.PressAsync("Prüfen");
        await visitor.LookAsync("gruppe-geprueft");
        await visitor.PressAsync("3 Personen anmelden");
        await visitor.SeesAsync("Ihre Leute sind angeschrieben");
        await visitor.LookAsync("gruppe-abgeschickt");

        for (var i = 0; i < 10; i++) await sink.WaitForMailAsync(mail => mail.IsTo($"p{i}@stadt-guetersloh.example"), Ct);
        await visitor.OpenAsync(Steps.LinkIn(await sink.WaitForMailAsync(mail => mail.IsTo("p3@stadt-guetersloh.example"), Ct)));
        await visitor.PressAsync("Anmeldung bestätigen");
        await visitor.SeesAsync("Ihre Adresse ist bestätigt.");

        await visitor.OpenAsync(Steps.LinkIn(await sink.WaitForMailAsync(mail => mail.IsTo(Contact), Ct)));
        await Assertions.Expect(page.Locator("main tbody tr")).ToHaveCountAsync(10);
        await Assertions.Expect(page.GetByText("In Prüfung").First).ToBeVisibleAsync();
        await visitor.LookAsync("gruppe-ansprechperson");

        // The person names a substitute without asking the office; the contact sees who has the place.
        await using (var substituted = await chromium.SignInAsync(product, sink, "p3@stadt-guetersloh.example", "/mein-kongress/vertretung"))
        {
            await substituted.Page.GetByLabel("E-Mail-Adresse der Vertretung").FillAsync("kim.ersatz@stadt-guetersloh.example");
            await substituted.Page.GetByLabel("Vorname", new() { Exact = true }).FillAsync("Kim");
            await substituted.Page.GetByLabel("Nachname", new() { Exact = true }).FillAsync("Ersatz");
            await substituted.Page.GetByLabel("Kommune").CheckAsync();
            await substituted.Page.GetByLabel("Bundesland").SelectOptionAsync("Nordrhein-Westfalen");
            await substituted.Page.GetByLabel("Organisation").FillAsync("Stadt Gütersloh");
            await substituted.PressAsync("Vertretung eintragen");
            await sink.WaitForMailAsync(mail => mail.IsTo("kim.ersatz@stadt-guetersloh.example"), Ct);
        }

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("main tbody tr", new() { HasTextString = "Vertretung: Kim Ersatz" })).ToContainTextAsync("Noch nicht bestätigt");
        await visitor.LookAsync("gruppe-ansprechperson-vertretung");
        await page.Locator("main tbody a").First.ClickAsync();
        await visitor.LookAsync("gruppe-person");
        await visitor.PressAsync("Person abmelden");
        await Assertions.Expect(page.GetByText("Die Person ist abgemeldet und wird benachrichtigt.")).ToBeVisibleAsync();
        await sink.WaitForMailAsync(mail => mail.IsTo("p0@stadt-guetersloh.example") && mail.Message.TextBody!.Contains("hat Ihre Anmeldung zurückgezogen", StringComparison.Ordinal), Ct);

        // It was a mistake.
        await page.Locator("main tbody a").First.ClickAsync();
        await visitor.LookAsync("gruppe-person-abgemeldet");
        await visitor.PressAsync("Noch einmal anmelden");
        await Assertions.Expect(page.GetByText("Die Person ist wieder eingetragen")).ToBeVisibleAsync();
    }
}
