using Kongress.Data;
using Kongress.LoadTests.Driving;
using Kongress.LoadTests.Hosting;
using Kongress.Registrations;
using Kongress.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Kongress.LoadTests.Scenarios;

/// <summary>The last step of the registration, which stores the person, the place or the position on the waiting list, the audit row and the mail.</summary>
internal static class Registering
{
    private const int PerRound = 800;

    public static async Task MeasureAsync(Product product, Bare bare, CancellationToken ct)
    {
        using var client = LeanBrowser.NewClient(product.Address);
        var count = 0;
        var before = await CountAsync(product, ct);

        await Comparison.PrintAsync("Registration ÷ bare booking (conditional update and insert, one commit)", async _ => await SubmitAsync(PerRound), _ => BareAsync("/booking"));
        await Comparison.PrintAsync("Registration ÷ one bare insert", async _ => await SubmitAsync(PerRound), _ => BareAsync("/insert"));

        var alone = await PrepareAsync(200);
        product.Database.Reset();
        var round = await Load.RunAsync(product.Address, alone, 302, ct, connections: 1);
        product.Database.Print(200, round);

        var stored = await CountAsync(product, ct) - before;
        Console.WriteLine(stored == count ? $"  all {count} registrations are stored" : $"  LOST: {count} were answered with success, {stored} are stored");

        Task<Round> BareAsync(string path) => Load.RunAsync(bare.Address, Requests.Post(bare.Address, path).Times(PerRound), 200, ct);

        async Task<Round> SubmitAsync(int people) => await Load.RunAsync(product.Address, await PrepareAsync(people), 302, ct);

        Task<byte[][]> PrepareAsync(int people)
        {
            var first = count;
            count += people;
            return Applicants.PrepareAsync(client, [.. Enumerable.Range(first, people).Select(i => $"person{i}@itz.bund.example")], ct);
        }
    }

    private static async Task<int> CountAsync(Product product, CancellationToken ct)
    {
        await using var scope = product.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<KongressDb>().Set<Registration>().CountAsync(ct);
    }
}
