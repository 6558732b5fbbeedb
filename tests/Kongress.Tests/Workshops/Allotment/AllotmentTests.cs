using Kongress.Data;
using Kongress.Mail;
using Kongress.Tests.Hosting;
using Kongress.Workshops;
using Kongress.Workshops.Allotment;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Tests.Workshops.Allotment;

/// <summary>From wishes to seats and mails, on real databases.</summary>
public sealed class AllotmentTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Wishes_become_seats_everybody_gets_one_mail_and_what_is_left_is_first_come(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var wanted = await office.WorkshopAsync("Gefragt", 2, with: WorkshopOffice.ByWishes);
        var quiet = await office.WorkshopAsync("Ruhig", 5, 16, WorkshopOffice.ByWishes);
        var people = await office.PeopleAsync(4);
        await office.AskForWishesAsync();
        Assert.Equal(SignUpOutcome.ByWishes, (await office.SignUpAsync(wanted, people[0])).Outcome);
        foreach (var person in people.Take(3)) Assert.Equal(WishOutcome.Saved, await office.WishAsync(person, wanted));
        Assert.Equal(WishOutcome.Saved, await office.WishAsync(people[0], wanted, quiet));

        var draw = await office.DrawAsync();
        Assert.Equal(PublishOutcome.WishesOpen, (await office.PublishAsync(draw)).Outcome);
        office.Office.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(WishOutcome.Closed, await office.WishAsync(people[3], wanted));
        Assert.Empty(await office.MailsAsync());
        Assert.Equal(PublishOutcome.Published, (await office.PublishAsync(draw)).Outcome);

        var seats = await office.SignUpsAsync();
        Assert.All(seats, s => Assert.Equal(SignUpStatus.Seated, s.Status));
        Assert.Equal(2, seats.Count(s => s.WorkshopId == wanted.Id));
        Assert.Equal(people[0].Id, seats.Single(s => s.WorkshopId == quiet.Id).RegistrationId);
        Assert.Equal(people.Take(3).Select(p => ("Allotted", p.Email)).Order(), (await office.MailsAsync()).Order());
        Assert.Equal(SignUpOutcome.Waiting, (await office.SignUpAsync(wanted, people[3])).Outcome);
        Assert.Equal(SignUpOutcome.Seated, (await office.SignUpAsync(quiet, people[3])).Outcome);
    }

    [Fact]
    public async Task A_mail_says_what_came_true_and_why_the_rest_did_not()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var one = await office.WorkshopAsync("Eins", 1, with: WorkshopOffice.ByWishes);
        var other = await office.WorkshopAsync("Zwei", 1, 14.5, WorkshopOffice.ByWishes);
        var german = (await office.PeopleAsync(1))[0];
        var english = (await office.PeopleAsync(1, WorkshopOffice.InEnglish))[0];
        await office.AskForWishesAsync();
        await office.WishAsync(german, one, other);
        await office.WishAsync(english, one);
        await office.AdjustAsync(german, one, AdjustmentKind.Give);
        await PublishNowAsync(office);

        var mails = (await office.Office.AllAsync<OutgoingMail>(Ct)).Where(m => m.Kind == "Workshop.Allotted").ToDictionary(m => m.ToAddress);
        var got = Letters.Read(mails[german.Email]);
        Assert.Equal("Ihr Platz im Workshop „Eins“", got.Subject);
        Assert.Contains("Zwei: zur selben Zeit wie „Eins“", got.TextBody!.ReplaceLineEndings(" "), StringComparison.Ordinal);
        var none = Letters.Read(mails[english.Email]);
        Assert.Equal("Your workshop preferences: sorry, no seat", none.Subject);
        Assert.Contains("Eins: more preferences than seats", none.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Leitet die Gruppe", got.TextBody, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_workshop_that_took_no_part_in_the_draw_is_allotted_in_a_later_one(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var first = await office.WorkshopAsync("Tag 1", 1, with: WorkshopOffice.ByWishes);
        var later = await office.WorkshopAsync("Tag 2", 1, with: WorkshopOffice.ByWishes, day: 2);
        await office.PlaceAsync(later, place => place with { IsOn = false });
        var people = await office.PeopleAsync(2);
        await office.AskForWishesAsync();
        await office.WishAsync(people[0], first);
        await PublishNowAsync(office);
        Assert.Equal(SignUpOutcome.Waiting, (await office.SignUpAsync(first, people[1])).Outcome);

        await office.PlaceAsync(later, place => place with { IsOn = true });
        Assert.Equal(SignUpOutcome.ByWishes, (await office.SignUpAsync(later, people[1])).Outcome);
        await office.AskForWishesAsync();
        Assert.Equal(WishOutcome.Saved, await office.WishAsync(people[1], later));
        await PublishNowAsync(office);
        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(later, people[1]));
    }

    [Fact]
    public async Task A_stale_preview_is_refused_and_says_what_has_changed()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 2, with: WorkshopOffice.ByWishes);
        var people = await office.PeopleAsync(3);
        await office.AskForWishesAsync();
        foreach (var person in people) await office.WishAsync(person, workshop);
        office.Office.Clock.Advance(TimeSpan.FromDays(8));
        var draw = await office.DrawAsync();

        await office.ChangeAsync(workshop, s => s with { Seats = 1 });
        await office.CancelRegistrationAsync(people[0]);
        var refused = await office.PublishAsync(draw);
        Assert.Equal(PublishOutcome.Changed, refused.Outcome);
        Assert.Equal([workshop.Id], refused.Difference!.Workshops);
        Assert.Equal((1, false), (refused.Difference.People, refused.Difference.Rules));
        Assert.Empty(await office.SignUpsAsync());

        Assert.Equal(PublishOutcome.Published, (await office.PublishAsync(await office.DrawAsync())).Outcome);
        Assert.Single(await office.SignUpsAsync());
        Assert.Equal(2, (await office.MailsAsync()).Count);
    }

    [Fact]
    public async Task What_is_settled_by_hand_survives_every_draw_and_never_exceeds_the_seats()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 1, with: WorkshopOffice.ByWishes);
        var overlapping = await office.WorkshopAsync("Daneben", 5, 14.5, WorkshopOffice.ByWishes);
        var firstCome = await office.WorkshopAsync("Sofort", 5, 16);
        var people = await office.PeopleAsync(3);
        await office.AskForWishesAsync();
        foreach (var person in people) await office.WishAsync(person, workshop, overlapping);

        Assert.Equal(AdjustOutcome.ReasonMissing, await office.AdjustAsync(people[2], workshop, AdjustmentKind.Give, " "));
        Assert.Equal(AdjustOutcome.NotAllotting, await office.AdjustAsync(people[2], firstCome, AdjustmentKind.Give));
        Assert.Equal(AdjustOutcome.Adjusted, await office.AdjustAsync(people[2], workshop, AdjustmentKind.Give));
        Assert.Equal(AdjustOutcome.Overlaps, await office.AdjustAsync(people[2], overlapping, AdjustmentKind.Give));
        Assert.Equal(AdjustOutcome.Full, await office.AdjustAsync(people[1], workshop, AdjustmentKind.Give));
        Assert.Equal(AdjustOutcome.Adjusted, await office.AdjustAsync(people[1], overlapping, AdjustmentKind.Deny));
        office.Office.Clock.Advance(TimeSpan.FromDays(8));
        await office.DrawAsync(1);
        await office.PublishAsync(await office.DrawAsync(2));

        var seats = (await office.SignUpsAsync()).Select(s => (s.WorkshopId, s.RegistrationId)).ToHashSet();
        Assert.Equal(new[] { (workshop.Id, people[2].Id), (overlapping.Id, people[0].Id) }.ToHashSet(), seats);
        Assert.Equal(2, (await office.ChangesAsync()).Count(c => c.Action is "Workshop.GivenByHand" or "Workshop.DeniedByHand"));
        Assert.Contains(await office.ChangesAsync(), c => c is { Action: "Workshop.Allotted", Detail: not null } && c.Detail.EndsWith("Leitet die Gruppe", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_was_only_ruled_out_by_hand_gets_no_mail_and_the_page_still_says_what_is_settled()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 1, with: WorkshopOffice.ByWishes);
        var people = await office.PeopleAsync(3);
        await office.AskForWishesAsync();
        await office.WishAsync(people[0], workshop);
        await office.WishAsync(people[1], workshop);
        foreach (var person in people.Skip(1)) await office.AdjustAsync(person, workshop, AdjustmentKind.Deny, "Hat genug");
        await using (var desk = Desk.Open(office.Office.Database, WorkshopOffice.Olga, Kongress.Accounts.Roles.Organiser))
        {
            Assert.Contains("Werkstatt: kein Platz. Grund: Hat genug", (await desk.ReadAsync($"/organisation/programm/workshops/verteilung/person/{people[2].Id}", Ct)).Body!.TextContent, StringComparison.Ordinal);
        }

        await PublishNowAsync(office);

        var mails = (await office.Office.AllAsync<OutgoingMail>(Ct)).Where(m => m.Kind == "Workshop.Allotted").ToDictionary(m => m.ToAddress, Letters.Read);
        Assert.Equal(people.Take(2).Select(p => p.Email).ToHashSet(), mails.Keys.ToHashSet());
        var denied = mails[people[1].Email];
        Assert.Equal("Ihre Workshop-Wünsche: das Ergebnis", denied.Subject);
        Assert.DoesNotContain("mehr Wünsche als Plätze", denied.TextBody, StringComparison.Ordinal);
        Assert.Contains("Werkstatt: von der Organisation anders entschieden", denied.TextBody!.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_settled_by_hand_for_a_workshop_that_has_begun()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 1, with: WorkshopOffice.ByWishes);
        await office.WorkshopAsync("Morgen", 1, with: WorkshopOffice.ByWishes, day: 2);
        var person = (await office.PeopleAsync(1))[0];
        office.Office.Clock.SetUtcNow(workshop.Place.StartsAt);

        Assert.Equal(AdjustOutcome.NotAllotting, await office.AdjustAsync(person, workshop, AdjustmentKind.Give));
        await using var desk = Desk.Open(office.Office.Database, workshop.Place.StartsAt, WorkshopOffice.Olga, Kongress.Accounts.Roles.Organiser);
        var choices = (await desk.ReadAsync($"/organisation/programm/workshops/verteilung/person/{person.Id}", Ct)).QuerySelectorAll("select option").Select(o => o.TextContent).ToList();
        Assert.Single(choices, c => c.StartsWith("Morgen", StringComparison.Ordinal));
        Assert.DoesNotContain(choices, c => c.StartsWith("Werkstatt", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task Twenty_who_publish_at_once_publish_once(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var workshop = await office.WorkshopAsync("Werkstatt", 5, with: WorkshopOffice.ByWishes);
        var people = await office.PeopleAsync(20);
        await office.AskForWishesAsync();
        foreach (var person in people) await office.WishAsync(person, workshop);
        office.Office.Clock.Advance(TimeSpan.FromDays(8));
        // Two previews with different winners; half of the clicks are for each.
        Guid[] draws = [await office.DrawAsync(1), await office.DrawAsync(2)];

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => office.PublishAsync(draws[i % 2]), Ct)));

        Assert.Equal(1, results.Count(r => r.Outcome is PublishOutcome.Published));
        Assert.Equal(9, results.Count(r => r.Outcome is PublishOutcome.AlreadyPublished));
        Assert.Equal(10, results.Count(r => r.Outcome is PublishOutcome.Changed));
        Assert.Equal(5, (await office.SignUpsAsync()).Count(s => s.HoldsSeat));
        Assert.Equal(people.Select(p => p.Id).ToHashSet(), (await office.Office.AllAsync<AllotmentResult>(Ct)).Select(r => r.RegistrationId).ToHashSet());
        Assert.Equal(people.Select(p => p.Email).Order(), (await office.MailsAsync()).Select(m => m.To).Order());
    }

    [Fact]
    public async Task Without_the_lock_two_who_publish_both_believe_to_be_the_first()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 1, with: WorkshopOffice.ByWishes);
        var people = await office.PeopleAsync(2);
        await office.AskForWishesAsync();
        foreach (var person in people) await office.WishAsync(person, workshop);
        office.Office.Clock.Advance(TimeSpan.FromDays(8));
        var draw = await office.DrawAsync();
        var bothHaveDrawn = new Rendezvous(2);
        var race = office.WithoutLock(bothHaveDrawn);

        var first = race.PublishAsync(draw);
        await bothHaveDrawn.Arrived(1);
        var second = race.PublishAsync(draw);

        // Only the versions and the unique index of the rows stopped the second.
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => Task.WhenAll(first, second));
    }

    [Fact]
    public async Task Wishes_are_refused_for_what_is_not_for_the_person_twice_or_too_many()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 1, with: WorkshopOffice.ByWishes);
        var firstCome = await office.WorkshopAsync("Sofort", 1, 16);
        var others = await office.WorkshopAsync("Für die Presse", 1, 17, s => WorkshopOffice.ByWishes(s) with { LevelList = "Presse" });
        var person = (await office.PeopleAsync(1))[0];
        Assert.Equal(WishOutcome.NotYet, await office.WishAsync(person, workshop));
        await office.AskForWishesAsync(most: 1);
        Assert.Equal(WishOutcome.NotPossible, await office.WishAsync(person, firstCome));
        Assert.Equal(WishOutcome.NotPossible, await office.WishAsync(person, others));
        Assert.Equal(WishOutcome.TooMany, await office.WishAsync(person, workshop, others));
        await office.AskForWishesAsync(most: 2);
        Assert.Equal(WishOutcome.Twice, await office.WishAsync(person, workshop, workshop));
        Assert.Equal(WishOutcome.Saved, await office.WishAsync(person, workshop));
        Assert.Equal(WishOutcome.Withdrawn, await office.WishAsync(person));
        Assert.Empty(await office.Office.AllAsync<Wish>(Ct));
    }

    [Fact]
    public async Task A_person_sees_their_wishes_and_they_end_thirty_days_after_the_congress()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 1, with: WorkshopOffice.ByWishes);
        var people = await office.PeopleAsync(2);
        await office.AskForWishesAsync();
        await office.WishAsync(people[0], workshop);
        await office.AdjustAsync(people[0], workshop, AdjustmentKind.Deny);
        await office.DrawAsync();

        var part = Assert.Single(await office.Office.UseAsync<IEnumerable<IHoldsPersonalData>, IReadOnlyList<PersonalDataPart>>(all => all.OfType<AllotmentRecords>().Single().ShowAsync(people[0].AccountId!.Value, Ct)));
        Assert.Equal([new("1. Wunsch", "Werkstatt"), new("Von Hand ausgeschlossen", "Werkstatt: Leitet die Gruppe")], part.Values);
        Task<int> EraseAsync(int days) => office.Office.UseAsync<IEnumerable<IHoldsPersonalData>, int>(all => all.OfType<AllotmentRecords>().Single().EraseDueAsync(office.Conference.EndsAt.AddDays(days), Ct));
        Assert.Equal(0, await EraseAsync(29));
        Assert.Equal(3, await EraseAsync(30));
        Assert.Equal(0, await EraseAsync(31));
    }

    private static async Task PublishNowAsync(WorkshopOffice office)
    {
        office.Office.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(PublishOutcome.Published, (await office.PublishAsync(await office.DrawAsync())).Outcome);
    }
}
