using System.Globalization;
using Kongress.BrowserTests.Browsing;
using Kongress.BrowserTests.Hosting;
using Kongress.Database.Demo;
using Kongress.Registrations;
using Kongress.Tests.Hosting;
using Kongress.Workshops;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Kongress.BrowserTests.Journeys;

/// <summary>The last seat of a workshop: one has it, one waits; the first swaps into another workshop, and the second moves up. Then the second gives it back, and a third moves up.</summary>
public sealed class WorkshopTests(Chromium chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_swaps_and_somebody_gives_back_and_each_time_the_next_on_the_waiting_list_moves_up()
    {
        await using var sink = SmtpSink.Start();
        await using var product = await KongressProcess.StartDemoAsync(DemoStage.Planned, 70, Ct, sink);
        var emails = await WithoutWorkshopsAsync(product);
        var title = await LeaveOneSeatAsync(product);

        await using var first = await chromium.SignInAsync(product, sink, emails[0], "/workshops");
        await first.LookAsync("workshops");
        await PressAsync(first, title, "Eintragen");
        await ShowsAsync(first, title, "Ihr Platz ist sicher");

        await using var second = await chromium.SignInAsync(product, sink, emails[1], "/workshops");
        await PressAsync(second, title, "Auf die Warteliste");
        await ShowsAsync(second, title, "Warteliste: Platz 1");
        await second.LookAsync("workshops-warteliste");

        var swap = first.Page.GetByRole(AriaRole.Button).Filter(new() { HasText = "Hierher tauschen" }).First;
        await swap.FocusAsync();
        await first.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(first.Page.GetByText("Getauscht: Der neue Platz gehört Ihnen")).ToBeVisibleAsync();
        await first.LookAsync("workshops-getauscht");

        await sink.WaitForMailAsync(mail => mail.IsTo(emails[1]) && mail.Message.Subject == $"Sie sind nachgerückt: „{title}“", Ct);
        await second.OpenAsync("/workshops");
        await ShowsAsync(second, title, "Ihr Platz ist sicher");

        await using var third = await chromium.SignInAsync(product, sink, emails[2], "/workshops");
        await PressAsync(third, title, "Auf die Warteliste");
        await ShowsAsync(third, title, "Warteliste: Platz 1");
        await Card(second, title).GetByRole(AriaRole.Button, new() { Name = "Platz zurückgeben" }).FocusAsync();
        await second.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Card(second, title)).Not.ToContainTextAsync("Ihr Platz ist sicher");
        await second.LookAsync("workshops-zurueckgegeben");
        await sink.WaitForMailAsync(mail => mail.IsTo(emails[2]) && mail.Message.Subject == $"Sie sind nachgerückt: „{title}“", Ct);
        await third.OpenAsync("/workshops");
        await ShowsAsync(third, title, "Ihr Platz ist sicher");
    }

    // Seats and mode of the first workshop, set on the organiser's pages.
    private async Task<string> LeaveOneSeatAsync(KongressProcess product)
    {
        await using var organiser = await chromium.NewVisitorAsync(address: product.Address);
        await organiser.SignInAsStaffAsync("organisation");
        await organiser.OpenAsync("/organisation/programm/workshops");
        await organiser.LookAsync("organisation-workshops");
        var row = organiser.Page.Locator("main tbody tr").First;
        var taken = int.Parse((await row.Locator("[data-label='Vergeben']").InnerTextAsync()).Split(' ')[0], CultureInfo.InvariantCulture);
        var title = await row.Locator("a").InnerTextAsync();
        await row.Locator("a").ClickAsync();
        await organiser.LookAsync("organisation-workshop");
        await organiser.Page.GetByRole(AriaRole.Link, new() { Name = "Plätze und Regeln ändern" }).ClickAsync();
        await organiser.LookAsync("organisation-workshop-plaetze");
        await organiser.Page.Locator("[name='Input.Seats']").FillAsync((taken + 1).ToString(CultureInfo.InvariantCulture));
        await organiser.Page.Locator("[name='Input.Promotion'][value='AtOnce']").CheckAsync();
        await organiser.PressAsync("Speichern");
        await organiser.SeesAsync(title);
        return title;
    }

    private static ILocator Card(Visitor visitor, string title) => visitor.Page.Locator("li.workshop").Filter(new() { Has = visitor.Page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }) });

    private static Task PressAsync(Visitor visitor, string title, string button) => Card(visitor, title).GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    private static Task ShowsAsync(Visitor visitor, string title, string words) => Assertions.Expect(Card(visitor, title)).ToContainTextAsync(words);

    private static async Task<List<string>> WithoutWorkshopsAsync(KongressProcess product)
    {
        await using var db = product.OpenDatabase();
        return await db.Set<Registration>()
            .Where(r => r.Status == RegistrationStatus.Confirmed && r.Language == "de" && r.Attendance.Day1 && r.Attendance.Day2 && !db.Set<SignUp>().Any(s => s.RegistrationId == r.Id))
            .OrderBy(r => r.OrderNumber).Select(r => r.Email).Take(3).ToListAsync(Ct);
    }
}
