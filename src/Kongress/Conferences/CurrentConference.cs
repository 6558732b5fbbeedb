using Kongress.Data;
using Kongress.Shared;
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

    private readonly Remembered<ValueTuple, Conference?> current = new(scopes, clock, MaxAge);

    /// <summary>The current edition, or null in an empty installation.</summary>
    public ValueTask<Conference?> FindAsync(CancellationToken ct) => current.GetAsync(default, LoadAsync, ct);

    /// <summary>The current edition; for pages that make no sense without one.</summary>
    /// <exception cref="InvalidOperationException">The installation is empty.</exception>
    public async ValueTask<Conference> GetAsync(CancellationToken ct) =>
        await FindAsync(ct) ?? throw new InvalidOperationException("No conference has been set up yet.");

    /// <inheritdoc cref="Remembered{TKey,TValue}.Forget"/>
    public void Forget() => current.Forget();

    public void Dispose() => current.Dispose();

    private static Task<Conference?> LoadAsync(IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<KongressDb>().Set<Conference>().AsNoTracking().AsSplitQuery()
            .Include(c => c.Days.OrderBy(d => d.Date)).Include(c => c.Pages)
            .FirstOrDefaultAsync(c => c.IsCurrent, ct);
}
