using Kongress.BrowserTests.Browsing;
using Kongress.BrowserTests.Hosting;
using Kongress.Database.Demo;
using Kongress.Tests.Hosting;
using Microsoft.Playwright;

namespace Kongress.BrowserTests.Journeys;

/// <summary>Every page on which the programme team and the people on stage work, looked at on phone and desktop.</summary>
public sealed class EveryProgrammePageTests(Chromium chromium)
{
    private const string Programme = "/organisation/programm";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_of_the_programme_team_can_be_used_by_everyone()
    {
        await using var product = await KongressProcess.StartDemoAsync(DemoStage.Planned, 10, Ct);
        await using var team = await chromium.NewVisitorAsync(address: product.Address);
        await team.SignInAsStaffAsync("organisation");

        foreach (var path in new[] { "", "/punkte", "/punkte?suche=gibtesnicht", "/punkte/bearbeiten", "/mitwirkende", "/mitwirkende/bearbeiten", "/tafel/sperren", "/themen", "/raeume" })
        {
            await team.OpenAsync(Programme + path);
            await team.LookAsync("team" + path.Replace('/', '-').Split('?')[0] + (path.Contains('?', StringComparison.Ordinal) ? "-leer" : ""));
        }

        await SessionAsync(team);
        await PersonAsync(team);
        await ConflictAsync(team);
        foreach (var (list, name) in new[] { ("/raeume", "raum"), ("/themen", "thema") })
        {
            await team.OpenAsync(Programme + list);
            await LookBehindAsync(team, "main tbody a[href$='/loeschen']", $"team-{name}-loeschen");
        }

        await team.OpenAsync(Programme + "/raeume");
        await LookBehindAsync(team, "main tbody a[href*='/zeiten/']", "team-raum-zeiten");
        await PlannedReleaseAsync(team);
    }

    [Fact]
    public async Task From_the_invitation_to_the_own_slides_every_page_can_be_used_by_everyone()
    {
        await using var sink = SmtpSink.Start();
        await using var product = await KongressProcess.StartDemoAsync(DemoStage.Planned, 10, Ct, sink);
        string address;
        await using (var team = await chromium.NewVisitorAsync(address: product.Address))
        {
            await team.SignInAsStaffAsync("organisation");
            address = await InviteAsync(team);
        }

        await using var speaker = await chromium.NewVisitorAsync(Visitor.Phone, product.Address);
        var invitation = await sink.WaitForMailAsync(m => m.IsTo(address) && m.Message.TextBody!.Contains("/mitwirkung/antwort/", StringComparison.Ordinal), Ct);
        await speaker.OpenAsync(Steps.LinkIn(invitation));
        await speaker.LookAsync("mitwirkung-antwort");
        await speaker.PressAsync("Zusagen");
        await speaker.LookAsync("mitwirkung-antwort-danke");

        await speaker.OpenAsync("/anmelden?zurueck=/mitwirkung");
        await speaker.Page.GetByLabel("E-Mail-Adresse").FillAsync(address);
        await speaker.PressAsync("Link anfordern");
        var signIn = await sink.WaitForMailAsync(m => m.IsTo(address) && m.Message.TextBody!.Contains("/anmelden/link/", StringComparison.Ordinal), Ct);
        await speaker.OpenAsync(Steps.LinkIn(signIn));
        await speaker.Page.Locator("main form button").First.ClickAsync();
        await speaker.OpenAsync("/mitwirkung");
        await speaker.SeesAsync("Meine Beiträge");
        await speaker.LookAsync("mitwirkung");
        await LookBehindAsync(speaker, "main .card h3 a", "mitwirkung-beitrag");
        foreach (var page in new[] { "angaben", "anreise", "zeiten", "portraet" })
        {
            await speaker.OpenAsync("/mitwirkung/" + page);
            await speaker.LookAsync("mitwirkung-" + page);
        }
    }

    private static async Task SessionAsync(Visitor team)
    {
        await team.OpenAsync(Programme + "/punkte?format=Panel&ort=mit");
        await LookBehindAsync(team, "main tbody th a", "team-punkt");
        var session = team.Page.Url;
        await LookBehindAsync(team, "main a[href*='/punkte/bearbeiten/']", "team-punkt-bearbeiten");
        await team.OpenAsync(session);
        await LookBehindAsync(team, "main a[href*='/mitwirkung/']", "team-punkt-mitwirkung");
        await team.OpenAsync(session + "/person-eintragen");
        await team.LookAsync("team-punkt-person");
        await team.OpenAsync(Programme + "/punkte?mitteilen=true");
        await team.OpenAsync(await team.Page.Locator("main tbody th a").First.GetAttributeAsync("href") + "/mitteilen");
        await team.LookAsync("team-punkt-mitteilen");
        await team.OpenAsync(Programme + "/tafel");
        var card = await team.Page.Locator("[data-grid] button.board-slot").First.GetAttributeAsync("data-slot");
        await team.OpenAsync($"{Programme}/tafel/platz?platz={card}");
        await team.LookAsync("team-platz");
    }

    private static async Task PersonAsync(Visitor team)
    {
        await team.OpenAsync(Programme + "/mitwirkende");
        await LookBehindAsync(team, "main tbody th a", "team-mitwirkende-person");
        var person = team.Page.Url;
        foreach (var (link, name) in new[] { ("/mitwirkende/bearbeiten/", "bearbeiten"), ("/zeiten/", "zeiten"), ("/portraet", "portraet") })
        {
            await team.OpenAsync(person);
            await LookBehindAsync(team, $"main a[href*='{link}']", "team-mitwirkende-" + name);
        }
    }

    // Taken with a reason, seen among those that are taken, and taken back.
    private static async Task ConflictAsync(Visitor team)
    {
        await team.OpenAsync(Programme + "/konflikte");
        await LookBehindAsync(team, "main a[href*='/konflikte/hinnehmen']", "team-konflikt-hinnehmen");
        await team.Page.GetByLabel("Grund").FillAsync("Mit beiden besprochen: Die Moderation übernimmt eine Kollegin.");
        await team.PressAsync("Hinnehmen");
        await team.OpenAsync(Programme + "/konflikte?hingenommen=true&suche=");
        await Assertions.Expect(team.Page.GetByText("Mit beiden besprochen", new() { Exact = false }).First).ToBeVisibleAsync();
        await team.LookAsync("team-konflikte-hingenommen");
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "Doch nicht hinnehmen" }).First.ClickAsync();
        await Assertions.Expect(team.Page.Locator("main")).Not.ToContainTextAsync("Mit beiden besprochen");
    }

    // A release that is still to come can be called back.
    private static async Task PlannedReleaseAsync(Visitor team)
    {
        await team.OpenAsync(Programme + "/fassungen/neu");
        await team.PressAsync("Vorschau ansehen");
        var tomorrow = await team.Page.EvaluateAsync<string>("() => new Date(Date.now() + 86400000).toLocaleDateString('sv-SE')");
        await team.Page.GetByLabel("Zu einer bestimmten Zeit").CheckAsync();
        await team.Page.Locator("input[type='datetime-local']").FillAsync(tomorrow + "T18:00");
        await team.Page.GetByLabel("Warum trotz der Fehler veröffentlichen?").FillAsync("Mit den Beteiligten besprochen");
        await team.LookAsync("team-fassung-geplant-vorschau");
        await team.PressAsync("Veröffentlichen");
        await team.LookAsync("team-fassung-geplant");
        await LookBehindAsync(team, "main a[href$='/zuruecknehmen']", "team-fassung-zuruecknehmen");
        await team.PressAsync("Zurücknehmen");
        await Assertions.Expect(team.Page.GetByText("ist zurückgenommen und erscheint nicht.", new() { Exact = false })).ToBeVisibleAsync();
    }

    private static async Task<string> InviteAsync(Visitor team)
    {
        await team.OpenAsync(Programme + "/punkte?format=Panel&ort=mit");
        await team.OpenAsync(await team.Page.Locator("main tbody th a").First.GetAttributeAsync("href") ?? "");
        var person = await team.Page.Locator("main tbody th a").First.GetAttributeAsync("href") ?? "";
        await team.Page.Locator("main tbody tr").First.GetByRole(AriaRole.Button, new() { Name = "inladen", Exact = false }).ClickAsync();
        await team.OpenAsync(person);
        return (await team.Page.Locator("main a[href^='mailto:']").First.InnerTextAsync()).Trim();
    }

    private static async Task LookBehindAsync(Visitor visitor, string link, string name)
    {
        await visitor.OpenAsync(await visitor.Page.Locator(link).First.GetAttributeAsync("href") ?? "");
        await visitor.LookAsync(name);
    }
}
