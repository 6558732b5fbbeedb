using Kongress.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kongress.Conferences;

/// <summary>The current edition, kept in memory for readers: public pages ask no database.</summary>
/// <remarks>
/// The copy is detached and must not be changed. Whoever decides about places loads the row itself, under its lock.
/// Another node's edit is seen within <see cref="MaxAge"/>; this process's own at once.
/// </remarks>
public sealed class CurrentConference(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile Copy? copy;

    /// <summary>The current edition, or null in an empty installation.</summary>
    public async ValueTask<Conference?> FindAsync(CancellationToken ct)
    {
        var current = copy;
        if (current is not null && clock.GetElapsedTime(current.LoadedAt) < MaxAge) return current.Conference;

        await loading.WaitAsync(ct);
        try
        {
            current = copy;
            if (current is not null && clock.GetElapsedTime(current.LoadedAt) < MaxAge) return current.Conference;

            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<KongressDb>();
            var conference = await db.Set<Conference>().AsNoTracking().AsSplitQuery()
                .Include(c => c.Days.OrderBy(d => d.Date)).Include(c => c.Pages)
                .FirstOrDefaultAsync(c => c.IsCurrent, ct);
            copy = new Copy(conference, clock.GetTimestamp());
            return conference;
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>The current edition; for pages that make no sense without one.</summary>
    /// <exception cref="InvalidOperationException">The installation is empty.</exception>
    public async ValueTask<Conference> GetAsync(CancellationToken ct) =>
        await FindAsync(ct) ?? throw new InvalidOperationException("No conference has been set up yet.");

    /// <summary>Forgets the copy after a change.</summary>
    public void Forget() => copy = null;

    public void Dispose() => loading.Dispose();

    private sealed record Copy(Conference? Conference, long LoadedAt);
}
