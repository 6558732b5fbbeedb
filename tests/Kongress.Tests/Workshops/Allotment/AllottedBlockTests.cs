using Kongress.Accounts;
using Kongress.Tests.Hosting;
using Kongress.Workshops;
using Kongress.Workshops.Allotment;

namespace Kongress.Tests.Workshops.Allotment;

/// <summary>Seats by wishes where a part of the day has a maximum of its own.</summary>
public sealed class AllottedBlockTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_draw_gives_no_more_than_allowed_in_a_block_and_tells_why(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var first = await office.WorkshopAsync("Erster", 5, 14, WorkshopOffice.ByWishes);
        var second = await office.WorkshopAsync("Zweiter", 5, 16, WorkshopOffice.ByWishes);
        var morning = await office.WorkshopAsync("Morgens", 5, 9, WorkshopOffice.ByWishes);
        var held = await office.WorkshopAsync("Schon gehabt", 5, 15);
        var people = await office.PeopleAsync(2, WorkshopOffice.InEnglish);
        await office.BlockAsync("Nachmittag", 14, 18, most: 1);
        await office.SignUpAsync(held, people[1]);
        await office.AskForWishesAsync();
        await office.WishAsync(people[0], second, first, morning);
        await office.WishAsync(people[1], first, second);
        office.Office.Clock.Advance(TimeSpan.FromDays(8));
        var draw = await office.DrawAsync();

        await using (var desk = Desk.Open(office.Office.Database, WorkshopOffice.Olga, Roles.Organiser))
        {
            var row = (await desk.ReadAsync($"/organisation/programm/workshops/verteilung/person/{people[0].Id}", Ct)).QuerySelectorAll("main tbody tr").Single(r => r.TextContent.Contains("Erster", StringComparison.Ordinal));
            Assert.Contains("Hat im Zeitblock so viele wie erlaubt", row.TextContent, StringComparison.Ordinal);
            Assert.Contains("„Nachmittag“", row.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal((PublishOutcome.Published, 2), (await office.PublishAsync(draw) is var published ? (published.Outcome, published.Seats) : default));
        Assert.Equal(
            [null, SignUpStatus.Seated, SignUpStatus.Seated, null, null],
            [await office.StatusAsync(first, people[0]), await office.StatusAsync(second, people[0]), await office.StatusAsync(morning, people[0]), await office.StatusAsync(first, people[1]), await office.StatusAsync(second, people[1])]);
        var letter = Letters.Read((await office.Office.AllAsync<Kongress.Mail.OutgoingMail>(Ct)).Single(m => m.Kind == "Workshop.Allotted" && m.ToAddress == people[0].Email)).TextBody;
        Assert.Contains("Erster: you already have as many workshops as possible in the time block “Nachmittag”", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_changes_about_blocks_after_the_preview_is_noticed()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var first = await office.WorkshopAsync("Erster", 5, 14, WorkshopOffice.ByWishes);
        await office.WorkshopAsync("Zweiter", 5, 16, WorkshopOffice.ByWishes);
        var person = (await office.PeopleAsync(1))[0];
        await office.AskForWishesAsync();
        await office.WishAsync(person, first);
        office.Office.Clock.Advance(TimeSpan.FromDays(8));
        var draw = await office.DrawAsync();

        // No maximum, or no workshop in it: nothing else would be drawn.
        await office.BlockAsync("Nachmittag", 14, 15, most: null, fewest: 1);
        await office.BlockAsync("Nachts", 1, 2, most: 1);
        Assert.True((await DifferenceAsync()).IsNone);
        await office.BlockAsync("Nachmittag", 14, 15, most: 2);
        Assert.Equal((true, "Erster"), await ReadAsync());
        draw = await office.DrawAsync();
        await office.BlockAsync("Nachmittag", 14, 17, most: 2);
        Assert.Equal((false, "Zweiter"), await ReadAsync());
        draw = await office.DrawAsync();
        await office.BlockAsync("Nachmittag", 14, 17, most: 1);
        Assert.Equal((true, ""), await ReadAsync());
        Assert.Equal(PublishOutcome.Changed, (await office.PublishAsync(draw)).Outcome);

        async Task<RunDifference> DifferenceAsync() => (await office.Office.UseAsync<AllotmentLists, AllotmentState>(lists => lists.FindAsync(office.Conference, Ct))).Difference!;

        async Task<(bool Rules, string Workshops)> ReadAsync()
        {
            var state = await office.Office.UseAsync<AllotmentLists, AllotmentState>(lists => lists.FindAsync(office.Conference, Ct));
            return (state.Difference!.Rules, string.Join(", ", state.Difference.Workshops.Select(id => state.Workshops[id].Place.Title)));
        }
    }

    [Fact]
    public async Task The_list_of_wishes_says_how_many_of_a_block_can_come_true()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var first = await office.WorkshopAsync("Erster", 5, 14, WorkshopOffice.ByWishes);
        var second = await office.WorkshopAsync("Zweiter", 5, 16, WorkshopOffice.ByWishes);
        var morning = await office.WorkshopAsync("Morgens", 5, 9, WorkshopOffice.ByWishes);
        var person = (await office.PeopleAsync(1))[0];
        await office.BlockAsync("Nachmittag", 14, 18, most: 1);
        await office.AskForWishesAsync(most: 3);
        await office.WishAsync(person, first, morning, second);
        await using var desk = Desk.Open(office.Office.Database, office.Office.Clock.GetUtcNow(), person.AccountId!.Value, Roles.Attendee);

        var page = await desk.ReadAsync("/workshops/wuensche", Ct);

        Assert.Equal(["", "", "Im Zeitblock „Nachmittag“ geht höchstens 1 Wunsch in Erfüllung."], page.QuerySelectorAll("main select").Select(s => page.GetElementById(s.GetAttribute("aria-describedby") ?? "-")?.TextContent.Trim() ?? ""));
    }

    [Fact]
    public async Task By_hand_somebody_gets_more_than_the_block_allows_and_it_counts()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var held = await office.WorkshopAsync("Schon gehabt", 5, 14);
        var given = await office.WorkshopAsync("Von Hand", 5, 15, WorkshopOffice.ByWishes);
        var wished = await office.WorkshopAsync("Gewünscht", 5, 16, WorkshopOffice.ByWishes);
        var people = await office.PeopleAsync(2);
        await office.BlockAsync("Nachmittag", 14, 18, most: 1);
        await office.SignUpAsync(held, people[0]);
        await office.AskForWishesAsync();
        foreach (var person in people) await office.WishAsync(person, wished);
        Assert.Equal([AdjustOutcome.Adjusted, AdjustOutcome.Adjusted], [await office.AdjustAsync(people[0], given, AdjustmentKind.Give), await office.AdjustAsync(people[1], given, AdjustmentKind.Give)]);
        office.Office.Clock.Advance(TimeSpan.FromDays(8));

        await office.PublishAsync(await office.DrawAsync());

        Assert.Equal([SignUpStatus.Seated, SignUpStatus.Seated], [await office.StatusAsync(given, people[0]), await office.StatusAsync(given, people[1])]);
        Assert.Equal([null, null], [await office.StatusAsync(wished, people[0]), await office.StatusAsync(wished, people[1])]);
    }
}
