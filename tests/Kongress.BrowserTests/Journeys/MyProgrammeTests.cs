using Kongress.BrowserTests.Browsing;
using Kongress.BrowserTests.Hosting;
using Microsoft.Playwright;

namespace Kongress.BrowserTests.Journeys;

/// <summary>Marking without an account: the browser keeps it, a link takes it to another one.</summary>
public sealed class MyProgrammeTests(Chromium chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_marked_in_one_browser_goes_to_another_by_a_link()
    {
        await using var product = await KongressProcess.StartAsync(new Dictionary<string, string> { ["Demo:Stage"] = "Planned", ["Demo:People"] = "10" }, Ct);
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

    private static async Task MarkAsync(Visitor visitor, string title)
    {
        await visitor.OpenAsync("/programm");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = title, Exact = false }).First.ClickAsync();
        await visitor.PressAsync("Merken – " + title);
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Gemerkt – " + title, Exact = true })).ToHaveAttributeAsync("aria-pressed", "true");
    }
}
