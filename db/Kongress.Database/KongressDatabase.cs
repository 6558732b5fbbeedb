using Kongress.Data;
using Kongress.Database.Sqlite;
using Kongress.Database.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Kongress.Database;

/// <summary>Chooses the provider: the only place that names both.</summary>
public static class KongressDatabase
{
    public static IServiceCollection AddKongressDatabase(this IServiceCollection services, DatabaseProvider provider, string connectionString) => provider switch
    {
        // A context belongs to one request at a time, and then to the next one: it takes longer to make than many a statement.
        DatabaseProvider.Sqlite => services.AddDbContextPool<KongressDb, SqliteKongressDb>(options => UseSqlite(options, connectionString)),
        DatabaseProvider.SqlServer => services.AddDbContextPool<KongressDb, SqlServerKongressDb>(options => UseSqlServer(options, connectionString)),
    };

    /// <summary>Why the connection string of the settings cannot be used; null when it can be read. Never repeats it, as it may hold a password.</summary>
    /// <param name="connectionString">Null where the settings have none: good enough for SQLite, which has a default.</param>
    public static string? Refusal(DatabaseProvider provider, string? connectionString)
    {
        const string key = $"{ConnectionOptions.Section}:{nameof(ConnectionOptions.Kongress)}";
        if (provider is DatabaseProvider.SqlServer && string.IsNullOrWhiteSpace(connectionString))
        {
            return $"{key} is required where Database:Provider is SqlServer, for example \"Server=…;Database=Kongress;Encrypt=True;…\".";
        }

        if (connectionString is null) return null;
        try
        {
            var place = provider switch
            {
                DatabaseProvider.Sqlite => new SqliteConnectionStringBuilder(connectionString).DataSource,
                DatabaseProvider.SqlServer => new SqlConnectionStringBuilder(connectionString).DataSource,
            };
            return place.Length > 0 ? null : $"{key} must name a {(provider is DatabaseProvider.Sqlite ? "file (\"Data Source=…\")" : "server (\"Server=…\")")}.";
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            return $"{key} must be a connection string for {provider}: {e.Message}";
        }
    }

    public static DbContextOptionsBuilder UseSqlite(DbContextOptionsBuilder options, string connectionString) => options
        // First, as AddDbContext has it too: options in another order get a model and compiled queries of their own.
        // A table that a migration rebuilds is rebuilt outside of a transaction: EF says so at every first start, and nobody can do anything about it.
        .ConfigureWarnings(warnings => warnings.Throw(RelationalEventId.MultipleCollectionIncludeWarning).Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning))
        .UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(KongressDatabase).Assembly.GetName().Name))
        .AddInterceptors(new KeptConnection.Maker());

    /// <summary>Closes what is kept open of a SQLite file that nobody uses any more, so that it can be deleted.</summary>
    public static void CloseSqlite(string connectionString) => OpenFiles.Close(connectionString);

    public static DbContextOptionsBuilder UseSqlServer(DbContextOptionsBuilder options, string connectionString) => options
        .ConfigureWarnings(warnings => warnings.Throw(RelationalEventId.MultipleCollectionIncludeWarning))
        .UseSqlServer(connectionString, server => server
            .MigrationsAssembly(typeof(KongressDatabase).Assembly.GetName().Name)
            .EnableRetryOnFailure());

    /// <summary>Brings the database to the current version. For SQLite the folder of the file is made first.</summary>
    public static async Task MigrateAsync(this KongressDb db, CancellationToken ct)
    {
        if (db is SqliteKongressDb && new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource is { Length: > 0 } file
            && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        // EF Core would compare the whole model with the last migration's even where there is nothing to do.
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any()) await db.Database.MigrateAsync(ct);
    }

    /// <summary>Lets SQLite look again how the rows are spread, so that it takes the right index. Quick, kept in the file, and does nothing where little has changed; SQL Server does it by itself.</summary>
    public static async Task CountRowsAsync(this KongressDb db, CancellationToken ct)
    {
        if (db is SqliteKongressDb) await db.InTransactionAsync(() => db.Database.ExecuteSqlRawAsync("PRAGMA analysis_limit = 400; PRAGMA optimize = 0x10002;", ct), ct);
    }
}
