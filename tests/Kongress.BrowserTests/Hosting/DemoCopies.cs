using System.Collections.Concurrent;
using Kongress.Database;
using Kongress.Database.Demo;
using Kongress.Tests.Hosting;

namespace Kongress.BrowserTests.Hosting;

/// <summary>Demo congresses as the product makes them at its start, each made once for all tests that begin with it.</summary>
internal static class DemoCopies
{
    private static readonly ConcurrentDictionary<(DemoStage Stage, int People), Lazy<Task<byte[]>>> Made = new();

    /// <summary>A database file with the demo congress of this stage.</summary>
    public static Task<byte[]> OfAsync(DemoStage stage, int people) => Made.GetOrAdd((stage, people), _ => new(() => MakeAsync(stage, people))).Value;

    private static async Task<byte[]> MakeAsync(DemoStage stage, int people)
    {
        await using var database = await TestDatabase.CreateAsync(Databases.Sqlite, CancellationToken.None);
        await new DemoData(new DemoOptions { Stage = stage, People = people }, DatabaseProvider.Sqlite, database.ConnectionString, TimeProvider.System).CreateAsync(CancellationToken.None);
        return await database.ReadFileAsync(CancellationToken.None);
    }
}
