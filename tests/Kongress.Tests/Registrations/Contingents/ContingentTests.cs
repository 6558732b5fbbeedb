using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Registrations.Contingents;
using Kongress.Shared;
using Kongress.Tests.Hosting;
using static Kongress.Tests.Registrations.Contingents.ContingentOffice;

namespace Kongress.Tests.Registrations.Contingents;

public sealed class ContingentTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Everybody_takes_from_the_most_specific_contingent(string provider)
    {
        await using var office = await OpenAsync(provider, 100);
        var states = await office.AddAsync(For("Länder", 40, AdministrativeLevel.Land));
        await office.AddAsync(For("Hessen", 10, land: Land.Hessen, within: states.Id));
        await office.AddAsync(For("Hessen kommunal", 5, AdministrativeLevel.Kommune, Land.Hessen));
        await office.AddAsync(For("ITZBund", 3, domains: "itzbund.de"));
        await office.AddAsync(For("Dataport", 3, organisations: "Dataport AöR"));

        await office.SubmitAsync("a@hessen.example", AdministrativeLevel.Land, Land.Hessen);
        await office.SubmitAsync("b@bayern.example", AdministrativeLevel.Land, Land.Bayern);
        await office.SubmitAsync("c@kassel.example", AdministrativeLevel.Kommune, Land.Hessen);
        await office.SubmitAsync("d@nord.itzbund.de", AdministrativeLevel.Bund);
        await office.SubmitAsync("e@dataport.example", AdministrativeLevel.Land, Land.Hessen, "dataport aöR");
        await office.SubmitAsync("f@notitzbund.de", AdministrativeLevel.Bund);

        Assert.Equal(
            ["Hessen", "Länder", "Hessen kommunal", "ITZBund", "Dataport", null],
            await Task.WhenAll(new[] { "a@hessen.example", "b@bayern.example", "c@kassel.example", "d@nord.itzbund.de", "e@dataport.example", "f@notitzbund.de" }.Select(office.ContingentOfAsync)));
    }

    [Theory, EveryDatabase]
    public async Task Places_kept_for_a_group_are_not_given_to_others_until_their_date(string provider)
    {
        await using var office = await OpenAsync(provider, 3);
        var release = office.Office.Clock.GetUtcNow().AddDays(10);
        await office.AddAsync(For("Kommunen", 2, AdministrativeLevel.Kommune, released: release));
        await office.RegisterAsync("one@bund.de", AdministrativeLevel.Bund);

        var second = await office.RegisterAsync("two@bund.de", AdministrativeLevel.Bund);
        var overview = await office.OverviewAsync();
        Assert.Equal((RegistrationStatus.WaitingList, Standstill.KeptForOthers, 2), (second.Status, overview.Root.Standstill, overview.Root.KeptWithin));

        await office.RegisterAsync("k@stadt.example", AdministrativeLevel.Kommune, Land.Bayern);
        office.Office.Clock.Advance(TimeSpan.FromDays(10));
        await office.PassTimeAsync();

        Assert.Equal(RegistrationStatus.Offered, (await office.Office.RegistrationOfAsync("two@bund.de", Ct)).Status);
        Assert.Equal(RegistrationStatus.Confirmed, (await office.Office.RegistrationOfAsync("k@stadt.example", Ct)).Status);
        Assert.Equal(SubmitOutcome.ReceivedForWaitingList, await office.SubmitAsync("l@stadt.example", AdministrativeLevel.Kommune, Land.Bayern));
    }

    [Theory, EveryDatabase]
    public async Task A_full_contingent_waits_although_places_are_free_elsewhere_and_says_why(string provider)
    {
        await using var office = await OpenAsync(provider, 10);
        await office.AddAsync(For("Bund", 1, AdministrativeLevel.Bund));
        await office.RegisterAsync("one@bund.de", AdministrativeLevel.Bund);
        await office.RegisterAsync("two@bund.de", AdministrativeLevel.Bund);
        var third = await office.RegisterAsync("three@bund.de", AdministrativeLevel.Bund);

        var line = await office.Office.UseAsync<WaitingLine, LinePosition?>(lines => lines.FindAsync(third, Ct));

        Assert.Equal((2, "Bund", Standstill.Full), (line!.Position, line.Contingent?.Settings.Name, line.Standstill));
        Assert.Equal(SubmitOutcome.Received, await office.SubmitAsync("k@stadt.example", AdministrativeLevel.Kommune, Land.Bayern));
    }

    [Theory, EveryDatabase]
    public async Task A_place_given_back_goes_to_the_next_of_the_same_contingent(string provider)
    {
        await using var office = await OpenAsync(provider, 2);
        await office.AddAsync(For("Bund", 1, AdministrativeLevel.Bund));
        var federal = await office.RegisterAsync("one@bund.de", AdministrativeLevel.Bund);
        await office.RegisterAsync("one@stadt.example", AdministrativeLevel.Kommune, Land.Bayern);
        await office.RegisterAsync("two@stadt.example", AdministrativeLevel.Kommune, Land.Bayern);
        await office.RegisterAsync("two@bund.de", AdministrativeLevel.Bund);

        await office.CancelAsync(federal);

        Assert.Equal(RegistrationStatus.Offered, (await office.Office.RegistrationOfAsync("two@bund.de", Ct)).Status);
        Assert.NotEqual(RegistrationStatus.Offered, (await office.Office.RegistrationOfAsync("two@stadt.example", Ct)).Status);
    }

    [Theory, EveryDatabase]
    public async Task Trying_a_change_says_what_making_it_does_and_stores_nothing(string provider)
    {
        await using var office = await OpenAsync(provider, 6);
        var federal = await office.AddAsync(For("Bund", 2, AdministrativeLevel.Bund));
        for (var i = 0; i < 5; i++) await office.RegisterAsync($"b{i}@bund.de", AdministrativeLevel.Bund);
        for (var i = 0; i < 5; i++) await office.RegisterAsync($"k{i}@stadt.example", AdministrativeLevel.Kommune, Land.Bayern);
        var change = await office.KeepAsync(federal.Id, s => s with { Places = 4 });
        var before = await office.PeopleAsync();

        var tried = await office.TryAsync(change);
        Assert.Equal(before.Select(r => (r.Id, r.Status)), (await office.PeopleAsync()).Select(r => (r.Id, r.Status)));
        var made = await office.CarryOutAsync(await office.KeepAsync(federal.Id, s => s with { Places = 4 }));

        // Four of the commune hold places already, as many as were open to everybody: two of Bund's four must wait for them.
        Assert.Equal((0, 0), (tried.Simulation!.MovingUpInAll, made.Simulation!.MovingUpInAll));
        var more = await office.TryAsync(new ContingentChange.Total(8));
        Assert.Equal((2, federal.Id), (more.Simulation!.MovingUpInAll, more.Simulation.MovingUp.Single().Key));
        await office.CarryOutAsync(new ContingentChange.Total(8));
        Assert.Equal(2, (await office.PeopleAsync()).Count(r => r.Status is RegistrationStatus.Offered && r.ContingentId == federal.Id));
    }

    [Theory, EveryDatabase]
    public async Task A_contingent_below_its_taken_number_throws_nobody_out(string provider)
    {
        await using var office = await OpenAsync(provider, 5);
        var federal = await office.AddAsync(For("Bund", 3, AdministrativeLevel.Bund));
        for (var i = 0; i < 3; i++) await office.RegisterAsync($"b{i}@bund.de", AdministrativeLevel.Bund);

        var result = await office.ChangeAsync(federal.Id, s => s with { Places = 1 });

        Assert.Equal((ContingentOutcome.Done, 2), (result.Outcome, Assert.Single(result.Simulation!.Over).Over));
        Assert.Equal(3, (await office.PeopleAsync()).Count(r => r.Status is RegistrationStatus.Confirmed));
        // The whole stays the limit: two are left, not four.
        var outcomes = new List<SubmitOutcome>();
        for (var i = 0; i < 3; i++) outcomes.Add(await office.SubmitAsync($"k{i}@stadt.example", AdministrativeLevel.Kommune, Land.Bayern));
        Assert.Equal([SubmitOutcome.Received, SubmitOutcome.Received, SubmitOutcome.ReceivedForWaitingList], outcomes);
    }

    [Theory, EveryDatabase]
    public async Task Fewer_places_in_all_take_nobodys_and_more_go_to_the_waiting_list_at_once(string provider)
    {
        await using var office = await OpenAsync(provider, 2);
        foreach (var name in new[] { "first", "second", "third", "fourth" }) await office.RegisterAsync($"{name}@bund.de", AdministrativeLevel.Bund);
        async Task<RegistrationStatus[]> StandAsync() => [.. (await office.PeopleAsync()).Select(r => r.Status)];

        await office.CarryOutAsync(new ContingentChange.Total(1));
        Assert.Equal([RegistrationStatus.Confirmed, RegistrationStatus.Confirmed, RegistrationStatus.WaitingList, RegistrationStatus.WaitingList], await StandAsync());

        await office.CarryOutAsync(new ContingentChange.Total(3));
        Assert.Equal([RegistrationStatus.Confirmed, RegistrationStatus.Confirmed, RegistrationStatus.Offered, RegistrationStatus.WaitingList], await StandAsync());
        Assert.Equal("third@bund.de", Assert.Single(await office.Office.AllAsync<OutgoingMail>(Ct), m => m.Kind == "Registration.Offer").ToAddress);
    }

    [Theory, EveryDatabase]
    public async Task A_new_contingent_takes_in_those_who_are_there_already(string provider)
    {
        await using var office = await OpenAsync(provider, 5);
        await office.RegisterAsync("one@bund.de", AdministrativeLevel.Bund);
        await office.RegisterAsync("k@stadt.example", AdministrativeLevel.Kommune, Land.Bayern);

        var federal = await office.AddAsync(For("Bund", 2, AdministrativeLevel.Bund));

        Assert.Equal(("Bund", null), (await office.ContingentOfAsync("one@bund.de"), await office.ContingentOfAsync("k@stadt.example")));
        var changes = (await office.Office.AllAsync<Change>(Ct)).Where(c => c.ActorId == Organiser).Select(c => c.Action);
        Assert.Equal(["Contingent.Added", "Registration.Reassigned"], changes.Order());
        var removed = await office.CarryOutAsync(new ContingentChange.Remove(federal.Id));
        Assert.Equal((ContingentOutcome.Done, null), (removed.Outcome, await office.ContingentOfAsync("one@bund.de")));
    }

    [Theory, EveryDatabase]
    public async Task A_contingent_can_be_dissolved_whose_people_have_cancelled_or_never_answered(string provider)
    {
        await using var office = await OpenAsync(provider, 5);
        var states = await office.AddAsync(For("Länder", 4, AdministrativeLevel.Land));
        var hesse = await office.AddAsync(For("Hessen", 2, AdministrativeLevel.Land, Land.Hessen, within: states.Id));
        await office.SubmitAsync("nie@hessen.example", AdministrativeLevel.Land, Land.Hessen);
        office.Office.Clock.Advance(TimeSpan.FromHours(office.Conference.HoldHours));
        await office.PassTimeAsync();
        await office.CancelAsync(await office.RegisterAsync("doch.nicht@hessen.example", AdministrativeLevel.Land, Land.Hessen));
        await office.CancelAsync(await office.RegisterAsync("doch.nicht@land.example", AdministrativeLevel.Land, Land.Bayern));
        await office.RegisterAsync("kommt@hessen.example", AdministrativeLevel.Land, Land.Hessen);

        var outer = await office.CarryOutAsync(new ContingentChange.Remove(states.Id));
        Assert.Equal((ContingentOutcome.Done, "Hessen"), (outer.Outcome, await office.ContingentOfAsync("kommt@hessen.example")));
        var inner = await office.CarryOutAsync(new ContingentChange.Remove(hesse.Id));

        Assert.Equal(ContingentOutcome.Done, inner.Outcome);
        Assert.Empty(await office.Office.AllAsync<Contingent>(Ct));
        Assert.Equal(
            [(RegistrationStatus.Expired, null), (RegistrationStatus.Cancelled, null), (RegistrationStatus.Cancelled, null), (RegistrationStatus.Confirmed, null)],
            (await office.PeopleAsync()).Select(r => (r.Status, r.ContingentId)));
    }

    [Theory, EveryDatabase]
    public async Task Numbers_that_do_not_fit_together_are_refused(string provider)
    {
        await using var office = await OpenAsync(provider, 10);
        var states = await office.AddAsync(For("Länder", 6, AdministrativeLevel.Land));
        var hesse = await office.AddAsync(For("Hessen", 4, land: Land.Hessen, within: states.Id));
        async Task<ContingentProblem> ProblemOf(ContingentChange change) => Assert.Single((await office.CarryOutAsync(change)).Problems);

        Assert.Equal(new(ContingentRule.MoreThanAround, 11, 10), await ProblemOf(new ContingentChange.Keep(null, default, For("Bund", 5, AdministrativeLevel.Bund))));
        Assert.Equal(new(ContingentRule.LessThanWithin, 4, 3), await ProblemOf(await office.KeepAsync(states.Id, s => s with { Places = 3 })));
        Assert.Equal(new(ContingentRule.MoreThanAround, 7, 6), await ProblemOf(await office.KeepAsync(hesse.Id, s => s with { Places = 7 })));
        Assert.Equal(new(ContingentRule.WithinItself), await ProblemOf(await office.KeepAsync(states.Id, s => s with { ParentId = hesse.Id })));
        Assert.Equal(new(ContingentRule.NameTaken), await ProblemOf(new ContingentChange.Keep(null, default, For("hessen", 0, AdministrativeLevel.Bund))));
        Assert.Equal(new(ContingentRule.NoDomain), await ProblemOf(new ContingentChange.Keep(null, default, For("Bund", 1, domains: "bund"))));
        Assert.Equal(new(ContingentRule.MoreThanAround, 6, 5), await ProblemOf(new ContingentChange.Total(5)));
        Assert.Equal(ContingentOutcome.ChangedMeanwhile, (await office.CarryOutAsync(new ContingentChange.Keep(states.Id, default, states.Settings))).Outcome);
        Assert.Equal(2, (await office.Office.AllAsync<Contingent>(Ct)).Count);
    }

    [Theory, EveryDatabase]
    public async Task Of_120_people_at_once_each_contingent_gets_its_places_and_no_more(string provider)
    {
        await using var office = await OpenAsync(provider, 20);
        var states = await office.AddAsync(For("Länder", 10, AdministrativeLevel.Land));
        var hesse = await office.AddAsync(For("Hessen", 4, land: Land.Hessen, within: states.Id));
        AdministrativeLevel Level(int i) => i % 3 == 2 ? AdministrativeLevel.Bund : AdministrativeLevel.Land;

        await Task.WhenAll(Enumerable.Range(0, 120).Select(i => Task.Run(() => office.SubmitAsync($"p{i}@a.example", Level(i), i % 3 == 0 ? Land.Hessen : i % 3 == 1 ? Land.Bayern : null), Ct)));

        var people = await office.PeopleAsync();
        Assert.Equal(
            [(hesse.Id, 4), (states.Id, 6), (Guid.Empty, 10)],
            people.Where(r => r.HoldsPlace).GroupBy(r => r.ContingentId ?? default).Select(g => (g.Key, g.Count())).OrderBy(g => g.Item2));
        Assert.All(people.GroupBy(r => r.ContingentId), line => Assert.Equal(line.Count(r => r.HoldsPlace), line.TakeWhile(r => r.HoldsPlace).Count()));
    }

    [Fact]
    public async Task Without_the_lock_two_people_get_the_last_place_of_a_contingent()
    {
        await using var office = await OpenAsync(Databases.Sqlite, 10);
        var federal = await office.AddAsync(For("Bund", 1, AdministrativeLevel.Bund));
        var bothHaveCounted = new Rendezvous(2);
        var race = office.With(office.Office.With(database => new WithoutLock(database.ConnectionString, bothHaveCounted.ArriveAsync)));

        var first = race.SubmitAsync("one@bund.de", AdministrativeLevel.Bund);
        await bothHaveCounted.Arrived(1);
        var second = race.SubmitAsync("two@bund.de", AdministrativeLevel.Bund);
        await Task.WhenAll(first, second);

        Assert.Equal(2, (await office.PeopleAsync()).Count(r => r.HoldsPlace && r.ContingentId == federal.Id));
    }

    [Theory, EveryDatabase]
    public async Task The_table_of_places_takes_as_many_queries_for_many_as_for_few(string provider)
    {
        await using var office = await OpenAsync(provider, 100);
        await office.AddAsync(For("Bund", 50, AdministrativeLevel.Bund));
        using var counter = new CommandCounter(office.Office.Database);
        async Task<int> CountAsync()
        {
            counter.Take();
            await office.OverviewAsync();
            return counter.Take();
        }

        var few = await CountAsync();
        for (var i = 0; i < 60; i++) await office.SubmitAsync($"b{i}@bund.de", AdministrativeLevel.Bund);

        Assert.Equal((3, 3), (few, await CountAsync()));
    }
}
