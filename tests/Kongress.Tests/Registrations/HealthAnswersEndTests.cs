using Kongress.Conferences;
using Kongress.Data;
using Kongress.Registrations;
using Kongress.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Tests.Registrations;

/// <summary>Diet and assistance go first: they are gone when the registration has ended, whichever way.</summary>
public sealed class HealthAnswersEndTests
{
    private static readonly Guid Olga = Guid.CreateVersion7();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public Task The_person_cancels(string provider) => EndsAsync(provider, "jo@bund.de", RegistrationStatus.Cancelled, (office, _, jo) =>
        office.UseAsync<AttendeeDesk>(desk => desk.CancelAsync(jo.Id, jo.AccountId!.Value, Ct)));

    [Theory, EveryDatabase]
    public Task An_organiser_cancels(string provider) => EndsAsync(provider, "jo@bund.de", RegistrationStatus.Cancelled, (office, _, jo) =>
        office.UseAsync<ReviewDesk>(desk => desk.CancelAsync(jo.Id, Olga, null, Ct)));

    [Theory, EveryDatabase]
    public Task An_organiser_rejects(string provider) => EndsAsync(provider, "jo@stadt.example", RegistrationStatus.Rejected, (office, _, jo) =>
        office.UseAsync<ReviewDesk>(desk => desk.RejectAsync(jo.Id, Olga, "Firma", Ct)));

    [Theory, EveryDatabase]
    public Task Somebody_else_comes_instead(string provider) => EndsAsync(provider, "jo@bund.de", RegistrationStatus.Replaced, (office, _, jo) =>
        office.UseAsync<AttendeeDesk>(desk => desk.SubstituteAsync(jo.Id, jo.AccountId!.Value, Any.Submission("kim@bund.de"), Ct)));

    [Theory, EveryDatabase]
    public Task The_address_is_not_confirmed_in_time(string provider) => EndsAsync(provider, "jo@bund.de", RegistrationStatus.Expired, (office, _, _) => PassAsync(office, 49), confirms: false);

    [Theory, EveryDatabase]
    public Task An_offer_is_not_answered_in_time(string provider) => EndsAsync(provider, "jo@bund.de", RegistrationStatus.Expired, async (office, conference, _) =>
    {
        await OfferAsync(office, conference);
        await PassAsync(office, 72);
    }, capacity: 0);

    [Theory, EveryDatabase]
    public Task An_offer_is_declined(string provider) => EndsAsync(provider, "jo@bund.de", RegistrationStatus.Cancelled, async (office, conference, jo) =>
    {
        await OfferAsync(office, conference);
        Assert.Equal(OfferOutcome.Declined, await office.UseAsync<RegistrationDesk, OfferOutcome>(desk => desk.DeclineOfferAsync(jo.Id, jo.AccountId!.Value, Ct)));
    }, capacity: 0);

    [Theory, EveryDatabase]
    public Task What_was_left_of_earlier_ends_goes_with_the_next_round_of_retention(string provider) => EndsAsync(provider, "jo@bund.de", RegistrationStatus.Cancelled, async (office, _, jo) =>
    {
        await office.UseAsync<AttendeeDesk>(desk => desk.CancelAsync(jo.Id, jo.AccountId!.Value, Ct));
        await office.UseAsync<KongressDb>(async db =>
        {
            db.Add(new HealthAnswers(jo.Id) { Diet = Diet.Vegan, ConsentText = "test", ConsentAt = office.Clock.GetUtcNow() });
            await db.SaveChangesAsync(Ct);
        });
        await office.UseAsync<IEnumerable<IHoldsPersonalData>>(all => all.OfType<RegistrationRecords>().Single().EraseDueAsync(office.Clock.GetUtcNow(), Ct));
    });

    [Theory, EveryDatabase]
    public async Task A_place_that_comes_while_somebody_is_looked_at_leaves_a_trace(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(0, Ct);
        await office.RegisterAsync(conference, "jo@stadt.example", Ct);
        await office.SubmitAsync(conference, Any.Submission("kim@bund.de"), Ct);
        await office.RegisterAsync(conference, "lea@bund.de", Ct);

        await OfferAsync(office, conference, 3);

        var people = (await office.AllAsync<Registration>(Ct)).ToDictionary(r => r.Id, r => r.Email);
        Assert.Equal(
            ["Registration.Offered lea@bund.de", "Registration.PlaceHeld jo@stadt.example", "Registration.PlaceHeld kim@bund.de"],
            (await office.AllAsync<Change>(Ct)).Where(c => c.Action is "Registration.PlaceHeld" or "Registration.Offered").Select(c => $"{c.Action} {people[c.SubjectId]}").Order(StringComparer.Ordinal));
    }

    private static async Task EndsAsync(string provider, string email, RegistrationStatus end, Func<Office, Conference, Registration, Task> work, int capacity = 5, bool confirms = true)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(capacity, Ct);
        await office.SubmitAsync(conference, Any.Submission(email) with { Health = new HealthInput(Diet.Vegan, "Erdnuss", Assistance.QuietRoom, null, "test") }, Ct);
        if (confirms) await office.UseAsync<RegistrationDesk>(async desk => await desk.ConfirmEmailAsync(await office.LastSecretAsync("Registration.ConfirmEmail", email, Ct), Ct));
        var jo = await office.RegistrationOfAsync(email, Ct);
        Assert.Single(await office.AllAsync<HealthAnswers>(Ct));

        await work(office, conference, jo);

        Assert.Equal(end, (await office.RegistrationAsync(jo.Id, Ct)).Status);
        Assert.Empty(await office.AllAsync<HealthAnswers>(Ct));
    }

    private static async Task OfferAsync(Office office, Conference conference, int capacity = 1)
    {
        await office.UseAsync<KongressDb>(db => db.Set<Conference>().Where(c => c.Id == conference.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Capacity, capacity), Ct));
        await PassAsync(office, 0);
    }

    private static async Task PassAsync(Office office, int hours)
    {
        office.Clock.Advance(TimeSpan.FromHours(hours));
        await office.UseAsync<RegistrationDesk>(desk => desk.PassTimeAsync(Ct));
    }
}
