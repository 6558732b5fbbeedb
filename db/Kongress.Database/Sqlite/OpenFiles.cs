using System.Collections.Concurrent;

namespace Kongress.Database.Sqlite;

/// <summary>The open connections to database files that nobody uses just now, by connection string.</summary>
internal static class OpenFiles
{
    // As many as work at the same time on a busy machine; those of a rush beyond it are closed afterwards.
    private const int MostIdle = 16;

    private static readonly ConcurrentDictionary<string, ConcurrentStack<OpenFile>> Idle = new(StringComparer.Ordinal);

    /// <summary>One for the caller alone, until it comes back or is closed.</summary>
    public static OpenFile Take(string connectionString) =>
        Idle.TryGetValue(connectionString, out var idle) && idle.TryPop(out var file) ? file : new OpenFile(connectionString);

    public static void GiveBack(OpenFile file)
    {
        if (file.CanBeKept && Idle.GetOrAdd(file.ConnectionString, _ => []) is { } idle && idle.Count < MostIdle) idle.Push(file);
        else file.Dispose();
    }

    /// <summary>Closes what is idle, so that the file can be deleted.</summary>
    public static void Close(string connectionString)
    {
        if (!Idle.TryRemove(connectionString, out var idle)) return;
        while (idle.TryPop(out var file)) file.Dispose();
    }
}
