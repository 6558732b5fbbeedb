using Kongress.Accounts;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Registrations;

/// <summary>Somebody who has signed in answers the offer of a place without looking for the mail.</summary>
public sealed class OwnOfferTests
{
    private const string Page = "/mein-kongress";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_place_is_accepted_on_the_page()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var offered = await OfferAsync(office);
        await using var person = Desk.Open(office.Database, office.Clock.GetUtcNow(), offered.AccountId!.Value, Roles.Attendee);
        Assert.Equal(["Platz annehmen", "Platz freigeben"], (await person.ReadAsync(Page, Ct)).QuerySelectorAll("main form button").Select(b => b.TextContent.Trim()));

        using (var answer = await person.SendAsync(Page, new Dictionary<string, string>(), Ct, target: "handler=Accept")) Assert.Equal(Page, answer.Headers.Location!.OriginalString);

        var page = await person.ReadAsync(Page, Ct);
        Assert.Contains("Der Platz gehört Ihnen.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".ticket-card"));
        Assert.Empty(page.QuerySelectorAll("main form"));
        // The link of the mail knows of it.
        var secret = await office.LastSecretAsync("Registration.Offer", offered.Email, Ct);
        Assert.Equal(OfferOutcome.AlreadyAccepted, await office.UseAsync<RegistrationDesk, OfferOutcome>(desk => desk.AcceptOfferAsync(secret, Ct)));
    }

    [Fact]
    public async Task The_place_is_given_free_on_the_page_and_goes_on_at_once()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var offered = await OfferAsync(office);
        await using var person = Desk.Open(office.Database, office.Clock.GetUtcNow(), offered.AccountId!.Value, Roles.Attendee);

        using (await person.SendAsync(Page, new Dictionary<string, string>(), Ct, target: "handler=Decline"))
        {
        }

        Assert.Contains("Sie haben den Platz freigegeben.", (await person.ReadAsync(Page, Ct)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(RegistrationStatus.Cancelled, (await office.RegistrationAsync(offered.Id, Ct)).Status);
        Assert.Equal(RegistrationStatus.Offered, (await office.RegistrationOfAsync("third@bund.de", Ct)).Status);
    }

    [Fact]
    public async Task An_offer_that_has_ended_is_answered_so_also_before_the_round_of_the_minute()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var offered = await OfferAsync(office);
        await using var person = Desk.Open(office.Database, offered.HeldUntil!.Value, offered.AccountId!.Value, Roles.Attendee);

        using (await person.SendAsync(Page, new Dictionary<string, string>(), Ct, target: "handler=Accept"))
        {
        }

        Assert.Contains("Dieses Angebot gilt nicht mehr.", (await person.ReadAsync(Page, Ct)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(RegistrationStatus.Offered, (await office.RegistrationAsync(offered.Id, Ct)).Status);
    }

    [Fact]
    public async Task Nobody_answers_the_offer_of_somebody_else()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var offered = await OfferAsync(office);
        var other = (await office.RegistrationOfAsync("third@bund.de", Ct)).AccountId!.Value;

        Assert.Equal(OfferOutcome.Ended, await office.UseAsync<RegistrationDesk, OfferOutcome>(desk => desk.AcceptOfferAsync(offered.Id, other, Ct)));
        Assert.Equal(OfferOutcome.Ended, await office.UseAsync<RegistrationDesk, OfferOutcome>(desk => desk.DeclineOfferAsync(offered.Id, other, Ct)));
        Assert.Equal(RegistrationStatus.Offered, (await office.RegistrationAsync(offered.Id, Ct)).Status);
    }

    [Theory, EveryDatabase]
    public async Task Accepted_by_link_and_on_the_page_at_once_it_is_one_place_and_one_ticket(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var offered = await OfferAsync(office);
        var secret = await office.LastSecretAsync("Registration.Offer", offered.Email, Ct);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 20).Select(i => Task.Run(() => office.UseAsync<RegistrationDesk, OfferOutcome>(desk => i % 2 == 0 ? desk.AcceptOfferAsync(secret, Ct) : desk.AcceptOfferAsync(offered.Id, offered.AccountId!.Value, Ct)))));

        Assert.Equal((1, 19), (outcomes.Count(o => o is OfferOutcome.Accepted), outcomes.Count(o => o is OfferOutcome.AlreadyAccepted)));
        Assert.Single(await office.AllAsync<Ticket>(Ct), t => t.IsActive);
        Assert.Single(await office.AllAsync<OutgoingMail>(Ct), m => m.Kind == "Registration.Confirmed" && m.ToAddress == offered.Email);
    }

    private static async Task<Registration> OfferAsync(Office office)
    {
        var conference = await office.ConferenceAsync(capacity: 1, Ct);
        foreach (var email in new[] { "first@bund.de", "second@bund.de", "third@bund.de" }) await office.RegisterAsync(conference, email, Ct);
        var first = await office.RegistrationOfAsync("first@bund.de", Ct);
        await office.UseAsync<AttendeeDesk, CancelOutcome>(desk => desk.CancelAsync(first.Id, first.AccountId!.Value, Ct));
        return await office.RegistrationOfAsync("second@bund.de", Ct);
    }
}
