using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Tests.Hosting;
using Kongress.Workshops;
using Kongress.Workshops.Withdrawals;

namespace Kongress.Tests.Workshops;

public sealed class SigningUpTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_full_workshop_puts_the_next_attendee_on_the_waiting_list_and_a_freed_seat_moves_them_up(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var workshop = await office.WorkshopAsync("Registermodernisierung", 1);
        var people = await office.PeopleAsync(3);

        Assert.Equal(SignUpOutcome.Seated, (await office.SignUpAsync(workshop, people[0])).Outcome);
        Assert.Equal(SignUpOutcome.Waiting, (await office.SignUpAsync(workshop, people[1])).Outcome);
        Assert.Equal(SignUpOutcome.Waiting, (await office.SignUpAsync(workshop, people[2])).Outcome);
        Assert.Equal(GiveBackOutcome.GivenBack, await office.GiveBackAsync(workshop, people[0]));

        Assert.Null(await office.StatusAsync(workshop, people[0]));
        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(workshop, people[1]));
        Assert.Equal(SignUpStatus.Waiting, await office.StatusAsync(workshop, people[2]));
        Assert.Equal([("Confirmed", "person1@bund.de"), ("MovedUp", "person2@bund.de")], await office.MailsAsync());
        Assert.Equal(["Workshop.Seated", "Workshop.Waiting", "Workshop.Waiting", "Workshop.GivenBack", "Workshop.MovedUp"], (await office.ChangesAsync()).Select(c => c.Action));
        Assert.Equal(GiveBackOutcome.LeftWaitingList, await office.GiveBackAsync(workshop, people[2]));
        Assert.Equal(GiveBackOutcome.NotSignedUp, await office.GiveBackAsync(workshop, people[2]));
    }

    [Fact]
    public async Task Another_seat_at_that_time_is_named_and_swapped_in_one_step()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var old = await office.WorkshopAsync("Barrierefreie Dokumente", 5);
        var wanted = await office.WorkshopAsync("Registermodernisierung", 5, 14.5);
        var after = await office.WorkshopAsync("Gleich danach", 5, 15);
        var person = (await office.PeopleAsync(1))[0];
        await office.SignUpAsync(old, person);

        var refused = await office.SignUpAsync(wanted, person);
        Assert.Equal((SignUpOutcome.Overlaps, "Barrierefreie Dokumente"), (refused.Outcome, Assert.Single(refused.Others)));
        Assert.Null(await office.StatusAsync(wanted, person));
        Assert.Equal(SignUpOutcome.Seated, (await office.SignUpAsync(after, person)).Outcome);
        await office.GiveBackAsync(after, person);

        Assert.Equal(SignUpOutcome.Swapped, (await office.SignUpAsync(wanted, person, swap: true)).Outcome);
        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(wanted, person));
        Assert.Null(await office.StatusAsync(old, person));
        Assert.Contains("„Barrierefreie Dokumente“", Letters.Read((await office.Office.AllAsync<OutgoingMail>(Ct)).OrderBy(m => m.Id).Last()).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_wants_to_swap_into_a_full_workshop_keeps_the_old_seat_and_is_asked_when_one_is_free()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var old = await office.WorkshopAsync("Alt", 5);
        var wanted = await office.WorkshopAsync("Neu", 1);
        var people = await office.PeopleAsync(2);
        await office.SignUpAsync(wanted, people[0]);
        await office.SignUpAsync(old, people[1]);

        Assert.Equal(SignUpOutcome.Waiting, (await office.SignUpAsync(wanted, people[1], swap: true)).Outcome);
        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(old, people[1]));

        // Others move up at once; somebody who would lose a seat by it must choose.
        await office.GiveBackAsync(wanted, people[0]);
        Assert.Equal(SignUpStatus.Offered, await office.StatusAsync(wanted, people[1]));
        Assert.Equal(AcceptOutcome.Overlaps, await office.AcceptAsync(wanted, people[1]));
        Assert.Equal(AcceptOutcome.Swapped, await office.AcceptAsync(wanted, people[1], swap: true));
        Assert.Equal(AcceptOutcome.AlreadyAccepted, await office.AcceptAsync(wanted, people[1]));
        Assert.Null(await office.StatusAsync(old, people[1]));
        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(wanted, people[1]));
    }

    [Theory, EveryDatabase]
    public async Task An_offer_that_is_declined_or_not_answered_goes_to_the_next(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var workshop = await office.WorkshopAsync("Registermodernisierung", 1, with: s => s with { Promotion = Promotion.ByOffer, OfferHours = 20 });
        var people = await office.PeopleAsync(4);
        foreach (var person in people) await office.SignUpAsync(workshop, person);
        await office.GiveBackAsync(workshop, people[0]);

        var offer = (await office.SignUpsAsync()).Single(s => s.Status is SignUpStatus.Offered);
        // Tuesday noon and twenty hours: eight in the morning.
        Assert.Equal((people[1].Id, "25.11. 08:00"), (offer.RegistrationId, office.Conference.Time.Local(offer.HeldUntil!.Value).ToString("dd.MM. HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(SignUpOutcome.AlreadyThere, (await office.SignUpAsync(workshop, people[1])).Outcome);
        await office.GiveBackAsync(workshop, people[1]);
        Assert.Equal(SignUpStatus.Offered, await office.StatusAsync(workshop, people[2]));

        office.Office.Clock.Advance(TimeSpan.FromHours(21));
        Assert.Equal(AcceptOutcome.Ended, await office.AcceptAsync(workshop, people[2]));
        await office.PassTimeAsync();

        Assert.Equal([SignUpStatus.GivenBack, SignUpStatus.Declined, SignUpStatus.Expired, SignUpStatus.Offered], (await office.SignUpsAsync()).OrderBy(s => s.Rank).Select(s => s.Status));
        Assert.Equal(
            [("Confirmed", "person1@bund.de"), ("Offer", "person2@bund.de"), ("Offer", "person3@bund.de"), ("OfferEnded", "person3@bund.de"), ("Offer", "person4@bund.de")],
            await office.MailsAsync());
    }

    [Theory]
    [InlineData("2027-03-20 10:00", 24, "2027-03-21 10:00")] // as set
    [InlineData("2027-03-20 10:00", 12, "2027-03-21 09:00")] // ten in the evening: the next morning
    [InlineData("2027-03-20 10:00", 20, "2027-03-21 09:00")] // six in the morning: nine
    [InlineData("2027-03-27 07:00", 24, "2027-03-27 13:00")] // never after an hour before the start
    [InlineData("2027-03-27 13:00", 24, null)]
    public async Task An_offer_ends_by_day_and_in_good_time_before_the_start(string now, int hours, string? end)
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Registermodernisierung", 1, 14, s => s with { OfferHours = hours, StopMinutes = 60 });
        var time = office.Conference.Time;
        DateTimeOffset At(string local) => time.TryInstant(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), out var instant) ? instant : default;

        Assert.Equal(end is null ? null : At(end), workshop.OfferEnd(time, At(now)));
    }

    [Fact]
    public async Task A_last_offer_for_an_early_workshop_ends_the_evening_before()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Frühstück", 1, 8.5, s => s with { StopMinutes = 60 });
        var time = office.Conference.Time;
        var evening = time.Instant(office.Conference.FirstDay.AddDays(-1), new TimeOnly(20, 0));

        Assert.Equal(evening, workshop.OfferEnd(time, evening.AddHours(-3)));
        Assert.Null(workshop.OfferEnd(time, evening));
    }

    [Theory]
    [InlineData("2027-03-27 18:00", "2027-03-28 08:00")] // two hours until eight in the evening; the clocks go forward in between
    [InlineData("2027-03-27 18:01", null)]
    [InlineData("2027-03-27 22:00", null)] // only the night
    public async Task An_offer_leaves_two_hours_of_the_day_to_answer_it_and_else_the_next_one_has_the_seat(string now, string? end)
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Sonntags um neun", 1, 9, s => s with { Promotion = Promotion.ByOffer }, day: 2);
        var people = await office.PeopleAsync(2);
        foreach (var person in people) await office.SignUpAsync(workshop, person);
        var time = office.Conference.Time;
        DateTimeOffset At(string local) => time.TryInstant(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), out var instant) ? instant : default;
        office.Office.Clock.SetUtcNow(At(now));

        await office.GiveBackAsync(workshop, people[0]);

        var next = (await office.SignUpsAsync()).Single(s => s.IsActive);
        Assert.Equal((end is null ? SignUpStatus.Seated : SignUpStatus.Offered, end is null ? null : At(end)), (next.Status, next.HeldUntil));
        Assert.Equal(end is null ? "MovedUp" : "Offer", (await office.MailsAsync()).Last(m => m.To == "person2@bund.de").Kind);
    }

    [Fact]
    public async Task A_waiting_list_that_stops_earlier_ends_offers_earlier_and_their_people_are_told()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 1, with: s => s with { Promotion = Promotion.ByOffer });
        var people = await office.PeopleAsync(2);
        foreach (var person in people) await office.SignUpAsync(workshop, person);
        office.Office.Clock.SetUtcNow(workshop.Place.StartsAt.AddHours(-28));
        await office.GiveBackAsync(workshop, people[0]);

        await office.ChangeAsync(workshop, s => s with { StopMinutes = 300 });
        Assert.Equal(workshop.Place.StartsAt.AddHours(-5), (await office.SignUpsAsync()).Single(s => s.IsActive).HeldUntil);
        await office.ChangeAsync(workshop, s => s with { StopMinutes = 3000 });

        Assert.DoesNotContain(await office.SignUpsAsync(), s => s.IsActive);
        Assert.Equal(["Offer", "OfferShortened", "OfferEnded"], (await office.MailsAsync()).Where(m => m.To == "person2@bund.de").Select(m => m.Kind));
    }

    [Theory, EveryDatabase]
    public async Task Once_nobody_moves_up_any_more_a_free_seat_is_for_whoever_takes_it_first(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var workshop = await office.WorkshopAsync("Werkstatt", 2);
        var people = await office.PeopleAsync(6);
        foreach (var person in people.Take(4)) await office.SignUpAsync(workshop, person);
        office.Office.Clock.SetUtcNow(workshop.StopsAt);

        Assert.Equal(SignUpOutcome.TooLate, (await office.SignUpAsync(workshop, people[4])).Outcome);
        Assert.Equal(SignUpOutcome.TooLate, (await office.SignUpAsync(workshop, people[3])).Outcome);
        await office.GiveBackAsync(workshop, people[0]);
        await office.GiveBackAsync(workshop, people[1]);
        await office.PassTimeAsync();
        Assert.DoesNotContain(await office.SignUpsAsync(), s => s.HoldsSeat);

        Assert.Equal(SignUpOutcome.Seated, (await office.SignUpAsync(workshop, people[3])).Outcome);
        Assert.Equal(SignUpOutcome.AlreadyThere, (await office.SignUpAsync(workshop, people[3])).Outcome);
        Assert.Equal(SignUpOutcome.Seated, (await office.SignUpAsync(workshop, people[5])).Outcome);
        Assert.Equal(SignUpOutcome.TooLate, (await office.SignUpAsync(workshop, people[2])).Outcome);
        Assert.Equal(new[] { people[3].Id, people[5].Id }.ToHashSet(), (await office.SignUpsAsync()).Where(s => s.HoldsSeat).Select(s => s.RegistrationId).ToHashSet());
        Assert.Single(await office.MailsAsync(), m => m == ("Confirmed", "person4@bund.de"));
    }

    [Theory, EveryDatabase]
    public async Task Whoever_waits_for_what_has_become_a_workshop_for_others_is_passed_over_and_reads_why(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var workshop = await office.WorkshopAsync("Werkstatt", 2);
        var towns = await office.PeopleAsync(3);
        var states = await office.PeopleAsync(1, s => s with { Person = s.Person with { Level = AdministrativeLevel.Land, Land = Land.Hessen } });
        foreach (var person in towns.Concat(states)) await office.SignUpAsync(workshop, person);

        await office.ChangeAsync(workshop, s => s with { LevelList = "Land" });
        await office.GiveBackAsync(workshop, towns[0]);

        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(workshop, towns[1]));
        Assert.Equal(SignUpStatus.Waiting, await office.StatusAsync(workshop, towns[2]));
        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(workshop, states[0]));
        await using var organiser = Desk.Open(office.Office.Database, WorkshopOffice.Olga, Kongress.Accounts.Roles.Organiser);
        Assert.Contains("Der Workshop ist inzwischen nicht mehr für diese Ebene oder dieses Land.", (await organiser.ReadAsync($"/organisation/programm/workshops/{workshop.SessionId}", Ct)).Body!.TextContent, StringComparison.Ordinal);
        await using var waiting = Desk.Open(office.Office.Database, towns[2].AccountId!.Value, Kongress.Accounts.Roles.Attendee);
        Assert.Contains("Sie rücken deshalb nicht nach.", (await waiting.ReadAsync("/workshops", Ct)).QuerySelector("li.workshop")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(1, false)]
    public async Task A_mail_about_an_offer_that_has_ended_says_to_sign_up_anew_only_where_that_is_possible(int closesAfterHours, bool says)
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 1, with: s => s with { Promotion = Promotion.ByOffer, OfferHours = 20, ClosesAt = office.Office.Clock.GetUtcNow().AddHours(closesAfterHours) });
        var people = await office.PeopleAsync(2);
        foreach (var person in people) await office.SignUpAsync(workshop, person);
        await office.GiveBackAsync(workshop, people[0]);
        office.Office.Clock.Advance(TimeSpan.FromHours(21));
        await office.PassTimeAsync();

        var mail = Letters.Read((await office.Office.AllAsync<Kongress.Mail.OutgoingMail>(Ct)).Single(m => m.Kind == "Workshop.OfferEnded")).TextBody!;
        Assert.Equal(says, mail.Contains("neu ein", StringComparison.Ordinal));
        Assert.DoesNotContain("nächste Person", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_sign_up_who_may_and_when_they_may()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var now = office.Office.Clock.GetUtcNow();
        var person = (await office.PeopleAsync(1))[0];
        var noFirstDay = (await office.PeopleAsync(1, s => s with { Attendance = new Attendance { Day2 = true } }))[0];
        async Task<SignUpOutcome> TryAsync(Func<WorkshopSettings, WorkshopSettings> with, Registration? who = null) =>
            (await office.SignUpAsync(await office.WorkshopAsync("Workshop", 5, with: with), who ?? person, swap: true)).Outcome;

        Assert.Equal(SignUpOutcome.NotOpenYet, await TryAsync(s => s with { OpensAt = now.AddMinutes(1) }));
        Assert.Equal(SignUpOutcome.Closed, await TryAsync(s => s with { ClosesAt = now }));
        Assert.Equal(SignUpOutcome.NotForThem, await TryAsync(s => s with { LevelList = WorkshopSettings.List([AdministrativeLevel.Bund]) }));
        Assert.Equal(SignUpOutcome.Seated, await TryAsync(s => s with { LevelList = WorkshopSettings.List([AdministrativeLevel.Bund, AdministrativeLevel.Kommune]) }));
        Assert.Equal(SignUpOutcome.NotForThem, await TryAsync(s => s with { LandList = WorkshopSettings.List([Land.Hessen]) }));
        Assert.Equal(SignUpOutcome.Swapped, await TryAsync(s => s with { LandList = WorkshopSettings.List([Land.Hessen, Land.NordrheinWestfalen]) }));
        Assert.Equal(SignUpOutcome.NotForThem, await TryAsync(s => s, noFirstDay));
        Assert.Equal(SignUpOutcome.Seated, await TryAsync(s => s with { NeedsDay = false }, noFirstDay));
        await office.CancelRegistrationAsync(person);
        Assert.Equal(SignUpOutcome.NotRegistered, await TryAsync(s => s));
    }

    [Fact]
    public async Task Nobody_gets_more_workshops_than_allowed_and_whoever_has_enough_is_passed_over()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        await office.LimitAsync(2);
        var early = await office.WorkshopAsync("Früh", 5, 11);
        var noon = await office.WorkshopAsync("Mittag", 5, 12);
        var late = await office.WorkshopAsync("Spät", 1, 15);
        var people = await office.PeopleAsync(3);
        await office.SignUpAsync(late, people[0]);
        await office.SignUpAsync(early, people[1]);
        await office.SignUpAsync(late, people[1]);
        Assert.Equal(SignUpOutcome.TooMany, (await office.SignUpAsync(noon, people[1])).Outcome);

        await office.SignUpAsync(late, people[2]);
        await office.LimitAsync(1);
        await office.GiveBackAsync(late, people[0]);
        Assert.Equal(SignUpStatus.Waiting, await office.StatusAsync(late, people[1]));
        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(late, people[2]));

        // Giving back elsewhere makes them the next at once.
        await office.GiveBackAsync(early, people[1]);
        await office.GiveBackAsync(late, people[2]);
        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(late, people[1]));
    }

    [Theory, EveryDatabase]
    public async Task More_seats_go_to_those_who_wait_at_once_and_fewer_take_nobodys_away(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var workshop = await office.WorkshopAsync("Registermodernisierung", 1);
        var people = await office.PeopleAsync(4);
        foreach (var person in people) await office.SignUpAsync(workshop, person);

        Assert.Equal(SettingsOutcome.Saved, await office.ChangeAsync(workshop, s => s with { Seats = 3 }));
        Assert.Equal(3, (await office.SignUpsAsync()).Count(s => s.HoldsSeat));
        await office.ChangeAsync(workshop, s => s with { Seats = 1 });
        Assert.Equal(3, (await office.SignUpsAsync()).Count(s => s.HoldsSeat));
        await office.GiveBackAsync(workshop, people[0]);
        Assert.Equal(2, (await office.SignUpsAsync()).Count(s => s.HoldsSeat));
    }

    [Fact]
    public async Task A_waiting_list_is_paused_and_capped_with_a_reason_only()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Registermodernisierung", 1);
        var people = await office.PeopleAsync(4);
        await office.SignUpAsync(workshop, people[0]);
        await office.SignUpAsync(workshop, people[1]);

        Assert.Equal(SettingsOutcome.ReasonMissing, await office.ChangeAsync(workshop, s => s with { IsPaused = true }, " "));
        Assert.Equal(SettingsOutcome.Saved, await office.ChangeAsync(workshop, s => s with { IsPaused = true, MostWaiting = 2 }, "Der Raum wird getauscht"));
        await office.GiveBackAsync(workshop, people[0]);
        Assert.Equal(SignUpStatus.Waiting, await office.StatusAsync(workshop, people[1]));
        // Nobody new comes before those who wait.
        Assert.Equal(SignUpOutcome.Waiting, (await office.SignUpAsync(workshop, people[2])).Outcome);
        Assert.Equal(SignUpOutcome.Full, (await office.SignUpAsync(workshop, people[3])).Outcome);

        await office.ChangeAsync(workshop, s => s with { IsPaused = false }, "Der Raum steht fest");
        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(workshop, people[1]));
        Assert.Contains(await office.ChangesAsync(), c => c.Detail == "Paused; MostWaiting – → 2; Der Raum wird getauscht" && c.ActorId == WorkshopOffice.Olga);
    }

    [Fact]
    public async Task An_organiser_moves_somebody_up_or_off_and_says_why()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Registermodernisierung", 1);
        var people = await office.PeopleAsync(4);
        foreach (var person in people) await office.SignUpAsync(workshop, person);

        Assert.Equal(MoveOutcome.ReasonMissing, await office.MoveUpAsync(workshop, people[3], ""));
        Assert.Equal(MoveOutcome.MovedUp, await office.MoveUpAsync(workshop, people[3], "Leitet die Arbeitsgruppe"));
        Assert.Equal(MoveOutcome.NotWaiting, await office.MoveUpAsync(workshop, people[0], "Sitzt schon"));
        var seated = (await office.SignUpsAsync()).Single(s => s.HoldsSeat);
        Assert.Equal(MoveOutcome.Removed, await office.Office.UseAsync<WorkshopDesk, MoveOutcome>(d => d.RemoveAsync(office.Conference.Id, seated.Id, "Doppelt eingetragen", WorkshopOffice.Olga, Ct)));

        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(workshop, people[3]));
        Assert.Equal(SignUpStatus.Waiting, await office.StatusAsync(workshop, people[1]));
        Assert.Equal([("Confirmed", "person1@bund.de"), ("Removed", "person1@bund.de"), ("MovedUp", "person4@bund.de")], await office.MailsAsync());
        Assert.Equal(["Leitet die Arbeitsgruppe", "Doppelt eingetragen"], (await office.ChangesAsync()).Where(c => c.ActorId == WorkshopOffice.Olga).Select(c => c.Detail));
    }

    [Theory, EveryDatabase]
    public async Task A_cancelled_registration_or_day_frees_the_seat(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var workshop = await office.WorkshopAsync("Registermodernisierung", 2);
        var people = await office.PeopleAsync(4);
        foreach (var person in people) await office.SignUpAsync(workshop, person);

        await office.CancelRegistrationAsync(people[0]);
        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(workshop, people[2]));
        var fresh = await office.Office.RegistrationOfAsync(people[1].Email, Ct);
        await office.Office.UseAsync<AnswersDesk, ChangeOutcome>(d => d.ChangeAsync(fresh.Id, fresh.AccountId!.Value, fresh.Version, fresh.Person, fresh.Attendance with { Day1 = false }, null, Ct));

        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(workshop, people[3]));
        Assert.Equal([("MovedUp", "person3@bund.de"), ("MovedUp", "person4@bund.de")], (await office.MailsAsync()).Skip(2));
    }

    [Theory, EveryDatabase]
    public async Task A_workshop_that_becomes_one_for_those_of_its_day_lets_the_others_go_and_tells_them(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var workshop = await office.WorkshopAsync("Registermodernisierung", 1, with: s => s with { NeedsDay = false });
        var people = await office.PeopleAsync(1, s => s with { Attendance = new Attendance { Day2 = true } });
        await office.SignUpAsync(workshop, people[0]);

        await office.ChangeAsync(workshop, s => s with { NeedsDay = true });

        Assert.Null(await office.StatusAsync(workshop, people[0]));
        Assert.Equal([("Confirmed", "person1@bund.de"), ("DayGivenUp", "person1@bund.de")], await office.MailsAsync());
    }

    [Fact]
    public async Task A_sign_up_finds_everything_by_an_index_and_looks_at_the_one_workshop_only()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Registermodernisierung", 1);
        await office.WorkshopAsync("Anderes", 1, 16);
        var people = await office.PeopleAsync(3);
        await office.SignUpAsync(workshop, people[0]);
        await office.SignUpAsync(workshop, people[1]);
        using var commands = new CommandCounter(office.Office.Database);
        await office.SignUpAsync(workshop, people[2]);

        var steps = await commands.PlansAsync(Ct);

        Assert.Contains(steps, step => step.StartsWith("SEARCH r USING INDEX IX_Registrations_AccountId_ConferenceId (AccountId=? AND ConferenceId=?)", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.StartsWith("SCAN", StringComparison.Ordinal) || step.Contains("IX_Workshops_ConferenceId", StringComparison.Ordinal) || step.Contains("IX_SignUps_ConferenceId", StringComparison.Ordinal));
        // The lock, a look at everything, the person's own workshops; place in line and audit row.
        Assert.Equal(5, commands.Take());
    }

    [Fact]
    public async Task An_offer_that_was_not_answered_in_time_no_longer_counts_among_the_workshops_of_a_person()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        await office.LimitAsync(1);
        var asked = await office.WorkshopAsync("Mit Angebot", 1, with: s => s with { Promotion = Promotion.ByOffer, OfferHours = 1 });
        var other = await office.WorkshopAsync("Anderes", 5, 16);
        var people = await office.PeopleAsync(2);
        await office.SignUpAsync(asked, people[0]);
        await office.SignUpAsync(asked, people[1]);
        await office.GiveBackAsync(asked, people[0]);
        Assert.Equal(SignUpOutcome.TooMany, (await office.SignUpAsync(other, people[1])).Outcome);

        office.Office.Clock.Advance(TimeSpan.FromHours(24));

        Assert.Equal(SignUpOutcome.Seated, (await office.SignUpAsync(other, people[1])).Outcome);
    }

    [Theory, EveryDatabase]
    public async Task An_unanswered_offer_of_a_registration_that_has_ended_ends_once_and_without_a_mail_about_its_time(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var workshop = await office.WorkshopAsync("Werkstatt", 1, with: s => s with { Promotion = Promotion.ByOffer, OfferHours = 24 });
        var people = await office.PeopleAsync(2);
        foreach (var person in people) await office.SignUpAsync(workshop, person);
        await office.GiveBackAsync(workshop, people[0]);
        await office.Office.UseAsync<AttendeeDesk, CancelOutcome>(desk => desk.CancelAsync(people[1].Id, people[1].AccountId!.Value, Ct));
        office.Office.Clock.Advance(TimeSpan.FromHours(25));

        await office.PassTimeAsync();

        var offered = (await office.SignUpsAsync()).Single(s => s.RegistrationId == people[1].Id);
        Assert.Equal(SignUpStatus.RegistrationEnded, offered.Status);
        Assert.Equal(["Workshop.Offered", "Workshop.RegistrationEnded", "Workshop.Waiting"], (await office.ChangesAsync()).Where(c => c.SubjectId == offered.Id).Select(c => c.Action).Order());
        Assert.DoesNotContain(await office.MailsAsync(), m => m.Kind == "OfferEnded");
    }
}
