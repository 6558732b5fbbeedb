using Kongress.Data;
using Kongress.Database;
using Kongress.Database.Sqlite;
using Kongress.Database.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Tests.Hosting;

/// <summary>A database for one test, made by the real migrations: a file of its own, or a database of its own on the test server. Gone after the test.</summary>
/// <remarks>On SQLite the migrations run once in the process; each test gets a copy of what they made.</remarks>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<byte[]>> Migrated = new(MigrateOnceAsync);

    private readonly string folder = Directory.CreateTempSubdirectory("kongress-").FullName;
    private readonly string provider;

    private TestDatabase(string provider)
    {
        this.provider = provider;
        ConnectionString = provider switch
        {
            Databases.Sqlite => $"Data Source={SqliteFile}",
            Databases.SqlServerName => new SqlConnectionStringBuilder(Databases.SqlServer) { InitialCatalog = $"KongressTest_{Guid.CreateVersion7():N}" }.ConnectionString,
            _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "Sqlite or SqlServer"),
        };
    }

    public string ConnectionString { get; }

    private string SqliteFile => Path.Combine(folder, "kongress.db");

    /// <summary>Settings with which the product uses this database: as <c>--key=value</c> or in a host.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Database:Provider"] = provider,
        ["ConnectionStrings:Kongress"] = ConnectionString,
    };

    /// <param name="provider">A row of <see cref="EveryDatabaseAttribute"/>: "Sqlite" or "SqlServer".</param>
    public static async Task<TestDatabase> CreateAsync(string provider, CancellationToken ct)
    {
        var database = new TestDatabase(provider);
        if (provider == Databases.Sqlite)
        {
            await File.WriteAllBytesAsync(database.SqliteFile, await Migrated.Value.WaitAsync(ct), ct);
            return database;
        }

        await using var db = database.Open();
        await db.MigrateAsync(ct);
        return database;
    }

    /// <summary>A context of its own, as every request has one; the caller disposes it.</summary>
    /// <param name="configure">Adds to the options, an interceptor that counts queries for instance.</param>
    public KongressDb Open(Action<DbContextOptionsBuilder>? configure = null)
    {
        if (provider == Databases.Sqlite)
        {
            var sqlite = new DbContextOptionsBuilder<SqliteKongressDb>();
            KongressDatabase.UseSqlite(sqlite, ConnectionString);
            configure?.Invoke(sqlite);
            return new SqliteKongressDb(sqlite.Options);
        }

        var server = new DbContextOptionsBuilder<SqlServerKongressDb>();
        KongressDatabase.UseSqlServer(server, ConnectionString);
        configure?.Invoke(server);
        return new SqlServerKongressDb(server.Options);
    }

    /// <summary>On SQLite: the whole database as one file. Nobody may use it at the same time.</summary>
    public Task<byte[]> ReadFileAsync(CancellationToken ct)
    {
        // The last connection to leave brings everything into the one file.
        CloseFile();
        return File.ReadAllBytesAsync(SqliteFile, ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (provider == Databases.Sqlite)
        {
            CloseFile();
        }
        else
        {
            await using var db = Open();
            await db.Database.EnsureDeletedAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<byte[]> MigrateOnceAsync()
    {
        await using var first = new TestDatabase(Databases.Sqlite);
        await using (var db = first.Open()) await db.MigrateAsync(CancellationToken.None);
        return await first.ReadFileAsync(CancellationToken.None);
    }

    private void CloseFile()
    {
        KongressDatabase.CloseSqlite(ConnectionString);
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
    }
}
