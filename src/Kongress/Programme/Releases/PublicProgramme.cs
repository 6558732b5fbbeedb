using Kongress.Conferences;
using Kongress.Data;
using Kongress.Programme.Conflicts;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kongress.Programme.Releases;

/// <summary>The released programme, ready for readers: everything is looked up in memory.</summary>
public sealed class PublicProgramme
{
    private readonly Dictionary<Guid, SnapshotRoom> rooms;
    private readonly Dictionary<Guid, SnapshotTrack> tracks;
    private readonly Dictionary<Guid, SnapshotPerson> people;
    private readonly Dictionary<string, SnapshotSlot> slotsByCode;
    private readonly Lazy<ProgrammeSearch> search;

    public PublicProgramme(Conference conference, Release release)
    {
        Conference = conference;
        ReleaseId = release.Id;
        Number = release.Number;
        Name = release.Name;
        Note = release.Note;
        Hash = release.Hash;
        PublishedAt = release.PublishAt;
        Snapshot = release.Snapshot;
        rooms = Snapshot.Rooms.ToDictionary(r => r.Id);
        tracks = Snapshot.Tracks.ToDictionary(t => t.Id);
        people = Snapshot.People.ToDictionary(p => p.Id);
        slotsByCode = Snapshot.Slots.GroupBy(s => s.Code).ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
        search = new Lazy<ProgrammeSearch>(() => new ProgrammeSearch(this));
    }

    public Conference Conference { get; }

    public Guid ReleaseId { get; }

    public int Number { get; }

    public string Name { get; }

    public string Note { get; }

    /// <inheritdoc cref="Release.Hash"/>
    public string Hash { get; }

    public DateTimeOffset PublishedAt { get; }

    public Snapshot Snapshot { get; }

    /// <summary>The session of an address; null: there is none. A session that is repeated shows its first time.</summary>
    public SnapshotSlot? Session(string? code) => code is not null && slotsByCode.GetValueOrDefault(code) is { HasPage: true } slot ? slot : null;

    public SnapshotPerson? Person(string? code) => Snapshot.People.FirstOrDefault(p => string.Equals(p.Code, code, StringComparison.OrdinalIgnoreCase));

    public SnapshotRoom? Room(string? code) => Snapshot.Rooms.FirstOrDefault(r => string.Equals(r.Code, code, StringComparison.OrdinalIgnoreCase));

    public SnapshotTrack? TrackOf(SnapshotSlot slot) => slot.TrackId is { } id ? tracks.GetValueOrDefault(id) : null;

    public IEnumerable<SnapshotRoom> RoomsOf(SnapshotSlot slot) => slot.RoomIds.Select(id => rooms.GetValueOrDefault(id)).OfType<SnapshotRoom>();

    /// <summary>The person; null: not named yet.</summary>
    public SnapshotPerson? PersonOf(SnapshotParticipation participation) => participation.PersonId is { } id ? people.GetValueOrDefault(id) : null;

    /// <summary>The congress day of a slot.</summary>
    public DateOnly DayOf(SnapshotSlot slot) => Opening.DayOf(Conference, slot.StartsAt) ?? Conference.Time.Day(slot.StartsAt);

    public IEnumerable<SnapshotSlot> SlotsOf(SnapshotPerson person) => Snapshot.Slots.Where(s => s.People.Any(p => p.PersonId == person.Id));

    /// <summary>Whether all words stand in its title, text, track, or with its people.</summary>
    /// <param name="words">As <see cref="Kongress.Shared.SearchForm.Query"/> gives them.</param>
    public bool Finds(SnapshotSlot slot, IReadOnlyList<string> words) => search.Value.Finds(slot, words);

    /// <summary>What else runs at the same time; breaks are left out.</summary>
    public IEnumerable<SnapshotSlot> Beside(SnapshotSlot slot) => Snapshot.Slots.Where(s => s.Id != slot.Id && s.HasPage && s.StartsAt < slot.EndsAt && slot.StartsAt < s.EndsAt);
}

/// <summary>The newest release whose time has come, kept in memory for readers.</summary>
/// <remarks>Another node's release is seen within <see cref="MaxAge"/>; this process's own at once.</remarks>
public sealed class CurrentProgramme(IServiceScopeFactory scopes, CurrentConference conferences, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);

    private readonly Remembered<(Guid Conference, Guid Version), PublicProgramme?> current = new(scopes, clock, MaxAge);
    private PublicProgramme? unpacked;

    /// <summary>The programme of the current edition; null: nothing has been released yet.</summary>
    public async ValueTask<PublicProgramme?> FindAsync(CancellationToken ct) => await conferences.FindAsync(ct) is { } conference
        ? await current.GetAsync((conference.Id, conference.Version), (services, token) => LoadAsync(conference, services, token), ct)
        : null;

    /// <inheritdoc cref="Remembered{TKey,TValue}.Forget"/>
    public void Forget() => current.Forget();

    public void Dispose() => current.Dispose();

    // The programme itself is read and unpacked only when it is another one, or the edition's days changed.
    private async Task<PublicProgramme?> LoadAsync(Conference conference, IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<KongressDb>();
        var id = await db.CurrentReleaseIdAsync(conference.Id, clock.GetUtcNow(), ct);
        if (id is null) return null;
        if (unpacked is { } programme && programme.ReleaseId == id && programme.Conference.Version == conference.Version) return programme;
        return unpacked = new PublicProgramme(conference, await db.Set<Release>().AsNoTracking().SingleAsync(r => r.Id == id, ct));
    }
}

public static class ReleaseQueries
{
    /// <summary>The newest release whose time has come.</summary>
    public static Task<Guid?> CurrentReleaseIdAsync(this KongressDb db, Guid conferenceId, DateTimeOffset now, CancellationToken ct) =>
        db.Set<Release>().Where(r => r.ConferenceId == conferenceId && r.PublishAt <= now).OrderByDescending(r => r.Number).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(ct);

    /// <summary>The newest release whose mails are written; null: there is none.</summary>
    public static Task<Release?> NewestToldReleaseAsync(this KongressDb db, Guid conferenceId, CancellationToken ct) =>
        db.Set<Release>().AsNoTracking().Where(r => r.ConferenceId == conferenceId && r.ToldAt != null).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
}
