using System.Globalization;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Tests.Hosting;
using Kongress.Workshops;
using Kongress.Workshops.Blocks;

namespace Kongress.Tests.Workshops.Blocks;

/// <summary>A part of a day has bounds of its own: how many workshops somebody may have in it.</summary>
public sealed class BlockTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, "13:59", null)]
    [InlineData(1, "14:00", "Nachmittag")]
    [InlineData(1, "17:59", "Nachmittag")]
    [InlineData(1, "18:00", "Abend")]
    [InlineData(2, "14:00", null)]
    [InlineData(0, "14:00", null)]
    public async Task A_workshop_is_in_the_block_in_which_it_begins_by_the_clock_at_the_venue(int day, string starts, string? block)
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var rules = new WorkshopRules(office.Conference.Id);
        Assert.Null(rules.BlockOf(new WorkshopPlace { Day = 1 }, office.Conference.Time));
        rules.SetBlocks([Block("Abend", 18, 22), Block("Nachmittag", 14, 18)]);
        // The day after the first has the clocks forward.
        var at = office.Conference.Time.Instant(office.Conference.FirstDay.AddDays(Math.Max(0, day - 1)), TimeOnly.Parse(starts, CultureInfo.InvariantCulture));

        Assert.Equal(block, rules.BlockOf(new WorkshopPlace { Day = day, StartsAt = at, EndsAt = at.AddHours(6) }, office.Conference.Time)?.Name);
        Assert.Equal(["Nachmittag", "Abend"], rules.Blocks.Select(b => b.Name));

        static WorkshopBlock Block(string name, int from, int until) => new() { Name = name, Day = 1, From = new TimeOnly(from, 0), Until = new TimeOnly(until, 0) };
    }

    [Theory, EveryDatabase]
    public async Task More_than_allowed_in_a_block_is_refused_with_what_counts_there_and_elsewhere_is_free(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var first = await office.WorkshopAsync("Erster", 5, 14);
        var full = await office.WorkshopAsync("Voll", 1, 15);
        var third = await office.WorkshopAsync("Dritter", 5, 16);
        var morning = await office.WorkshopAsync("Morgens", 5, 9);
        var tomorrow = await office.WorkshopAsync("Morgen", 5, 14, day: 2);
        var people = await office.PeopleAsync(2);
        await office.SignUpAsync(full, people[1]);
        Assert.Equal(BlockOutcome.Saved, await office.BlockAsync("Nachmittag", 14, 18, most: 2));

        Assert.Equal(SignUpOutcome.Seated, (await office.SignUpAsync(first, people[0])).Outcome);
        Assert.Equal(SignUpOutcome.Waiting, (await office.SignUpAsync(full, people[0])).Outcome);
        var refused = await office.SignUpAsync(third, people[0]);
        Assert.Equal((SignUpOutcome.TooManyInBlock, "Nachmittag", "Erster, Voll"), (refused.Outcome, refused.Block, string.Join(", ", refused.Others)));
        Assert.Null(await office.StatusAsync(third, people[0]));
        Assert.Equal(SignUpOutcome.Seated, (await office.SignUpAsync(morning, people[0])).Outcome);
        Assert.Equal(SignUpOutcome.Seated, (await office.SignUpAsync(tomorrow, people[0])).Outcome);

        await office.GiveBackAsync(full, people[0]);
        Assert.Equal(SignUpOutcome.Seated, (await office.SignUpAsync(third, people[0])).Outcome);
        var line = await office.SignUpAsync(full, people[0]);
        Assert.Equal((SignUpOutcome.TooManyInBlock, "Erster, Dritter"), (line.Outcome, string.Join(", ", line.Others)));
    }

    [Theory, EveryDatabase]
    public async Task A_seat_of_the_block_is_swapped_in_one_step_and_kept_when_none_is_got(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var had = await office.WorkshopAsync("Gehabt", 5, 14);
        var wanted = await office.WorkshopAsync("Gewollt", 1, 16);
        var elsewhere = await office.WorkshopAsync("Woanders", 5, 9);
        var people = await office.PeopleAsync(2);
        await office.BlockAsync("Nachmittag", 14, 18, most: 1);
        await office.SignUpAsync(had, people[0]);
        await office.SignUpAsync(elsewhere, people[0]);
        await office.SignUpAsync(wanted, people[1]);

        // No seat is free: nobody stands in line at the price of a seat.
        Assert.Equal(SignUpOutcome.TooManyInBlock, (await office.SignUpAsync(wanted, people[0], instead: had)).Outcome);
        await office.GiveBackAsync(wanted, people[1]);
        // One of another block makes no room.
        Assert.Equal(SignUpOutcome.TooManyInBlock, (await office.SignUpAsync(wanted, people[0], instead: elsewhere)).Outcome);
        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(had, people[0]));

        var swapped = await office.SignUpAsync(wanted, people[0], instead: had);

        Assert.Equal((SignUpOutcome.Swapped, "Gehabt"), (swapped.Outcome, Assert.Single(swapped.Others)));
        Assert.Null(await office.StatusAsync(had, people[0]));
        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(wanted, people[0]));
        Assert.Contains("Ihren Platz in „Gehabt“ haben wir dafür freigegeben.", Letters.Read((await office.Office.AllAsync<OutgoingMail>(Ct)).OrderBy(m => m.Id).Last()).TextBody, StringComparison.Ordinal);
        Assert.Equal(SignUpOutcome.AlreadyThere, (await office.SignUpAsync(wanted, people[0], instead: had)).Outcome);
    }

    [Fact]
    public async Task A_seat_in_what_has_begun_is_not_swapped_and_still_counts()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var begun = await office.WorkshopAsync("Begonnen", 5, 14);
        var later = await office.WorkshopAsync("Später", 5, 16);
        var person = (await office.PeopleAsync(1))[0];
        await office.BlockAsync("Nachmittag", 14, 18, most: 1);
        await office.SignUpAsync(begun, person);
        office.Office.Clock.SetUtcNow(begun.Place.EndsAt);

        Assert.Equal(SignUpOutcome.TooManyInBlock, (await office.SignUpAsync(later, person, instead: begun)).Outcome);
        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(begun, person));
    }

    [Fact]
    public async Task What_overlaps_goes_back_for_a_seat_and_makes_room_in_its_own_block_only()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var noon = await office.WorkshopAsync("Mittags", 5, 13, hours: 2);
        var early = await office.WorkshopAsync("Früh", 5, 14);
        var atOnce = await office.WorkshopAsync("Zugleich", 5, 14);
        var late = await office.WorkshopAsync("Spät", 5, 16);
        var people = await office.PeopleAsync(2);
        await office.BlockAsync("Nachmittag", 14, 18, most: 1);

        // The one before at noon begins before the block: giving it back makes no room there.
        await office.SignUpAsync(noon, people[0]);
        await office.SignUpAsync(late, people[0]);
        Assert.Equal(SignUpOutcome.TooManyInBlock, (await office.SignUpAsync(early, people[0], swap: true)).Outcome);
        var both = await office.SignUpAsync(early, people[0], swap: true, instead: late);
        Assert.Equal((SignUpOutcome.Swapped, "Mittags, Spät"), (both.Outcome, string.Join(", ", both.Others)));

        await office.SignUpAsync(early, people[1]);
        Assert.Equal(SignUpOutcome.Swapped, (await office.SignUpAsync(atOnce, people[1], swap: true)).Outcome);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_has_enough_in_the_block_is_passed_over_until_they_may_have_more(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var had = await office.WorkshopAsync("Gehabt", 5, 14);
        var full = await office.WorkshopAsync("Voll", 1, 16);
        var people = await office.PeopleAsync(3);
        foreach (var person in people) await office.SignUpAsync(full, person);
        await office.SignUpAsync(had, people[1]);
        await office.BlockAsync("Nachmittag", 14, 18, most: 1);

        var turns = await office.Office.UseAsync<WorkshopLists, List<PersonRow>>(lists => lists.PeopleAsync(office.Conference, full, Ct));
        Assert.Equal([(null, null), (TurnKind.HasEnoughInBlock, "Nachmittag"), (TurnKind.Seat, null)], turns.Select(t => (t.Turn?.Kind, t.Turn?.Block?.Name)));
        await office.GiveBackAsync(full, people[0]);
        Assert.Equal([SignUpStatus.Waiting, SignUpStatus.Seated], [await office.StatusAsync(full, people[1]), await office.StatusAsync(full, people[2])]);

        await office.GiveBackAsync(full, people[2]);
        Assert.Equal(SignUpStatus.Waiting, await office.StatusAsync(full, people[1]));
        // A higher maximum lets them move up at once.
        await office.BlockAsync("Nachmittag", 14, 18, most: 2);
        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(full, people[1]));
    }

    [Fact]
    public async Task Lowering_a_maximum_or_moving_into_another_block_takes_no_seat_and_an_offer_is_refused_or_swapped()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var had = await office.WorkshopAsync("Gehabt", 5, 14);
        var also = await office.WorkshopAsync("Auch gehabt", 5, 15);
        var moved = await office.WorkshopAsync("Verlegt", 5, 9);
        var asked = await office.WorkshopAsync("Mit Angebot", 1, 16, s => s with { Promotion = Promotion.ByOffer });
        var people = await office.PeopleAsync(2);
        await office.SignUpAsync(asked, people[1]);
        foreach (var workshop in new[] { had, also, moved, asked }) await office.SignUpAsync(workshop, people[0]);
        await office.GiveBackAsync(asked, people[1]);
        Assert.Equal(SignUpStatus.Offered, await office.StatusAsync(asked, people[0]));

        await office.BlockAsync("Nachmittag", 14, 18, most: 3);
        await office.PlaceAsync(moved, p => p with { StartsAt = asked.Place.EndsAt, EndsAt = asked.Place.EndsAt.AddMinutes(30) });
        Assert.Equal(3, (await office.SignUpsAsync()).Count(s => s.RegistrationId == people[0].Id && s.Status is SignUpStatus.Seated));

        Assert.Equal(AcceptOutcome.TooManyInBlock, await office.AcceptAsync(asked, people[0]));
        Assert.Equal(AcceptOutcome.Swapped, await office.AcceptAsync(asked, people[0], instead: had));
        Assert.Null(await office.StatusAsync(had, people[0]));
        await office.BlockAsync("Nachmittag", 14, 18, most: 1);
        Assert.Equal(3, (await office.SignUpsAsync()).Count(s => s.RegistrationId == people[0].Id && s.Status is SignUpStatus.Seated));
    }

    [Theory, EveryDatabase]
    public async Task Blocks_neither_overlap_nor_share_a_name_and_every_change_is_in_the_log(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        Assert.Equal(BlockOutcome.Saved, await office.BlockAsync("Nachmittag", 14, 18, most: 2, fewest: 1));
        Assert.Equal(BlockOutcome.Saved, await office.BlockAsync("Abend", 18, 20, most: null));
        Assert.Equal(BlockOutcome.Saved, await office.BlockAsync("Am zweiten Tag", 14, 18, most: 1, day: 2));
        Assert.Equal(BlockOutcome.Overlaps, await office.BlockAsync("Spät", 17.5, 18.5, most: 2));
        Assert.Equal(BlockOutcome.NameTaken, await office.BlockAsync("NACHMITTAG", 9, 10, most: 2));
        Assert.Equal(BlockOutcome.Overlaps, await office.BlockAsync("Abend", 17, 20, most: null));
        Assert.Equal(BlockOutcome.Saved, await office.BlockAsync("Abend", 19, 20, most: null));
        // Saved once more: nothing happened.
        Assert.Equal(BlockOutcome.Saved, await office.BlockAsync("Abend", 19, 20, most: null));
        var rules = Assert.Single(await office.Office.AllAsync<WorkshopRules>(Ct));
        Task<BlockResult> RemoveAsync(Guid id, Guid version) => office.Office.UseAsync<BlockDesk, BlockResult>(d => d.RemoveAsync(office.Conference.Id, id, version, WorkshopOffice.Olga, Ct));
        Assert.Equal(BlockOutcome.ChangedMeanwhile, (await RemoveAsync(rules.Blocks[0].Id, Guid.CreateVersion7())).Outcome);
        Assert.Equal(BlockOutcome.Removed, (await RemoveAsync(rules.Blocks[0].Id, rules.Version)).Outcome);
        Assert.Equal(BlockOutcome.NotFound, (await RemoveAsync(rules.Blocks[0].Id, rules.Version)).Outcome);

        Assert.Equal(["Abend", "Am zweiten Tag"], Assert.Single(await office.Office.AllAsync<WorkshopRules>(Ct)).Blocks.Select(b => b.Name));
        Assert.Equal(
            [
                ("Workshop.BlockAdded", "„Nachmittag“: Tag 1, 14:00–18:00, mindestens 1, höchstens 2"),
                ("Workshop.BlockAdded", "„Abend“: Tag 1, 18:00–20:00, mindestens 0, beliebig viele"),
                ("Workshop.BlockAdded", "„Am zweiten Tag“: Tag 2, 14:00–18:00, mindestens 0, höchstens 1"),
                ("Workshop.BlockChanged", "„Abend“: Tag 1, 18:00–20:00, mindestens 0, beliebig viele → „Abend“: Tag 1, 19:00–20:00, mindestens 0, beliebig viele"),
                ("Workshop.BlockRemoved", "„Nachmittag“: Tag 1, 14:00–18:00, mindestens 1, höchstens 2"),
            ],
            (await office.Office.AllAsync<Change>(Ct)).OrderBy(c => c.Id).Where(c => c.ActorId == WorkshopOffice.Olga).Select(c => (c.Action, c.Detail!)));
    }

    [Fact]
    public async Task Twenty_blocks_are_enough()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        for (var i = 0; i < WorkshopRules.MostBlocks; i++) Assert.Equal(BlockOutcome.Saved, await office.BlockAsync($"Slot {i}", i, i + 1, most: 1));
        Assert.Equal(BlockOutcome.TooMany, await office.BlockAsync("Noch einer", 21, 22, most: 1));
        Assert.Equal(BlockOutcome.Saved, await office.BlockAsync("Slot 3", 3, 4, most: 2));
    }

    [Fact]
    public async Task A_sign_up_with_blocks_asks_the_database_no_more_often()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var had = await office.WorkshopAsync("Gehabt", 5, 14);
        var full = await office.WorkshopAsync("Voll", 1, 16);
        var people = await office.PeopleAsync(2);
        await office.BlockAsync("Nachmittag", 14, 18, most: 2);
        await office.SignUpAsync(full, people[0]);
        await office.SignUpAsync(had, people[1]);
        using var commands = new CommandCounter(office.Office.Database);

        Assert.Equal(SignUpOutcome.Waiting, (await office.SignUpAsync(full, people[1])).Outcome);

        // The lock, a look at everything, the person's own workshops; place in line and audit row.
        Assert.Equal(5, commands.Take());
    }

    [Theory, EveryDatabase]
    public async Task Of_sign_ups_of_one_person_at_once_for_all_of_a_block_as_many_get_a_seat_as_allowed(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var workshops = new List<Workshop>();
        for (var i = 0; i < 8; i++) workshops.Add(await office.WorkshopAsync($"Werkstatt {i}", 5, 9 + i));
        var person = (await office.PeopleAsync(1))[0];
        await office.BlockAsync("Der ganze Tag", 8, 20, most: 2);

        var results = await Task.WhenAll(workshops.Select(workshop => Task.Run(() => office.SignUpAsync(workshop, person), Ct)));

        Assert.Equal(2, results.Count(r => r.Outcome is SignUpOutcome.Seated));
        Assert.Equal(6, results.Count(r => r.Outcome is SignUpOutcome.TooManyInBlock));
        Assert.Equal(2, (await office.SignUpsAsync()).Count(s => s.HoldsSeat));
    }

    [Fact]
    public async Task Without_the_lock_one_person_gets_two_seats_in_a_block_of_one()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var first = await office.WorkshopAsync("Erster", 5, 14);
        var second = await office.WorkshopAsync("Zweiter", 5, 16);
        var person = (await office.PeopleAsync(1))[0];
        await office.BlockAsync("Nachmittag", 14, 18, most: 1);
        var bothHaveCounted = new Rendezvous(2);
        var race = office.WithoutLock(bothHaveCounted);

        var one = race.SignUpAsync(first, person);
        await bothHaveCounted.Arrived(1);
        var other = race.SignUpAsync(second, person);
        await Task.WhenAll(one, other);

        Assert.Equal(2, (await office.SignUpsAsync()).Count(s => s.HoldsSeat));
    }
}
