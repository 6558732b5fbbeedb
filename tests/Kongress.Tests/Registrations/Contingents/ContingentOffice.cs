using Kongress.Conferences;
using Kongress.Registrations;
using Kongress.Registrations.Contingents;
using Kongress.Shared;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Registrations.Contingents;

/// <summary>An office with an edition that has contingents.</summary>
internal sealed class ContingentOffice(Office office, Conference conference) : IAsyncDisposable
{
    public static readonly Guid Organiser = Guid.CreateVersion7();

    public Office Office => office;

    public Conference Conference => conference;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<ContingentOffice> OpenAsync(string provider, int capacity)
    {
        var office = await Office.OpenAsync(provider, Ct);
        return new ContingentOffice(office, await office.ConferenceAsync(capacity, Ct, c => c.AdmittedDomains = "example\nbund.de"));
    }

    /// <summary>The same database behind another kind of context.</summary>
    public ContingentOffice With(Office other) => new(other, conference);

    public static ContingentSettings For(string name, int places, AdministrativeLevel? level = null, Land? land = null, Guid? within = null, string domains = "", string organisations = "", DateTimeOffset? released = null) => new()
    {
        Name = name,
        Places = places,
        LevelList = level is { } l ? ContingentSettings.List([l]) : "",
        LandList = land is { } s ? ContingentSettings.List([s]) : "",
        ParentId = within,
        Domains = domains,
        Organisations = organisations,
        ReleasedAt = released,
    };

    public async Task<Contingent> AddAsync(ContingentSettings settings)
    {
        var result = await CarryOutAsync(new ContingentChange.Keep(null, default, settings));
        Assert.Equal((ContingentOutcome.Done, 0), (result.Outcome, result.Problems.Count));
        return (await office.AllAsync<Contingent>(Ct)).Single(c => c.Settings.Name == settings.Name);
    }

    public async Task<ContingentResult> ChangeAsync(Guid id, Func<ContingentSettings, ContingentSettings> change) => await CarryOutAsync(await KeepAsync(id, change));

    public async Task<ContingentChange> KeepAsync(Guid id, Func<ContingentSettings, ContingentSettings> change)
    {
        var contingent = (await office.AllAsync<Contingent>(Ct)).Single(c => c.Id == id);
        return new ContingentChange.Keep(id, contingent.Version, change(contingent.Settings));
    }

    public Task<ContingentResult> CarryOutAsync(ContingentChange change) => office.UseAsync<ContingentDesk, ContingentResult>(desk => desk.CarryOutAsync(conference.Id, change, Organiser, Ct));

    public Task<ContingentResult> TryAsync(ContingentChange change) => office.UseAsync<ContingentDesk, ContingentResult>(desk => desk.TryAsync(conference.Id, change, Ct));

    public Task<PlaceTree> OverviewAsync() => office.UseAsync<ContingentDesk, PlaceTree>(desk => desk.OverviewAsync(conference.Id, Ct));

    public static Submission FormOf(string email, AdministrativeLevel level, Land? land = null, string organisation = "Amt") =>
        Any.Submission(email) with { Person = new Person { GivenName = "Ayşe", FamilyName = "Şahin", Organisation = organisation, Level = level, Land = land } };

    public Task<SubmitOutcome> SubmitAsync(string email, AdministrativeLevel level, Land? land = null, string organisation = "Amt") =>
        office.SubmitAsync(conference, FormOf(email, level, land, organisation), Ct);

    /// <summary>Submits and confirms the address, as a person does.</summary>
    public async Task<Registration> RegisterAsync(string email, AdministrativeLevel level, Land? land = null, string organisation = "Amt")
    {
        await SubmitAsync(email, level, land, organisation);
        var secret = await office.LastSecretAsync("Registration.ConfirmEmail", email, Ct);
        await office.UseAsync<RegistrationDesk>(desk => desk.ConfirmEmailAsync(secret, Ct));
        return await office.RegistrationOfAsync(email, Ct);
    }

    public Task<CancelOutcome> CancelAsync(Registration registration) =>
        office.UseAsync<AttendeeDesk, CancelOutcome>(desk => desk.CancelAsync(registration.Id, registration.AccountId!.Value, Ct));

    public Task PassTimeAsync() => office.UseAsync<RegistrationDesk>(desk => desk.PassTimeAsync(Ct));

    /// <summary>The registrations in the order of submission.</summary>
    public async Task<List<Registration>> PeopleAsync() => [.. (await office.AllAsync<Registration>(Ct)).OrderBy(r => r.OrderNumber)];

    public async Task<string?> ContingentOfAsync(string email)
    {
        var id = (await office.RegistrationOfAsync(email, Ct)).ContingentId;
        return (await office.AllAsync<Contingent>(Ct)).SingleOrDefault(c => c.Id == id)?.Settings.Name;
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
