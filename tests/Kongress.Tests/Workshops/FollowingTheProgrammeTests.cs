using Kongress.Data;
using Kongress.Mail;
using Kongress.Programme.Board;
using Kongress.Programme.Sessions;
using Kongress.Tests.Hosting;
using Kongress.Tests.Programme;
using Kongress.Workshops;

namespace Kongress.Tests.Workshops;

/// <summary>What people see is the release: workshops follow it, and those concerned are told.</summary>
public sealed class FollowingTheProgrammeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_moved_workshop_tells_its_people_and_names_what_overlaps_now(string provider)
    {
        await using var plan = await ProgrammeOffice.OpenAsync(provider);
        var (moving, staying, free) = await ThreeAsync(plan);
        var office = new WorkshopOffice(plan.Office, plan.Conference);
        var people = await office.PeopleAsync(2);
        await office.SignUpAsync(moving, people[0]);
        await office.SignUpAsync(staying, people[0]);
        await office.SignUpAsync(moving, people[1]);

        var slot = (await plan.Office.AllAsync<Slot>(Ct)).Single(s => s.SessionId == moving.SessionId);
        await plan.MoveAsync(slot, plan.At(15));
        await plan.ReleaseAsync("Fassung 2");
        await office.PassTimeAsync();
        await office.PassTimeAsync();

        Assert.Equal(plan.At(15), (await plan.Office.AllAsync<Workshop>(Ct)).Single(w => w.Id == moving.Id).Place.StartsAt);
        var mails = await plan.MailsAsync("Programme.Changes");
        Assert.Equal(["person1@bund.de", "person2@bund.de"], mails.Select(m => m.ToAddress).Order());
        Assert.All(mails, m => Assert.Equal("Neue Zeit: Zieht um", Letters.Read(m).Subject));
        var overlapping = Letters.Read(mails.Single(m => m.ToAddress == "person1@bund.de")).TextBody;
        Assert.Contains("zur selben Zeit wie Ihr Workshop „Bleibt“", overlapping, StringComparison.Ordinal);
        Assert.Contains("Frei (Sa., 27. März 2027, 15:00 Uhr, Forum B)", overlapping!.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("zur selben Zeit", Letters.Read(mails.Single(m => m.ToAddress == "person2@bund.de")).TextBody, StringComparison.Ordinal);
        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(moving, people[0]));
        Assert.NotEqual(free.Id, staying.Id);
    }

    [Fact]
    public async Task A_cancelled_workshop_frees_its_people_and_tells_what_is_free_then()
    {
        await using var plan = await ProgrammeOffice.OpenAsync();
        var (_, cancelled, _) = await ThreeAsync(plan);
        var office = new WorkshopOffice(plan.Office, plan.Conference);
        var german = (await office.PeopleAsync(1))[0];
        var english = (await office.PeopleAsync(1, WorkshopOffice.InEnglish))[0];
        await office.SignUpAsync(cancelled, german);
        await office.SignUpAsync(cancelled, english);

        await plan.Office.UseAsync<SessionDesk, StateOutcome>(desk => desk.MoveToAsync(plan.Conference.Id, cancelled.SessionId, SessionState.Cancelled, "Die Leitung ist krank", ProgrammeOffice.Olga, Ct));
        await plan.ReleaseAsync("Fassung 2", overrideReason: "Test");
        await office.PassTimeAsync();

        Assert.All(await office.SignUpsAsync(), s => Assert.Equal(SignUpStatus.WorkshopCancelled, s.Status));
        var mails = await plan.MailsAsync("Programme.Changes");
        Assert.Contains("Frei (", Letters.Read(mails.Single(m => m.ToAddress == german.Email)).TextBody, StringComparison.Ordinal);
        Assert.Equal("Cancelled: Bleibt", Letters.Read(mails.Single(m => m.ToAddress == english.Email)).Subject);
        Assert.Equal(SignUpOutcome.Cancelled, (await office.SignUpAsync(cancelled, german)).Outcome);
    }

    [Fact]
    public async Task A_mail_about_a_cancelled_workshop_names_as_free_only_what_is_free_for_its_reader()
    {
        await using var plan = await ProgrammeOffice.OpenAsync();
        var (_, cancelled, kept) = await ThreeAsync(plan);
        var office = new WorkshopOffice(plan.Office, plan.Conference);
        await office.ChangeAsync(kept, s => s with { Seats = 1, KeptSeats = 1, KeptLandList = "Hessen", KeptUntil = plan.At(10) });
        var outside = (await office.PeopleAsync(1))[0];
        var inside = (await office.PeopleAsync(1, s => s with { Person = s.Person with { Land = Kongress.Shared.Land.Hessen } }))[0];
        foreach (var person in new[] { outside, inside }) await office.SignUpAsync(cancelled, person);

        await plan.Office.UseAsync<SessionDesk, StateOutcome>(desk => desk.MoveToAsync(plan.Conference.Id, cancelled.SessionId, SessionState.Cancelled, "Die Leitung ist krank", ProgrammeOffice.Olga, Ct));
        await plan.ReleaseAsync("Fassung 2", overrideReason: "Test");
        await office.PassTimeAsync();

        var mails = (await plan.MailsAsync("Programme.Changes")).ToDictionary(m => m.ToAddress, m => Letters.Read(m).TextBody!);
        Assert.Contains("Frei (", mails[inside.Email], StringComparison.Ordinal);
        Assert.DoesNotContain("Frei (", mails[outside.Email], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_start_ends_an_offer_earlier_and_the_mail_says_until_when()
    {
        await using var plan = await ProgrammeOffice.OpenAsync();
        var session = await plan.SessionAsync("Zieht vor");
        await plan.PlaceAsync(session, plan.At(15));
        await plan.ReleaseAsync("Fassung 1");
        var workshop = await plan.WorkshopAsync(session, 1);
        var office = new WorkshopOffice(plan.Office, plan.Conference);
        await office.ChangeAsync(workshop, s => s with { Promotion = Promotion.ByOffer, OfferHours = 26 });
        var people = await office.PeopleAsync(2);
        foreach (var person in people) await office.SignUpAsync(workshop, person);
        plan.Office.Clock.SetUtcNow(plan.At(10).AddDays(-1));
        await office.GiveBackAsync(workshop, people[0]);

        await plan.MoveAsync(await plan.SlotOfAsync(session), plan.At(11, 30));
        await plan.ReleaseAsync("Fassung 2");
        await office.PassTimeAsync();

        Assert.Equal(plan.At(10, 30), (await office.SignUpsAsync()).Single(s => s.IsActive).HeldUntil);
        Assert.Contains("jetzt bis Sa., 27. März 2027, 10:30 Uhr für Sie reserviert", Letters.Read(Assert.Single(await plan.MailsAsync("Programme.Changes"))).TextBody!.ReplaceLineEndings(" "), StringComparison.Ordinal);
        plan.Office.Clock.SetUtcNow(plan.At(10, 30));
        Assert.Equal(AcceptOutcome.Ended, await office.AcceptAsync(workshop, people[1]));
        Assert.DoesNotContain(await office.SignUpsAsync(), s => s.HoldsSeat);
    }

    [Fact]
    public async Task What_a_release_did_not_take_along_is_followed_within_a_minute_and_told_in_one_mail()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshops = new[] { await office.WorkshopAsync("Eins", 5), await office.WorkshopAsync("Zwei", 5, hour: 16) };
        var person = (await office.PeopleAsync(1))[0];
        foreach (var workshop in workshops) await office.SignUpAsync(workshop, person);

        // Written past the desk: the workshops have not heard of it.
        await office.ReleaseAsync(workshops);
        await office.PassTimeAsync();
        await office.PassTimeAsync();

        var mail = Assert.Single(await office.Office.AllAsync<OutgoingMail>(Ct), m => m.Kind == "Programme.Changes");
        Assert.Equal("2 Änderungen im Programm – 15. IT-Planungskongress", Letters.Read(mail).Subject);
        Assert.All(await office.Office.AllAsync<Workshop>(Ct), w => Assert.Equal("", w.Place.Room));
    }

    [Fact]
    public async Task A_person_sees_what_is_held_and_it_goes_with_the_registrations()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Registermodernisierung", 1);
        var people = await office.PeopleAsync(2);
        await office.SignUpAsync(workshop, people[0]);
        await office.SignUpAsync(workshop, people[1]);
        await office.GiveBackAsync(workshop, people[1]);

        var shown = await office.Office.UseAsync<IEnumerable<IHoldsPersonalData>, IReadOnlyList<PersonalDataPart>>(all => all.OfType<WorkshopRecords>().Single().ShowAsync(people[0].AccountId!.Value, Ct));
        var part = Assert.Single(shown);
        Assert.Equal("Workshops: 15. IT-Planungskongress", part.Heading);
        Assert.Equal(["Registermodernisierung", "Platz sicher"], part.Values.Take(2).Select(v => v.Value));

        Task<int> EraseAsync(int days) => office.Office.UseAsync<IEnumerable<IHoldsPersonalData>, int>(all => all.OfType<WorkshopRecords>().Single().EraseDueAsync(office.Conference.EndsAt.AddDays(days), Ct));
        Assert.Equal(0, await EraseAsync(29));
        Assert.Equal(1, await EraseAsync(30));
        Assert.Equal(1, await EraseAsync(180));
    }

    private static async Task<(Workshop Moving, Workshop Staying, Workshop Free)> ThreeAsync(ProgrammeOffice plan)
    {
        var moving = await plan.SessionAsync("Zieht um");
        var staying = await plan.SessionAsync("Bleibt");
        var free = await plan.SessionAsync("Frei");
        await plan.PlaceAsync(moving, plan.At(13));
        await plan.PlaceAsync(staying, plan.At(15), room: 1);
        await plan.PlaceAsync(free, plan.At(15), room: 2);
        await plan.ReleaseAsync("Fassung 1");
        return (await plan.WorkshopAsync(moving), await plan.WorkshopAsync(staying), await plan.WorkshopAsync(free));
    }
}
