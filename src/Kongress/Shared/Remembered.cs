using Microsoft.Extensions.DependencyInjection;

namespace Kongress.Shared;

/// <summary>One answer of the database, kept in memory for readers. Many readers at once ask the database once.</summary>
/// <remarks>
/// Another node's change is seen when <paramref name="maxAge"/> is over; this process's own after <see cref="Forget"/>, at once:
/// an answer whose question was put before the change is given to those who waited for it, but not kept.
/// </remarks>
/// <typeparam name="TKey">What the answer belongs to, such as the id of an edition. Only the newest key's answer is kept.</typeparam>
/// <typeparam name="TValue">The answer; detached, shared between requests, never to be changed.</typeparam>
public sealed class Remembered<TKey, TValue>(IServiceScopeFactory scopes, TimeProvider clock, TimeSpan maxAge) : IDisposable
    where TKey : IEquatable<TKey>
{
    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile Copy? copy;
    private volatile int changes;

    /// <param name="load">Asks in a scope of its own; never runs twice at the same time.</param>
    public async ValueTask<TValue> GetAsync(TKey key, Func<IServiceProvider, CancellationToken, Task<TValue>> load, CancellationToken ct)
    {
        if (Fresh(key) is { } kept) return kept.Value;

        await loading.WaitAsync(ct);
        try
        {
            if (Fresh(key) is { } loaded) return loaded.Value;

            var (asOf, askedAt) = (changes, clock.GetTimestamp());
            await using var scope = scopes.CreateAsyncScope();
            var value = await load(scope.ServiceProvider, ct);
            copy = new Copy(key, value, asOf, askedAt);
            return value;
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>Asks again at the next question, after a change.</summary>
    public void Forget() => Interlocked.Increment(ref changes);

    public void Dispose() => loading.Dispose();

    private Copy? Fresh(TKey key) =>
        copy is { } there && there.AsOf == changes && there.Key.Equals(key) && clock.GetElapsedTime(there.AskedAt) < maxAge ? there : null;

    private sealed record Copy(TKey Key, TValue Value, int AsOf, long AskedAt);
}
