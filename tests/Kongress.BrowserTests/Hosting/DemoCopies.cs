using System.Collections.Concurrent;
using Kongress.Database;
using Kongress.Database.Demo;
using Kongress.Database.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kongress.BrowserTests.Hosting;

/// <summary>Demo congresses as the product makes them at its start, each made once for all tests that begin with it.</summary>
internal static class DemoCopies
{
    private static readonly ConcurrentDictionary<(DemoStage Stage, int People), Lazy<Task<byte[]>>> Made = new();

    /// <summary>A database file with the demo congress of this stage.</summary>
    public static Task<byte[]> OfAsync(DemoStage stage, int people) => Made.GetOrAdd((stage, people), _ => new(() => MakeAsync(stage, people))).Value;

    private static async Task<byte[]> MakeAsync(DemoStage stage, int people)
    {
        var folder = Directory.CreateTempSubdirectory("kongress-").FullName;
        var file = Path.Combine(folder, "kongress.db");
        var connection = "Data Source=" + file;
        try
        {
            var options = new DbContextOptionsBuilder<SqliteKongressDb>();
            KongressDatabase.UseSqlite(options, connection);
            await using (var db = new SqliteKongressDb(options.Options)) await db.MigrateAsync(CancellationToken.None);
            await new DemoData(new DemoOptions { Stage = stage, People = people }, DatabaseProvider.Sqlite, connection, TimeProvider.System).CreateAsync(CancellationToken.None);
            // The last connection to leave brings everything into the one file.
            KongressDatabase.CloseSqlite(connection);
            using (var last = new SqliteConnection(connection)) SqliteConnection.ClearPool(last);
            return await File.ReadAllBytesAsync(file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
