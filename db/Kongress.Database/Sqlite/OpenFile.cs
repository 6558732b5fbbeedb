using System.Data;
using Microsoft.Data.Sqlite;

namespace Kongress.Database.Sqlite;

/// <summary>An open connection with the statements that it has compiled.</summary>
/// <remarks>
/// SQLite compiles a statement for each execution anew unless somebody keeps it, and for the wide rows of this product that takes five to ten times as long as running it.
/// The provider keeps none beyond one command (dotnet/efcore#14044). Used by one at a time.
/// </remarks>
internal sealed class OpenFile : IDisposable
{
    // WAL is kept by the file and lets readers read while one writes.
    private const string Pragmas = "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 10000;";

    // FULL brings each commit to the disk before it ends; with NORMAL that is left to the one who wrote.
    private const string EachCommitOnDisk = "PRAGMA synchronous = FULL;";
    private const string CommitsLeftToWriter = "PRAGMA synchronous = NORMAL;";

    // The product has some hundred different statements; lists of parameters make more of them.
    private const int MostStatements = 150;

    private readonly Dictionary<string, LinkedListNode<SqliteCommand>> byText = new(StringComparer.Ordinal);
    private readonly LinkedList<SqliteCommand> newestFirst = [];
    private int lent;

    private readonly bool isPooled;

    /// <param name="isWriters">Whether it is for a <see cref="WriterTurn"/>, which brings what was committed to the disk itself.</param>
    public OpenFile(string connectionString, bool isWriters)
    {
        (ConnectionString, IsWriters) = (connectionString, isWriters);
        var settings = new SqliteConnectionStringBuilder(connectionString);
        // What lives in memory only ends with its connection, and what is only looked at is closed again.
        isPooled = settings.Pooling && settings.Mode is (SqliteOpenMode.ReadWriteCreate or SqliteOpenMode.ReadWrite) && settings.DataSource is not ("" or ":memory:");
        // Kept here, hence not by the provider, which would take the statements away.
        settings.Pooling = false;
        Connection = new SqliteConnection(settings.ConnectionString);
        try
        {
            Connection.Open();
            using var command = Connection.CreateCommand();
            command.CommandText = Pragmas + (isWriters ? CommitsLeftToWriter : EachCommitOnDisk);
            command.ExecuteNonQuery();
            if (isWriters && Connection.DataSource is { Length: > 0 } path) Log = LogFlush.Of(path);
        }
        catch
        {
            Connection.Dispose();
            throw;
        }
    }

    public string ConnectionString { get; }

    /// <summary>What is committed here survives the end of the process at once, but a power cut only after the flush of the <see cref="Log"/> that follows.</summary>
    public bool IsWriters { get; private set; }

    /// <summary>The writer's; null for others, and in memory.</summary>
    public LogFlush? Log { get; }

    public SqliteConnection Connection { get; }

    /// <summary>Whether it may be lent again: not while somebody still reads from it.</summary>
    public bool CanBeKept => isPooled && lent == 0;

    /// <summary>The statement of this text for the caller alone, compiled before if possible. It comes back by <see cref="Keep"/> or <see cref="Drop"/>.</summary>
    public SqliteCommand Take(string text)
    {
        lent++;
        if (!byText.Remove(text, out var node)) return new SqliteCommand(text, Connection);
        newestFirst.Remove(node);
        return node.Value;
    }

    /// <summary>Takes back what has run to its end.</summary>
    public void Keep(SqliteCommand command)
    {
        lent--;
        command.Parameters.Clear();
        // Somebody else may have read with the same text meanwhile; one of the two is enough.
        if (Connection.State is not ConnectionState.Open || byText.ContainsKey(command.CommandText))
        {
            command.Dispose();
            return;
        }

        byText.Add(command.CommandText, newestFirst.AddFirst(command));
        if (newestFirst.Count <= MostStatements) return;
        var oldest = newestFirst.Last!.Value;
        newestFirst.RemoveLast();
        byText.Remove(oldest.CommandText);
        oldest.Dispose();
    }

    /// <summary>Takes back what ended with a fault, and forgets it.</summary>
    public void Drop(SqliteCommand command)
    {
        lent--;
        command.Dispose();
    }

    /// <summary>Is the writer's no longer.</summary>
    public void BringEachCommitToDisk()
    {
        using var command = new SqliteCommand(EachCommitOnDisk, Connection);
        command.ExecuteNonQuery();
        IsWriters = false;
    }

    // Closing disposes of the commands and of what still reads with them.
    public void Dispose() => Connection.Dispose();
}
