using System.Globalization;
using Kongress.BrowserTests.Browsing;
using Kongress.BrowserTests.Hosting;
using Kongress.Database.Demo;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Tests.Hosting;
using Kongress.Workshops.Allotment;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Kongress.BrowserTests.Journeys;

/// <summary>From wishes to mails: somebody ranks workshops with the keyboard, the organiser draws, settles one seat by hand and publishes, and everybody who wished gets one mail.</summary>
public sealed class AllotmentTests(Chromium chromium)
{
    private const string Page = "/organisation/programm/workshops/verteilung";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wishes_become_seats_and_everybody_who_wished_gets_one_mail()
    {
        await using var sink = SmtpSink.Start();
        await using var product = await KongressProcess.StartDemoAsync(DemoStage.Open, 70, Ct, sink);
        List<Registration> wishing;
        await using (var db = product.OpenDatabase()) wishing = await db.Set<Registration>().Where(r => db.Set<Wish>().Any(w => w.RegistrationId == r.Id)).OrderBy(r => r.OrderNumber).ToListAsync(Ct);
        var person = wishing.First(r => r.Language == "de");

        await using var attendee = await chromium.SignInAsync(product, sink, person.Email, "/workshops");
        await attendee.LookAsync("workshops-nach-wuenschen");
        await attendee.Page.GetByRole(AriaRole.Link, new() { Name = "Zu Ihren Wünschen" }).FocusAsync();
        await attendee.Page.Keyboard.PressAsync("Enter");
        var title = await RankByKeyboardAsync(attendee);
        await attendee.LookAsync("workshops-wuensche");

        await using var organiser = await chromium.NewVisitorAsync(address: product.Address);
        await organiser.SignInAsStaffAsync("organisation");
        await organiser.OpenAsync("/organisation/programm/workshops");
        await organiser.Page.GetByRole(AriaRole.Link, new() { Name = "Plätze nach Wünschen verteilen" }).ClickAsync();
        await Assertions.Expect(organiser.Page.GetByText("Veröffentlichen können Sie, sobald die Frist für Wünsche vorbei ist")).ToBeVisibleAsync();
        await organiser.LookAsync("organisation-verteilung-veraltet");
        await CloseWishesAsync(organiser);
        await SettleByHandAsync(organiser, wishing[^1]);

        await organiser.OpenAsync(Page);
        await organiser.PressAsync("Neue Vorschau berechnen");
        await Assertions.Expect(organiser.Page.GetByText("Die Vorschau ist berechnet. Noch ist nichts vergeben.")).ToBeVisibleAsync();
        await organiser.LookAsync("organisation-verteilung");
        await organiser.PressAsync("Plätze vergeben und alle benachrichtigen");
        await organiser.SeesAsync("Die Plätze sind verteilt.");
        await organiser.LookAsync("organisation-verteilung-veroeffentlicht");
        await organiser.Page.GetByRole(AriaRole.Link, new() { Name = "Auslosung 2, veröffentlicht am" }).ClickAsync();
        await organiser.SeesAsync("Auslosung 2, veröffentlicht am");
        await organiser.Page.GetByRole(AriaRole.Link, new() { Name = "Alle Personen" }).ClickAsync();
        await organiser.SeesAsync("Auslosung 2: Personen");
        await organiser.LookAsync("organisation-auslosung-personen");
        await organiser.OpenAsync($"{Page}/person/{wishing[^1].Id}");
        await organiser.LookAsync("organisation-verteilung-person-danach");

        await sink.WaitForMailAsync(mail => mail.IsTo(person.Email) && mail.Message.Subject == $"Ihr Platz im Workshop „{title}“", Ct);
        await using (var db = product.OpenDatabase())
        {
            var told = await db.Set<OutgoingMail>().Where(m => m.Kind == "Workshop.Allotted").Select(m => m.ToAddress).ToListAsync(Ct);
            Assert.Equal(wishing.Select(r => r.Email).Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
        }

        await attendee.OpenAsync("/workshops");
        await Assertions.Expect(attendee.Page.Locator("li.workshop").Filter(new() { HasText = title })).ToContainTextAsync("Ihr Platz ist sicher");
        await attendee.LookAsync("workshops-verteilt");
        await attendee.OpenAsync("/workshops/wuensche");
        await attendee.SeesAsync("Was aus Ihren Wünschen geworden ist");
        await Assertions.Expect(attendee.Page.GetByText("Dieser Wunsch ging in Erfüllung.")).ToBeVisibleAsync();
        await attendee.LookAsync("workshops-wuensche-vorbei");
    }

    // The last one of the list first, and nothing else.
    private static async Task<string> RankByKeyboardAsync(Visitor attendee)
    {
        var fields = attendee.Page.Locator("main select");
        await Assertions.Expect(fields).ToHaveCountAsync(5);
        await fields.First.FocusAsync();
        await attendee.Page.Keyboard.PressAsync("End");
        for (var i = 1; i < 5; i++)
        {
            await attendee.Page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(fields.Nth(i)).ToBeFocusedAsync();
            await attendee.Page.Keyboard.PressAsync("Home");
        }

        var chosen = await fields.First.EvaluateAsync<string>("field => field.selectedOptions[0].textContent");
        await attendee.Page.Keyboard.PressAsync("Tab");
        await attendee.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(attendee.Page.GetByText("Ihre Wünsche sind gespeichert")).ToBeVisibleAsync();
        await Assertions.Expect(fields.First.Locator("option:checked")).ToHaveTextAsync(chosen);
        return chosen.Split(" – ")[0].Trim();
    }

    private static async Task CloseWishesAsync(Visitor organiser)
    {
        var local = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")).AddMinutes(-1);
        await organiser.Page.Locator("[name='Dates.Until']").FillAsync(local.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        await organiser.PressAsync("Frist speichern");
        await Assertions.Expect(organiser.Page.GetByText("Die Frist ist gespeichert.")).ToBeVisibleAsync();
    }

    private static async Task SettleByHandAsync(Visitor organiser, Registration person)
    {
        await organiser.Page.GetByRole(AriaRole.Link, new() { Name = "Alle Personen" }).ClickAsync();
        await organiser.LookAsync("organisation-verteilung-personen");
        await organiser.OpenAsync($"{Page}/person/{person.Id}");
        await organiser.LookAsync("organisation-verteilung-person");
        await organiser.Page.Locator("[name='Input.Workshop']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await organiser.Page.Locator("[name='Input.Step'][value='Deny']").CheckAsync();
        await organiser.Page.Locator("[name='Input.Reason']").FillAsync("Leitet selbst einen Workshop");
        await organiser.PressAsync("Festlegen");
        await Assertions.Expect(organiser.Page.GetByText("Festgelegt. Es gilt für jede weitere Auslosung.")).ToBeVisibleAsync();
    }
}
