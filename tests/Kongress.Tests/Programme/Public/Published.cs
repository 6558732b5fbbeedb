using Kongress.Conferences;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Tests.Hosting;
using Kongress.Tests.Programme.Formats;

namespace Kongress.Tests.Programme.Public;

/// <summary>An edition whose programme is out, and a visitor who reads it.</summary>
internal sealed class Published(Office office, Conference conference, Desk visitor) : IAsyncDisposable
{
    public static readonly SnapshotTrack Theme = Programmes.Tracks[0];
    public static readonly SnapshotRoom Stage = Programmes.Rooms[0];
    public static readonly SnapshotRoom Forum = Programmes.Rooms[1];
    public static readonly SnapshotPerson Ayse = Programmes.People[0];

    public Office Office => office;

    public Desk Visitor => visitor;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="slots">None: nothing is released.</param>
    public static async Task<Published> OpenAsync(params SnapshotSlot[] slots)
    {
        var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(800, Ct);
        var published = new Published(office, conference, Desk.Open(office.Database, office.Clock.GetUtcNow().AddHours(6), Guid.Empty));
        if (slots.Length > 0) await published.ReleaseAsync(1, slots);
        return published;
    }

    public async Task ReleaseAsync(int number, params SnapshotSlot[] slots)
    {
        var now = office.Clock.GetUtcNow();
        var snapshot = new Snapshot { Rooms = Programmes.Rooms, Tracks = Programmes.Tracks, People = Programmes.People, Slots = slots };
        await using var db = office.Database.Open();
        var release = new Release(conference.Id, number, $"Fassung {number}", "", snapshot, Guid.CreateVersion7(), now, now, null);
        release.MarkTold(now);
        db.Add(release);
        await db.SaveChangesAsync(Ct);
    }

    /// <summary>A time of the first (0) or second (1) day by the clock of the venue.</summary>
    public static DateTimeOffset At(int hour, int minute = 0, int day = 0) => Plans.Conference.Time.Instant(Plans.Conference.FirstDay.AddDays(day), new TimeOnly(hour, minute));

    public static SnapshotSlot Slot(string title, DateTimeOffset start, SnapshotRoom? room = null, int minutes = 60) =>
        Programmes.Slot(1, title, start) with { RoomIds = room is null ? [] : [room.Id], Minutes = minutes };

    public static SnapshotParticipation On(SnapshotPerson? person, ParticipationRole role = ParticipationRole.Speaker) =>
        new(person?.Id, role, person is null ? "" : "Beigeordnete", person is null ? "" : "Stadt Köln");

    /// <summary>The titles on a page, in their order.</summary>
    public async Task<List<string>> TitlesAsync(string path) => [.. (await visitor.ReadAsync(path, Ct)).QuerySelectorAll(".item__title").Select(t => (t.QuerySelector("a > span") ?? t).TextContent)];

    public async ValueTask DisposeAsync()
    {
        await visitor.DisposeAsync();
        await office.DisposeAsync();
    }
}
