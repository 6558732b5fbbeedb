using Kongress.BrowserTests.Browsing;
using Kongress.BrowserTests.Hosting;
using Kongress.Database.Demo;
using Microsoft.Playwright;

namespace Kongress.BrowserTests.Journeys;

/// <summary>The columns of a list are put in their order by keyboard alone: the focus goes along with the column.</summary>
public sealed class ColumnOrderTests(Chromium chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_column_is_moved_by_keyboard_and_the_return_key_in_a_field_saves()
    {
        await using var product = await KongressProcess.StartDemoAsync(DemoStage.Planned, 10, Ct);
        await using var organiser = await chromium.NewVisitorAsync(address: product.Address);
        var page = organiser.Page;
        await organiser.SignInAsStaffAsync("organisation");
        await organiser.OpenAsync("/organisation/anmeldungen/vorlagen/bearbeiten");

        await page.GetByRole(AriaRole.Button, new() { Name = "Organisation, Spalte 3 von 3, nach oben" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Organisation, Spalte 2 von 3, nach oben" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        // At the top nothing goes further up; the focus stays in the row.
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Organisation, Spalte 1 von 3, nach unten" })).ToBeFocusedAsync();
        await organiser.LookAsync("vorlage-reihenfolge");

        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Meldung ans Hotel");
        await page.GetByLabel("Name", new() { Exact = true }).PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Die Vorlage ist gespeichert.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Meldung ans Hotel" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".order__row .kern-form-check")).ToHaveTextAsync(["Organisation", "Vorname", "Nachname"]);
    }
}
