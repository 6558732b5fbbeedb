using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Kongress.Tests.Hosting;

/// <summary>Theory rows "Sqlite" and "SqlServer": a test marked with it runs on a real database of each kind.</summary>
/// <remarks>
/// <code>
/// [Theory, EveryDatabase]
/// public async Task A_full_congress_puts_the_next_person_on_the_waiting_list(string provider) { await using var database = await …(provider); … }
/// </code>
/// Without a server in <see cref="Databases.Variable"/> the second row is reported as skipped, never left out.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult(Databases.Rows(Databases.SqlServer));

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>Which databases the tests can use.</summary>
public static class Databases
{
    /// <summary>Environment variable with a connection string of a SQL Server on which the tests may create and drop databases.</summary>
    public const string Variable = "KONGRESS_TEST_SQLSERVER";

    public const string Sqlite = "Sqlite";
    public const string SqlServerName = "SqlServer";

    public static string? SqlServer => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connection ? connection : null;

    internal static IReadOnlyCollection<ITheoryDataRow> Rows(string? sqlServer) =>
    [
        new TheoryDataRow(Sqlite),
        new TheoryDataRow(SqlServerName) { Skip = sqlServer is null ? $"{Variable} is not set" : null },
    ];
}

/// <summary>An empty place for one test's database: a file of its own, or a database of its own on the test server. Gone after the test.</summary>
/// <remarks>The derived class brings the context: it migrates in <see cref="PrepareAsync"/> and drops in <see cref="DropAsync"/> (needed on a server only).</remarks>
public abstract class TestDatabase : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kongress-").FullName;

    protected TestDatabase(string provider)
    {
        Provider = provider;
        ConnectionString = provider switch
        {
            Databases.Sqlite => $"Data Source={Path.Combine(folder, "kongress.db")}",
            Databases.SqlServerName => $"{Databases.SqlServer};Initial Catalog=KongressTest_{Guid.CreateVersion7():N}",
            _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "Sqlite or SqlServer"),
        };
    }

    /// <summary>"Sqlite" or "SqlServer", as the setting Database:Provider has it.</summary>
    public string Provider { get; }

    /// <summary>Of a database that does not exist yet.</summary>
    public string ConnectionString { get; }

    public bool IsSqlite => Provider == Databases.Sqlite;

    /// <summary>Brings the database to the current version, by its real migrations.</summary>
    public abstract Task PrepareAsync(CancellationToken ct);

    public async ValueTask DisposeAsync()
    {
        if (!IsSqlite) await DropAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected abstract Task DropAsync();
}
