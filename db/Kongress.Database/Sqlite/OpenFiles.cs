using System.Collections.Concurrent;

namespace Kongress.Database.Sqlite;

/// <summary>The open connections to database files that nobody uses just now, by connection string.</summary>
internal static class OpenFiles
{
    // As many as work at the same time on a busy machine; those of a rush beyond it are closed afterwards.
    private const int MostIdle = 16;

    private static readonly ConcurrentDictionary<(string ConnectionString, bool IsWriters), ConcurrentStack<OpenFile>> Idle = new();

    /// <summary>One for the caller alone, until it comes back or is closed.</summary>
    /// <param name="isWriters">See <see cref="OpenFile.IsWriters"/>.</param>
    public static OpenFile Take(string connectionString, bool isWriters) =>
        Idle.TryGetValue((connectionString, isWriters), out var idle) && idle.TryPop(out var file) ? file : new OpenFile(connectionString, isWriters);

    public static void GiveBack(OpenFile file)
    {
        if (file.CanBeKept && Idle.GetOrAdd((file.ConnectionString, file.IsWriters), _ => []) is { } idle && idle.Count < MostIdle) idle.Push(file);
        else file.Dispose();
    }

    /// <summary>Closes what is idle, so that the file can be deleted.</summary>
    public static void Close(string connectionString)
    {
        foreach (var isWriters in (bool[])[true, false])
        {
            if (!Idle.TryRemove((connectionString, isWriters), out var idle)) continue;
            while (idle.TryPop(out var file)) file.Dispose();
        }
    }
}
