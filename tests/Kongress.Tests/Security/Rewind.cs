using Kongress.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace Kongress.Tests.Security;

/// <summary>Remembers a database and brings it back, under a running product: each attempt of many finds the same rows.</summary>
internal sealed class Rewind : IDisposable
{
    private readonly SqliteConnection live;
    private readonly SqliteConnection copy = new("Data Source=:memory:");
    private long seen;

    public Rewind(TestDatabase database)
    {
        live = new SqliteConnection(database.ConnectionString);
        live.Open();
        copy.Open();
        live.BackupDatabase(copy);
        // Nobody needs this database after a power cut.
        using (var command = live.CreateCommand())
        {
            command.CommandText = "PRAGMA synchronous=OFF";
            command.ExecuteNonQuery();
        }

        seen = Version();
    }

    /// <summary>Whether somebody has written since.</summary>
    public bool IsChanged => Version() != seen;

    public void Back()
    {
        copy.BackupDatabase(live);
        seen = Version();
    }

    public void Dispose()
    {
        live.Dispose();
        copy.Dispose();
    }

    // Changes with every commit of another connection.
    private long Version()
    {
        using var command = live.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!;
    }
}
