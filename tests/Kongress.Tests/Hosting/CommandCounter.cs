using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kongress.Tests.Hosting;

/// <summary>Counts the SQL commands that reach one database, from wherever in the process they come, and asks SQLite how it goes about them.</summary>
public sealed class CommandCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string database;
    private readonly List<IDisposable> subscriptions = [];
    private readonly ConcurrentQueue<(string Text, List<(string Name, object? Value)> Parameters)> commands = new();

    public CommandCounter(TestDatabase database)
    {
        this.database = database.ConnectionString;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>Commands since the last look.</summary>
    public int Take()
    {
        var count = commands.Count;
        commands.Clear();
        return count;
    }

    /// <summary>SQLite's plan of each command since the last look: "SCAN …" reads a whole table, "SEARCH …" finds rows by an index.</summary>
    public async Task<IReadOnlyList<string>> PlansAsync(CancellationToken ct)
    {
        await using var connection = new SqliteConnection(database);
        await connection.OpenAsync(ct);
        var steps = new List<string>();
        foreach (var (text, parameters) in commands.Where(c => !c.Text.StartsWith("PRAGMA", StringComparison.Ordinal)))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + text;
            foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) steps.Add(reader.GetString(3));
        }

        return steps;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory) subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData { Command: { Connection.ConnectionString: { } connection } command } && Source(connection) == Source(database))
        {
            commands.Enqueue((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => subscriptions.ForEach(s => s.Dispose());

    private const string DbLoggerCategory = "Microsoft.EntityFrameworkCore";

    private static string Source(string connection) => new SqliteConnectionStringBuilder(connection).DataSource;
}
