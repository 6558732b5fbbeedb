using Kongress.Conferences;
using Kongress.Data;
using Kongress.Programme.Releases;
using Kongress.Speakers;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Programme.Sessions;

public enum FileOutcome
{
    Added,

    /// <summary>The same file or link is there already; nothing happened.</summary>
    AlreadyThere,

    /// <summary>Neither PDF nor PPTX nor ODP, or with macros in it.</summary>
    NotRecognised,
    TooLarge,

    /// <summary>A session has <see cref="SessionFileDesk.MostFiles"/> at most.</summary>
    TooMany,
    NotFound,
}

/// <summary>A file or link in a list: everything but the content.</summary>
public sealed record FileLine(Guid Id, Guid SessionId, Guid? SpeakerId, SessionFileKind Kind, string Name, string Url, int Size, bool IsPublic, DateTimeOffset AddedAt);

/// <summary>Slides and handouts: who brings them, who may have them.</summary>
/// <remarks>Where a method takes a speaker, the person must be on the session, and the file their own; null is an organiser, who may do it to all.</remarks>
public sealed class SessionFileDesk(KongressDb db, CurrentProgramme programme, PublicFiles files, TimeProvider clock)
{
    public const int MostFiles = 20;

    public Task<List<FileLine>> OfSessionsAsync(IReadOnlyCollection<Guid> sessionIds, CancellationToken ct) =>
        db.Set<SessionFile>().Where(f => sessionIds.Contains(f.SessionId)).OrderBy(f => f.AddedAt).ThenBy(f => f.Id)
            .Select(f => new FileLine(f.Id, f.SessionId, f.SpeakerId, f.Kind, f.Name, f.Url, f.Size, f.IsPublic, f.AddedAt)).ToListAsync(ct);

    /// <summary>Stores a file under its cleaned name.</summary>
    /// <param name="name">As the browser sent it.</param>
    public Task<FileOutcome> StoreAsync(Guid conferenceId, Guid sessionId, Guid? speakerId, SessionFileKind kind, string? name, byte[] content, bool isPublic, Guid actorId, CancellationToken ct)
    {
        if (content.Length > SessionFile.MaxBytes) return Task.FromResult(FileOutcome.TooLarge);
        if (SlideFile.Recognise(content) is not { } mediaType) return Task.FromResult(FileOutcome.NotRecognised);
        var clean = SlideFile.CleanName(name, mediaType);
        return AddAsync(
            conferenceId,
            sessionId,
            speakerId,
            async () => (await db.Set<SessionFile>().Where(f => f.SessionId == sessionId && f.Name == clean && f.Size == content.Length).Select(f => f.Content!).ToListAsync(ct)).Exists(there => there.AsSpan().SequenceEqual(content)),
            session => SessionFile.Stored(session, speakerId, kind, clean, mediaType, content, isPublic, clock.GetUtcNow()),
            actorId,
            ct);
    }

    /// <summary>Notes where something is to be found.</summary>
    /// <param name="name">What the link is called; at most 200 characters.</param>
    /// <param name="url">http or https, at most 1000 characters; the form checks.</param>
    public Task<FileOutcome> LinkAsync(Guid conferenceId, Guid sessionId, Guid? speakerId, SessionFileKind kind, string name, string url, bool isPublic, Guid actorId, CancellationToken ct) => AddAsync(
        conferenceId,
        sessionId,
        speakerId,
        () => db.Set<SessionFile>().AnyAsync(f => f.SessionId == sessionId && f.Url == url, ct),
        session => SessionFile.Linked(session, speakerId, kind, name, url, isPublic, clock.GetUtcNow()),
        actorId,
        ct);

    /// <summary>Gives a file to everybody, or takes it back.</summary>
    public Task<bool> ShowAsync(Guid conferenceId, Guid fileId, Guid? speakerId, bool isPublic, Guid actorId, CancellationToken ct) => ChangeAsync(
        conferenceId, fileId, speakerId, isPublic ? "SessionFile.Shown" : "SessionFile.Hidden", chosen => chosen.ExecuteUpdateAsync(set => set.SetProperty(f => f.IsPublic, isPublic), ct), actorId, ct);

    public Task<bool> RemoveAsync(Guid conferenceId, Guid fileId, Guid? speakerId, Guid actorId, CancellationToken ct) => ChangeAsync(
        conferenceId, fileId, speakerId, "SessionFile.Removed", chosen => chosen.ExecuteDeleteAsync(ct), actorId, ct);

    /// <summary>The stored file with its content, if the reader may have it: public ones of the released programme everybody, others the people on the session and organisers.</summary>
    public async Task<SessionFile?> DownloadAsync(Guid fileId, Guid? accountId, bool isOrganiser, CancellationToken ct)
    {
        var file = await db.Set<SessionFile>().Where(f => f.Id == fileId && f.Url == "").Select(f => new { f.ConferenceId, f.SessionId, f.IsPublic }).SingleOrDefaultAsync(ct);
        if (file is null) return null;
        var mayRead = isOrganiser
            || (file.IsPublic && await programme.FindAsync(ct) is { } released && released.Conference.Id == file.ConferenceId && released.Snapshot.Slots.Any(s => s.SessionId == file.SessionId))
            || (accountId is { } reader && await db.Set<Participation>().AnyAsync(
                p => p.SessionId == file.SessionId && (p.State == ParticipationState.Invited || p.State == ParticipationState.Accepted || p.State == ParticipationState.Tentative)
                    && db.Set<Speaker>().Any(s => s.Id == p.SpeakerId && s.AccountId == reader),
                ct));
        return mayRead ? await db.Set<SessionFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId, ct) : null;
    }

    private Task<FileOutcome> AddAsync(Guid conferenceId, Guid sessionId, Guid? speakerId, Func<Task<bool>> isThere, Func<Session, SessionFile> make, Guid actorId, CancellationToken ct) => ToldAsync(db.InTransactionAsync(
        async () =>
        {
            await db.LockDraftAsync(conferenceId, ct);
            var session = await db.Set<Session>().Include(s => s.Participations).SingleOrDefaultAsync(s => s.Id == sessionId && s.ConferenceId == conferenceId, ct);
            if (session is null || (speakerId is not null && !session.Participations.Any(p => p.SpeakerId == speakerId && p.IsOn && p.State is not ParticipationState.Proposed))) return FileOutcome.NotFound;
            if (await isThere()) return FileOutcome.AlreadyThere;
            if (await db.Set<SessionFile>().CountAsync(f => f.SessionId == sessionId, ct) >= MostFiles) return FileOutcome.TooMany;
            var file = make(session);
            db.Add(file);
            // No names: the log outlives the file.
            db.Record(new Change(conferenceId, actorId, "SessionFile.Added", sessionId, clock.GetUtcNow(), $"{file.Id}: {file.Kind}, {(file.Url.Length > 0 ? "link" : $"{file.Size} bytes")}"));
            await db.SaveChangesAsync(ct);
            return FileOutcome.Added;
        },
        ct));

    private Task<bool> ChangeAsync(Guid conferenceId, Guid fileId, Guid? speakerId, string action, Func<IQueryable<SessionFile>, Task<int>> change, Guid actorId, CancellationToken ct) => ToldAsync(db.InTransactionAsync(
        async () =>
        {
            await db.LockDraftAsync(conferenceId, ct);
            var file = db.Set<SessionFile>().Where(f => f.Id == fileId && f.ConferenceId == conferenceId && (speakerId == null || f.SpeakerId == speakerId));
            var sessionId = await file.Select(f => (Guid?)f.SessionId).SingleOrDefaultAsync(ct);
            if (sessionId is null) return false;
            await change(file);
            db.Record(new Change(conferenceId, actorId, action, sessionId.Value, clock.GetUtcNow(), fileId.ToString()));
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct));

    // The pages show it at once.
    private async Task<T> ToldAsync<T>(Task<T> change)
    {
        var outcome = await change;
        files.Forget();
        return outcome;
    }
}
