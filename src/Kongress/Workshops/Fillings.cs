using Kongress.Conferences;
using Kongress.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Kongress.Workshops;

/// <summary>How full the workshops of the current edition are, kept in memory: the public programme asks no database.</summary>
/// <remarks>Up to <see cref="MaxAge"/> old. It only informs; whoever signs up is counted under the lock.</remarks>
public sealed class Fillings(IServiceScopeFactory scopes, CurrentConference conferences, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(10);

    private readonly Remembered<Guid, Dictionary<Guid, Filling>> bySession = new(scopes, clock, MaxAge);

    /// <summary>By the id of the session; only workshops that take place and have not begun, and whose seats are not still to be allotted.</summary>
    public async ValueTask<IReadOnlyDictionary<Guid, Filling>> FindAsync(CancellationToken ct) => await conferences.FindAsync(ct) is { } conference
        ? await bySession.GetAsync(conference.Id, async (services, token) =>
        {
            var now = clock.GetUtcNow();
            var rows = await services.GetRequiredService<WorkshopLists>().AllAsync(conference, token);
            return rows.Where(r => r.Workshop.Place.IsOn && !r.Workshop.IsAllotting && r.Workshop.Place.StartsAt > now).ToDictionary(r => r.Workshop.SessionId, r => r.Filling);
        }, ct)
        : new Dictionary<Guid, Filling>();

    public void Dispose() => bySession.Dispose();
}
