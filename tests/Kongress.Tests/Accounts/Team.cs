using AngleSharp.Dom;
using Kongress.Accounts;
using Kongress.Mail;
using Kongress.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Kongress.Tests.Accounts;

/// <summary>The product with its real sign-in, over an office with the same clock: people come as visitors with cookies of their own.</summary>
public sealed class Team : IAsyncDisposable
{
    public const string Password = "Regen über dem Deich";

    private readonly WebApplicationFactory<Program> host;
    private readonly List<Desk> visitors = [];

    private Team(Office office, Action<IServiceCollection>? with)
    {
        Office = office;
        // Without jobs: mails stay in the outbox, where the test reads them.
        host = new KongressHost(new Dictionary<string, string>(office.Database.Settings) { ["Jobs:Enabled"] = "false" }, office.Clock).WithWebHostBuilder(builder => builder.ConfigureTestServices(services => with?.Invoke(services)));
    }

    public Office Office { get; }

    public static async Task<Team> OpenAsync(CancellationToken ct, Action<IServiceCollection>? with = null) => new(await Office.OpenAsync(Databases.Sqlite, ct), with);

    public Desk NewVisitor()
    {
        var visitor = Desk.Visit(host, Office.Clock);
        visitors.Add(visitor);
        return visitor;
    }

    /// <summary>An account without a password, as registrations make it.</summary>
    public static async Task<Account> AttendAsync(Office office, string email, CancellationToken ct)
    {
        var account = new Account(email) { CreatedAt = office.Clock.GetUtcNow() };
        await using var db = office.Database.Open();
        db.Add(account);
        await db.SaveChangesAsync(ct);
        return account;
    }

    /// <summary>An account with <see cref="Password"/> and these roles; the second factor is not set up.</summary>
    public static Task<Account> HireAsync(Office office, string email, CancellationToken ct, params string[] roles) =>
        office.UseAsync<StaffDesk, Account>(desk => desk.CreateStaffAsync(email, "Olaf Richter", roles, Password, office.Clock.GetUtcNow(), ct));

    public static async Task<Account> AccountAsync(Office office, string email, CancellationToken ct) => (await office.AllAsync<Account>(ct)).Single(a => a.Email == email);

    /// <summary>The newest mail of a kind, whomever it goes to.</summary>
    public static async Task<OutgoingMail> MailAsync(Office office, string kind, CancellationToken ct) =>
        (await office.AllAsync<OutgoingMail>(ct)).Where(m => m.Kind == kind).OrderBy(m => m.Id).Last();

    /// <summary>Sends the form with address and password.</summary>
    public static Task<HttpResponseMessage> SignInAsync(Desk visitor, string email, CancellationToken ct, string password = Password) =>
        visitor.SendAsync("/anmelden/team", new Dictionary<string, string> { ["Input.Email"] = email, ["Input.Password"] = password }, ct);

    /// <summary>Address, password, and what the app or the paper says.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(Desk visitor, string email, string code, CancellationToken ct)
    {
        using var first = await SignInAsync(visitor, email, ct);
        Assert.Equal("/anmelden/team/code", first.Headers.Location?.ToString());
        return await TypeAsync(visitor, code, ct);
    }

    public static Task<HttpResponseMessage> TypeAsync(Desk visitor, string code, CancellationToken ct) =>
        visitor.SendAsync("/anmelden/team/code", new Dictionary<string, string> { ["Input.Code"] = code }, ct);

    /// <summary>Sets up the second factor of somebody who has only a password; the visitor is signed in then. The app's next code is a new one.</summary>
    public async Task<(App App, IReadOnlyList<string> RecoveryCodes, string Next)> EnrolAsync(Desk visitor, string email, CancellationToken ct)
    {
        using var signedIn = await SignInAsync(visitor, email, ct);
        Assert.Equal("/anmelden/team/einrichten", signedIn.Headers.Location?.ToString());
        var page = await visitor.ReadAsync("/anmelden/team/einrichten", ct);
        var app = new App(page.QuerySelector("p.code")!.TextContent.Replace("-", "", StringComparison.Ordinal), Office.Clock);
        using var set = await visitor.SendAsync("/anmelden/team/einrichten", new Dictionary<string, string> { ["Input.Code"] = app.Code() }, ct);
        var codes = await Desk.ParseAsync(set, ct);
        Office.Clock.Advance(TimeSpan.FromSeconds(30));
        return (app, [.. codes.QuerySelectorAll("ul.code li").Select(li => li.TextContent)], codes.QuerySelector("main .actions a")?.GetAttribute("href") ?? "");
    }

    /// <summary>Whether the visitor gets to see a page, instead of being sent away.</summary>
    public static async Task<bool> SeesAsync(Desk visitor, string path, CancellationToken ct)
    {
        using var answer = await visitor.Browser.GetAsync(path, ct);
        return answer.IsSuccessStatusCode;
    }

    /// <summary>What a page says above its form when it refuses.</summary>
    public static async Task<string> RefusalAsync(HttpResponseMessage answer, CancellationToken ct) =>
        (await Desk.ParseAsync(answer, ct)).QuerySelector(".errors")?.Text().Trim() ?? $"{answer.StatusCode} {answer.Headers.Location}";

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors) await visitor.DisposeAsync();
        await host.DisposeAsync();
        await Office.DisposeAsync();
    }
}

/// <summary>An authenticator app on a telephone that shows the time of the test.</summary>
public sealed class App(string key, TimeProvider clock)
{
    public string Code(int steps = 0) => AuthenticatorCodes.Code(AuthenticatorCodes.Secret(key), clock.GetUtcNow().ToUnixTimeSeconds() / 30 + steps);
}
