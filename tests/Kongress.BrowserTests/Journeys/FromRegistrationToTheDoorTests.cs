using Kongress.BrowserTests.Browsing;
using Kongress.BrowserTests.Hosting;
using Kongress.Database.Demo;
using Kongress.Tests.Hosting;
using Microsoft.Playwright;
using MimeKit;

namespace Kongress.BrowserTests.Journeys;

/// <summary>The whole thread: form, mail, link, ticket, camera, door. Nothing is faked but the lens.</summary>
public sealed class FromRegistrationToTheDoorTests(Chromium chromium)
{
    private const string Address = "ayse.sahin@itz.bund.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_registers_on_a_phone_and_is_let_in_once()
    {
        await using var sink = SmtpSink.Start();
        await using var product = await KongressProcess.StartFreshDemoAsync(DemoStage.Running, 30, sink, Ct);
        await OpenRegistrationLateAsync(product);

        await using var person = await chromium.NewVisitorAsync(Visitor.Phone, product.Address);
        await RegisterAsync(person);
        var confirm = await sink.WaitForMailAsync(mail => mail.IsTo(Address), Ct);
        await person.OpenAsync(Steps.LinkIn(confirm));
        await person.LookAsync("bestaetigen");
        await person.PressAsync("Anmeldung bestätigen");
        await person.SeesAsync("Sie sind angemeldet.");
        await person.LookAsync("bestaetigt");

        var ticket = await sink.WaitForMailAsync(mail => mail.IsTo(Address) && mail.Message.Subject!.StartsWith("Ihre Teilnahme ist bestätigt", StringComparison.Ordinal), Ct);
        var inMail = await QrCode.ReadAsync(PictureIn(ticket.Message), Ct);
        var onPage = await TicketAsync(person, sink);
        Assert.Equal(inMail, await QrCode.ReadAsync(onPage, Ct));

        await using var door = await chromium.NewVisitorWithCameraAsync(onPage, Visitor.Phone, product.Address, Ct);
        await door.SignInAsStaffAsync("einlass");
        await door.SeesAsync("Einlass");
        await door.LookAsync("einlass");
        await door.Page.GetByRole(AriaRole.Link, new() { Name = "Hier einlassen (Tag 1)" }).ClickAsync();
        await door.LookAsync("einlass-liste");
        await door.PressAsync("Kamera einschalten");
        await door.SeesAsync("Willkommen");
        await Assertions.Expect(door.Page.Locator("[data-answer]")).ToContainTextAsync("Ayşe Şahin");
        await door.ShotAsync("einlass-willkommen");

        await door.Page.ReloadAsync();
        await door.PressAsync("Kamera einschalten");
        await door.SeesAsync("Schon eingelassen");
        await door.ShotAsync("einlass-schon-da");
        await door.AxeAsync();
    }

    private async Task OpenRegistrationLateAsync(KongressProcess product)
    {
        await using var organiser = await chromium.NewVisitorAsync(address: product.Address);
        await organiser.SignInAsStaffAsync("organisation");
        await organiser.OpenAsync("/organisation/kongress/anmeldung");
        var opens = await organiser.Page.Locator("[name='Input.OpensAt']").InputValueAsync();
        var today = await organiser.Page.EvaluateAsync<string>("() => new Date().toLocaleDateString('sv-SE')");
        Assert.True(string.CompareOrdinal(opens[..10], today) < 0, "The demo's registration has begun long ago.");
        var tomorrowNoon = DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + "T12:00";
        await organiser.Page.Locator("[name='Input.ClosesAt']").FillAsync(tomorrowNoon);
        await organiser.Page.Locator("[name='Input.ChangeDeadline']").FillAsync(tomorrowNoon);
        await organiser.PressAsync("Speichern");
        await organiser.SeesAsync("12. IT-Planungskongress");
    }

    private static async Task RegisterAsync(Visitor person)
    {
        await person.OpenAsync("/");
        await person.LookAsync("start");
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "Jetzt anmelden" }).ClickAsync();
        await person.LookAsync("anmeldung-1");
        await person.Page.GetByLabel("Vorname").FillAsync("Ayşe 😀");
        await person.PressAsync("Weiter");
        await person.SeesAsync("Bitte prüfen Sie 5 Angaben");
        await Assertions.Expect(person.Page.Locator("[data-errors]")).ToBeFocusedAsync();
        await person.LookAsync("anmeldung-1-fehler");

        await person.Page.GetByLabel("Dienstliche E-Mail-Adresse").FillAsync(Address);
        await person.Page.GetByLabel("Vorname").FillAsync("Ayşe");
        await person.Page.GetByLabel("Nachname").FillAsync("Şahin");
        await person.Page.GetByLabel("Bund", new() { Exact = true }).CheckAsync();
        await person.Page.GetByLabel("Organisation").FillAsync("Informationstechnikzentrum Bund");
        await person.PressAsync("Weiter");
        await person.LookAsync("anmeldung-2");
        await person.Page.GetByLabel("Ich möchte nicht fotografiert werden").CheckAsync();
        await person.PressAsync("Weiter");
        await person.LookAsync("anmeldung-3");

        // Going back and forth loses nothing.
        await person.Page.GoBackAsync();
        await Assertions.Expect(person.Page.GetByLabel("Ich möchte nicht fotografiert werden")).ToBeCheckedAsync();
        await person.Page.GoForwardAsync();
        await person.PressAsync("Verbindlich anmelden");
        await person.SeesAsync("Fast geschafft");
        await person.LookAsync("anmeldung-abgeschickt");
    }

    private static async Task<byte[]> TicketAsync(Visitor person, SmtpSink sink)
    {
        await person.OpenAsync("/mein-kongress");
        await person.LookAsync("anmelden");
        await person.Page.GetByLabel("E-Mail-Adresse").FillAsync(Address);
        await person.PressAsync("Link anfordern");
        await person.LookAsync("anmelden-code");
        var mail = await sink.WaitForMailAsync(m => m.IsTo(Address) && m.Message.Subject == "Ihr Link zum Anmelden", Ct);
        var code = mail.Message.TextBody!.Split('\n').Select(line => line.Trim()).First(line => line.Length == 6 && line.All(char.IsAsciiDigit));
        await person.Page.GetByLabel("Code aus der Nachricht").FillAsync(code);
        await person.PressAsync("Anmelden");
        await person.SeesAsync("Ihr Ticket");
        await person.LookAsync("mein-kongress");
        foreach (var (path, name) in new[] { ("angaben", "angaben"), ("vertretung", "vertretung"), ("stornieren", "stornieren"), ("daten", "daten"), ("ticket", "ticket") })
        {
            await person.OpenAsync("/mein-kongress/" + path);
            await person.LookAsync("mein-kongress-" + name);
        }

        return await person.Page.Locator("img.ticket__code").ScreenshotAsync();
    }

    private static byte[] PictureIn(MimeMessage message)
    {
        using var stream = new MemoryStream();
        message.BodyParts.OfType<MimePart>().Single(part => part.ContentType.MimeType == "image/png").Content!.DecodeTo(stream);
        return stream.ToArray();
    }
}
