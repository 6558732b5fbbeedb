using Kongress.BrowserTests.Hosting;
using Kongress.Tests.Hosting;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace Kongress.BrowserTests.Browsing;

/// <summary>The base of the browser tests finds what it must find.</summary>
public sealed class BrowsingTests(Chromium chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_good_page_passes_and_leaves_a_screenshot_of_both_widths()
    {
        await using var pages = await SamplePages.StartAsync("<p>Alles in Ordnung.</p>");
        await using var visitor = await chromium.NewVisitorAsync(address: pages.Address);
        await visitor.OpenAsync("/");

        await visitor.LookAsync("probe");

        Assert.Equal(Visitor.Desktop, visitor.Page.ViewportSize!.Width);
        foreach (var width in new[] { 390, 1280 })
        {
            var png = await File.ReadAllBytesAsync(Repository.PathOf($"artifacts/screenshots/probe-{width}.png"), Ct);
            Assert.Equal(width, (png[18] << 8) + png[19]);   // IHDR: the width stands at 16 to 19
        }
    }

    [Fact]
    public async Task A_page_with_a_barrier_is_found_by_axe_under_a_strict_policy()
    {
        await using var pages = await SamplePages.StartAsync("<input type=\"text\"><img src=\"data:,\">");
        var visitor = await chromium.NewVisitorAsync(address: pages.Address);
        await visitor.OpenAsync("/");

        var finding = await Assert.ThrowsAsync<TrueException>(visitor.AxeAsync);

        Assert.Contains("label (critical)", finding.Message, StringComparison.Ordinal);
        Assert.Contains("image-alt (critical)", finding.Message, StringComparison.Ordinal);
        Assert.Empty(visitor.Errors);
        await visitor.DisposeAsync();
    }

    [Fact]
    public async Task A_page_that_is_too_wide_for_320_px_is_found()
    {
        await using var pages = await SamplePages.StartAsync("<p>" + new string('x', 200) + "</p>");
        await using var visitor = await chromium.NewVisitorAsync(address: pages.Address);
        await visitor.OpenAsync("/");

        await Assert.ThrowsAsync<TrueException>(visitor.FitsNarrowScreenAsync);
    }

    [Theory]
    [InlineData("<p onclick=\"go()\">x</p>", "", "Content Security Policy")]
    [InlineData("<p style=\"color:red\">x</p>", "", "Content Security Policy")]
    [InlineData("<p>x</p>", "throw new Error('kaputt');", "kaputt")]
    [InlineData("<img src=\"/missing.png\" alt=\"\">", "", "404")]
    public async Task A_blocked_or_broken_script_fails_the_test(string body, string script, string error)
    {
        await using var pages = await SamplePages.StartAsync(body, script);
        var visitor = await chromium.NewVisitorAsync(address: pages.Address);
        await visitor.OpenAsync("/");
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var failure = await Assert.ThrowsAsync<TrueException>(async () => await visitor.DisposeAsync());

        Assert.Contains(error, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expected_error_does_not_fail_the_test()
    {
        await using var pages = await SamplePages.StartAsync("<p>x</p>");
        await using var visitor = await chromium.NewVisitorAsync(address: pages.Address);
        visitor.Expect("status of 404");

        var answer = await visitor.OpenAsync("/nowhere");

        Assert.Equal(404, answer!.Status);
    }

    [Fact]
    public async Task The_fake_camera_shows_the_code_to_the_page()
    {
        const string text = "K7QF2MRD9XWB4HTZ";
        await using var pages = await SamplePages.StartAsync(
            "<video muted playsinline></video><p id=\"frame\"></p>",
            """
            const video = document.querySelector('video');
            video.srcObject = await navigator.mediaDevices.getUserMedia({ video: true });
            await video.play();
            const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
            canvas.getContext('2d').drawImage(video, 0, 0);
            const frame = document.querySelector('#frame');
            frame.dataset.png = canvas.toDataURL('image/png').split(',')[1];
            frame.textContent = 'aufgenommen';
            """);
        await using var visitor = await chromium.NewVisitorWithCameraAsync(await QrCode.WriteAsync(text, Ct), address: pages.Address, ct: Ct);
        await visitor.OpenAsync("/");

        await Assertions.Expect(visitor.Page.GetByText("aufgenommen")).ToBeVisibleAsync();
        var png = await visitor.Page.Locator("#frame").GetAttributeAsync("data-png");

        Assert.Equal(text, await QrCode.ReadAsync(Convert.FromBase64String(png!), Ct));
    }
}
