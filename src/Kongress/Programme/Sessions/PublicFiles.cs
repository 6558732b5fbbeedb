using Kongress.Data;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kongress.Programme.Sessions;

/// <summary>The names of the files and links that everybody may have, kept in memory: the pages of the programme ask no database.</summary>
/// <remarks>Another node's change is seen within <see cref="MaxAge"/>; this process's own at once. A download is decided by <see cref="SessionFileDesk.DownloadAsync"/>, each time.</remarks>
public sealed class PublicFiles(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);

    private readonly Remembered<Guid, ILookup<Guid, FileLine>> files = new(scopes, clock, MaxAge);

    /// <summary>The public files of an edition by their session, oldest first.</summary>
    public ValueTask<ILookup<Guid, FileLine>> OfAsync(Guid conferenceId, CancellationToken ct) => files.GetAsync(conferenceId, async (services, token) =>
    {
        var lines = await services.GetRequiredService<KongressDb>().Set<SessionFile>()
            .Where(f => f.ConferenceId == conferenceId && f.IsPublic).OrderBy(f => f.AddedAt).ThenBy(f => f.Id)
            .Select(f => new FileLine(f.Id, f.SessionId, f.SpeakerId, f.Kind, f.Name, f.Url, f.Size, f.IsPublic, f.AddedAt)).ToListAsync(token);
        return lines.ToLookup(f => f.SessionId);
    }, ct);

    /// <inheritdoc cref="Remembered{TKey,TValue}.Forget"/>
    public void Forget() => files.Forget();

    public void Dispose() => files.Dispose();
}
