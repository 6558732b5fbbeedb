using System.Globalization;
using Kongress.Accounts;
using Kongress.Data;
using Kongress.LoadTests.Driving;
using Kongress.LoadTests.Hosting;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Tests.Hosting;
using Kongress.Workshops;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kongress.LoadTests.Scenarios;

/// <summary>Everybody signs up for workshops at the same moment: first one each, all of whom get a seat, then six wishes each, when most of the 30 workshops are soon full.</summary>
internal static class SigningUp
{
    private const int Workshops = 30;
    private const int Seats = 25;
    private const int WishesEach = 6;
    private const int Crowd = 500;
    private const string Page = "/workshops";

    public static async Task MeasureAsync(Product product, Bare bare, CancellationToken ct)
    {
        var workshops = await OpenAsync(product, ct);
        using var client = LeanBrowser.NewClient(product.Address);
        var people = await SignedInAsync(product, ct);
        var first = await WishesAsync(client, people, person => workshops[person % workshops.Count], 1, ct);

        // A round is a seat, an audit row and a mail for each person.
        await Comparison.PrintAsync(
            $"Workshop sign-up ({people.Count} people, {Workshops} workshops, {Load.Connections} connections) ÷ bare booking",
            async _ =>
            {
                await ClearAsync(product, workshops, ct);
                return await Load.RunAsync(product.Address, first, 302, ct);
            },
            async _ =>
            {
                await ClearAsync(product, workshops, ct);
                return await Load.RunAsync(bare.Address, Requests.Post(bare.Address, "/booking").Times(first.Length), 200, ct);
            });

        await ClearAsync(product, workshops, ct);
        product.Database.Reset();
        product.Database.Print(first.Length, await Load.RunAsync(product.Address, first, 302, ct, connections: 1));

        await ClearAsync(product, workshops, ct);
        var random = new Random(12);
        var rush = await WishesAsync(client, people, _ => workshops[random.Next(workshops.Count)], WishesEach, ct);
        random.Shuffle(rush);
        var round = await Load.RunAsync(product.Address, rush, 302, ct, Crowd);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {WishesEach} wishes each, {rush.Length} over {Crowd} connections: {round.PerSecond:0}/s, median {round.Median:0} ms, p99 {round.P99:0} ms"));
        await using var scope = product.Services.CreateAsyncScope();
        await Sweep.SeatsAsync(scope.ServiceProvider.GetRequiredService<KongressDb>(), ct);
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

    // Nobody has a seat in these workshops, and the mails of the round before have left: their delivery is measured nowhere here.
    private static async Task ClearAsync(Product product, List<Guid> workshops, CancellationToken ct)
    {
        await using var scope = product.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KongressDb>();
        await db.Set<SignUp>().Where(s => workshops.Contains(s.WorkshopId)).ExecuteDeleteAsync(ct);
        while (await db.Set<OutgoingMail>().AnyAsync(m => m.State == MailState.Due || m.State == MailState.Sending, ct)) await Task.Delay(200, ct);
    }

    private static async Task<byte[][]> WishesAsync(HttpClient client, List<(Guid Account, string Cookie)> people, Func<int, Guid> workshopOf, int each, CancellationToken ct)
    {
        var ready = new List<byte[]>();
        for (var person = 0; person < people.Count; person++)
        {
            var browser = new LeanBrowser(client);
            await OpenPageAsync(browser, people[person].Cookie, ct);
            for (var wish = 0; wish < each; wish++) ready.Add(await WishAsync(browser, workshopOf(person), ct));
        }

        return [.. ready];
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
