using System.Diagnostics;

namespace Kongress.BrowserTests.Hosting;

public sealed class KongressProcessTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_product_is_gone_at_once_and_comes_back_at_the_same_address()
    {
        await using var product = await KongressProcess.StartAsync(null, Ct);
        using var client = new HttpClient { BaseAddress = new Uri(product.Address) };
        var first = product.ProcessId;
        Assert.True((await client.GetAsync("/health/ready", Ct)).IsSuccessStatusCode);

        await product.KillAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/health/ready", Ct));
        await product.StartAsync(Ct);

        Assert.NotEqual(first, product.ProcessId);
        Assert.True((await client.GetAsync("/health/ready", Ct)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_product_that_cannot_start_says_why()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => KongressProcess.StartAsync(new Dictionary<string, string> { ["Kestrel:Endpoints:Broken:Url"] = "nonsense" }, Ct));

        Assert.Contains("nonsense", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_left_behind()
    {
        var product = await KongressProcess.StartAsync(null, Ct);
        var id = product.ProcessId;

        await product.DisposeAsync();

        Assert.False(Directory.Exists(product.Folder));
        Assert.DoesNotContain(Process.GetProcesses(), process => process.Id == id);
    }
}
