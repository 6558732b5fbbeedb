using Kongress.Mail;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Registrations;
using Kongress.Tests.Hosting;
using Kongress.Tests.Programme;
using Kongress.Workshops;

namespace Kongress.Tests.Workshops;

/// <summary>A workshop that was cancelled or left out, and takes place after all, has its people again.</summary>
public sealed class ReturningSeatsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Rolling_back_a_release_that_left_a_workshop_out_gives_seats_and_places_in_line_back_and_the_preview_says_so(string provider)
    {
        await using var plan = await ProgrammeOffice.OpenAsync(provider);
        var (session, office) = await OpenAsync(plan);
        var people = await office.PeopleAsync(5);
        var workshop = await plan.WorkshopAsync(session, seats: 2);
        foreach (var person in people) await office.SignUpAsync(workshop, person);
        await office.GiveBackAsync(workshop, people[4]);
        var first = (await plan.Office.AllAsync<Release>(Ct)).Single();

        await plan.RemoveAsync(await plan.SlotOfAsync(session));
        await ReleaseAsync(plan, "2");
        Assert.Empty(await StandingAsync(office, workshop));
        await office.CancelRegistrationAsync(people[1]);
        var told = (await plan.MailsAsync("Programme.Changes")).Count;

        var preview = (await plan.Office.UseAsync<ReleaseDesk, ReleasePreview?>(desk => desk.PreviewRollBackAsync(plan.Conference.Id, first.Id, Ct)))!;
        await plan.Office.UseAsync<ReleaseDesk, (ReleaseOutcome, Release?)>(desk => desk.RollBackAsync(plan.Conference.Id, first.Id, "3", "", null, ProgrammeOffice.Olga, Ct));
        var mails = (await plan.MailsAsync("Programme.Changes")).Skip(told).ToDictionary(m => m.ToAddress, Text);

        Assert.Equal(["person1@bund.de", "person3@bund.de", "person4@bund.de"], mails.Keys.Order());
        Assert.Equal([.. mails.Keys.Order().Select(to => (to, ChangeClass.Revived))], preview.Reached.Select(r => (r.Address!, r.Changes.Single().Class)).Order());
        Assert.Contains("Änderung: Findet doch statt\nWann und wo: Sa., 27. März 2027, 11:00–12:00 Uhr, Hauptbühne\n\nSie haben Ihren Platz wieder. Passt er nicht mehr? Dann geben Sie ihn bitte zurück.", mails["person1@bund.de"], StringComparison.Ordinal);
        Assert.Contains("Sie stehen wieder auf der Warteliste.", mails["person3@bund.de"], StringComparison.Ordinal);
        Assert.Equal([("person1@bund.de", SignUpStatus.Seated), ("person3@bund.de", SignUpStatus.Waiting), ("person4@bund.de", SignUpStatus.Waiting)], await StandingAsync(office, workshop));

        // The seat of whoever cancelled meanwhile goes to the next in line, as always.
        await office.PassTimeAsync();
        Assert.Equal([("person1@bund.de", SignUpStatus.Seated), ("person3@bund.de", SignUpStatus.Seated), ("person4@bund.de", SignUpStatus.Waiting)], await StandingAsync(office, workshop));
        Assert.Equal(["SeatReturned", "WaitsAgain", "WaitsAgain"], (await office.ChangesAsync()).Select(c => c.Action["Workshop.".Length..]).Where(a => a is "SeatReturned" or "WaitsAgain").Order());
    }

    [Fact]
    public async Task Whoever_took_another_workshop_at_that_time_keeps_it_and_is_asked()
    {
        await using var plan = await ProgrammeOffice.OpenAsync();
        var (session, office) = await OpenAsync(plan);
        var other = await plan.SessionAsync("Ausweichen");
        await plan.PlaceAsync(other, plan.At(11), room: 1);
        await plan.ReleaseAsync("1b", overrideReason: "Test");
        var person = (await office.PeopleAsync(1))[0];
        var (workshop, instead) = (await plan.WorkshopAsync(session), await plan.WorkshopAsync(other));
        await office.SignUpAsync(workshop, person);
        await plan.CancelAsync(session);
        await ReleaseAsync(plan, "2");
        Assert.Equal(SignUpOutcome.Seated, (await office.SignUpAsync(instead, person)).Outcome);

        await ReviveAsync(plan, session);
        Assert.Equal((SignUpStatus.Waiting, SignUpStatus.Seated), (await office.StatusAsync(workshop, person), await office.StatusAsync(instead, person)));
        await office.PassTimeAsync();

        Assert.Equal((SignUpStatus.Offered, SignUpStatus.Seated), (await office.StatusAsync(workshop, person), await office.StatusAsync(instead, person)));
        Assert.Equal(("Offer", person.Email), (await office.MailsAsync())[^1]);
        Assert.Equal(AcceptOutcome.Swapped, await office.AcceptAsync(workshop, person, swap: true));
    }

    [Fact]
    public async Task Whoever_has_as_many_workshops_as_allowed_by_then_waits_and_is_passed_over()
    {
        await using var plan = await ProgrammeOffice.OpenAsync();
        var (session, office) = await OpenAsync(plan);
        var other = await plan.SessionAsync("Später");
        await plan.PlaceAsync(other, plan.At(15), room: 1);
        await plan.ReleaseAsync("1b", overrideReason: "Test");
        var person = (await office.PeopleAsync(1))[0];
        var (workshop, later) = (await plan.WorkshopAsync(session), await plan.WorkshopAsync(other));
        await office.SignUpAsync(workshop, person);
        await plan.CancelAsync(session);
        await ReleaseAsync(plan, "2");
        await office.LimitAsync(1);
        Assert.Equal(SignUpOutcome.Seated, (await office.SignUpAsync(later, person)).Outcome);

        await ReviveAsync(plan, session);
        await office.PassTimeAsync();

        Assert.Equal((SignUpStatus.Waiting, SignUpStatus.Seated), (await office.StatusAsync(workshop, person), await office.StatusAsync(later, person)));
    }

    [Fact]
    public async Task With_fewer_seats_than_before_those_who_had_theirs_first_have_it_again()
    {
        await using var plan = await ProgrammeOffice.OpenAsync();
        var (session, office) = await OpenAsync(plan);
        var workshop = await plan.WorkshopAsync(session, seats: 3);
        var people = await office.PeopleAsync(3);
        foreach (var person in new[] { people[2], people[0], people[1] })
        {
            await office.SignUpAsync(workshop, person);
            plan.Office.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await plan.CancelAsync(session);
        await ReleaseAsync(plan, "2");
        await office.ChangeAsync(workshop, s => s with { Seats = 2 });
        await ReviveAsync(plan, session);
        await office.PassTimeAsync();

        Assert.Equal([("person1@bund.de", SignUpStatus.Seated), ("person2@bund.de", SignUpStatus.Waiting), ("person3@bund.de", SignUpStatus.Seated)], await StandingAsync(office, workshop));
    }

    [Fact]
    public async Task Nobody_comes_back_who_signed_up_anew_and_left_again()
    {
        await using var plan = await ProgrammeOffice.OpenAsync();
        var (session, office) = await OpenAsync(plan);
        var workshop = await plan.WorkshopAsync(session);
        var person = (await office.PeopleAsync(1))[0];
        await office.SignUpAsync(workshop, person);
        for (var time = 1; time <= 2; time++)
        {
            await plan.CancelAsync(session);
            await ReleaseAsync(plan, $"{time}, aus");
            await ReviveAsync(plan, session);
            // The same entry each time: there is one row, and one seat.
            Assert.Equal(SignUpStatus.Seated, Assert.Single(await office.SignUpsAsync()).Status);
        }

        await office.GiveBackAsync(workshop, person);
        await plan.CancelAsync(session);
        await ReleaseAsync(plan, "aus");
        await ReviveAsync(plan, session);

        Assert.Equal(SignUpStatus.GivenBack, Assert.Single(await office.SignUpsAsync()).Status);
    }

    private static async Task<(Session Session, WorkshopOffice Office)> OpenAsync(ProgrammeOffice plan)
    {
        var session = await plan.SessionAsync("Werkstatt");
        await plan.PlaceAsync(session, plan.At(11));
        await plan.ReleaseAsync("1");
        return (session, new WorkshopOffice(plan.Office, plan.Conference));
    }

    private static async Task ReviveAsync(ProgrammeOffice plan, Session session)
    {
        Assert.Equal(StateOutcome.Changed, await plan.Office.UseAsync<SessionDesk, StateOutcome>(desk => desk.MoveToAsync(plan.Conference.Id, session.Id, SessionState.Accepted, null, ProgrammeOffice.Olga, Ct)));
        await ReleaseAsync(plan, $"wieder {(await plan.Office.AllAsync<Release>(Ct)).Count}");
    }

    private static async Task ReleaseAsync(ProgrammeOffice plan, string name) => Assert.Equal(ReleaseOutcome.Released, await plan.ReleaseAsync(name, overrideReason: "Test"));

    private static async Task<List<(string, SignUpStatus)>> StandingAsync(WorkshopOffice office, Workshop workshop)
    {
        var people = (await office.Office.AllAsync<Registration>(Ct)).ToDictionary(r => r.Id, r => r.Email);
        return [.. (await office.SignUpsAsync()).Where(s => s.WorkshopId == workshop.Id && s.IsActive).Select(s => (people[s.RegistrationId], s.Status)).Order()];
    }

    private static string Text(OutgoingMail mail) => Letters.Read(mail).TextBody!.ReplaceLineEndings("\n");
}
