using Kongress.CheckIns;
using Kongress.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Tests.CheckIns;

/// <summary>One ticket at many lanes in the same moment; the race has a twin without the lock that shows it.</summary>
public sealed class OneTicketManyDoorsTests
{
    private const string Ayse = "ayse@bund.de";

    [Theory, EveryDatabase]
    public async Task Fifty_scans_of_one_ticket_at_once_let_in_once(string provider)
    {
        await using var door = await DoorOffice.OpenAsync(provider, Ayse);
        var code = await door.CodeOfAsync(Ayse);

        var replies = await Task.WhenAll(Enumerable.Range(1, 50).Select(_ => Task.Run(() => door.ScanAsync(door.Day1, code))));

        Assert.Equal(1, replies.Count(r => r.Answer is DoorAnswer.Welcome));
        Assert.Equal(49, replies.Count(r => r.Answer is DoorAnswer.AlreadyIn));
        Assert.Equal(50, (await door.ScansAsync()).Count);
        Assert.Equal(1, (await door.CountAsync(door.Day1)).Inside);
    }

    [Fact]
    public async Task Without_the_lock_two_lanes_welcome_one_ticket_and_only_the_index_stops_the_second()
    {
        await using var door = await DoorOffice.OpenAsync(Databases.Sqlite, Ayse);
        var code = await door.CodeOfAsync(Ayse);
        var bothHaveDecided = new Rendezvous(2);
        var race = door.With(database => new WithoutLock(database.ConnectionString, bothHaveDecided.ArriveAsync));

        var first = race.ScanAsync(door.Day1, code);
        await bothHaveDecided.Arrived(1);
        var second = race.ScanAsync(door.Day1, code);

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => Task.WhenAll(first, second));
    }
}
