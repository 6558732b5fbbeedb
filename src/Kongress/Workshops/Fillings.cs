using Kongress.Conferences;
using Microsoft.Extensions.DependencyInjection;

namespace Kongress.Workshops;

/// <summary>How full the workshops of the current edition are, kept in memory: the public programme asks no database.</summary>
/// <remarks>Up to <see cref="MaxAge"/> old. It only informs; whoever signs up is counted under the lock.</remarks>
public sealed class Fillings(IServiceScopeFactory scopes, CurrentConference conferences, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile Copy? copy;

    /// <summary>By the id of the session; only workshops that take place and have not begun, and whose seats are not still to be allotted.</summary>
    public async ValueTask<IReadOnlyDictionary<Guid, Filling>> FindAsync(CancellationToken ct)
    {
        if (await conferences.FindAsync(ct) is not { } conference) return new Dictionary<Guid, Filling>();
        if (Fresh(conference) is { } kept) return kept;

        await loading.WaitAsync(ct);
        try
        {
            if (Fresh(conference) is { } loaded) return loaded;
            await using var scope = scopes.CreateAsyncScope();
            var now = clock.GetUtcNow();
            var rows = await scope.ServiceProvider.GetRequiredService<WorkshopLists>().AllAsync(conference, ct);
            var bySession = rows.Where(r => r.Workshop.Place.IsOn && !r.Workshop.IsAllotting && r.Workshop.Place.StartsAt > now).ToDictionary(r => r.Workshop.SessionId, r => r.Filling);
            copy = new Copy(conference.Id, bySession, clock.GetTimestamp());
            return bySession;
        }
        finally
        {
            loading.Release();
        }
    }

    public void Dispose() => loading.Dispose();

    private IReadOnlyDictionary<Guid, Filling>? Fresh(Conference conference) =>
        copy is { } kept && kept.ConferenceId == conference.Id && clock.GetElapsedTime(kept.LoadedAt) < MaxAge ? kept.BySession : null;

    private sealed record Copy(Guid ConferenceId, IReadOnlyDictionary<Guid, Filling> BySession, long LoadedAt);
}
