using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Kongress.Tests.Hosting;

/// <summary>The product with somebody signed in who has the given roles, and the forms of its pages filled in as a browser would.</summary>
public sealed class Desk : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program>? owned;

    private Desk(WebApplicationFactory<Program> host, FakeTimeProvider clock, bool owns)
    {
        owned = owns ? host : null;
        Clock = clock;
        Browser = host.CreateDefaultClient(new Uri("https://localhost"), new CookieJar(new CookieContainer()));
    }

    public HttpClient Browser { get; }

    /// <inheritdoc cref="KongressHost.Clock"/>
    public FakeTimeProvider Clock { get; }

    /// <param name="accountId">Whom the audit names.</param>
    public static Desk Open(TestDatabase database, Guid accountId, params string[] roles) => Open(database, null, accountId, roles);

    /// <summary>The same at another time. A clock that jumps over months would ring every timer of the running product on the way.</summary>
    public static Desk Open(TestDatabase database, DateTimeOffset? now, Guid accountId, params string[] roles)
    {
        var product = new KongressHost(database.Settings);
        if (now is { } time) product.Clock.SetUtcNow(time);
        return new(SignedIn(product, accountId, roles), product.Clock, owns: true);
    }

    /// <summary>A visitor with cookies of their own, at a host that others visit too; nobody is signed in.</summary>
    public static Desk Visit(WebApplicationFactory<Program> host, FakeTimeProvider clock) => new(host, clock, owns: false);

    public async Task<IHtmlDocument> ReadAsync(string path, CancellationToken ct, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await Browser.GetAsync(path, ct);
        Assert.Equal(expected, answer.StatusCode);
        return await ParseAsync(answer, ct);
    }

    /// <summary>Opens a page and sends its form with some fields changed, as a person would.</summary>
    /// <param name="action">Part of the action of the form that is meant; null: the one in the page's main part that has no action.</param>
    /// <param name="target">Part of the address that the pressed button names itself; null: a button that names none.</param>
    public async Task<HttpResponseMessage> SendAsync(string path, IReadOnlyDictionary<string, string> fields, CancellationToken ct, string? action = null, string? target = null) =>
        await SendAsync(await ReadAsync(path, ct), path, fields, ct, action, target);

    /// <summary>The same from a page that an answer has shown: what stands in its form is sent.</summary>
    public async Task<HttpResponseMessage> SendAsync(IHtmlDocument page, string path, IReadOnlyDictionary<string, string> fields, CancellationToken ct, string? action = null, string? target = null)
    {
        var form = page.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().First(f => action is null || (f.GetAttribute("action") ?? "").Contains(action, StringComparison.Ordinal));
        var values = form.Elements.OfType<IHtmlElement>().Select(Value).Where(v => v is not null).Select(v => v!.Value)
            .Where(v => !fields.ContainsKey(v.Key)).Concat(fields).ToList();
        using var content = new FormUrlEncodedContent(values);
        var button = target is null ? null : form.QuerySelectorAll("button[formaction]").Select(b => b.GetAttribute("formaction")!).First(a => a.Contains(target, StringComparison.Ordinal));
        return await Browser.PostAsync(button ?? (form.GetAttribute("action") is { Length: > 0 } own ? own : path), content, ct);
    }

    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage answer, CancellationToken ct) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(ct));

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        if (owned is not null) await owned.DisposeAsync();
    }

    private static KeyValuePair<string, string>? Value(IHtmlElement element) => element switch
    {
        IHtmlInputElement { Name: { Length: > 0 } name } input when input.Type is not ("checkbox" or "radio") || input.IsChecked => new(name, input.Value),
        IHtmlTextAreaElement { Name: { Length: > 0 } name } area => new(name, area.Value),
        IHtmlSelectElement { Name: { Length: > 0 } name } select => new(name, select.Value ?? ""),
        _ => null,
    };

    private static WebApplicationFactory<Program> SignedIn(KongressHost product, Guid accountId, string[] roles) => product.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
    {
        if (roles.Length == 0) return;
        services.AddSingleton(new Who(accountId, roles));
        services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, AlwaysSignedIn>("Test", null);
        services.PostConfigure<AuthenticationOptions>(options => options.DefaultScheme = options.DefaultAuthenticateScheme = options.DefaultChallengeScheme = options.DefaultForbidScheme = "Test");
    }));

    private sealed record Who(Guid AccountId, string[] Roles);

    private sealed class AlwaysSignedIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, Who who)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, who.AccountId.ToString()), .. who.Roles.Select(role => new Claim(ClaimTypes.Role, role))], "Test");
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), "Test")));
        }
    }
}
