using System.Net;
using Kongress.Accounts;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Tests.Hosting;
using Kongress.Workshops;
using Kongress.Workshops.Withdrawals;

namespace Kongress.Tests.Workshops.Withdrawals;

/// <summary>Somebody takes a day off their answers: the same as giving it up, and nothing is lost on the way.</summary>
public sealed class ChangingAnswersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_day_taken_off_the_answers_is_given_up_at_once_with_all_that_hangs_on_it(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var workshop = await office.WorkshopAsync("Werkstatt", 1);
        var people = await office.PeopleAsync(2);
        foreach (var person in people) await office.SignUpAsync(workshop, person);
        await office.AccompanyAsync(people[0], "Jo");

        Assert.Equal(ChangeOutcome.ChangedAndGivenUp, await ChangeAsync(office.Office, await FreshAsync(office, people[0]), a => a with { Day1 = false, Evening = false }));

        Assert.Equal("Tag 2 | nothing | Jo Tag 2 | Seated | 1 mails", await StateAsync(office, workshop, people));
        Assert.Equal([("MovedUp", people[1].Email)], (await office.MailsAsync()).Where(m => m.Kind is not "Confirmed"));
        var text = Letters.Read((await office.Office.AllAsync<OutgoingMail>(Ct)).Single(m => m.Kind == "Registration.PartCancelled")).TextBody!;
        Assert.All(["Tag 1: Sa., 27. März 2027", "Abendveranstaltung", "Workshop „Werkstatt“", "Ihr Ticket gilt weiter", "Ihre Begleitperson"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Equal(
            ["Registration.Changed ", $"Registration.PartCancelled Tag 1, Abend, {workshop.Place.Code}"],
            (await office.Office.AllAsync<Change>(Ct)).Where(c => c.SubjectId == people[0].Id && c.ActorId == people[0].AccountId && c.Action != "Registration.AssistantAdded").OrderBy(c => c.Action).Select(c => $"{c.Action} {c.Detail}"));
    }

    [Fact]
    public async Task Answers_without_a_day_less_send_no_mail_and_companions_follow_a_day_more()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var person = (await office.PeopleAsync(1, s => s with { Attendance = new Attendance { Day1 = true } }))[0];
        await office.AccompanyAsync(person, "Jo");

        Assert.Equal(ChangeOutcome.Changed, await ChangeAsync(office.Office, await FreshAsync(office, person), a => a with { Day2 = true, NoPhoto = true }));

        Assert.Equal(["Jo Tag 1, Tag 2"], await office.CompanionsAsync(person));
        Assert.DoesNotContain(await office.Office.AllAsync<OutgoingMail>(Ct), m => m.Kind == "Registration.PartCancelled");
    }

    [Fact]
    public async Task A_process_that_dies_anywhere_on_the_way_has_changed_everything_or_nothing()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 1);
        var people = await office.PeopleAsync(2);
        foreach (var person in people) await office.SignUpAsync(workshop, person);
        await office.AccompanyAsync(people[0], "Jo");
        const string before = "Tag 1, Tag 2, Abend | Seated | Jo Tag 1, Tag 2, Abend | Waiting | 0 mails";
        const string after = "Tag 2, Abend | nothing | Jo Tag 2, Abend | Seated | 1 mails";
        var fresh = await FreshAsync(office, people[0]);
        Assert.Equal(before, await StateAsync(office, workshop, people));

        var deaths = 0;
        for (var death = new SuddenDeath(1); ; death = new SuddenDeath(++deaths + 1))
        {
            var mortal = office.Office.With(database => database.Open(options => options.AddInterceptors(death, death.AtCommit)));
            try
            {
                await ChangeAsync(mortal, fresh, a => a with { Day1 = false });
                break;
            }
            catch (Exception) when (death.HasCome)
            {
                Assert.Equal(before, await StateAsync(office, workshop, people));
            }
        }

        Assert.Equal(after, await StateAsync(office, workshop, people));
        Assert.InRange(deaths, 10, 100);
    }

    [Theory, EveryDatabase]
    public async Task Twenty_presses_at_once_are_one_change_and_one_mail(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var person = await FreshAsync(office, (await office.PeopleAsync(1))[0]);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 20).Select(_ => Task.Run(() => ChangeAsync(office.Office, person, a => a with { Day1 = false }), Ct)));

        Assert.Equal((1, 19), (outcomes.Count(o => o is ChangeOutcome.ChangedAndGivenUp), outcomes.Count(o => o is ChangeOutcome.ChangedMeanwhile)));
        Assert.Single(await office.Office.AllAsync<OutgoingMail>(Ct), m => m.Kind == "Registration.PartCancelled");
    }

    [Fact]
    public async Task Without_the_lock_two_presses_meet_in_the_same_registration()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var person = await FreshAsync(office, (await office.PeopleAsync(1))[0]);
        var bothHaveLooked = new Rendezvous(2);
        var race = office.Office.With(database => new WithoutLock(database.ConnectionString, bothHaveLooked.ArriveAsync));

        var first = ChangeAsync(race, person, a => a with { Day1 = false });
        await bothHaveLooked.Arrived(1);
        var second = ChangeAsync(race, person, a => a with { Day1 = false });

        await Assert.ThrowsAsync<Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException>(() => Task.WhenAll(first, second));
    }

    [Fact]
    public async Task Foreign_ended_late_and_stale_changes_are_refused()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var people = await office.PeopleAsync(2);
        var (mine, theirs) = (await FreshAsync(office, people[0]), await FreshAsync(office, people[1]));

        Assert.Equal(ChangeOutcome.NotFound, await office.Office.UseAsync<AnswersDesk, ChangeOutcome>(desk => desk.ChangeAsync(theirs.Id, mine.AccountId!.Value, theirs.Version, theirs.Person, theirs.Attendance, null, Ct)));
        Assert.Equal(ChangeOutcome.Changed, await ChangeAsync(office.Office, mine, a => a with { NoPhoto = true }));
        Assert.Equal(ChangeOutcome.ChangedMeanwhile, await ChangeAsync(office.Office, mine, a => a));
        await office.CancelRegistrationAsync(mine);
        Assert.Equal(ChangeOutcome.Ended, await ChangeAsync(office.Office, await FreshAsync(office, mine), a => a));
        office.Office.Clock.SetUtcNow(office.Conference.ChangeDeadline);
        Assert.Equal(ChangeOutcome.DeadlinePassed, await ChangeAsync(office.Office, theirs, a => a));
    }

    [Fact]
    public async Task The_page_says_what_a_day_less_costs_and_answers_what_became_of_it()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 1);
        var people = await office.PeopleAsync(2);
        foreach (var person in people) await office.SignUpAsync(workshop, person);
        await office.AccompanyAsync(people[0], "Jo");
        await using var attendee = Desk.Open(office.Office.Database, people[0].AccountId!.Value, Roles.Attendee);
        const string page = "/mein-kongress/angaben";

        var shown = (await attendee.ReadAsync(page, Ct)).Body!.TextContent;
        Assert.Contains("Nehmen Sie „Tag 1: Sa., 27. März 2027“ weg, geben wir Ihre Plätze in diesen Workshops sofort weiter: „Werkstatt“.", shown, StringComparison.Ordinal);
        Assert.Contains("Ihre Begleitperson kommt an denselben Tagen wie Sie.", shown, StringComparison.Ordinal);
        using (var sent = await attendee.SendAsync(page, new Dictionary<string, string> { ["Input.Attendance.Day1"] = "false" }, Ct)) Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);

        Assert.Contains("Was Sie damit absagen, bestätigen wir Ihnen in einer Nachricht.", (await attendee.ReadAsync("/mein-kongress", Ct)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Tag 2, Abend | nothing | Jo Tag 2, Abend | Seated | 1 mails", await StateAsync(office, workshop, people));
    }

    private static Task<ChangeOutcome> ChangeAsync(Office office, Registration person, Func<Attendance, Attendance> change) => office.UseAsync<AnswersDesk, ChangeOutcome>(desk =>
        desk.ChangeAsync(person.Id, person.AccountId!.Value, person.Version, person.Person, change(person.Attendance), null, Ct));

    private static Task<Registration> FreshAsync(WorkshopOffice office, Registration person) => office.Office.RegistrationAsync(person.Id, Ct);

    /// <summary>The days of the first, their seat, their companion, the seat of the second, and how many mails confirm it.</summary>
    private static async Task<string> StateAsync(WorkshopOffice office, Workshop workshop, List<Registration> people)
    {
        var person = await FreshAsync(office, people[0]);
        var mails = (await office.Office.AllAsync<OutgoingMail>(Ct)).Count(m => m.Kind == "Registration.PartCancelled");
        return string.Join(" | ", [
            WorkshopOffice.Days(person.Attendance), Name(await office.StatusAsync(workshop, person)), .. await office.CompanionsAsync(person), Name(await office.StatusAsync(workshop, people[1])), $"{mails} mails"]);

        static string Name(SignUpStatus? status) => status?.ToString() ?? "nothing";
    }
}
