using Kongress.BrowserTests.Browsing;
using Kongress.BrowserTests.Hosting;
using Kongress.Database.Demo;
using Microsoft.Playwright;

namespace Kongress.BrowserTests.Journeys;

/// <summary>The programme on a page of another authority, and the page that tells how.</summary>
public sealed class EmbeddingTests(Chromium chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_site_shows_the_programme_with_two_lines()
    {
        await using var product = await KongressProcess.StartDemoAsync(DemoStage.Planned, 10, Ct);
        await using var visitor = await chromium.NewVisitorAsync(address: product.Address);
        await visitor.OpenAsync("/programm/daten");
        await visitor.LookAsync("programm-daten");

        await using var other = await SamplePages.StartAsync(
            """<h2>Der Kongress</h2><kongress-programm></kongress-programm><h2>Ein anderer Tag</h2><kongress-programm lang="en" day="1999-01-01"></kongress-programm>""",
            $"import \"{product.Address}/programm/einbetten.js\";",
            alsoFrom: product.Address);
        await using var reader = await chromium.NewVisitorAsync(address: other.Address);
        await reader.OpenAsync("/");

        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 3 })).ToHaveCountAsync(2);
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = "Eröffnung und Grußworte" })).ToBeVisibleAsync();
        await Assertions.Expect(reader.Page.GetByText("Fällt aus", new() { Exact = false }).First).ToBeVisibleAsync();
        await Assertions.Expect(reader.Page.GetByText("There is nothing here yet.")).ToBeVisibleAsync();
        await reader.LookAsync("eingebettet");
    }
}
