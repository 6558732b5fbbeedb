using Kongress.Tests.Hosting;
using Kongress.Workshops;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Tests.Workshops;

/// <summary>Many people, few seats. Every race has a twin without the lock that shows it.</summary>
public sealed class LastSeatsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Of_200_people_at_once_20_get_the_seats_and_180_wait_each_at_a_place_of_their_own(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var workshop = await office.WorkshopAsync("Registermodernisierung", 20);
        var people = await office.PeopleAsync(200);

        var results = await Task.WhenAll(people.Select(person => Task.Run(() => office.SignUpAsync(workshop, person), Ct)));

        Assert.Equal(20, results.Count(r => r.Outcome is SignUpOutcome.Seated));
        Assert.Equal(180, results.Count(r => r.Outcome is SignUpOutcome.Waiting));
        var signUps = (await office.SignUpsAsync()).OrderBy(s => s.Rank).ToList();
        Assert.All(signUps.Take(20), s => Assert.Equal(SignUpStatus.Seated, s.Status));
        Assert.All(signUps.Skip(20), s => Assert.Equal(SignUpStatus.Waiting, s.Status));
        Assert.Equal(200, signUps.Select(s => s.Rank).Distinct().Count());
        Assert.Equal(20, (await office.MailsAsync()).Count(m => m.Kind == "Confirmed"));
    }

    [Fact]
    public async Task Without_the_lock_two_people_get_the_last_seat()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Registermodernisierung", 1);
        var people = await office.PeopleAsync(2);
        var bothHaveCounted = new Rendezvous(2);
        var race = office.WithoutLock(bothHaveCounted);

        var first = race.SignUpAsync(workshop, people[0]);
        await bothHaveCounted.Arrived(1);
        var second = race.SignUpAsync(workshop, people[1]);
        await Task.WhenAll(first, second);

        Assert.Equal(2, (await office.SignUpsAsync()).Count(s => s.HoldsSeat));
    }

    [Theory, EveryDatabase]
    public async Task Shortly_before_the_start_of_sixty_who_wait_or_come_anew_one_gets_the_last_free_seat(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var workshop = await office.WorkshopAsync("Registermodernisierung", 1);
        var people = await office.PeopleAsync(61);
        foreach (var person in people.Take(31)) await office.SignUpAsync(workshop, person);
        office.Office.Clock.SetUtcNow(workshop.StopsAt);
        await office.GiveBackAsync(workshop, people[0]);

        var results = await Task.WhenAll(people.Skip(1).Select(person => Task.Run(() => office.SignUpAsync(workshop, person), Ct)));

        Assert.Equal(1, results.Count(r => r.Outcome is SignUpOutcome.Seated));
        Assert.Equal(59, results.Count(r => r.Outcome is SignUpOutcome.TooLate));
        Assert.Single(await office.SignUpsAsync(), s => s.HoldsSeat);
    }

    [Fact]
    public async Task Without_the_lock_two_who_wait_both_take_the_last_seat_shortly_before_the_start()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Registermodernisierung", 1);
        var people = await office.PeopleAsync(3);
        foreach (var person in people) await office.SignUpAsync(workshop, person);
        office.Office.Clock.SetUtcNow(workshop.StopsAt);
        await office.GiveBackAsync(workshop, people[0]);
        var bothHaveCounted = new Rendezvous(2);
        var race = office.WithoutLock(bothHaveCounted);

        var first = race.SignUpAsync(workshop, people[1]);
        await bothHaveCounted.Arrived(1);
        var second = race.SignUpAsync(workshop, people[2]);
        await Task.WhenAll(first, second);

        Assert.Equal(2, (await office.SignUpsAsync()).Count(s => s.HoldsSeat));
    }

    [Theory, EveryDatabase]
    public async Task Fifty_clicks_of_one_person_are_one_sign_up(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var workshop = await office.WorkshopAsync("Registermodernisierung", 20);
        var person = (await office.PeopleAsync(1))[0];

        var results = await Task.WhenAll(Enumerable.Range(1, 50).Select(_ => Task.Run(() => office.SignUpAsync(workshop, person), Ct)));

        Assert.Equal(1, results.Count(r => r.Outcome is SignUpOutcome.Seated));
        Assert.Equal(49, results.Count(r => r.Outcome is SignUpOutcome.AlreadyThere));
        Assert.Single(await office.SignUpsAsync());
        Assert.Single(await office.MailsAsync());
    }

    [Theory, EveryDatabase]
    public async Task Fifty_acceptances_of_one_offer_are_one_seat_and_one_mail(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var workshop = await office.WorkshopAsync("Registermodernisierung", 1, with: s => s with { Promotion = Promotion.ByOffer });
        var people = await office.PeopleAsync(2);
        await office.SignUpAsync(workshop, people[0]);
        await office.SignUpAsync(workshop, people[1]);
        await office.GiveBackAsync(workshop, people[0]);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 50).Select(_ => Task.Run(() => office.AcceptAsync(workshop, people[1]), Ct)));

        Assert.Equal(1, outcomes.Count(o => o is AcceptOutcome.Accepted));
        Assert.Equal(49, outcomes.Count(o => o is AcceptOutcome.AlreadyAccepted));
        Assert.Single(await office.SignUpsAsync(), s => s.HoldsSeat);
        Assert.Single(await office.MailsAsync(), m => m is ("Confirmed", "person2@bund.de"));
    }

    [Fact]
    public async Task Without_the_lock_an_offer_accepted_twice_collides_only_at_the_last_line()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Registermodernisierung", 1, with: s => s with { Promotion = Promotion.ByOffer });
        var people = await office.PeopleAsync(2);
        await office.SignUpAsync(workshop, people[0]);
        await office.SignUpAsync(workshop, people[1]);
        await office.GiveBackAsync(workshop, people[0]);
        var bothHaveLooked = new Rendezvous(2);
        var race = office.WithoutLock(bothHaveLooked);

        var first = race.AcceptAsync(workshop, people[1]);
        await bothHaveLooked.Arrived(1);
        var second = race.AcceptAsync(workshop, people[1]);

        // Both believed to be the first; only the version of the row stopped the second.
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Task.WhenAll(first, second));
    }

    [Theory, EveryDatabase]
    public async Task Of_100_people_who_swap_at_once_into_10_seats_10_move_and_90_keep_the_seat_they_had(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var old = await office.WorkshopAsync("Alt", 100);
        var wanted = await office.WorkshopAsync("Neu", 10);
        var people = await office.PeopleAsync(100);
        foreach (var person in people) await office.SignUpAsync(old, person);

        var results = await Task.WhenAll(people.Select(person => Task.Run(() => office.SignUpAsync(wanted, person, swap: true), Ct)));

        Assert.Equal(10, results.Count(r => r.Outcome is SignUpOutcome.Swapped));
        Assert.Equal(90, results.Count(r => r.Outcome is SignUpOutcome.Waiting));
        var seated = (await office.SignUpsAsync()).Where(s => s.Status is SignUpStatus.Seated).ToList();
        Assert.Equal(10, seated.Count(s => s.WorkshopId == wanted.Id));
        Assert.Equal(90, seated.Count(s => s.WorkshopId == old.Id));
        Assert.Equal(100, seated.Select(s => s.RegistrationId).Distinct().Count());
    }

    [Fact]
    public async Task Without_the_lock_two_who_swap_at_once_both_get_the_last_seat()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var old = await office.WorkshopAsync("Alt", 10);
        var wanted = await office.WorkshopAsync("Neu", 1);
        var people = await office.PeopleAsync(2);
        foreach (var person in people) await office.SignUpAsync(old, person);
        var bothHaveCounted = new Rendezvous(2);
        var race = office.WithoutLock(bothHaveCounted);

        var first = race.SignUpAsync(wanted, people[0], swap: true);
        await bothHaveCounted.Arrived(1);
        var second = race.SignUpAsync(wanted, people[1], swap: true);
        await Task.WhenAll(first, second);

        Assert.Equal(2, (await office.SignUpsAsync()).Count(s => s.HoldsSeat && s.WorkshopId == wanted.Id));
    }

    [Theory, EveryDatabase]
    public async Task Two_who_swap_past_each_other_both_get_through_and_nobody_waits_for_the_other(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var left = await office.WorkshopAsync("Links", 50);
        var right = await office.WorkshopAsync("Rechts", 50);
        var people = await office.PeopleAsync(60);
        for (var i = 0; i < 60; i++) await office.SignUpAsync(i % 2 == 0 ? left : right, people[i]);

        var results = await Task.WhenAll(people.Select((person, i) => Task.Run(() => office.SignUpAsync(i % 2 == 0 ? right : left, person, swap: true), Ct)));

        Assert.All(results, r => Assert.Equal(SignUpOutcome.Swapped, r.Outcome));
        var seated = (await office.SignUpsAsync()).Where(s => s.Status is SignUpStatus.Seated).ToList();
        Assert.Equal([30, 30], seated.GroupBy(s => s.WorkshopId).Select(g => g.Count()));
        Assert.Equal(60, seated.Select(s => s.RegistrationId).Distinct().Count());
    }

    [Fact]
    public async Task Without_the_lock_one_person_who_clicks_two_workshops_at_once_sits_in_both()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var left = await office.WorkshopAsync("Links", 5);
        var right = await office.WorkshopAsync("Rechts", 5);
        var person = (await office.PeopleAsync(1))[0];
        var bothHaveLooked = new Rendezvous(2);
        var race = office.WithoutLock(bothHaveLooked);

        var first = race.SignUpAsync(left, person);
        await bothHaveLooked.Arrived(1);
        var second = race.SignUpAsync(right, person);
        await Task.WhenAll(first, second);

        Assert.Equal(2, (await office.SignUpsAsync()).Count(s => s.Status is SignUpStatus.Seated));
    }

    [Theory, EveryDatabase]
    public async Task Twenty_freed_seats_go_to_the_next_twenty_exactly_once_while_rounds_run_beside(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var workshop = await office.WorkshopAsync("Registermodernisierung", 20);
        var people = await office.PeopleAsync(60);
        foreach (var person in people) await office.SignUpAsync(workshop, person);

        await Task.WhenAll(people.Take(20).Select(person => Task.Run<object>(async () => await office.GiveBackAsync(workshop, person), Ct))
            .Concat(Enumerable.Range(1, 20).Select(_ => Task.Run<object>(async () => { await office.PassTimeAsync(); return 0; }, Ct))));

        var seated = (await office.SignUpsAsync()).Where(s => s.HoldsSeat).Select(s => s.RegistrationId).ToHashSet();
        Assert.Equal(people.Skip(20).Take(20).Select(p => p.Id).ToHashSet(), seated);
        Assert.Equal(people.Skip(20).Take(20).Select(p => p.Email).Order(), (await office.MailsAsync()).Where(m => m.Kind == "MovedUp").Select(m => m.To).Order());
    }

    [Fact]
    public async Task Without_the_lock_two_rounds_give_the_freed_seats_to_the_same_people_and_collide_only_at_the_last_line()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Registermodernisierung", 20);
        var people = await office.PeopleAsync(60);
        foreach (var person in people) await office.SignUpAsync(workshop, person);
        await using (var db = office.Office.Database.Open())
        {
            await db.Set<SignUp>().Where(s => s.HoldsSeat).ExecuteUpdateAsync(set => set.SetProperty(s => s.Status, SignUpStatus.GivenBack).SetProperty(s => s.HoldsSeat, false).SetProperty(s => s.ActiveFor, (Guid?)null), Ct);
        }

        var bothHaveLooked = new Rendezvous(2);
        var race = office.WithoutLock(bothHaveLooked);
        var first = race.PassTimeAsync();
        await bothHaveLooked.Arrived(1);
        var second = race.PassTimeAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Task.WhenAll(first, second));
    }
}
