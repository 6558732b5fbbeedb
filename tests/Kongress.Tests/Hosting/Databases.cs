using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Kongress.Tests.Hosting;

/// <summary>Theory rows "Sqlite" and "SqlServer": a test marked with it runs on a real database of each kind.</summary>
/// <remarks>
/// <code>
/// [Theory, EveryDatabase]
/// public async Task A_full_congress_puts_the_next_person_on_the_waiting_list(string provider)
/// {
///     await using var database = await TestDatabase.CreateAsync(provider, Ct);
///     await using var db = database.Open();
///     …
/// }
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
