using System.Globalization;
using Kongress.Accounts;
using Kongress.Data;
using Kongress.LoadTests.Driving;
using Kongress.LoadTests.Hosting;
using Kongress.Registrations;
using Kongress.Tests.Hosting;
using Kongress.Workshops;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kongress.LoadTests.Scenarios;

/// <summary>Everybody signs up for workshops at the same moment: six wishes each, 30 workshops, most of them soon full.</summary>
internal static class SigningUp
{
    private const int Workshops = 30;
    private const int Seats = 20;
    private const int WishesEach = 6;
    private const int PerRound = 300;
    private const int Crowd = 500;
    private const string Page = "/workshops";

    public static async Task MeasureAsync(Product product, Bare bare, CancellationToken ct)
    {
        var workshops = await OpenAsync(product, ct);
        using var client = LeanBrowser.NewClient(product.Address);
        var requests = new Queue<byte[]>(await WishesAsync(product, client, workshops, ct));
        await Load.RunAsync(product.Address, Take(PerRound), 302, ct);

        await Comparison.PrintAsync(
            $"Workshop sign-up ({Workshops} workshops, {Load.Connections} connections) ÷ bare booking",
            _ => Load.RunAsync(product.Address, Take(PerRound), 302, ct),
            _ => Load.RunAsync(bare.Address, Requests.Post(bare.Address, "/booking").Times(PerRound), 200, ct));

        product.Database.Reset();
        product.Database.Print(100, await Load.RunAsync(product.Address, Take(100), 302, ct, connections: 1));

        var rush = await Load.RunAsync(product.Address, Take(requests.Count), 302, ct, Crowd);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  the other {rush.Finished.Count} over {Crowd} connections: {rush.PerSecond:0}/s, median {rush.Median:0} ms, p99 {rush.P99:0} ms"));
        await using var scope = product.Services.CreateAsyncScope();
        await Sweep.SeatsAsync(scope.ServiceProvider.GetRequiredService<KongressDb>(), ct);

        IReadOnlyList<byte[]> Take(int count) => [.. Enumerable.Range(0, count).Select(_ => requests.Dequeue())];
    }

    /// <summary>Workshops beside those of the demo, with few seats, so that they are full soon.</summary>
    public static async Task<List<Guid>> OpenAsync(Product product, CancellationToken ct)
    {
        var programme = new LargeProgramme(product);
        var placed = await programme.WithAsync<KongressDb, int>(db => db.Set<Programme.Board.Slot>().CountAsync(s => s.SessionId != null, ct));
        await programme.FillAsync(placed + Workshops, 20, ct, workshops: Workshops);
        await programme.ReleaseAsync(ct);
        await programme.WithAsync<WorkshopDesk, bool>(async desk =>
        {
            foreach (var session in await programme.WithAsync<KongressDb, List<(Guid Conference, Guid Session)>>(NewAsync))
            {
                await desk.SaveAsync(session.Conference, session.Session, Guid.Empty, new WorkshopSettings { Seats = Seats, NeedsDay = false, OpensAt = DateTimeOffset.UnixEpoch, ClosesAt = TimeProvider.System.GetUtcNow().AddDays(30) }, null, Guid.Empty, ct);
            }

            return true;
        });
        return await programme.WithAsync<KongressDb, List<Guid>>(db => db.Set<Workshop>().Where(w => w.Place.IsOn && w.Settings.OpensAt == DateTimeOffset.UnixEpoch).OrderBy(w => w.Id).Select(w => w.Id).ToListAsync(ct));

        async Task<List<(Guid, Guid)>> NewAsync(KongressDb db) => [.. (await db.Set<Programme.Sessions.Session>()
            .Where(s => s.Content.Kind == Programme.Sessions.SessionKind.Workshop && !db.Set<Workshop>().Any(w => w.SessionId == s.Id))
            .Select(s => new { s.ConferenceId, s.Id }).ToListAsync(ct)).Select(s => (s.ConferenceId, s.Id))];
    }

    /// <summary>Whoever has a confirmed registration, with the cookie of a signed-in person.</summary>
    public static async Task<List<(Guid Account, string Cookie)>> SignedInAsync(Product product, CancellationToken ct)
    {
        await using var scope = product.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var people = await services.GetRequiredService<KongressDb>().Set<Registration>().Where(r => r.Status == RegistrationStatus.Confirmed && r.AccountId != null).OrderBy(r => r.OrderNumber).Select(r => r.AccountId!.Value).ToListAsync(ct);
        var signedIn = new List<(Guid, string)>();
        foreach (var id in people) signedIn.Add((id, await CookieAsync(services, id)));
        return signedIn;
    }

    public static Task OpenPageAsync(LeanBrowser browser, string cookie, CancellationToken ct)
    {
        browser.Carry("kongress", cookie);
        return browser.ReadAsync(Page, ct);
    }

    /// <summary>The press of the button, as it leaves the browser.</summary>
    public static Task<byte[]> WishAsync(LeanBrowser browser, Guid workshop, CancellationToken ct) =>
        browser.WriteAsync(Page + "?handler=SignUp", new Dictionary<string, string> { ["Input.Workshop"] = workshop.ToString() }, ct);

    /// <summary>Each person's sign-ups in a random order that is the same each time.</summary>
    private static async Task<byte[][]> WishesAsync(Product product, HttpClient client, List<Guid> workshops, CancellationToken ct)
    {
        var random = new Random(12);
        var ready = new List<byte[]>();
        foreach (var (_, cookie) in await SignedInAsync(product, ct))
        {
            var browser = new LeanBrowser(client);
            await OpenPageAsync(browser, cookie, ct);
            for (var i = 0; i < WishesEach; i++) ready.Add(await WishAsync(browser, workshops[random.Next(workshops.Count)], ct));
        }

        var all = ready.ToArray();
        random.Shuffle(all);
        return all;
    }

    // What the sign-in by mail would leave in the browser; 800 of those are not what is measured here.
    private static async Task<string> CookieAsync(IServiceProvider services, Guid accountId)
    {
        var account = (await services.GetRequiredService<UserManager<Account>>().FindByIdAsync(accountId.ToString()))!;
        var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
        var now = TimeProvider.System.GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(8) };
        properties.Items["since"] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var format = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme).TicketDataFormat;
        return format.Protect(new AuthenticationTicket(principal, properties, IdentityConstants.ApplicationScheme));
    }
}
