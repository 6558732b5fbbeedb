using Kongress.Accounts;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Tests.Hosting;
using Kongress.Workshops;
using Kongress.Workshops.Withdrawals;

namespace Kongress.Tests.Workshops.Withdrawals;

/// <summary>Somebody comes to a part of the congress only.</summary>
public sealed class WithdrawingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Giving_up_a_day_frees_its_workshops_and_the_next_in_line_moves_up_at_once(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var workshop = await office.WorkshopAsync("Werkstatt", 1);
        var people = await office.PeopleAsync(2);
        foreach (var person in people) await office.SignUpAsync(workshop, person);

        Assert.Equal(WithdrawOutcome.Withdrawn, await ByPersonAsync(office, people[0], [CongressPart.Day1]));

        Assert.Null(await office.StatusAsync(workshop, people[0]));
        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(workshop, people[1]));
        var left = await office.Office.RegistrationOfAsync(people[0].Email, Ct);
        Assert.Equal((false, true, true, RegistrationStatus.Confirmed), (left.Attendance.Day1, left.Attendance.Day2, left.Attendance.Evening, left.Status));
        Assert.Equal([people[0].Email], await ToldAsync(office));
        Assert.Equal([("MovedUp", people[1].Email)], (await office.MailsAsync()).Where(m => m.Kind is not "Confirmed"));
        var change = Assert.Single(await office.Office.AllAsync<Change>(Ct), c => c.Action == "Registration.PartCancelled");
        Assert.Equal((people[0].AccountId, people[0].Id, $"Tag 1, {workshop.Place.Code}"), (change.ActorId, change.SubjectId, change.Detail));
    }

    [Theory, EveryDatabase]
    public async Task Companions_come_on_the_days_that_are_left_and_the_mail_says_so(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var person = (await office.PeopleAsync(1))[0];
        await office.AccompanyAsync(person, "Jo");
        await office.AccompanyAsync(person, "Kim");

        Assert.Equal(WithdrawOutcome.Withdrawn, await ByPersonAsync(office, person, [CongressPart.Day2]));
        Assert.Equal(["Jo Tag 1, Abend", "Kim Tag 1, Abend"], await office.CompanionsAsync(person));
        Assert.Equal(WithdrawOutcome.Withdrawn, await ByOrganiserAsync(office, person, "Saal gesperrt"));
        Assert.Equal(["Jo Abend", "Kim Abend"], await office.CompanionsAsync(person));

        var mails = (await office.Office.AllAsync<OutgoingMail>(Ct)).Where(m => m.Kind == "Registration.PartCancelled").ToList();
        Assert.Equal(2, mails.Count);
        Assert.All(mails, m => Assert.Contains("Ihre Begleitperson kommt an denselben Tagen wie Sie.", Letters.Read(m).TextBody!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_workshop_or_the_evening_goes_alone()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var first = await office.WorkshopAsync("Erste", 1);
        var second = await office.WorkshopAsync("Zweite", 1, hour: 16);
        var person = (await office.PeopleAsync(1))[0];
        foreach (var workshop in new[] { first, second }) await office.SignUpAsync(workshop, person);

        Assert.Equal(WithdrawOutcome.Withdrawn, await ByPersonAsync(office, person, [], first.Id));
        Assert.Equal(WithdrawOutcome.Withdrawn, await ByPersonAsync(office, person, [CongressPart.Evening]));

        Assert.Null(await office.StatusAsync(first, person));
        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(second, person));
        var left = (await office.Office.RegistrationOfAsync(person.Email, Ct)).Attendance;
        Assert.Equal((true, true, false), (left.Day1, left.Day2, left.Evening));
    }

    [Fact]
    public async Task A_second_press_changes_nothing_and_mails_nothing()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var person = (await office.PeopleAsync(1))[0];

        Assert.Equal(WithdrawOutcome.Withdrawn, await ByPersonAsync(office, person, [CongressPart.Day2]));
        Assert.Equal(WithdrawOutcome.NothingToDo, await ByPersonAsync(office, person, [CongressPart.Day2]));
        Assert.Equal(WithdrawOutcome.NothingToDo, await ByPersonAsync(office, person, []));

        Assert.Single(await ToldAsync(office));
    }

    [Fact]
    public async Task Who_gives_up_everything_is_sent_to_cancel_as_a_whole()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var person = (await office.PeopleAsync(1))[0];

        Assert.Equal(WithdrawOutcome.NothingLeft, await ByPersonAsync(office, person, [CongressPart.Day1, CongressPart.Day2, CongressPart.Evening]));

        Assert.True((await office.Office.RegistrationOfAsync(person.Email, Ct)).Attendance.Day1);
        Assert.Empty(await ToldAsync(office));
    }

    [Fact]
    public async Task After_the_deadline_only_an_organiser_can_and_says_why()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 1);
        var person = (await office.PeopleAsync(1))[0];
        await office.SignUpAsync(workshop, person);
        office.Office.Clock.SetUtcNow(office.Conference.ChangeDeadline);

        Assert.Equal(WithdrawOutcome.DeadlinePassed, await ByPersonAsync(office, person, [CongressPart.Day1]));
        Assert.Equal(WithdrawOutcome.ReasonMissing, await ByOrganiserAsync(office, person, " "));
        Assert.Equal(WithdrawOutcome.Withdrawn, await ByOrganiserAsync(office, person, "Hat angerufen"));

        Assert.Null(await office.StatusAsync(workshop, person));
        var mail = Assert.Single(await office.Office.AllAsync<OutgoingMail>(Ct), m => m.Kind == "Registration.PartCancelled");
        Assert.Contains("Der Grund: Hat angerufen", Letters.Read(mail).TextBody!, StringComparison.Ordinal);
        var change = Assert.Single(await office.Office.AllAsync<Change>(Ct), c => c.Action == "Registration.PartCancelled");
        Assert.Equal(((Guid?)WorkshopOffice.Olga, $"Tag 1, {workshop.Place.Code}; Hat angerufen"), (change.ActorId, change.Detail));
    }

    [Fact]
    public async Task A_foreign_registration_is_not_found()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var people = await office.PeopleAsync(2);

        Assert.Equal(WithdrawOutcome.NotFound, await office.Office.UseAsync<WithdrawalDesk, WithdrawOutcome>(desk =>
            desk.ByPersonAsync(people[0].Id, people[1].AccountId!.Value, new Withdrawal([CongressPart.Day1], []), Ct)));
    }

    [Theory, EveryDatabase]
    public async Task Twenty_who_give_up_the_day_while_forty_sign_up_leave_every_seat_taken_once(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var workshop = await office.WorkshopAsync("Werkstatt", 20);
        var people = await office.PeopleAsync(60);
        foreach (var person in people.Take(20)) await office.SignUpAsync(workshop, person);

        await Task.WhenAll(people.Select((person, i) => Task.Run<object>(async () => i < 20 ? await ByPersonAsync(office, person, [CongressPart.Day1]) : await office.SignUpAsync(workshop, person), Ct)));

        var signUps = await office.SignUpsAsync();
        Assert.Equal(20, signUps.Count(s => s.HoldsSeat));
        Assert.Equal(20, signUps.Count(s => s.Status is SignUpStatus.Waiting));
        Assert.Equal(20, signUps.Count(s => s.Status is SignUpStatus.RegistrationEnded));
    }

    [Theory, EveryDatabase]
    public async Task Twenty_presses_at_once_are_one_withdrawal_and_one_mail(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var person = (await office.PeopleAsync(1))[0];

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 20).Select(_ => Task.Run(() => ByPersonAsync(office, person, [CongressPart.Day1]), Ct)));

        Assert.Equal(1, outcomes.Count(o => o is WithdrawOutcome.Withdrawn));
        Assert.Equal(19, outcomes.Count(o => o is WithdrawOutcome.NothingToDo));
        Assert.Single(await ToldAsync(office));
    }

    [Fact]
    public async Task Without_the_lock_two_presses_meet_in_the_same_registration()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var person = (await office.PeopleAsync(1))[0];
        var bothHaveLooked = new Rendezvous(2);
        var race = office.Office.With(database => new WithoutLock(database.ConnectionString, bothHaveLooked.ArriveAsync));

        var first = PressAsync();
        await bothHaveLooked.Arrived(1);
        var second = PressAsync();

        await Assert.ThrowsAsync<Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException>(() => Task.WhenAll(first, second));

        Task<WithdrawOutcome> PressAsync() => race.UseAsync<WithdrawalDesk, WithdrawOutcome>(desk =>
            desk.ByPersonAsync(person.Id, person.AccountId!.Value, new Withdrawal([CongressPart.Day1], []), Ct));
    }

    [Fact]
    public async Task The_pages_say_the_consequence_and_act()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 1);
        var person = (await office.PeopleAsync(1))[0];
        await office.SignUpAsync(workshop, person);
        await using var attendee = Desk.Open(office.Office.Database, person.AccountId!.Value, Roles.Attendee);
        const string page = "/mein-kongress/teilweise-absagen";

        Assert.Contains("damit werden auch diese Workshops frei: „Werkstatt“", (await attendee.ReadAsync(page, Ct)).Body!.TextContent, StringComparison.Ordinal);
        using (var nothing = await attendee.SendAsync(page, new Dictionary<string, string>(), Ct)) Assert.Contains("Bitte wählen Sie aus, was abgesagt wird.", (await Desk.ParseAsync(nothing, Ct)).Body!.TextContent, StringComparison.Ordinal);
        using (var sent = await attendee.SendAsync(page, new Dictionary<string, string> { ["Input.Chosen"] = workshop.Id.ToString() }, Ct)) Assert.Equal(System.Net.HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Null(await office.StatusAsync(workshop, person));

        await using var organiser = Desk.Open(office.Office.Database, WorkshopOffice.Olga, Roles.Organiser);
        var address = $"/organisation/anmeldungen/{person.Id}/teilweise-absagen";
        using (var silent = await organiser.SendAsync(address, new Dictionary<string, string> { ["Input.Chosen"] = "Evening" }, Ct)) Assert.Contains("Bitte nennen Sie einen Grund.", (await Desk.ParseAsync(silent, Ct)).Body!.TextContent, StringComparison.Ordinal);
        using (var sent = await organiser.SendAsync(address, new Dictionary<string, string> { ["Input.Chosen"] = "Evening", ["Input.Reason"] = "Saal gesperrt" }, Ct)) Assert.Equal(System.Net.HttpStatusCode.Redirect, sent.StatusCode);
        Assert.False((await office.Office.RegistrationOfAsync(person.Email, Ct)).Attendance.Evening);
        Assert.Contains("Teilweise abgesagt", (await organiser.ReadAsync($"/organisation/anmeldungen/{person.Id}", Ct)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static Task<WithdrawOutcome> ByPersonAsync(WorkshopOffice office, Registration person, CongressPart[] parts, params Guid[] workshops) =>
        office.Office.UseAsync<WithdrawalDesk, WithdrawOutcome>(desk => desk.ByPersonAsync(person.Id, person.AccountId!.Value, new Withdrawal(parts, workshops), Ct));

    private static Task<WithdrawOutcome> ByOrganiserAsync(WorkshopOffice office, Registration person, string reason) =>
        office.Office.UseAsync<WithdrawalDesk, WithdrawOutcome>(desk => desk.ByOrganiserAsync(person.Id, WorkshopOffice.Olga, new Withdrawal([CongressPart.Day1], []), reason, Ct));

    private static async Task<List<string>> ToldAsync(WorkshopOffice office) =>
        [.. (await office.Office.AllAsync<OutgoingMail>(Ct)).Where(m => m.Kind == "Registration.PartCancelled").Select(m => m.ToAddress)];
}
