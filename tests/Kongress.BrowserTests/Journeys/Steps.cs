using Kongress.BrowserTests.Browsing;
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

    public static Task PressAsync(this Visitor visitor, string button) =>
        visitor.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public static Task SeesAsync(this Visitor visitor, string heading) =>
        Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = heading })).ToBeVisibleAsync();

    /// <summary>The link with a secret in the newest mail to an address.</summary>
    public static string LinkIn(ReceivedMail mail) =>
        mail.Message.TextBody!.Split('\n').Select(line => line.Trim()).First(line => line.StartsWith("http", StringComparison.Ordinal));
}
