using System.Net;
using Kongress.Database.Sqlite;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Kongress.Tests.Hosting;

/// <summary>The product in the test's process, with a clock that only the test moves. Pages are asked over HTTP, and nothing else leaves the host.</summary>
/// <remarks>Tests speak through intent methods (RegisterAsync, SignInAsOrganiserAsync, ScanAsync, MailTo); <c>Services</c> stays inside.</remarks>
public sealed class KongressHost(IReadOnlyDictionary<string, string>? settings = null, FakeTimeProvider? clock = null) : WebApplicationFactory<Program>
{
    // A Tuesday four months before the congress of the demo data; tests that need another day move the clock.
    public FakeTimeProvider Clock { get; } = clock ?? new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    /// <summary>A visitor with cookies of their own who sees redirects instead of following them.</summary>
    public HttpClient NewVisitor() => CreateDefaultClient(new Uri("https://localhost"), new CookieJar(new CookieContainer()));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        // Their schedule follows the clock on the wall: a test that runs past a full minute would find its mails sent and its secrets gone.
        builder.UseSetting("Jobs:Enabled", "false");
        foreach (var (key, value) in settings ?? new Dictionary<string, string>()) builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.ConfigureServices(services => services
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock))
            .WithQuickPasswords()
            // A context would look only once a second whether somebody counts its commands.
            .ConfigureDbContext<SqliteKongressDb>(options => options.ConfigureLoggingCacheTime(TimeSpan.Zero)));
    }
}
