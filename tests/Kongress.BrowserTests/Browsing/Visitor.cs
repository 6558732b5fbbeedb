using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Kongress.Tests.Hosting;
using Microsoft.Playwright;

namespace Kongress.BrowserTests.Browsing;

/// <summary>One person at one browser window. An error in the console, a blocked script or a failed script makes the test fail at the end.</summary>
public sealed class Visitor : IAsyncDisposable
{
    public const int Phone = 390;
    public const int Desktop = 1280;
    private const int Narrowest = 320;

    private static readonly string[] Rules =
        ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

    private static readonly BundledAxeScriptProvider AxeScript = new();

    private readonly ConcurrentQueue<string> errors = new();
    private readonly List<string> expected = [];
    private readonly IBrowserContext context;
    private readonly Func<Task>? whenGone;

    private Visitor(IBrowserContext context, IPage page, Func<Task>? whenGone)
    {
        this.context = context;
        this.whenGone = whenGone;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error") errors.Enqueue($"{message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => errors.Enqueue(error);
    }

    public IPage Page { get; }

    /// <summary>Errors of the console up to now, CSP violations among them, without the expected ones.</summary>
    public IReadOnlyList<string> Errors => [.. errors.Where(error => !expected.Exists(part => error.Contains(part, StringComparison.Ordinal)))];

    internal static async Task<Visitor> ComeAsync(IBrowser browser, int width, string address, Func<Task>? whenGone = null, bool scripts = true)
    {
        var own = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.Length > 0 ? address : null,
            JavaScriptEnabled = scripts,
            Locale = "de-DE",
            TimezoneId = "Europe/Berlin",
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = SizeOf(width),
        });
        own.SetDefaultTimeout(15_000);
        return new Visitor(own, await own.NewPageAsync(), whenGone);
    }

    /// <summary>An error of the console that belongs to the test, by a part of its text: "status of 404".</summary>
    public void Expect(string partOfError) => expected.Add(partOfError);

    /// <summary>Opens a page and waits until it has loaded.</summary>
    public Task<IResponse?> OpenAsync(string path) => Page.GotoAsync(path);

    /// <summary>A screenshot of the whole page in artifacts/screenshots/NAME-WIDTH.png.</summary>
    public async Task ShotAsync(string name)
    {
        var path = Repository.PathOf($"artifacts/screenshots/{name}-{Page.ViewportSize!.Width}.png");
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true, Animations = ScreenshotAnimations.Disabled });
    }

    /// <summary>No finding of axe on the page as it stands: WCAG 2.2 A and AA and axe's best practices.</summary>
    /// <remarks>Only the page itself: the frame that shows a mail forbids every script, so nothing can look into it; the mail is a page of its own.</remarks>
    public async Task AxeAsync()
    {
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window")) await Page.EvaluateAsync(AxeScript.GetScript());
        var findings = await Page.EvaluateAsync<string[]>(
            """
            async rules => (await axe.run(document, { runOnly: { type: "tag", values: rules }, iframes: false, resultTypes: ["violations"] })).violations
                .map(found => `${found.id} (${found.impact}): ${found.help}\n` + found.nodes.map(node => `    ${node.target} ${node.html}`).join("\n"))
            """,
            Rules);
        Assert.True(findings.Length == 0, $"axe on {Page.Url} at {Page.ViewportSize!.Width} px:\n" + string.Join('\n', findings));
    }

    /// <summary>At 320 px (a 1280-px screen at 400 %) nothing needs to be scrolled sideways (WCAG 1.4.10).</summary>
    public async Task FitsNarrowScreenAsync()
    {
        var before = Page.ViewportSize!;
        await Page.SetViewportSizeAsync(Narrowest, before.Height);
        var width = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        await Page.SetViewportSizeAsync(before.Width, before.Height);
        Assert.True(width <= Narrowest, $"{Page.Url} is {width} px wide on a screen of {Narrowest} px.");
    }

    /// <summary>Looks at the page as it stands on phone and desktop: a screenshot and axe at both widths, and no sideways scrolling at 320 px.</summary>
    public async Task LookAsync(string name)
    {
        var before = Page.ViewportSize!;
        foreach (var width in new[] { Phone, Desktop })
        {
            await Page.SetViewportSizeAsync(width, SizeOf(width).Height);
            await ShotAsync(name);
            await AxeAsync();
        }

        await FitsNarrowScreenAsync();
        await Page.SetViewportSizeAsync(before.Width, before.Height);
    }

    /// <summary>Leaves, and fails the test when the console held an unexpected error.</summary>
    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        if (whenGone is not null) await whenGone();
        Assert.True(Errors.Count == 0, "In the console of the browser:\n" + string.Join('\n', Errors));
    }

    private static ViewportSize SizeOf(int width) => new() { Width = width, Height = width < 800 ? 844 : 900 };
}
