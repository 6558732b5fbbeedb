using Kongress.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kongress.Programme.Sessions;

/// <summary>The names of the files and links that everybody may have, kept in memory: the pages of the programme ask no database.</summary>
/// <remarks>Another node's change is seen within <see cref="MaxAge"/>; this process's own at once. A download is decided by <see cref="SessionFileDesk.DownloadAsync"/>, each time.</remarks>
public sealed class PublicFiles(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile Copy? copy;

    /// <summary>The public files of an edition by their session, oldest first.</summary>
    public async ValueTask<ILookup<Guid, FileLine>> OfAsync(Guid conferenceId, CancellationToken ct)
    {
        if (Fresh(conferenceId) is { } files) return files;
        await loading.WaitAsync(ct);
        try
        {
            if (Fresh(conferenceId) is { } loaded) return loaded;
            await using var scope = scopes.CreateAsyncScope();
            var lines = await scope.ServiceProvider.GetRequiredService<KongressDb>().Set<SessionFile>()
                .Where(f => f.ConferenceId == conferenceId && f.IsPublic).OrderBy(f => f.AddedAt).ThenBy(f => f.Id)
                .Select(f => new FileLine(f.Id, f.SessionId, f.SpeakerId, f.Kind, f.Name, f.Url, f.Size, f.IsPublic, f.AddedAt)).ToListAsync(ct);
            var now = new Copy(conferenceId, lines.ToLookup(f => f.SessionId), clock.GetTimestamp());
            copy = now;
            return now.Files;
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>Looks again at the next question, after a change.</summary>
    public void Forget() => copy = null;

    public void Dispose() => loading.Dispose();

    private ILookup<Guid, FileLine>? Fresh(Guid conferenceId) => copy is { } there && there.ConferenceId == conferenceId && clock.GetElapsedTime(there.LoadedAt) < MaxAge ? there.Files : null;

    private sealed record Copy(Guid ConferenceId, ILookup<Guid, FileLine> Files, long LoadedAt);
}
