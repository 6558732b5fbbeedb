using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kongress.Database.Sqlite;

/// <summary>Sets what SQLite keeps per connection: durable commits, foreign keys, patience with other processes.</summary>
internal sealed class Pragmas : DbConnectionInterceptor
{
    // WAL is kept by the file and lets readers read while one writes; FULL makes a commit survive a power cut.
    private const string Commands = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 10000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Commands;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Commands;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
