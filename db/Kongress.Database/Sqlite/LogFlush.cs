using System.Collections.Concurrent;

namespace Kongress.Database.Sqlite;

/// <summary>Brings the log of a SQLite file to the disk, once for all who have committed since it last began to.</summary>
/// <remarks>
/// SQLite does it for each commit, with the other writers waiting behind: on a disk that takes 5 ms that is 200 registrations a second.
/// Here each lets the next one write and waits for the disk together with those who committed meanwhile; nobody is answered before.
/// The log alone is enough: what SQLite has moved from it into the database file it has brought to the disk itself (https://sqlite.org/pragma.html#pragma_synchronous).
/// A thread of its own waits for the disk, as those of the pool are counted by the cores.
/// </remarks>
/// <param name="flush">Brings everything written so far to the disk, or throws.</param>
/// <param name="patience">How long its thread waits for the next commit before it ends.</param>
public sealed class LogFlush(Action flush, TimeSpan patience)
{
    private static readonly ConcurrentDictionary<string, LogFlush> Logs = new(StringComparer.Ordinal);

    private readonly object guard = new();
    private TaskCompletionSource? next;
    private bool isRunning;

    /// <param name="path">Of the database file, absolute.</param>
    public static LogFlush Of(string path) => Logs.GetOrAdd(path, static path => new LogFlush(() => ToDisk(path + "-wal"), TimeSpan.FromSeconds(1)));

    /// <summary>Ends when all that is committed already survives a power cut.</summary>
    /// <exception cref="IOException">The disk does not take it. What was committed can be read, but may be gone after a power cut.</exception>
    public Task ToDiskAsync()
    {
        lock (guard)
        {
            next ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (isRunning) Monitor.Pulse(guard);
            else
            {
                new Thread(Run) { IsBackground = true, Name = "Log to disk" }.UnsafeStart();
                isRunning = true;
            }

            return next.Task;
        }
    }

    private void Run()
    {
        while (Take() is { } waiting)
        {
            try
            {
                flush();
                waiting.SetResult();
            }
            catch (Exception e)
            {
                waiting.SetException(e);
            }
        }
    }

    // Those who have committed by now. Null: nobody has for a while, and the thread ends.
    private TaskCompletionSource? Take()
    {
        lock (guard)
        {
            while (next is null)
            {
                // Somebody may come just as the patience ends.
                if (Monitor.Wait(guard, patience) || next is not null) continue;
                isRunning = false;
                return null;
            }

            var waiting = next;
            next = null;
            return waiting;
        }
    }

    // By its name each time: the last connection that closes takes the log away, and the next one makes another.
    private static void ToDisk(string log)
    {
        try
        {
            using var handle = File.OpenHandle(log, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(handle);
        }
        catch (FileNotFoundException)
        {
            // Whoever took it away has brought everything into the database file.
        }
    }
}
