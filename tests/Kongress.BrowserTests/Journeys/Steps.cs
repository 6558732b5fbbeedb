using Kongress.BrowserTests.Browsing;
using Kongress.BrowserTests.Hosting;
using Kongress.Tests.Hosting;
using Microsoft.Playwright;

namespace Kongress.BrowserTests.Journeys;

/// <summary>What people do on the pages, in their words.</summary>
internal static class Steps
{
    public const string DemoPassword = "Rheinufer im Maerz";

    public static async Task SignInAsStaffAsync(this Visitor visitor, string name, string back = "")
    {
        await visitor.OpenAsync("/anmelden/team?zurueck=" + Uri.EscapeDataString(back));
        await visitor.Page.GetByLabel("E-Mail-Adresse").FillAsync($"{name}@demo.example");
        await visitor.Page.GetByLabel("Passwort").FillAsync(DemoPassword);
        await visitor.PressAsync("Anmelden");
    }

    /// <summary>Somebody at a phone who signs in with the code of the mail.</summary>
    /// <param name="page">Where they wanted to go.</param>
    public static async Task<Visitor> SignInAsync(this Chromium chromium, KongressProcess product, SmtpSink sink, string email, string page)
    {
        var visitor = await chromium.NewVisitorAsync(Visitor.Phone, product.Address);
        await visitor.OpenAsync(page);
        await visitor.Page.GetByLabel("E-Mail-Adresse").FillAsync(email);
        await visitor.PressAsync("Link anfordern");
        var mail = await sink.WaitForMailAsync(m => m.IsTo(email) && m.Message.Subject == "Ihr Link zum Anmelden", TestContext.Current.CancellationToken);
        await visitor.Page.GetByLabel("Code aus der Nachricht").FillAsync(mail.Message.TextBody!.Split('\n').Select(line => line.Trim()).First(line => line.Length == 6 && line.All(char.IsAsciiDigit)));
        await visitor.PressAsync("Anmelden");
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(product.Address + page);
        return visitor;
    }

    public static Task PressAsync(this Visitor visitor, string button) =>
        visitor.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public static Task SeesAsync(this Visitor visitor, string heading) =>
        Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = heading })).ToBeVisibleAsync();

    /// <summary>The link with a secret in the newest mail to an address.</summary>
    public static string LinkIn(ReceivedMail mail) =>
        mail.Message.TextBody!.Split('\n').Select(line => line.Trim()).First(line => line.StartsWith("http", StringComparison.Ordinal));
}
