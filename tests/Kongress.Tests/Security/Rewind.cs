using Kongress.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace Kongress.Tests.Security;

/// <summary>Remembers a database and brings it back, under a running product: each attempt of many finds the same rows.</summary>
internal sealed class Rewind : IDisposable
{
    private readonly SqliteConnection live;
    private readonly SqliteConnection copy;
    private long seen;

    public Rewind(TestDatabase database)
    {
        live = new SqliteConnection(database.ConnectionString);
        live.Open();
        Before = $"{live.DataSource}-{Guid.CreateVersion7():N}";
        copy = new SqliteConnection($"Data Source={Before};Pooling=False");
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

    /// <summary>The file with the rows that are brought back; it goes with the folder of the database.</summary>
    public string Before { get; }

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
