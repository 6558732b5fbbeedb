using Kongress.BrowserTests.Browsing;
using Kongress.BrowserTests.Hosting;
using Kongress.Database.Demo;
using Microsoft.Playwright;

namespace Kongress.BrowserTests.Journeys;

/// <summary>The board of a full programme: by mouse, by keys, by single clicks, without script, and with two people at it.</summary>
public sealed class BoardTests(Chromium chromium)
{
    private const string Loose = "Warteschlange";

    // Two seconds of the product, and time for a browser on a busy machine.
    private const float Seen = 10_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_programme_is_planned_with_the_mouse_with_keys_and_by_two_people()
    {
        await using var product = await KongressProcess.StartDemoAsync(DemoStage.Planned, 10, Ct);
        await using var olga = await ComeAsync(product);
        await using var otto = await ComeAsync(product);
        await olga.LookAsync("tafel");

        await ByClickAsync(olga);
        await Assertions.Expect(Card(otto, Loose)).ToContainTextAsync("Forum Erft", new() { Timeout = Seen });
        await ByKeysAsync(otto);
        await ByMouseAsync(olga);
        await LengthAsync(olga);
        await TakenBackAsync(olga);
        await RemovedAsync(olga, otto);
        await UnsavedAsync(olga);
        await olga.ShotAsync("tafel-danach");
    }

    [Fact]
    public async Task Without_script_a_form_places_moves_and_removes()
    {
        await using var product = await KongressProcess.StartDemoAsync(DemoStage.Planned, 10, Ct);
        await using var person = await chromium.NewVisitorAsync(address: product.Address, scripts: false);
        await person.SignInAsStaffAsync("organisation");
        await person.OpenAsync("/organisation/programm/tafel");
        await person.Page.GetByRole(AriaRole.Link, new() { Name = Loose }).ClickAsync();
        await person.ShotAsync("tafel-formular");
        await person.Page.GetByLabel("Beginn").FillAsync("14:15");
        await person.Page.GetByLabel("Werkstatt 2").CheckAsync();
        await person.PressAsync("Speichern");
        await Assertions.Expect(person.Page.GetByText("Der Platz ist gespeichert.")).ToBeVisibleAsync();

        await person.Page.GetByRole(AriaRole.Link, new() { Name = Loose }).ClickAsync();
        await Assertions.Expect(person.Page.GetByText("Im Raum Werkstatt 2 ist gleichzeitig", new() { Exact = false })).ToBeVisibleAsync();
        await person.Page.GetByLabel("Dauer in Minuten").FillAsync("7");
        await person.PressAsync("Speichern");
        await Assertions.Expect(person.Page.GetByText("in Schritten von fünf Minuten", new() { Exact = false }).First).ToBeVisibleAsync();
        await Assertions.Expect(person.Page.GetByLabel("Dauer in Minuten")).ToHaveValueAsync("7");
        await person.PressAsync("Von der Tafel nehmen");
        await person.PressAsync("Rückgängig");
        await Assertions.Expect(person.Page.GetByText("Der letzte Schritt ist zurückgenommen.")).ToBeVisibleAsync();
    }

    // Choose the session, choose the place: two single clicks, no dragging.
    private static async Task ByClickAsync(Visitor visitor)
    {
        await Card(visitor, Loose).ClickAsync();
        await SavedAsync(visitor, () => ClickGridAsync(visitor, "Forum Erft", 12 * 5));
        await Assertions.Expect(Card(visitor, Loose)).ToContainTextAsync("Forum Erft");
    }

    private static async Task ByKeysAsync(Visitor visitor)
    {
        var before = await HoursAsync(visitor, Loose);
        await Card(visitor, Loose).FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        for (var i = 0; i < 3; i++) await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await visitor.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(visitor.Page.Locator("[data-spoken]")).ToContainTextAsync("Forum Lippe");
        await visitor.Page.Keyboard.PressAsync("Escape");
        Assert.Equal(before, await HoursAsync(visitor, Loose));

        await Card(visitor, Loose).FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Keyboard.PressAsync("ArrowLeft");
        await visitor.Page.Keyboard.PressAsync("+");
        await SavedAsync(visitor, () => visitor.Page.Keyboard.PressAsync("Enter"));
        await Assertions.Expect(Card(visitor, Loose)).ToContainTextAsync("Forum Lippe");
        await Assertions.Expect(Card(visitor, Loose)).ToBeFocusedAsync();
        Assert.NotEqual(before, await HoursAsync(visitor, Loose));
    }

    private static async Task ByMouseAsync(Visitor visitor)
    {
        await Assertions.Expect(Card(visitor, Loose)).ToContainTextAsync("Forum Lippe", new() { Timeout = Seen });
        var hours = await HoursAsync(visitor, Loose);
        var from = (await Card(visitor, Loose).BoundingBoxAsync())!;
        await visitor.Page.Mouse.MoveAsync(from.X + 20, from.Y + 15);
        await visitor.Page.Mouse.DownAsync();
        await visitor.Page.Mouse.MoveAsync(from.X + 20, from.Y + 40, new() { Steps = 4 });
        await visitor.Page.Mouse.MoveAsync(from.X + 20, from.Y + 15 + 9 * 6, new() { Steps = 4 });
        await visitor.ShotAsync("tafel-ziehen");
        await SavedAsync(visitor, () => visitor.Page.Mouse.UpAsync());
        await Assertions.Expect(Facts(visitor)).Not.ToHaveTextAsync(hours, new() { UseInnerText = true });
    }

    private static async Task LengthAsync(Visitor visitor)
    {
        var hours = await HoursAsync(visitor, Loose);
        var before = (await Card(visitor, Loose).BoundingBoxAsync())!;
        await visitor.Page.Mouse.MoveAsync(before.X + 20, before.Y + before.Height - 3);
        await visitor.Page.Mouse.DownAsync();
        await visitor.Page.Mouse.MoveAsync(before.X + 20, before.Y + before.Height + 30, new() { Steps = 5 });
        await SavedAsync(visitor, () => visitor.Page.Mouse.UpAsync());
        await Assertions.Expect(Facts(visitor)).Not.ToHaveTextAsync(hours, new() { UseInnerText = true });
        Assert.True((await Card(visitor, Loose).BoundingBoxAsync())!.Height > before.Height);
    }

    private static async Task TakenBackAsync(Visitor visitor)
    {
        var longer = await HoursAsync(visitor, Loose);
        await SavedAsync(visitor, () => visitor.PressAsync("Rückgängig"));
        await Assertions.Expect(visitor.Page.Locator("[data-spoken]")).ToContainTextAsync("Rückgängig gemacht.");
        await Assertions.Expect(Facts(visitor)).Not.ToHaveTextAsync(longer, new() { UseInnerText = true });
        await SavedAsync(visitor, () => visitor.PressAsync("Wiederholen"));
        await Assertions.Expect(visitor.Page.Locator("[data-spoken]")).ToContainTextAsync("Wiederholt.");
        await Assertions.Expect(Facts(visitor)).ToHaveTextAsync(longer, new() { UseInnerText = true });
    }

    // The other sees that it is gone.
    private static async Task RemovedAsync(Visitor visitor, Visitor other)
    {
        await Card(visitor, Loose).FocusAsync();
        await SavedAsync(visitor, () => visitor.Page.Keyboard.PressAsync("Delete"));
        await Assertions.Expect(other.Page.Locator("[data-grid] button", new() { HasTextString = Loose })).ToHaveCountAsync(0, new() { Timeout = Seen });
        await Assertions.Expect(other.Page.Locator("[data-unplaced] button", new() { HasTextString = Loose })).ToHaveCountAsync(1);
    }

    // The line is cut: nothing pretends to be saved.
    private static async Task UnsavedAsync(Visitor visitor)
    {
        visitor.Expect("Failed to load resource");
        visitor.Expect("net::ERR_FAILED");
        await visitor.Page.RouteAsync("**/*handler=Step*", route => route.AbortAsync());
        await Card(visitor, Loose).ClickAsync();
        await ClickGridAsync(visitor, "Forum Erft", 12 * 4);
        await Assertions.Expect(visitor.Page.Locator("[data-message]")).ToContainTextAsync("Nicht gespeichert");
        await Assertions.Expect(visitor.Page.Locator("[data-unplaced] button", new() { HasTextString = Loose })).ToHaveCountAsync(1);
        await visitor.Page.UnrouteAllAsync();
    }

    private async Task<Visitor> ComeAsync(KongressProcess product)
    {
        var visitor = await chromium.NewVisitorAsync(address: product.Address);
        await visitor.SignInAsStaffAsync("organisation");
        await visitor.OpenAsync("/organisation/programm/tafel");
        return visitor;
    }

    private static ILocator Card(Visitor visitor, string title) => visitor.Page.Locator("button.board-slot", new() { HasTextString = title }).First;

    private static ILocator Facts(Visitor visitor) => Card(visitor, Loose).Locator(".board-slot__facts");

    private static Task<string> HoursAsync(Visitor visitor, string title) => Card(visitor, title).Locator(".board-slot__facts").InnerTextAsync();

    // What the hand did is not done before the server said so: a step begun earlier would be redrawn under it.
    private static Task<IResponse> SavedAsync(Visitor visitor, Func<Task> step) => visitor.Page.RunAndWaitForResponseAsync(step, answer => answer.Url.Contains("handler=Step", StringComparison.Ordinal));

    private static async Task ClickGridAsync(Visitor visitor, string room, int minutes)
    {
        var column = visitor.Page.Locator(".board-room", new() { HasTextString = room });
        await column.ScrollIntoViewIfNeededAsync();
        var head = (await column.BoundingBoxAsync())!;
        await visitor.Page.Mouse.ClickAsync(head.X + head.Width / 2, head.Y + head.Height + 9 * minutes / 5f + 2);
    }
}
