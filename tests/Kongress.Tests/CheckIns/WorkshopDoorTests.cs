using System.Net;
using Kongress.Accounts;
using Kongress.CheckIns;
using Kongress.Registrations;
using Kongress.Tests.Hosting;
using Kongress.Tests.Workshops;

namespace Kongress.Tests.CheckIns;

/// <summary>The door of a workshop: whoever has a seat comes in; some minutes after the start, empty seats go to whoever stands there.</summary>
public sealed class WorkshopDoorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Seats_are_for_their_people_until_the_release_and_then_for_whoever_comes_first(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var workshop = await office.WorkshopAsync("Werkstatt", 2, with: s => s with { ReleaseMinutes = 10 });
        var people = await office.PeopleAsync(4);
        foreach (var person in people.Take(2)) await office.SignUpAsync(workshop, person);
        var door = await DoorAsync(office);

        Assert.Equal(DoorAnswer.NotToday, (await ScanAsync(office, door, people[0])).Answer);
        office.Office.Clock.SetUtcNow(workshop.Place.StartsAt);
        Assert.Equal(DoorAnswer.Welcome, (await ScanAsync(office, door, people[0])).Answer);
        Assert.Equal(DoorAnswer.AlreadyIn, (await ScanAsync(office, door, people[0])).Answer);
        Assert.Equal(DoorAnswer.NotForThisList, (await ScanAsync(office, door, people[2])).Answer);

        office.Office.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(DoorAnswer.Welcome, (await ScanAsync(office, door, people[2])).Answer);
        Assert.Equal(DoorAnswer.NotForThisList, (await ScanAsync(office, door, people[3])).Answer);
        // Too late, and every seat is taken.
        Assert.Equal(DoorAnswer.NotForThisList, (await ScanAsync(office, door, people[1])).Answer);

        var row = (await office.Office.UseAsync<WorkshopDoors, WorkshopDoorRow?>(doors => doors.FindAsync(office.Conference.Id, door, Ct)))!;
        Assert.Equal((2, 2), (row.Expected, row.Inside));
        var guests = await office.Office.UseAsync<WorkshopDoors, List<WorkshopGuest>>(doors => doors.GuestsAsync(row, Ct));
        Assert.Equal(
            new[] { (people[0].Id, true, true), (people[1].Id, true, false), (people[2].Id, false, true) }.ToHashSet(),
            guests.Select(g => (g.RegistrationId, g.HasSeat, g.InSince is not null)).ToHashSet());
    }

    [Theory, EveryDatabase]
    public async Task A_companion_comes_in_with_their_person_and_takes_nobodys_seat(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var workshop = await office.WorkshopAsync("Werkstatt", 2, with: s => s with { ReleaseMinutes = 10 });
        var people = await office.PeopleAsync(3);
        await office.SignUpAsync(workshop, people[0]);
        foreach (var person in people) await office.AccompanyAsync(person, "Jo");
        var all = await office.Office.AllAsync<Registration>(Ct);
        var companions = people.ConvertAll(person => all.Single(r => r.AccompaniesId == person.Id));
        var door = await DoorAsync(office);

        office.Office.Clock.SetUtcNow(workshop.Place.StartsAt);
        Assert.Equal(DoorAnswer.Welcome, (await ScanAsync(office, door, companions[0])).Answer);
        Assert.Equal(DoorAnswer.NotForThisList, (await ScanAsync(office, door, companions[1])).Answer);
        Assert.Equal(DoorAnswer.Welcome, (await ScanAsync(office, door, people[0])).Answer);

        // The companion who is in has left the second seat empty; when it is taken, the companion of the person in it still comes in.
        office.Office.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(DoorAnswer.Welcome, (await ScanAsync(office, door, people[1])).Answer);
        Assert.Equal(DoorAnswer.NotForThisList, (await ScanAsync(office, door, people[2])).Answer);
        Assert.Equal(DoorAnswer.Welcome, (await ScanAsync(office, door, companions[1])).Answer);
        Assert.Equal(DoorAnswer.NotForThisList, (await ScanAsync(office, door, companions[2])).Answer);

        var row = (await office.Office.UseAsync<WorkshopDoors, WorkshopDoorRow?>(doors => doors.FindAsync(office.Conference.Id, door, Ct)))!;
        Assert.Equal((1, 2), (row.Expected, row.Inside));
        Assert.Equal(row, Assert.Single(await office.Office.UseAsync<WorkshopDoors, List<WorkshopDoorRow>>(doors => doors.AllAsync(office.Conference.Id, Ct))) with { Workshop = row.Workshop });
    }

    [Fact]
    public async Task A_companion_stands_on_the_list_before_they_come()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 2);
        var people = await office.PeopleAsync(2);
        await office.SignUpAsync(workshop, people[0]);
        foreach (var person in people) await office.AccompanyAsync(person, "Jo");
        var door = await DoorAsync(office);
        await using var staff = Desk.Open(office.Office.Database, workshop.Place.StartsAt, WorkshopOffice.Olga, Roles.Door);

        var rows = (await staff.ReadAsync($"/einlass/{door}/liste", Ct)).QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Single(rows, r => r.Contains($"begleitet {people[0].Person.GivenName} {people[0].Person.FamilyName} und braucht keinen Platz", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_release_a_seat_stays_whose_it_is()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 2);
        var people = await office.PeopleAsync(2);
        await office.SignUpAsync(workshop, people[0]);
        var door = await DoorAsync(office);

        office.Office.Clock.SetUtcNow(workshop.Place.EndsAt.AddMinutes(-1));
        Assert.Equal(DoorAnswer.NotForThisList, (await ScanAsync(office, door, people[1])).Answer);
        Assert.Equal(DoorAnswer.Welcome, (await ScanAsync(office, door, people[0])).Answer);
        office.Office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(DoorAnswer.NotToday, (await ScanAsync(office, door, people[1])).Answer);
    }

    [Theory, EveryDatabase]
    public async Task Of_twenty_at_the_door_at_once_three_get_the_three_empty_seats(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var workshop = await office.WorkshopAsync("Werkstatt", 3, with: s => s with { ReleaseMinutes = 0 });
        var people = await office.PeopleAsync(20);
        var door = await DoorAsync(office);
        office.Office.Clock.SetUtcNow(workshop.Place.StartsAt);

        var replies = await Task.WhenAll(people.Select(person => Task.Run(() => ScanAsync(office, door, person), Ct)));

        Assert.Equal(3, replies.Count(r => r.Answer is DoorAnswer.Welcome));
        Assert.Equal(17, replies.Count(r => r.Answer is DoorAnswer.NotForThisList));
        Assert.Equal(3, (await office.Office.AllAsync<Scan>(Ct)).Count(s => s.IsIn));
    }

    [Fact]
    public async Task Without_the_lock_two_at_the_door_get_the_last_empty_seat()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 1, with: s => s with { ReleaseMinutes = 0 });
        var people = await office.PeopleAsync(2);
        var door = await DoorAsync(office);
        office.Office.Clock.SetUtcNow(workshop.Place.StartsAt);
        var bothHaveCounted = new Rendezvous(2);
        var race = office.Office.With(database => new WithoutLock(database.ConnectionString, bothHaveCounted.ArriveAsync));

        var first = ScanAsync(office, door, people[0], race);
        await bothHaveCounted.Arrived(1);
        var second = ScanAsync(office, door, people[1], race);
        await Task.WhenAll(first, second);

        Assert.Equal(2, (await office.Office.AllAsync<Scan>(Ct)).Count(s => s.IsIn));
    }

    [Fact]
    public async Task The_list_is_ticked_off_and_a_door_of_a_day_has_none()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 2);
        var person = (await office.PeopleAsync(1))[0];
        await office.SignUpAsync(workshop, person);
        var door = await DoorAsync(office);
        var day = (await office.Office.UseAsync<CheckInDesk, List<CheckInList>>(desk => desk.EnsureListsAsync(office.Conference, Ct)))[0];
        office.Office.Clock.SetUtcNow(workshop.Place.StartsAt);
        await using var staff = Desk.Open(office.Office.Database, workshop.Place.StartsAt, WorkshopOffice.Olga, Roles.Door);

        Assert.Contains("Noch nicht da", (await staff.ReadAsync($"/einlass/{door}/liste", Ct)).Body!.TextContent, StringComparison.Ordinal);
        await ScanAsync(office, door, person);
        Assert.Contains("Ist da seit", (await staff.ReadAsync($"/einlass/{door}/liste", Ct)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Werkstatt", (await staff.ReadAsync("/einlass", Ct)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 von 1 sind da", (await staff.ReadAsync($"/einlass/{door}", Ct)).Body!.TextContent, StringComparison.Ordinal);
        await staff.ReadAsync($"/einlass/{day.Id}/liste", Ct, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_page_of_a_workshops_door_counts_nobody_at_the_doors_of_the_days()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 2);
        await office.SignUpAsync(workshop, (await office.PeopleAsync(3))[0]);
        var door = await DoorAsync(office);
        var days = await office.Office.UseAsync<CheckInDesk, List<CheckInList>>(desk => desk.EnsureListsAsync(office.Conference, Ct));
        await using var staff = Desk.Open(office.Office.Database, workshop.Place.StartsAt, WorkshopOffice.Olga, Roles.Door);
        using var counter = new CommandCounter(office.Office.Database);

        foreach (var path in new[] { $"/einlass/{door}", $"/einlass/{door}?handler=State" })
        {
            using var answer = await staff.Browser.GetAsync(path, Ct);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            // The names beside the last scans are found by their keys; only counting people goes by the edition.
            Assert.DoesNotContain(await counter.PlansAsync(Ct), IsACountOfPeople);
            counter.Take();
        }

        using (var answer = await staff.Browser.GetAsync($"/einlass/{days[0].Id}", Ct)) Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(await counter.PlansAsync(Ct), IsACountOfPeople);
        foreach (var list in days)
        {
            var one = await office.Office.UseAsync<CheckInQueries, DoorCount?>(queries => queries.FindAsync(office.Conference.Id, list.Id, Ct));
            Assert.Equal((await office.Office.UseAsync<CheckInQueries, IReadOnlyList<DoorCount>>(queries => queries.CountsAsync(office.Conference.Id, Ct))).Single(c => c.ListId == list.Id), one);
        }

        static bool IsACountOfPeople(string step) => step.Contains("IX_Registrations_ConferenceId", StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_limit_is_taken_off_with_its_door_as_long_as_nobody_has_signed_up(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var wrong = await office.WorkshopAsync("Falsch geklickt", 2);
        await DoorAsync(office);
        var used = await office.WorkshopAsync("Gewollt", 2, 16);
        var person = (await office.PeopleAsync(1))[0];
        await office.SignUpAsync(used, person);
        await office.GiveBackAsync(used, person);

        Assert.Equal(LiftOutcome.NotFound, await LiftAsync(office, Guid.CreateVersion7()));
        Assert.Equal(LiftOutcome.InUse, await LiftAsync(office, used.SessionId));
        Assert.Equal(LiftOutcome.Lifted, await LiftAsync(office, wrong.SessionId));
        Assert.Equal(LiftOutcome.NotFound, await LiftAsync(office, wrong.SessionId));

        Assert.Equal([used.Id], (await office.Office.AllAsync<Kongress.Workshops.Workshop>(Ct)).Select(w => w.Id));
        Assert.DoesNotContain(await office.Office.AllAsync<CheckInList>(Ct), l => l.WorkshopId == wrong.Id);
        Assert.Contains(await office.ChangesAsync(), c => c.Action == "Workshop.Lifted" && c.SubjectId == wrong.SessionId && c.ActorId == WorkshopOffice.Olga);
    }

    [Fact]
    public async Task Somebody_who_came_in_at_the_door_keeps_the_limit_there()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 2, with: s => s with { ReleaseMinutes = 0 });
        var person = (await office.PeopleAsync(1))[0];
        var door = await DoorAsync(office);
        office.Office.Clock.SetUtcNow(workshop.Place.StartsAt);
        Assert.Equal(DoorAnswer.Welcome, (await ScanAsync(office, door, person)).Answer);

        Assert.Equal(LiftOutcome.InUse, await LiftAsync(office, workshop.SessionId));
    }

    [Fact]
    public async Task The_page_of_a_workshop_offers_to_take_the_limit_off_only_while_that_is_possible()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var wrong = await office.WorkshopAsync("Falsch geklickt", 2);
        var used = await office.WorkshopAsync("Gewollt", 2, 16);
        await office.SignUpAsync(used, (await office.PeopleAsync(1))[0]);
        await using var desk = Desk.Open(office.Office.Database, WorkshopOffice.Olga, Roles.Organiser);

        Assert.DoesNotContain("Begrenzung aufheben", (await desk.ReadAsync($"/organisation/programm/workshops/{used.SessionId}", Ct)).Body!.TextContent, StringComparison.Ordinal);
        var form = (await desk.ReadAsync($"/organisation/programm/workshops/{wrong.SessionId}", Ct)).QuerySelectorAll("main form").Single(f => f.TextContent.Contains("Begrenzung aufheben", StringComparison.Ordinal));
        using var content = new FormUrlEncodedContent(form.QuerySelectorAll("input").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value")!)));
        using (var answer = await desk.Browser.PostAsync(form.GetAttribute("action"), content, Ct)) Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal([used.Id], (await office.Office.AllAsync<Kongress.Workshops.Workshop>(Ct)).Select(w => w.Id));
    }

    private static Task<LiftOutcome> LiftAsync(WorkshopOffice office, Guid sessionId) =>
        office.Office.UseAsync<LimitDesk, LiftOutcome>(desk => desk.LiftAsync(office.Conference.Id, sessionId, WorkshopOffice.Olga, Ct));

    private static async Task<Guid> DoorAsync(WorkshopOffice office) =>
        Assert.Single(await office.Office.UseAsync<WorkshopDoors, List<WorkshopDoorRow>>(doors => doors.AllAsync(office.Conference.Id, Ct))).ListId;

    private static async Task<DoorReply> ScanAsync(WorkshopOffice office, Guid door, Registration person, Office? desks = null) =>
        (await (desks ?? office.Office).UseAsync<CheckInDesk, DoorReply?>(desk => desk.ScanAsync(office.Conference, door, new ScanRequest(Guid.CreateVersion7(), null, ScanMethod.Search, person.Id), WorkshopOffice.Olga, Ct)))!;
}
