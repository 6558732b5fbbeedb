using Kongress.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace Kongress.Tests.Security;

/// <summary>Remembers a database and brings it back, under a running product: each attempt of many finds the same rows.</summary>
/// <remarks>Triggers note which tables were written to: only those are looked at and brought back, so that an attempt costs what it changed.</remarks>
internal sealed class Rewind : IDisposable
{
    private const string Notes = "TestTouched";

    private readonly SqliteConnection live;
    private long seen;

    public Rewind(TestDatabase database)
    {
        live = new SqliteConnection(database.ConnectionString + ";Pooling=False");
        live.Open();
        var before = $"{live.DataSource}-{Guid.CreateVersion7():N}";
        using (var copy = new SqliteConnection($"Data Source={before};Pooling=False"))
        {
            copy.Open();
            live.BackupDatabase(copy);
        }

        // Nobody needs this database after a power cut. What is brought back is whole again at the end only.
        Do($"PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; ATTACH '{before}' AS before; CREATE TABLE IF NOT EXISTS {Notes} (Name TEXT PRIMARY KEY)");
        foreach (var table in Names($"SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> '{Notes}'"))
        {
            foreach (var change in new[] { "INSERT", "UPDATE", "DELETE" })
            {
                Do($"CREATE TRIGGER IF NOT EXISTS \"Test{change}{table}\" AFTER {change} ON \"{table}\" BEGIN INSERT INTO {Notes} SELECT '{table}' WHERE NOT EXISTS (SELECT 1 FROM {Notes} WHERE Name = '{table}'); END");
            }
        }

        seen = Version();
    }

    /// <summary>Whether somebody has written since.</summary>
    public bool IsChanged => Version() != seen;

    /// <summary>Tables that somebody has written to since.</summary>
    public IReadOnlySet<string> Touched => Names($"SELECT Name FROM {Notes}").ToHashSet(StringComparer.Ordinal);

    /// <summary>Sees what is there now as "main", and what is brought back as "before".</summary>
    public SqliteConnection Connection => live;

    public void Back()
    {
        using var transaction = live.BeginTransaction();
        foreach (var table in Touched) Do($"DELETE FROM main.\"{table}\"; INSERT INTO main.\"{table}\" SELECT * FROM before.\"{table}\"");
        Do("DELETE FROM " + Notes);
        transaction.Commit();
        seen = Version();
    }

    public void Dispose() => live.Dispose();

    // Changes with every commit of another connection.
    private long Version()
    {
        using var command = live.CreateCommand();
        command.CommandText = "PRAGMA main.data_version";
        return (long)command.ExecuteScalar()!;
    }

#pragma warning disable CA2100 // The names are those of the tables.
    private void Do(string sql)
    {
        using var command = live.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private List<string> Names(string sql)
    {
        using var command = live.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var names = new List<string>();
        while (rows.Read()) names.Add(rows.GetString(0));
        return names;
    }
#pragma warning restore CA2100
}
