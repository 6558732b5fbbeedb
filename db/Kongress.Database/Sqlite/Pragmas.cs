using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Kongress.Database.Sqlite;

/// <summary>Sets what SQLite keeps per connection: durable commits, foreign keys, patience with other processes.</summary>
/// <remarks>The pool hands out the same connection again and again; what was set once stays.</remarks>
internal sealed class Pragmas : DbConnectionInterceptor
{
    // WAL is kept by the file and lets readers read while one writes; FULL makes a commit survive a power cut.
    private const string Commands = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 10000;";

    private static readonly ConditionalWeakTable<sqlite3, object> Prepared = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (IsPrepared(connection)) return;
        using var command = connection.CreateCommand();
        command.CommandText = Commands;
        command.ExecuteNonQuery();
        Remember(connection);
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (IsPrepared(connection)) return;
        await using var command = connection.CreateCommand();
        command.CommandText = Commands;
        await command.ExecuteNonQueryAsync(cancellationToken);
        Remember(connection);
    }

    private static bool IsPrepared(DbConnection connection) => Prepared.TryGetValue(((SqliteConnection)connection).Handle!, out _);

    private static void Remember(DbConnection connection) => Prepared.AddOrUpdate(((SqliteConnection)connection).Handle!, Commands);
}
