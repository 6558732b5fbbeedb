using Kongress.Mail;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Registrations;
using Kongress.Tests.Hosting;
using Kongress.Tests.Programme;
using Kongress.Workshops;
using Kongress.Workshops.Withdrawals;

namespace Kongress.Tests.Workshops;

/// <summary>A workshop that was moved to the other day and is moved back has the people again who come on one day only.</summary>
public sealed class ReturningDaysTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Rolling_back_a_release_that_moved_a_workshop_to_the_other_day_gives_seats_and_places_in_line_back_and_the_preview_says_so(string provider)
    {
        await using var plan = await ProgrammeOffice.OpenAsync(provider);
        var (session, office) = await OpenAsync(plan);
        var workshop = await plan.WorkshopAsync(session, seats: 2);
        var (first, both, waiting, second) = (await PersonAsync(office, day2: false), await PersonAsync(office), await PersonAsync(office, day2: false), await PersonAsync(office, day1: false));
        foreach (var person in new[] { first, both, waiting }) await office.SignUpAsync(workshop, person);
        var release = (await plan.Office.AllAsync<Release>(Ct)).Single();

        await MoveAsync(plan, session, day: 2);
        await ReleaseAsync(plan, "2");
        await office.PassTimeAsync();
        Assert.Equal([SignUpStatus.WorkshopMoved, SignUpStatus.Seated, SignUpStatus.WorkshopMoved], (await office.SignUpsAsync()).OrderBy(s => s.Rank).Select(s => s.Status));
        Assert.Equal(SignUpOutcome.Seated, (await office.SignUpAsync(workshop, second)).Outcome);
        var told = (await plan.Office.AllAsync<OutgoingMail>(Ct)).Count;

        var preview = (await plan.Office.UseAsync<ReleaseDesk, ReleasePreview?>(desk => desk.PreviewRollBackAsync(plan.Conference.Id, release.Id, Ct)))!;
        await plan.Office.UseAsync<ReleaseDesk, (ReleaseOutcome, Release?)>(desk => desk.RollBackAsync(plan.Conference.Id, release.Id, "3", "", null, ProgrammeOffice.Olga, Ct));
        await office.PassTimeAsync();

        // One mail each, and whoever took the seat meanwhile is in nobody's way.
        var mails = (await plan.Office.AllAsync<OutgoingMail>(Ct)).OrderBy(m => m.Id).Skip(told).ToDictionary(m => m.ToAddress, m => Letters.Read(m).TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(preview.Reached.Select(r => r.Address!).Order(), mails.Keys.Order());
        Assert.Equal(4, mails.Count);
        Assert.All(preview.Reached, r => Assert.Equal(ChangeClass.MovedInTime, r.Changes.Single().Class));
        Assert.Contains("Neu: Sa., 27. März 2027, 11:00–12:00 Uhr, Hauptbühne\n\nSie haben Ihren Platz wieder.", mails[first.Email], StringComparison.Ordinal);
        Assert.Contains("Ihr Eintrag gilt weiter.", mails[both.Email], StringComparison.Ordinal);
        Assert.Contains("Sie stehen wieder auf der Warteliste.", mails[waiting.Email], StringComparison.Ordinal);
        Assert.Contains("An diesem Tag kommen Sie nicht: Ihr Eintrag ist gelöscht.", mails[second.Email], StringComparison.Ordinal);
        Assert.Equal(
            [SignUpStatus.Seated, SignUpStatus.Seated, SignUpStatus.Waiting, SignUpStatus.WorkshopMoved],
            (await office.SignUpsAsync()).OrderBy(s => s.Rank).Select(s => s.Status));
        Assert.Equal(["RegistrationEnded", "RegistrationEnded", "RegistrationEnded", "SeatReturned", "WaitsAgain"],
            (await office.ChangesAsync()).Select(c => c.Action["Workshop.".Length..]).Where(a => a is "SeatReturned" or "WaitsAgain" or "RegistrationEnded").Order());
    }

    [Fact]
    public async Task Nobody_comes_back_who_gave_up_the_day_before_or_after_the_move_or_is_not_registered_any_more()
    {
        await using var plan = await ProgrammeOffice.OpenAsync();
        var (session, office) = await OpenAsync(plan);
        var workshop = await plan.WorkshopAsync(session);
        var (before, after, cancelled, back) = (await PersonAsync(office), await PersonAsync(office, day2: false), await PersonAsync(office, day2: false), await PersonAsync(office, day2: false));
        foreach (var person in new[] { before, after, cancelled, back }) await office.SignUpAsync(workshop, person);

        await ComeAsync(plan, before, day1: false, day2: true);
        await MoveAsync(plan, session, day: 2);
        await ReleaseAsync(plan, "2");
        await ComeAsync(plan, after, day1: false, day2: true);
        await office.CancelRegistrationAsync(cancelled);
        await MoveAsync(plan, session, day: 1);
        await ReleaseAsync(plan, "3");
        await ComeAsync(plan, before, day1: true, day2: true);
        await ComeAsync(plan, after, day1: true, day2: true);
        await plan.MoveAsync(await plan.SlotOfAsync(session), plan.At(13));
        await ReleaseAsync(plan, "4");

        Assert.Equal(
            [SignUpStatus.RegistrationEnded, SignUpStatus.WorkshopMoved, SignUpStatus.WorkshopMoved, SignUpStatus.Seated],
            (await office.SignUpsAsync()).OrderBy(s => s.Rank).Select(s => s.Status));
    }

    [Fact]
    public async Task A_workshop_that_is_cancelled_and_takes_place_on_another_day_has_its_people_again_when_it_is_back_on_theirs()
    {
        await using var plan = await ProgrammeOffice.OpenAsync();
        var (session, office) = await OpenAsync(plan);
        var workshop = await plan.WorkshopAsync(session);
        var person = await PersonAsync(office, day2: false);
        await office.SignUpAsync(workshop, person);

        await plan.CancelAsync(session);
        await ReleaseAsync(plan, "2");
        await ReviveAsync(plan, session);
        await MoveAsync(plan, session, day: 2);
        await ReleaseAsync(plan, "3");
        Assert.Null(await office.StatusAsync(workshop, person));
        await MoveAsync(plan, session, day: 1);
        await ReleaseAsync(plan, "4");

        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(workshop, person));
    }

    [Fact]
    public async Task Whoever_took_something_else_meanwhile_has_both_seats_when_the_same_release_moves_that_out_of_the_way()
    {
        await using var plan = await ProgrammeOffice.OpenAsync();
        var other = await plan.SessionAsync("Ausweichen");
        await plan.PlaceAsync(other, plan.At(11), room: 1);
        var (session, office) = await OpenAsync(plan);
        var (workshop, instead) = (await plan.WorkshopAsync(session), await plan.WorkshopAsync(other));
        var person = await PersonAsync(office, day2: false);
        await office.SignUpAsync(workshop, person);
        await MoveAsync(plan, session, day: 2);
        await ReleaseAsync(plan, "2");
        Assert.Equal(SignUpOutcome.Seated, (await office.SignUpAsync(instead, person)).Outcome);

        await MoveAsync(plan, session, day: 1);
        await plan.MoveAsync(await plan.SlotOfAsync(other), plan.At(13), room: 1);
        await ReleaseAsync(plan, "3");

        Assert.Equal((SignUpStatus.Seated, SignUpStatus.Seated), (await office.StatusAsync(workshop, person), await office.StatusAsync(instead, person)));
        Assert.DoesNotContain("zur selben Zeit", Letters.Read((await plan.MailsAsync("Programme.Changes"))[^1]).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seat_that_is_lost_by_the_same_release_is_told_as_free_to_whoever_looks_for_one()
    {
        await using var plan = await ProgrammeOffice.OpenAsync();
        var off = await plan.SessionAsync("Abgesagt");
        await plan.PlaceAsync(off, plan.Conference.Time.Instant(plan.Conference.LastDay, new TimeOnly(11, 0)), room: 1);
        var (session, office) = await OpenAsync(plan);
        var (workshop, cancelled) = (await plan.WorkshopAsync(session, seats: 1), await plan.WorkshopAsync(off));
        await office.SignUpAsync(workshop, await PersonAsync(office, day2: false));
        var looking = await PersonAsync(office, day1: false);
        await office.SignUpAsync(cancelled, looking);

        await MoveAsync(plan, session, day: 2);
        await plan.CancelAsync(off);
        await ReleaseAsync(plan, "2");

        var mail = (await plan.MailsAsync("Programme.Changes")).Single(m => m.ToAddress == looking.Email);
        Assert.Contains("Zur selben Zeit sind noch Plätze frei:\n\n- Werkstatt (", Letters.Read(mail).TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_preview_foresees_who_returns_after_a_planned_release_that_is_still_to_take_the_workshop_away(bool moves)
    {
        await using var plan = await ProgrammeOffice.OpenAsync();
        var (session, office) = await OpenAsync(plan);
        var workshop = await plan.WorkshopAsync(session, seats: 1);
        var people = new[] { await PersonAsync(office, day2: false), await PersonAsync(office, day2: false) };
        foreach (var person in people) await office.SignUpAsync(workshop, person);
        var at = plan.Office.Clock.GetUtcNow().AddHours(2);
        if (moves) await MoveAsync(plan, session, day: 2);
        else await plan.CancelAsync(session);
        await ReleaseAsync(plan, "2", at);

        if (moves) await MoveAsync(plan, session, day: 1);
        else await ReviveAsync(plan, session);
        var preview = await plan.PreviewAsync();
        plan.Office.Clock.SetUtcNow(at);
        await plan.Office.UseAsync<ReleaseDesk, int>(desk => desk.TellDueAsync(Ct));
        var told = (await plan.MailsAsync("Programme.Changes")).Count;
        await ReleaseAsync(plan, "3");

        Assert.Equal(people.Select(p => (p.Email, moves ? ChangeClass.MovedInTime : ChangeClass.Revived)), preview.Reached.Select(r => (r.Address!, r.Changes.Single().Class)).Order());
        Assert.Equal(people.Select(p => p.Email), (await plan.MailsAsync("Programme.Changes")).Skip(told).Select(m => m.ToAddress).Order());
        Assert.Equal((SignUpStatus.Seated, SignUpStatus.Waiting), (await office.StatusAsync(workshop, people[0]), await office.StatusAsync(workshop, people[1])));
    }

    [Fact]
    public async Task The_preview_of_a_later_release_leaves_out_whom_a_planned_one_has_taken_the_entry_by_then()
    {
        await using var plan = await ProgrammeOffice.OpenAsync();
        var (session, office) = await OpenAsync(plan);
        var workshop = await plan.WorkshopAsync(session);
        var (first, both) = (await PersonAsync(office, day2: false), await PersonAsync(office));
        foreach (var person in new[] { first, both }) await office.SignUpAsync(workshop, person);
        await MoveAsync(plan, session, day: 2);
        await ReleaseAsync(plan, "2", plan.Office.Clock.GetUtcNow().AddHours(2));
        await MoveAsync(plan, session, day: 2, hour: 12);

        var preview = await plan.PreviewAsync();

        Assert.Equal([both.Email], preview.Reached.Select(r => r.Address));
        // It was only thought through.
        Assert.Equal((SignUpStatus.Seated, SignUpStatus.Seated), (await office.StatusAsync(workshop, first), await office.StatusAsync(workshop, both)));
    }

    private static async Task<(Session Session, WorkshopOffice Office)> OpenAsync(ProgrammeOffice plan)
    {
        var session = await plan.SessionAsync("Werkstatt");
        await plan.PlaceAsync(session, plan.At(11));
        await plan.ReleaseAsync("1");
        return (session, new WorkshopOffice(plan.Office, plan.Conference));
    }

    private static async Task<Registration> PersonAsync(WorkshopOffice office, bool day1 = true, bool day2 = true) =>
        (await office.PeopleAsync(1, s => s with { Attendance = s.Attendance with { Day1 = day1, Day2 = day2 } }))[0];

    private static async Task ComeAsync(ProgrammeOffice plan, Registration person, bool day1, bool day2)
    {
        var fresh = await plan.Office.RegistrationOfAsync(person.Email, Ct);
        var outcome = await plan.Office.UseAsync<AnswersDesk, ChangeOutcome>(desk =>
            desk.ChangeAsync(fresh.Id, fresh.AccountId!.Value, fresh.Version, fresh.Person, fresh.Attendance with { Day1 = day1, Day2 = day2 }, null, Ct));
        Assert.Contains(outcome, new[] { ChangeOutcome.Changed, ChangeOutcome.ChangedAndGivenUp });
    }

    private static async Task MoveAsync(ProgrammeOffice plan, Session session, int day, int hour = 11) =>
        await plan.MoveAsync(await plan.SlotOfAsync(session), plan.Conference.Time.Instant(plan.Conference.FirstDay.AddDays(day - 1), new TimeOnly(hour, 0)));

    private static async Task ReviveAsync(ProgrammeOffice plan, Session session) =>
        Assert.Equal(StateOutcome.Changed, await plan.Office.UseAsync<SessionDesk, StateOutcome>(desk => desk.MoveToAsync(plan.Conference.Id, session.Id, SessionState.Accepted, null, ProgrammeOffice.Olga, Ct)));

    private static async Task ReleaseAsync(ProgrammeOffice plan, string name, DateTimeOffset? publishAt = null) =>
        Assert.Equal(publishAt is null ? ReleaseOutcome.Released : ReleaseOutcome.Scheduled, await plan.ReleaseAsync(name, publishAt: publishAt, overrideReason: "Test"));
}
