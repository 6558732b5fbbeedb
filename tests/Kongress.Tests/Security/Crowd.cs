using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Kongress.Conferences;
using Kongress.Tests.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kongress.Tests.Security;

/// <summary>One host for people of every role: a header says who asks. Whom it turns away, and how, is the product's own affair.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private const string AccountHeader = "X-Test-Account";
    private const string RolesHeader = "X-Test-Roles";

    // Not localhost: that name is spared some rules.
    private static readonly Uri Address = new("https://kongress.example");
    private readonly WebApplicationFactory<Program> host;
    private readonly Listener listener = new();

    /// <param name="settings">Besides those of the database. Nobody is slowed down unless they say so.</param>
    private Crowd(TestDatabase database, DateTimeOffset now, params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string>(database.Settings) { ["Jobs:Enabled"] = "false" };
        foreach (var limit in new[] { "SignIn", "Registration", "Links" }) all[$"RateLimits:{limit}PerMinute"] = "1000000";
        foreach (var (key, value) in settings) all[key] = value;
        var product = new KongressHost(all);
        product.Clock.SetUtcNow(now);
        host = product.WithWebHostBuilder(builder =>
        {
            // What the product's own settings let through, and not what the test host does.
            builder.ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(listener));
            builder.ConfigureTestServices(services =>
            {
                services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, ByHeader>("Test", null);
                services.PostConfigure<AuthenticationOptions>(options =>
                {
                    // The product's own scheme stands behind it: it reads real cookies, challenges and refuses.
                    options.DefaultAuthenticateScheme = "Test";
                    options.DefaultChallengeScheme = options.DefaultForbidScheme = options.DefaultSignInScheme = options.DefaultSignOutScheme = ByHeader.Product;
                });
            });
        });
    }

    /// <summary>Everything that was logged so far, exceptions included.</summary>
    public IReadOnlyCollection<string> Log => listener.Lines;

    /// <summary>What the product answers to.</summary>
    public Endpoints Endpoints => new(host.Services);

    public static Crowd Gather(Office office, params (string Key, string Value)[] settings) => new(office.Database, office.Clock.GetUtcNow(), settings);

    /// <summary>A browser of somebody who is signed in, or of nobody; it shows redirects instead of following them.</summary>
    /// <param name="account">Null: not signed in, or by the product's own cookie later.</param>
    public HttpClient Visitor(Guid? account = null, params string[] roles) => Visitor(new CookieContainer(), account, roles);

    public HttpClient Visitor(CookieContainer jar, Guid? account = null, params string[] roles) =>
        Announced(host.CreateDefaultClient(Address, new CookieJar(jar)), account, roles);

    /// <summary>A browser that sends the same cookies each time, whatever the answers say: every attempt begins where the jar stood.</summary>
    public HttpClient Frozen(CookieContainer jar, string page, Guid? account = null, params string[] roles)
    {
        var browser = host.Server.CreateClient();
        browser.BaseAddress = Address;
        if (jar.GetCookieHeader(new Uri(Address, page)) is { Length: > 0 } cookies) browser.DefaultRequestHeaders.Add("Cookie", cookies);
        return Announced(browser, account, roles);
    }

    /// <summary>The database was changed behind the product's back.</summary>
    public void ForgetWhatIsInMemory() => host.Services.GetRequiredService<CurrentConference>().Forget();

    private static HttpClient Announced(HttpClient browser, Guid? account, string[] roles)
    {
        if (account is not { } id) return browser;
        browser.DefaultRequestHeaders.Add(AccountHeader, id.ToString());
        browser.DefaultRequestHeaders.Add(RolesHeader, string.Join(',', roles));
        return browser;
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private sealed class ByHeader(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        public const string Product = "Identity.Application";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (!Request.Headers.TryGetValue(AccountHeader, out var account)) return Context.AuthenticateAsync(Product);
            var roles = Request.Headers[RolesHeader].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries).Select(role => new Claim(ClaimTypes.Role, role));
            var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.ToString()), .. roles], Scheme.Name);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }

    private sealed class Listener : ILoggerProvider
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyCollection<string> Lines => lines;

        public ILogger CreateLogger(string categoryName) => new Ear(categoryName, lines);

        public void Dispose()
        {
        }

        private sealed class Ear(string category, ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
        }
    }
}
