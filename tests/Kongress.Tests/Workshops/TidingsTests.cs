using Kongress.Mail;
using Kongress.Programme.Agendas;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Registrations;
using Kongress.Tests.Hosting;
using Kongress.Tests.Programme;
using Kongress.Workshops;

namespace Kongress.Tests.Workshops;

/// <summary>Each person gets one mail about a release, and everything is in it.</summary>
public sealed class TidingsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Whoever_marked_and_signed_up_gets_one_mail_with_both(string provider)
    {
        await using var plan = await ProgrammeOffice.OpenAsync(provider);
        var (workshop, talk) = (await PlacedAsync(plan, "Werkstatt", 11), await PlacedAsync(plan, "Vortrag", 13, 1));
        await plan.ReleaseAsync("1");
        var office = new WorkshopOffice(plan.Office, plan.Conference);
        var person = (await office.PeopleAsync(1))[0];
        await office.SignUpAsync(await plan.WorkshopAsync(workshop), person);
        await MarkAsync(plan, person, workshop, talk);

        await MoveAsync(plan, workshop, 12);
        await MoveAsync(plan, talk, 14, 1);
        var mail = Assert.Single(await ReleaseAsync(plan, "2"));

        var text = Text(mail);
        Assert.Equal(("person1@bund.de", "2 Änderungen im Programm – 15. IT-Planungskongress"), (mail.ToAddress, Letters.Read(mail).Subject));
        Assert.Equal(1, Count(text, "Werkstatt\n---------"));
        Assert.Contains("Änderung: Neue Zeit\nBisher: Sa., 27. März 2027, 11:00–12:00 Uhr, Hauptbühne\nNeu: Sa., 27. März 2027, 12:00–13:00 Uhr, Hauptbühne\n\nIhr Eintrag gilt weiter.", text, StringComparison.Ordinal);
        Assert.Contains("Das haben Sie sich gemerkt, und auch da ändert sich etwas:\n\nVortrag\n-------\n\nÄnderung: Neue Zeit\nZeit: Sa., 27. März 2027, 14:00–15:00 Uhr (bisher: Sa., 27. März 2027, 13:00–14:00 Uhr)", text, StringComparison.Ordinal);
        Assert.Equal(2, Count(text, "Neue Zeit"));
    }

    [Fact]
    public async Task Three_moved_workshops_are_one_mail()
    {
        await using var plan = await ProgrammeOffice.OpenAsync();
        var sessions = new List<Session>();
        foreach (var (title, hour) in new[] { ("Eins", 11), ("Zwei", 13), ("Drei", 15) }) sessions.Add(await PlacedAsync(plan, title, hour));
        await plan.ReleaseAsync("1");
        var office = new WorkshopOffice(plan.Office, plan.Conference);
        var person = (await office.PeopleAsync(1))[0];
        foreach (var session in sessions) await office.SignUpAsync(await plan.WorkshopAsync(session), person);

        foreach (var session in sessions) await plan.MoveAsync(await plan.SlotOfAsync(session), (await plan.SlotOfAsync(session)).StartsAt, room: 1);
        var mail = Assert.Single(await ReleaseAsync(plan, "2"));

        Assert.StartsWith("3 Änderungen im Programm", Letters.Read(mail).Subject, StringComparison.Ordinal);
        Assert.Equal(3, Count(Text(mail), "Neuer Raum, Zeit bleibt"));
        Assert.Equal(3, Count(Text(mail), "Ihr Eintrag gilt weiter."));
    }

    [Fact]
    public async Task A_speaker_who_signed_up_elsewhere_gets_one_mail_however_the_address_is_written()
    {
        await using var plan = await ProgrammeOffice.OpenAsync();
        var own = await PlacedAsync(plan, "Beitrag", 11, email: "Person1@Bund.DE");
        var other = await PlacedAsync(plan, "Werkstatt", 13);
        await plan.ReleaseAsync("1");
        var before = (await plan.MailsAsync("Programme.Changes")).Count;
        var office = new WorkshopOffice(plan.Office, plan.Conference);
        await office.SignUpAsync(await plan.WorkshopAsync(other), (await office.PeopleAsync(1))[0]);

        await MoveAsync(plan, own, 12);
        await MoveAsync(plan, other, 14);
        var mail = Assert.Single((await ReleaseAsync(plan, "2")).Skip(before));

        Assert.Contains("Guten Tag Ayşe Beitrag,\n\ndas Programm des Kongresses wurde veröffentlicht. Das betrifft Ihre Beiträge:\n\nBeitrag", Text(mail), StringComparison.Ordinal);
        Assert.Contains("Für diese Workshops haben Sie sich eingetragen, und auch da ändert sich etwas:\n\nWerkstatt", Text(mail), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_and_a_moved_workshop_are_one_mail_in_the_language_of_the_reader()
    {
        await using var plan = await ProgrammeOffice.OpenAsync();
        var (off, moved, free) = (await PlacedAsync(plan, "Off", 11), await PlacedAsync(plan, "Moved", 13), await PlacedAsync(plan, "Free", 11, 1));
        await plan.ReleaseAsync("1");
        var office = new WorkshopOffice(plan.Office, plan.Conference);
        var person = (await office.PeopleAsync(1, WorkshopOffice.InEnglish))[0];
        var cancelled = await plan.WorkshopAsync(off);
        await office.SignUpAsync(cancelled, person);
        await office.SignUpAsync(await plan.WorkshopAsync(moved), person);
        await plan.WorkshopAsync(free);

        await plan.CancelAsync(off);
        await MoveAsync(plan, moved, 15, 2);
        var mail = Assert.Single(await ReleaseAsync(plan, "2"));

        var text = Text(mail);
        Assert.Contains("something has changed in the programme of the congress. This concerns workshops that you signed up for:", text, StringComparison.Ordinal);
        Assert.Contains("Your entry has been removed.\n\nSeats are still free at the same time:\n\n- Free (", text, StringComparison.Ordinal);
        Assert.Contains("Your entry remains valid.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Eintrag", text, StringComparison.Ordinal);
        Assert.Null(await office.StatusAsync(cancelled, person));
    }

    [Fact]
    public async Task Whoever_wants_no_mails_about_marks_still_hears_of_the_seat_and_so_does_who_waits()
    {
        await using var plan = await ProgrammeOffice.OpenAsync();
        var (workshop, talk) = (await PlacedAsync(plan, "Werkstatt", 11), await PlacedAsync(plan, "Vortrag", 13, 1));
        await plan.ReleaseAsync("1");
        var office = new WorkshopOffice(plan.Office, plan.Conference);
        var people = await office.PeopleAsync(2);
        var limited = await plan.WorkshopAsync(workshop, seats: 1);
        foreach (var person in people) await office.SignUpAsync(limited, person);
        await MarkAsync(plan, people[0], workshop, talk);
        await plan.Office.UseAsync<AgendaDesk>(desk => desk.SetWantsMailAsync(plan.Conference.Id, people[0].AccountId!.Value, false, Ct));

        await MoveAsync(plan, workshop, 12);
        await MoveAsync(plan, talk, 14, 1);
        var mails = await ReleaseAsync(plan, "2");

        Assert.Equal(["person1@bund.de", "person2@bund.de"], mails.Select(m => m.ToAddress).Order());
        Assert.All(mails, m => Assert.Equal("Neue Zeit: Werkstatt", Letters.Read(m).Subject));
        Assert.Equal((SignUpStatus.Seated, SignUpStatus.Waiting), (await office.StatusAsync(limited, people[0]), await office.StatusAsync(limited, people[1])));
    }

    [Fact]
    public async Task A_workshop_that_moves_to_a_day_on_which_somebody_does_not_come_ends_the_entry_in_the_same_mail()
    {
        await using var plan = await ProgrammeOffice.OpenAsync();
        var session = await PlacedAsync(plan, "Werkstatt", 11);
        await plan.ReleaseAsync("1");
        var office = new WorkshopOffice(plan.Office, plan.Conference);
        var (first, both) = ((await office.PeopleAsync(1, s => s with { Attendance = s.Attendance with { Day2 = false } }))[0], (await office.PeopleAsync(1))[0]);
        var workshop = await plan.WorkshopAsync(session);
        await office.SignUpAsync(workshop, first);
        await office.SignUpAsync(workshop, both);

        await plan.MoveAsync(await plan.SlotOfAsync(session), plan.Conference.Time.Instant(plan.Conference.LastDay, new TimeOnly(10, 0)));
        var mails = (await ReleaseAsync(plan, "2")).ToDictionary(m => m.ToAddress, Text);
        await office.PassTimeAsync();

        Assert.Equal(2, mails.Count);
        Assert.Contains("An diesem Tag kommen Sie nicht: Ihr Eintrag ist gelöscht.", mails[first.Email], StringComparison.Ordinal);
        Assert.Contains("Ihr Eintrag gilt weiter.", mails[both.Email], StringComparison.Ordinal);
        Assert.Equal((null, SignUpStatus.Seated), (await office.StatusAsync(workshop, first), await office.StatusAsync(workshop, both)));
        Assert.Equal(["Confirmed", "Confirmed"], (await office.MailsAsync()).Select(m => m.Kind));
    }

    [Fact]
    public async Task An_office_that_answers_for_two_speakers_gets_one_mail_that_names_them()
    {
        await using var plan = await ProgrammeOffice.OpenAsync();
        var sessions = new List<Session>();
        foreach (var (name, hour) in new[] { ("Eins", 11), ("Zwei", 13) })
        {
            var session = await PlacedAsync(plan, name, hour);
            var speaker = await plan.SpeakerAsync($"Person {name}", $"{name}@stadt.example", assistant: "buero@stadt.example");
            await plan.Office.UseAsync<SessionDesk, bool>(desk => desk.AddPersonAsync(plan.Conference.Id, session.Id, speaker.Id, ParticipationRole.Speaker, ProgrammeOffice.Olga, Ct));
            session = await plan.FreshAsync(session);
            await plan.Office.UseAsync<ParticipationDesk, AnswerOutcome>(desk => desk.AnswerForAsync(session.Participations.Single(p => p.SpeakerId == speaker.Id).Id, ParticipationState.Accepted, null, ProgrammeOffice.Olga, Ct));
            sessions.Add(session);
        }

        var mails = await ReleaseAsync(plan, "1");

        Assert.Equal(["Eins@stadt.example", "Zwei@stadt.example", "buero@stadt.example"], mails.Select(m => m.ToAddress).Order(StringComparer.Ordinal));
        Assert.Contains("Guten Tag,\n\ndas Programm des Kongresses wurde veröffentlicht. Das betrifft die Beiträge von Ayşe Person Eins, Ayşe Person Zwei:", Text(mails.Single(m => m.ToAddress == "buero@stadt.example")), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_preview_names_exactly_those_who_are_told_then_for_a_release_and_for_rolling_back(string provider)
    {
        await using var plan = await ProgrammeOffice.OpenAsync(provider);
        var stage = await PlacedAsync(plan, "Bühne", 11, email: "ayse@stadt.example");
        var (moving, off, talk) = (await PlacedAsync(plan, "Zieht um", 13), await PlacedAsync(plan, "Fällt aus", 15), await PlacedAsync(plan, "Vortrag", 11, 1));
        await plan.ReleaseAsync("1");
        var office = new WorkshopOffice(plan.Office, plan.Conference);
        var people = await office.PeopleAsync(7);
        var (moved, cancelled) = (await plan.WorkshopAsync(moving, seats: 2), await plan.WorkshopAsync(off));
        foreach (var i in new[] { 0, 1, 2, 5 }) await office.SignUpAsync(moved, people[i]);
        foreach (var i in new[] { 0, 3 }) await office.SignUpAsync(cancelled, people[i]);
        await MarkAsync(plan, people[0], moving, talk);
        await MarkAsync(plan, people[4], talk);
        await office.CancelRegistrationAsync(people[5]);
        var first = (await plan.Office.AllAsync<Release>(Ct)).Single();

        await MoveAsync(plan, stage, 12);
        await MoveAsync(plan, moving, 14);
        await plan.CancelAsync(off);
        await MoveAsync(plan, talk, 11, 2);
        var preview = await plan.PreviewAsync();
        var told = await ReleaseAsync(plan, "2", skip: 1);

        Assert.Equal(["ayse@stadt.example", "person1@bund.de", "person2@bund.de", "person3@bund.de", "person4@bund.de", "person5@bund.de"], told.Select(m => m.ToAddress).Order());
        Assert.Equal(Foreseen(preview), Written(told));
        Assert.Equal(["Ayşe Fällt aus", "Ayşe Vortrag", "Ayşe Zieht um"], preview.Unreachable.Select(r => r.Name).Order());

        var back = (await plan.Office.UseAsync<ReleaseDesk, ReleasePreview?>(desk => desk.PreviewRollBackAsync(plan.Conference.Id, first.Id, Ct)))!;
        await plan.Office.UseAsync<ReleaseDesk, (ReleaseOutcome, Release?)>(desk => desk.RollBackAsync(plan.Conference.Id, first.Id, "3", "", null, ProgrammeOffice.Olga, Ct));
        var again = (await plan.MailsAsync("Programme.Changes")).Skip(1 + told.Count).ToList();

        // Whoever lost the entry to the cancellation has it again.
        Assert.Equal(["ayse@stadt.example", "person1@bund.de", "person2@bund.de", "person3@bund.de", "person4@bund.de", "person5@bund.de"], again.Select(m => m.ToAddress).Order());
        Assert.Equal(Foreseen(back), Written(again));
        Assert.Equal(first.Snapshot.Slots.Single(s => s.SessionId == moving.Id).StartsAt, (await plan.Office.AllAsync<Workshop>(Ct)).Single(w => w.Id == moved.Id).Place.StartsAt);
    }

    [Fact]
    public async Task A_planned_release_tells_of_the_seats_at_its_time_and_one_that_follows_at_once_comes_after_it()
    {
        await using var plan = await ProgrammeOffice.OpenAsync();
        var session = await PlacedAsync(plan, "Werkstatt", 11);
        await plan.ReleaseAsync("1");
        var office = new WorkshopOffice(plan.Office, plan.Conference);
        var workshop = await plan.WorkshopAsync(session);
        await office.SignUpAsync(workshop, (await office.PeopleAsync(1))[0]);
        await MoveAsync(plan, session, 12);
        var at = plan.Office.Clock.GetUtcNow().AddHours(2);
        Assert.Equal(ReleaseOutcome.Scheduled, await plan.ReleaseAsync("2", publishAt: at));

        await office.PassTimeAsync();
        Assert.Empty(await plan.MailsAsync("Programme.Changes"));
        plan.Office.Clock.SetUtcNow(at);
        await office.PassTimeAsync();
        Assert.Empty(await plan.MailsAsync("Programme.Changes"));
        await MoveAsync(plan, session, 13);
        await plan.ReleaseAsync("3");
        await plan.Office.UseAsync<ReleaseDesk, int>(desk => desk.TellDueAsync(Ct));
        await office.PassTimeAsync();

        Assert.Equal(["12:00–13:00", "13:00–14:00"], (await plan.MailsAsync("Programme.Changes")).Select(m => Text(m).Split("Neu: Sa., 27. März 2027, ")[1][..11]));
        Assert.Equal(plan.At(13), Assert.Single(await plan.Office.AllAsync<Workshop>(Ct)).Place.StartsAt);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_is_told_twice_when_releases_and_the_rounds_of_every_minute_meet(string provider)
    {
        await using var plan = await ProgrammeOffice.OpenAsync(provider);
        var (workshop, talk) = (await PlacedAsync(plan, "Werkstatt", 11), await PlacedAsync(plan, "Vortrag", 13, 1));
        await plan.ReleaseAsync("1");
        var office = new WorkshopOffice(plan.Office, plan.Conference);
        var people = await office.PeopleAsync(3);
        var seats = await plan.WorkshopAsync(workshop);
        foreach (var person in people) await office.SignUpAsync(seats, person);
        await MarkAsync(plan, people[0], talk);
        await MoveAsync(plan, workshop, 12);
        await MoveAsync(plan, talk, 14, 1);
        var at = plan.Office.Clock.GetUtcNow().AddHours(2);
        await plan.ReleaseAsync("2", publishAt: at);
        plan.Office.Clock.SetUtcNow(at);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => i % 2 == 0 ? plan.Office.UseAsync<ReleaseDesk, int>(desk => desk.TellDueAsync(Ct)) : office.PassTimeAsync(), Ct)));

        Assert.Equal(["person1@bund.de", "person2@bund.de", "person3@bund.de"], (await plan.MailsAsync("Programme.Changes")).Select(m => m.ToAddress).Order());
        Assert.Equal(plan.At(12), Assert.Single(await plan.Office.AllAsync<Workshop>(Ct)).Place.StartsAt);
    }

    [Fact]
    public async Task Without_the_lock_two_rounds_at_once_tell_twice()
    {
        await using var plan = await ProgrammeOffice.OpenAsync();
        var talk = await PlacedAsync(plan, "Vortrag", 13, email: "ayse@stadt.example");
        var at = plan.Office.Clock.GetUtcNow().AddHours(2);
        await plan.ReleaseAsync("1", publishAt: at);
        plan.Office.Clock.SetUtcNow(at);
        var bothHaveLooked = new Rendezvous(2);
        var race = plan.Office.With(database => new WithoutLock(database.ConnectionString, bothHaveLooked.ArriveAsync));

        var first = race.UseAsync<ReleaseDesk, int>(desk => desk.TellDueAsync(Ct));
        await bothHaveLooked.Arrived(1);
        await Task.WhenAll(first, race.UseAsync<ReleaseDesk, int>(desk => desk.TellDueAsync(Ct)));

        Assert.Equal(["ayse@stadt.example", "ayse@stadt.example"], (await plan.MailsAsync("Programme.Changes")).Select(m => m.ToAddress));
    }

    [Theory, EveryDatabase]
    public async Task Whoever_signs_up_while_the_release_goes_out_knows_the_new_time_from_one_mail_or_the_other(string provider)
    {
        await using var plan = await ProgrammeOffice.OpenAsync(provider);
        var session = await PlacedAsync(plan, "Werkstatt", 11);
        await plan.ReleaseAsync("1");
        var office = new WorkshopOffice(plan.Office, plan.Conference);
        var workshop = await plan.WorkshopAsync(session);
        var people = await office.PeopleAsync(20);
        await MoveAsync(plan, session, 15);

        await Task.WhenAll(people.Select(person => Task.Run(async () => { await office.SignUpAsync(workshop, person); }, Ct)).Append(Task.Run(async () => { await plan.ReleaseAsync("2"); }, Ct)));

        Assert.Equal([.. people.Select(p => p.Email).Order()], await InformedAsync(plan, "15:00"));
    }

    [Fact]
    public async Task Without_the_lock_somebody_takes_a_seat_at_the_old_time_and_is_never_told()
    {
        await using var plan = await ProgrammeOffice.OpenAsync();
        var session = await PlacedAsync(plan, "Werkstatt", 11);
        await plan.ReleaseAsync("1");
        var office = new WorkshopOffice(plan.Office, plan.Conference);
        var workshop = await plan.WorkshopAsync(session);
        var person = (await office.PeopleAsync(1))[0];
        await MoveAsync(plan, session, 15);
        var released = false;
        async Task ReleaseOnceAsync()
        {
            if (!released) await plan.ReleaseAsync("2");
            released = true;
        }

        var race = new WorkshopOffice(plan.Office, plan.Conference, plan.Office.With(database => new WithoutLock(database.ConnectionString, ReleaseOnceAsync)));
        Assert.Equal(SignUpOutcome.Seated, (await race.SignUpAsync(workshop, person)).Outcome);
        await office.PassTimeAsync();

        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(workshop, person));
        Assert.Empty(await InformedAsync(plan, "15:00"));
    }

    private static async Task<Session> PlacedAsync(ProgrammeOffice plan, string title, int hour, int room = 0, string? email = null)
    {
        var session = await plan.SessionAsync(title, email: email);
        await plan.PlaceAsync(session, plan.At(hour), room: room);
        return session;
    }

    private static async Task MoveAsync(ProgrammeOffice plan, Session session, int hour, int room = 0) => await plan.MoveAsync(await plan.SlotOfAsync(session), plan.At(hour), room: room);

    private static Task MarkAsync(ProgrammeOffice plan, Registration person, params Session[] sessions) =>
        plan.Office.UseAsync<AgendaDesk>(desk => desk.MarkAsync(plan.Conference.Id, person.AccountId!.Value, [.. sessions.Select(s => s.Id)], true, Ct));

    /// <summary>Releases, lets the rounds of every minute run twice, and returns the mails about releases after the first <paramref name="skip"/>.</summary>
    private static async Task<List<OutgoingMail>> ReleaseAsync(ProgrammeOffice plan, string name, int skip = 0)
    {
        Assert.Equal(ReleaseOutcome.Released, await plan.ReleaseAsync(name, overrideReason: "Test"));
        for (var i = 0; i < 2; i++)
        {
            await plan.Office.UseAsync<ReleaseDesk, int>(desk => desk.TellDueAsync(Ct));
            await plan.Office.UseAsync<SignUpDesk>(desk => desk.PassTimeAsync(Ct));
        }

        return [.. (await plan.MailsAsync("Programme.Changes")).Skip(skip)];
    }

    private static List<(string Address, string Subject)> Foreseen(ReleasePreview preview) =>
        [.. preview.Reached.Select(r => (r.Address!, r.Changes.Count() is var count && count > 1 ? $"{count}" : r.Changes.Single().Title)).Order()];

    private static List<(string Address, string Subject)> Written(IEnumerable<OutgoingMail> mails) =>
        [.. mails.Select(m => (m.ToAddress, Short(Letters.Read(m).Subject!))).Order()];

    private static string Short(string subject) => subject.Contains(" Änderungen", StringComparison.Ordinal) ? subject.Split(' ')[0] : subject.Split(": ")[1];

    private static async Task<List<string>> InformedAsync(ProgrammeOffice plan, string time) =>
        [.. (await plan.Office.AllAsync<OutgoingMail>(Ct)).Where(m => m.Kind is "Programme.Changes" or "Workshop.Confirmed" && Text(m).Contains(time, StringComparison.Ordinal)).Select(m => m.ToAddress).Order()];

    private static string Text(OutgoingMail mail) => Letters.Read(mail).TextBody!.ReplaceLineEndings("\n");

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
