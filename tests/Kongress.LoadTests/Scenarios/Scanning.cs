using Kongress.CheckIns;
using Kongress.Data;
using Kongress.Database.Demo;
using Kongress.LoadTests.Driving;
using Kongress.LoadTests.Hosting;
using Kongress.Registrations;
using Kongress.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Kongress.LoadTests.Scenarios;

/// <summary>A scan at the door by the script: the ticket is looked up, the decision made, the attempt stored, the answer told.</summary>
internal static class Scanning
{
    private const int PerRound = 200;
    private const int Warm = 2_000;
    private const string Door = "einlass@demo.example";

    public static async Task MeasureAsync(Product product, Bare bare, CancellationToken ct)
    {
        using var client = LeanBrowser.NewClient(product.Address);
        var browser = new LeanBrowser(client);
        await browser.ReadAsync("/anmelden/team", ct);
        await browser.PostAsync("/anmelden/team", new Dictionary<string, string> { ["Input.Email"] = Door, ["Input.Password"] = DemoSignIns.Password }, "/einlass", ct);

        var scans = new Queue<(Guid List, string Code)>(await NotYetInAsync(product, ct));
        var list = scans.Peek().List;
        await browser.ReadAsync($"/einlass/{list}", ct);
        var issued = 0;
        var somebody = scans.Dequeue();
        await Load.RunAsync(product.Address, await WriteAsync(Enumerable.Repeat(somebody, Warm)), 200, ct);
        await CheckInBareAsync(Warm);

        await Comparison.PrintAsync("Scan ÷ bare check-in (look-up, conditional update, scan row, one commit)", async _ => await ScanAsync(), async _ => await CheckInBareAsync(PerRound), mostWarmRounds: 1);
        await Comparison.PrintAsync("Scan ÷ one bare insert", async _ => await ScanAsync(), _ => Load.RunAsync(bare.Address, Requests.Post(bare.Address, "/insert").Times(PerRound), 200, ct), mostWarmRounds: 1);

        var alone = await PrepareAsync(200);
        product.Database.Reset();
        product.Database.Print(200, await Load.RunAsync(product.Address, alone, 200, ct, connections: 1));

        async Task<Round> ScanAsync() => await Load.RunAsync(product.Address, await PrepareAsync(PerRound), 200, ct);

        async Task<Round> CheckInBareAsync(int people)
        {
            var codes = Enumerable.Range(issued, people).Select(i => $"BARE{i:000000000000}").ToList();
            issued += people;
            await bare.IssueAsync(codes, ct);
            return await Load.RunAsync(bare.Address, [.. codes.Select(code => Requests.Post(bare.Address, "/check-in/" + code))], 200, ct);
        }

        async Task<IReadOnlyList<byte[]>> PrepareAsync(int people)
        {
            if (scans.Count < people) throw new InvalidOperationException("Everybody is in by now: the rounds ask for more people than the demo has.");
            return await WriteAsync(Enumerable.Range(0, people).Select(_ => scans.Dequeue()));
        }

        async Task<IReadOnlyList<byte[]>> WriteAsync(IEnumerable<(Guid List, string Code)> attempts)
        {
            var ready = new List<byte[]>();
            foreach (var (door, code) in attempts)
            {
                var fields = new Dictionary<string, string> { ["Nonce"] = Guid.CreateVersion7().ToString(), ["Code"] = code, ["Method"] = nameof(ScanMethod.Camera), ["Device"] = "Eingang Nord" };
                ready.Add(await browser.WriteAsync($"/einlass/{door}?handler=Scan", fields, ct));
            }

            return ready;
        }
    }

    /// <summary>Valid tickets at doors where they have not been, one door after the other.</summary>
    private static async Task<List<(Guid, string)>> NotYetInAsync(Product product, CancellationToken ct)
    {
        await using var scope = product.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KongressDb>();
        var lists = await db.Set<CheckInList>().Where(l => l.WorkshopId == null).OrderBy(l => l.Id).Select(l => l.Id).ToListAsync(ct);
        var tickets = await db.Set<Ticket>().Where(t => t.RevokedAt == null).OrderBy(t => t.Id).Select(t => t.Code).ToListAsync(ct);
        return [.. lists.SelectMany(list => tickets.Select(code => (list, code)))];
    }
}
