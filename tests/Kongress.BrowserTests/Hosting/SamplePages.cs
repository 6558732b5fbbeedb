using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kongress.BrowserTests.Hosting;

/// <summary>A few pages under a strict CSP, good and bad ones: with them the tests of the tests show what is found.</summary>
internal sealed class SamplePages : IAsyncDisposable
{
    private readonly WebApplication app;

    private SamplePages(WebApplication app) => this.app = app;

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <param name="body">What stands in the main element of "/".</param>
    /// <param name="script">What "/script.js" holds; it is loaded by "/".</param>
    /// <param name="alsoFrom">Another site from which the pages may load.</param>
    public static async Task<SamplePages> StartAsync(string body, string script = "", string alsoFrom = "")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var pages = builder.Build();
        pages.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = $"default-src 'self' {alsoFrom}; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";
            return next(context);
        });
        pages.MapGet("/", () => Results.Content(
            $"""
            <!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Probe</title><link rel="icon" href="data:,"><script type="module" src="/script.js"></script></head>
            <body><main><h1>Probe</h1>{body}</main></body></html>
            """,
            "text/html; charset=utf-8"));
        pages.MapGet("/script.js", () => Results.Content(script, "text/javascript"));
        pages.MapFallback(() => Results.Content("<!DOCTYPE html><title>Nicht gefunden</title>", "text/html", statusCode: 404));
        await pages.StartAsync();
        return new SamplePages(pages);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
