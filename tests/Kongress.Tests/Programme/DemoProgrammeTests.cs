using Kongress.Conferences;
using Kongress.Database;
using Kongress.Database.Demo;
using Kongress.Programme.Board;
using Kongress.Programme.Conflicts;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Kongress.Tests.Programme;

/// <summary>Who tries the product finds everything that can happen to a programme.</summary>
public sealed class DemoProgrammeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_demo_shows_two_whole_days_every_kind_of_change_and_every_kind_of_conflict()
    {
        await using var database = await TestDatabase.CreateAsync(Databases.Sqlite, Ct);
        // Nine days before the congress, when what is due soon is named.
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 3, 8, 11, 0, 0, TimeSpan.Zero));
        await new DemoData(new DemoOptions { Stage = DemoStage.Planned, People = 10 }, DatabaseProvider.Sqlite, database.ConnectionString, clock).CreateAsync(Ct);
        await using var db = database.Open();
        var conference = await db.Set<Conference>().SingleAsync(Ct);
        var draft = await new Drafts(clock).ReadAsync(db, conference.Id, Ct);
        var releases = await db.Set<Release>().OrderBy(r => r.Number).ToListAsync(Ct);

        Assert.Equal(2, releases.Count);
        Assert.Equal(10, draft.Rooms.Count);
        Assert.InRange(draft.Sessions.Count, 60, 90);
        Assert.Equal(Enum.GetValues<SessionKind>(), draft.Sessions.Values.Select(s => s.Content.Kind).Distinct().Order());
        Assert.All(conference.Days, day => Assert.True(LongestHole(draft, day) <= TimeSpan.FromMinutes(30), $"{day.Date}: nothing for {LongestHole(draft, day)}"));

        var released = releases[^1].Snapshot;
        var differences = Differences.Between(released, SnapshotBuilder.Build(draft, released, ReleaseScope.Everything, clock.GetUtcNow()), conference.Time.Day);
        Assert.Equal(Enum.GetValues<ChangeClass>(), differences.Select(d => d.Class).Distinct().Order());
        Assert.Equal(Enum.GetValues<Differing>().Aggregate((all, one) => all | one), differences.Aggregate(Differing.None, (all, d) => all | d.Fields));

        Assert.Equal(Enum.GetValues<ConflictKind>(), ConflictFinder.Find(draft, clock.GetUtcNow()).Select(c => c.Kind).Distinct().Order());
    }

    private static TimeSpan LongestHole(Draft draft, ConferenceDay day)
    {
        var (at, until) = (draft.Conference.Time.Instant(day.Date, day.StartsAt), draft.Conference.Time.Instant(day.Date, day.EndsAt));
        var hole = TimeSpan.Zero;
        foreach (var slot in draft.Slots.Where(s => s.SessionId is not null && s.EndsAt > at && s.StartsAt < until).OrderBy(s => s.StartsAt))
        {
            if (slot.StartsAt - at > hole) hole = slot.StartsAt - at;
            if (slot.EndsAt > at) at = slot.EndsAt;
        }

        return until - at > hole ? until - at : hole;
    }
}
