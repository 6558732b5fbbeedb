using Kongress.BrowserTests.Browsing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Kongress.BrowserTests.Browsing;

/// <summary>The installed Chromium, started once for all tests. Nothing is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await LaunchAsync();
    }

    /// <summary>A visitor with cookies of their own and a window of this width.</summary>
    /// <param name="scripts">False: the browser runs no script at all.</param>
    public Task<Visitor> NewVisitorAsync(int width = Visitor.Desktop, string address = "", bool scripts = true) => Visitor.ComeAsync(browser!, width, address, scripts: scripts);

    /// <summary>A visitor whose camera sees the picture of a QR code (PNG), in a browser of their own: a camera belongs to a whole browser.</summary>
    public async Task<Visitor> NewVisitorWithCameraAsync(byte[] qrPng, int width = Visitor.Phone, string address = "", CancellationToken ct = default)
    {
        var film = await FakeCamera.FilmAsync(qrPng, ct);
        var second = await LaunchAsync(
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            $"--use-file-for-fake-video-capture={film}");
        return await Visitor.ComeAsync(second, width, address, whenGone: async () =>
        {
            await second.CloseAsync();
            File.Delete(film);
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
    }

    private Task<IBrowser> LaunchAsync(params string[] more)
    {
        string[] always =
        [
            "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
        ];
        return playwright!.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Find(),
            Args = [.. always, .. more],
            // Chromium refuses its sandbox to root, as in a container; everybody else keeps it.
            ChromiumSandbox = Environment.UserName != "root",
        });
    }

    private static string Find() => Environment.GetEnvironmentVariable("KONGRESS_CHROMIUM") is { Length: > 0 } named
        ? named
        : Places.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("No Chromium found. Install it (Debian: apt-get install chromium) or name it in KONGRESS_CHROMIUM.");
}
