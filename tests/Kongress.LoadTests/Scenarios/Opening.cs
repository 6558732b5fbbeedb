using System.Globalization;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.LoadTests.Driving;
using Kongress.LoadTests.Hosting;
using Kongress.Registrations.Contingents;
using Kongress.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Kongress.LoadTests.Scenarios;

/// <summary>The minute in which registration opens: everybody presses the last button at once, and most of them come too late.</summary>
internal static class Opening
{
    private const int People = 3_000;
    private const int Connections = 500;
    private const int Places = 800;
    private const int Warm = 200;

    public static async Task MeasureAsync(Product product, Bare bare, CancellationToken ct)
    {
        await SetCapacityAsync(product, Warm + Places, ct);
        using var client = LeanBrowser.NewClient(product.Address);
        await Load.RunAsync(product.Address, await PrepareAsync("warm", Warm), 302, ct);
        await Load.RunAsync(bare.Address, Requests.Post(bare.Address, "/booking").Times(Warm), 200, ct);

        var opening = await Load.RunAsync(product.Address, await PrepareAsync("person", People), 302, ct, Connections);
        var booking = await Load.RunAsync(bare.Address, Requests.Post(bare.Address, "/booking").Times(People), 200, ct, Connections);

        // Places go by the order of the answers: after the 800th one the house is full.
        var (last, lastBare) = (opening.Finished[Places - 1], booking.Finished[Places - 1]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            Opening: {People} people over {Connections} connections for {Places} places, one round
              last place after {last:0.00} s, bare booking {lastBare:0.00} s: {last / lastBare:0.0} times as long
              product {opening.PerSecond,8:0}/s   median {opening.Median,7:0} ms   p99 {opening.P99,7:0} ms
              bare    {booking.PerSecond,8:0}/s   median {booking.Median,7:0} ms   p99 {booking.P99,7:0} ms
            """));
        await using var scope = product.Services.CreateAsyncScope();
        await Sweep.PlacesAsync(scope.ServiceProvider.GetRequiredService<KongressDb>(), Warm + People, Warm + Places, ct);

        Task<byte[][]> PrepareAsync(string name, int people) => Applicants.PrepareAsync(client, [.. Enumerable.Range(0, people).Select(i => $"{name}{i}@itz.bund.example")], ct);
    }

    /// <summary>So many places for everybody: the contingents of the demo stay, released.</summary>
    public static async Task OpenToAllAsync(KongressDb db, int capacity, CancellationToken ct)
    {
        await db.Set<Conference>().Where(c => c.IsCurrent).ExecuteUpdateAsync(set => set.SetProperty(c => c.Capacity, capacity), ct);
        var before = (DateTimeOffset?)DateTimeOffset.UnixEpoch;
        await db.Set<Contingent>().ExecuteUpdateAsync(set => set.SetProperty(c => c.Settings.ReleasedAt, before), ct);
    }

    private static async Task SetCapacityAsync(Product product, int capacity, CancellationToken ct)
    {
        await using var scope = product.Services.CreateAsyncScope();
        await OpenToAllAsync(scope.ServiceProvider.GetRequiredService<KongressDb>(), capacity, ct);
        product.Services.GetRequiredService<CurrentConference>().Forget();
    }
}
