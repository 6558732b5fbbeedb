using Kongress.BrowserTests.Browsing;
using Kongress.BrowserTests.Hosting;
using Kongress.Database.Demo;
using Microsoft.Playwright;

namespace Kongress.BrowserTests.Journeys;

/// <summary>Marking without an account: the browser keeps it, a link takes it to another one.</summary>
public sealed class MyProgrammeTests(Chromium chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_marked_in_one_browser_goes_to_another_by_a_link()
    {
        await using var product = await KongressProcess.StartDemoAsync(DemoStage.Planned, 10, Ct);
        await using var laptop = await chromium.NewVisitorAsync(address: product.Address);
        await laptop.OpenAsync("/mein-programm");
        await laptop.SeesAsync("Noch nichts gemerkt");
        await laptop.LookAsync("mein-programm-leer");

        await MarkAsync(laptop, "Once Only: Nachweise, die von selbst kommen");
        await MarkAsync(laptop, "Sprachmodelle im Bescheid: Wer haftet für den Satz?");
        await laptop.OpenAsync("/mein-programm");
        await Assertions.Expect(laptop.Page.GetByText("Zwei gemerkte Programmpunkte überschneiden sich.")).ToBeVisibleAsync();
        await Assertions.Expect(laptop.Page.GetByText("Gleichzeitig: Once Only", new() { Exact = false })).ToBeVisibleAsync();
        await laptop.LookAsync("mein-programm");

        await laptop.PressAsync("Link zum Mitnehmen erstellen");
        await laptop.SeesAsync("Programm zum Mitnehmen");
        await laptop.LookAsync("mein-programm-link");
        var link = new Uri(laptop.Page.Url).AbsolutePath;

        await using var phone = await chromium.NewVisitorAsync(Visitor.Phone, product.Address);
        await phone.OpenAsync(link);
        await phone.PressAsync("Auf dieses Gerät übernehmen");
        await phone.SeesAsync("Mein Programm");
        var mark = phone.Page.GetByRole(AriaRole.Button, new() { Name = "Gemerkt – Once Only", Exact = false });
        await Assertions.Expect(mark).ToHaveAttributeAsync("aria-pressed", "true");

        await mark.FocusAsync();
        await phone.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Button, new() { Name = "Merken – Once Only", Exact = false })).ToBeFocusedAsync();
        await phone.OpenAsync("/mein-programm");
        await Assertions.Expect(phone.Page.Locator(".agenda h3")).ToHaveCountAsync(1);

        await laptop.PressAsync("Link löschen");
        phone.Expect("status of 404");
        await phone.OpenAsync(link);
        await phone.SeesAsync("Diesen Link kennen wir nicht.");
        await phone.AxeAsync();
    }

    [Fact]
    public async Task Whoever_takes_off_what_falls_out_goes_on_at_its_title()
    {
        await using var product = await KongressProcess.StartDemoAsync(DemoStage.Planned, 10, Ct);
        await using var visitor = await chromium.NewVisitorAsync(address: product.Address);
        await visitor.OpenAsync("/programm?ansicht=tabelle");
        var title = visitor.Page.Locator(".timetable__slot.item--cancelled a.timetable__title");
        var code = (await title.First.GetAttributeAsync("href"))!.Split('/')[^1];
        var mark = visitor.Page.Locator($"[data-mark='{code}']");
        async Task MarkedBeforeAsync()
        {
            await visitor.Page.EvaluateAsync("code => localStorage.setItem('kongress.gemerkt', JSON.stringify([code]))", code);
            await visitor.Page.ReloadAsync();
            await mark.PressAsync("Enter");
            await Assertions.Expect(mark).ToBeHiddenAsync();
        }

        await Assertions.Expect(mark).ToBeHiddenAsync();
        await MarkedBeforeAsync();
        await Assertions.Expect(title.First).ToBeFocusedAsync();

        await visitor.OpenAsync("/programm/" + code);
        await MarkedBeforeAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task With_an_account_marks_stay_with_script_and_without()
    {
        await using var product = await KongressProcess.StartDemoAsync(DemoStage.Planned, 10, Ct);
        await using var person = await chromium.NewVisitorAsync(address: product.Address);
        await person.SignInAsStaffAsync("organisation");
        await MarkAsync(person, "Once Only: Nachweise, die von selbst kommen");
        Assert.Contains("/programm/", person.Page.Url, StringComparison.Ordinal);
        await MarkAsync(person, "Sprachmodelle im Bescheid: Wer haftet für den Satz?");
        await person.Page.ReloadAsync();
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Button, new() { Name = "Gemerkt – Sprachmodelle", Exact = false }).First).ToHaveAttributeAsync("aria-pressed", "true");

        await person.OpenAsync("/mein-programm");
        await person.PressAsync("Adresse für den Kalender erstellen");
        await Assertions.Expect(person.Page.GetByText("Ihre geheime Adresse")).ToBeVisibleAsync();
        await person.LookAsync("mein-programm-konto");
        await person.PressAsync("Adresse abschalten");
        await person.PressAsync("Keine Nachrichten mehr");
        await Assertions.Expect(person.Page.GetByText("Sie bekommen keine Nachrichten zu Änderungen.")).ToBeVisibleAsync();

        await using var plain = await chromium.NewVisitorAsync(address: product.Address, scripts: false);
        await plain.SignInAsStaffAsync("organisation");
        await plain.OpenAsync("/mein-programm");
        await plain.PressAsync("Gemerkt – Once Only: Nachweise, die von selbst kommen");
        await Assertions.Expect(plain.Page.Locator(".agenda h3")).ToHaveCountAsync(1);
        await MarkAsync(plain, "Once Only: Nachweise, die von selbst kommen");
    }

    private static async Task MarkAsync(Visitor visitor, string title)
    {
        await visitor.OpenAsync("/programm");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = title, Exact = false }).First.ClickAsync();
        await visitor.PressAsync("Merken – " + title);
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Gemerkt – " + title, Exact = true })).ToHaveAttributeAsync("aria-pressed", "true");
    }
}
