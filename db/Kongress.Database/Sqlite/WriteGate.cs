using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Kongress.Database.Sqlite;

/// <summary>Lets one writer of this process at a file after the other, in the order in which they came.</summary>
/// <remarks>
/// SQLite lets one connection write and makes the others poll, which gives a tail of seconds under load; the busy timeout is left for other processes.
/// In a rush the writers run one behind the other on the same thread, as SQLite works without ever waiting for another one:
/// waking a thread for each would leave the file idle for as long as a short transaction takes.
/// </remarks>
internal sealed class WriteGate : IThreadPoolWorkItem
{
    private static readonly ConcurrentDictionary<string, WriteGate> Gates = new(StringComparer.Ordinal);

    private readonly Lock guard = new();
    private readonly Queue<TaskCompletionSource<IAsyncDisposable>> waiting = new();
    private bool isTaken;
    private bool isCalling;

    /// <summary>The one of a file, by its connection string.</summary>
    public static WriteGate Of(string connectionString) => Gates.GetOrAdd(connectionString, _ => new WriteGate());

    /// <summary>The turn of the caller, who ends it by disposing of it. Cancelled while waiting, they leave the line.</summary>
    public Task<IAsyncDisposable> EnterAsync(CancellationToken ct)
    {
        TaskCompletionSource<IAsyncDisposable> waiter;
        lock (guard)
        {
            if (!isTaken)
            {
                isTaken = true;
                return Task.FromResult<IAsyncDisposable>(new Turn(this, wasCalled: false));
            }

            // Without the flag that continues elsewhere: the next writer goes on where it is called.
            waiter = new TaskCompletionSource<IAsyncDisposable>();
            waiting.Enqueue(waiter);
        }

        return ct.CanBeCanceled ? WithCancellationAsync(waiter, ct) : waiter.Task;
    }

    /// <summary>Calls one after the other, until nobody waits or one of them takes longer than its call.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        while (true)
        {
            TaskCompletionSource<IAsyncDisposable>? next;
            lock (guard)
            {
                if (isTaken || !waiting.TryDequeue(out next))
                {
                    isCalling = false;
                    return;
                }

                isTaken = true;
            }

            // False: cancelled meanwhile.
            if (!next.TrySetResult(new Turn(this, wasCalled: true))) Free();
        }
    }

    private static async Task<IAsyncDisposable> WithCancellationAsync(TaskCompletionSource<IAsyncDisposable> waiter, CancellationToken ct)
    {
        await using var registration = ct.Register(() => waiter.TrySetCanceled(ct));
        return await waiter.Task;
    }

    private void Free()
    {
        lock (guard)
        {
            isTaken = false;
            if (isCalling || waiting.Count == 0) return;
            isCalling = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private sealed class Turn(WriteGate gate, bool wasCalled) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            gate.Free();
            // Whoever was called goes on elsewhere, so that the next one can be called.
            if (wasCalled) await new Elsewhere();
        }
    }

    // Behind the work that is there already; Task.Yield would leave it to the thread that goes on calling.
    private readonly struct Elsewhere : ICriticalNotifyCompletion
    {
        public bool IsCompleted => false;

        public Elsewhere GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) => ThreadPool.QueueUserWorkItem(go => go(), continuation, preferLocal: false);

        public void UnsafeOnCompleted(Action continuation) => ThreadPool.UnsafeQueueUserWorkItem(go => go(), continuation, preferLocal: false);
    }
}
