using Kongress.Conferences;
using Kongress.Database;
using Kongress.Database.Demo;
using Kongress.Registrations;
using Kongress.Tests.Hosting;
using Kongress.Workshops;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Kongress.Tests.Workshops;

/// <summary>Who tries the product on the day of the demo congress finds something to sign up for.</summary>
public sealed class DemoWorkshopsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task At_the_running_congress_every_workshop_takes_people_until_it_begins()
    {
        await using var database = await TestDatabase.CreateAsync(Databases.Sqlite, Ct);
        // A quarter past two at the venue: the first workshops of the day have begun.
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 3, 8, 13, 15, 0, TimeSpan.Zero));
        await new DemoData(new DemoOptions { Stage = DemoStage.Running, People = 10 }, DatabaseProvider.Sqlite, database.ConnectionString, clock).CreateAsync(Ct);
        await using var db = database.Open();
        var now = clock.GetUtcNow();
        Assert.True((await db.Set<Conference>().Include(c => c.Days).SingleAsync(Ct)).StartsAt < now);
        var workshops = await db.Set<Workshop>().Where(w => w.Place.IsOn).ToListAsync(Ct);
        var person = await db.Set<Registration>().FirstAsync(r => r.Status == RegistrationStatus.Confirmed && r.Attendance.Day1 && r.Attendance.Day2, Ct);

        Assert.Equal(workshops.Where(w => w.Place.StartsAt <= now), workshops.Where(w => w.RefusalFor(person, now) is SignUpOutcome.Closed));
        Assert.Equal(workshops.Where(w => w.Place.StartsAt > now), workshops.Where(w => w.RefusalFor(person, now) is null));
        Assert.Contains(workshops, w => w.Place.StartsAt <= now);
        Assert.Contains(workshops, w => w.Place.Day == 1 && w.Place.StartsAt > now);
    }
}
