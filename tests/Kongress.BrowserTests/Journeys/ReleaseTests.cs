using Kongress.BrowserTests.Browsing;
using Kongress.BrowserTests.Hosting;
using Kongress.Database.Demo;
using Kongress.Tests.Hosting;
using Microsoft.Playwright;

namespace Kongress.BrowserTests.Journeys;

/// <summary>A release with its mails: looked at, released, sent, and seen by everybody.</summary>
public sealed class ReleaseTests(Chromium chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_programme_team_releases_the_draft_and_everybody_hears_of_it()
    {
        await using var sink = SmtpSink.Start();
        await using var product = await KongressProcess.StartDemoAsync(DemoStage.Planned, 10, Ct, sink);
        await using var team = await chromium.NewVisitorAsync(address: product.Address);
        await using var reader = await chromium.NewVisitorAsync(Visitor.Phone, product.Address);
        await team.SignInAsStaffAsync("organisation");

        await team.OpenAsync("/organisation/programm/fassungen");
        await team.LookAsync("fassungen");
        await FollowAsync(team, "Neue Fassung vorbereiten");
        await team.LookAsync("fassung-neu");
        await team.PressAsync("Vorschau ansehen");
        await team.SeesAsync("Was sich ändert");
        await team.LookAsync("fassung-vorschau");
        foreach (var change in new[] { "Neue Zeit", "Neuer Raum, Zeit bleibt", "Fällt aus" })
        {
            await Assertions.Expect(team.Page.Locator(".changes .kern-badge", new() { HasTextString = change }).First).ToBeVisibleAsync();
        }

        // The errors of the demo's draft need a word; what was typed stays.
        await team.Page.GetByLabel("Was ist neu?").FillAsync("Neue Zeiten am Nachmittag");
        await team.PressAsync("Veröffentlichen");
        await Assertions.Expect(team.Page.Locator("[data-errors]")).ToBeFocusedAsync();
        await team.LookAsync("fassung-vorschau-fehler");
        await team.Page.GetByLabel("Warum trotz der Fehler veröffentlichen?").FillAsync("Mit den Beteiligten besprochen");
        await Assertions.Expect(team.Page.GetByLabel("Was ist neu?")).ToHaveValueAsync("Neue Zeiten am Nachmittag");
        await team.Page.GetByLabel("Name der Fassung").FillAsync("Dritte Fassung");
        await team.PressAsync("Veröffentlichen");
        await team.SeesAsync("Dritte Fassung");
        await team.LookAsync("fassung");

        var mail = await sink.WaitForMailAsync(m => m.Message.TextBody!.Contains("Neue Zeiten am Nachmittag", StringComparison.Ordinal), Ct);
        Assert.Contains("das Programm des Kongresses wurde veröffentlicht", mail.Message.TextBody!, StringComparison.Ordinal);
        await team.OpenAsync("/organisation/postausgang?Stand=Sent");
        await Assertions.Expect(team.Page.Locator("main table").First).ToContainTextAsync(((MimeKit.MailboxAddress)mail.Message.To[0]).Address);

        var seen = await reader.Page.Context.APIRequest.GetAsync("/api/v1/conference");
        Assert.Contains("Dritte Fassung", await seen.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task FollowAsync(Visitor visitor, string link) => await visitor.Page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
}
