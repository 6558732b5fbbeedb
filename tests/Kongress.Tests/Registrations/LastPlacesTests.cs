using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Registrations;

/// <summary>Many people, few places. Every race has a twin without the lock that shows it.</summary>
public sealed class LastPlacesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Of_200_people_at_once_20_get_the_last_places_and_180_wait_in_the_order_of_submission(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(capacity: 20, Ct);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 200).Select(i => Task.Run(() => office.SubmitAsync(conference, Any.Submission($"person{i}@bund.de"), Ct))));

        var registrations = (await office.AllAsync<Registration>(Ct)).OrderBy(r => r.OrderNumber).ToList();
        Assert.Equal(200, registrations.Count);
        Assert.Equal(20, outcomes.Count(o => o is SubmitOutcome.Received));
        Assert.Equal(180, outcomes.Count(o => o is SubmitOutcome.ReceivedForWaitingList));
        Assert.All(registrations.Take(20), r => Assert.True(r.HoldsPlace));
        Assert.All(registrations.Skip(20), r => Assert.True(r.Waits));
        Assert.Equal(200, (await office.AllAsync<OutgoingMail>(Ct)).Select(m => m.ToAddress).Distinct().Count());
    }

    [Fact]
    public async Task Without_the_lock_two_people_get_the_last_place()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(capacity: 1, Ct);
        var bothHaveCounted = new Rendezvous(2);
        var race = office.With(database => new WithoutLock(database.ConnectionString, bothHaveCounted.ArriveAsync));

        var first = race.SubmitAsync(conference, Any.Submission("one@bund.de"), Ct);
        await bothHaveCounted.Arrived(1);
        var second = race.SubmitAsync(conference, Any.Submission("two@bund.de"), Ct);
        await Task.WhenAll(first, second);

        Assert.Equal(2, (await office.AllAsync<Registration>(Ct)).Count(r => r.HoldsPlace));
    }

    [Theory, EveryDatabase]
    public async Task Fifty_acceptances_of_one_offer_are_one_place_and_one_ticket(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var secret = await OfferAsync(office);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 50).Select(_ => Task.Run(() =>
            office.UseAsync<RegistrationDesk, OfferOutcome>(desk => desk.AcceptOfferAsync(secret, Ct)))));

        Assert.Equal(1, outcomes.Count(o => o is OfferOutcome.Accepted));
        Assert.Equal(49, outcomes.Count(o => o is OfferOutcome.AlreadyAccepted));
        Assert.Equal(1, (await office.AllAsync<Registration>(Ct)).Count(r => r.HoldsPlace));
        Assert.Single(await office.AllAsync<Ticket>(Ct), t => t.IsActive);
        Assert.Single(await office.AllAsync<OutgoingMail>(Ct), m => m.Kind == "Registration.Confirmed" && m.ToAddress == "second@bund.de");
    }

    [Fact]
    public async Task Without_the_lock_an_offer_accepted_twice_collides_only_at_the_last_line()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var secret = await OfferAsync(office);
        var bothHaveLooked = new Rendezvous(2);
        var race = office.With(database => new WithoutLock(database.ConnectionString, bothHaveLooked.ArriveAsync));
        Task<OfferOutcome> Accept() => race.UseAsync<RegistrationDesk, OfferOutcome>(desk => desk.AcceptOfferAsync(secret, Ct));

        var first = Accept();
        await bothHaveLooked.Arrived(1);
        var second = Accept();

        // Both believed to be the first; only the version of the row and the unique ticket stopped the second.
        await Assert.ThrowsAnyAsync<Microsoft.EntityFrameworkCore.DbUpdateException>(() => Task.WhenAll(first, second));
    }

    private static async Task<string> OfferAsync(Office office)
    {
        var conference = await office.ConferenceAsync(capacity: 1, Ct);
        await office.RegisterAsync(conference, "first@bund.de", Ct);
        await office.RegisterAsync(conference, "second@bund.de", Ct);
        var first = await office.RegistrationOfAsync("first@bund.de", Ct);
        await office.UseAsync<AttendeeDesk, CancelOutcome>(desk => desk.CancelAsync(first.Id, first.AccountId!.Value, Ct));
        return await office.LastSecretAsync("Registration.Offer", "second@bund.de", Ct);
    }
}
