using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kongress.Tests.Hosting;

/// <summary>The desks of the product over one test database, with a clock that only the test moves. Every use gets a scope of its own, as every request does.</summary>
public sealed class Office : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private Office(TestDatabase database, FakeTimeProvider clock, Func<KongressDb>? open)
    {
        this.database = database;
        Clock = clock;
        services = new ServiceCollection()
            .AddLogging()
            .AddLocalization()
            .AddOptions()
            .AddSingleton<TimeProvider>(Clock)
            .AddScoped(_ => open?.Invoke() ?? database.Open())
            .AddKongress()
            .WithQuickPasswords()
            .BuildServiceProvider();
    }

    /// <summary>A Tuesday noon, four months before the congress.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>For a host over the same database.</summary>
    public TestDatabase Database => database;

    public static async Task<Office> OpenAsync(string provider, CancellationToken ct) =>
        new(await TestDatabase.CreateAsync(provider, ct), new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 11, 0, 0, TimeSpan.Zero)), null);

    /// <summary>The same database and clock behind another kind of context: the twin of a race test takes the lock away with it.</summary>
    public Office With(Func<TestDatabase, KongressDb> open) => new(database, Clock, () => open(database));

    public async Task<T> UseAsync<TDesk, T>(Func<TDesk, Task<T>> work) where TDesk : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TDesk>());
    }

    public async Task UseAsync<TDesk>(Func<TDesk, Task> work) where TDesk : notnull
    {
        await using var scope = services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TDesk>());
    }

    /// <summary>An edition at the end of March 2027, when summer time begins, with registration open and the domain "bund.de" admitted.</summary>
    public async Task<Conference> ConferenceAsync(int capacity, CancellationToken ct, Action<Conference>? with = null)
    {
        var conference = Any.Conference(Clock.GetUtcNow(), capacity);
        with?.Invoke(conference);
        await using var db = database.Open();
        db.Add(conference);
        await db.SaveChangesAsync(ct);
        return conference;
    }

    public async Task<List<T>> AllAsync<T>(CancellationToken ct) where T : class
    {
        await using var db = database.Open();
        return await db.Set<T>().AsNoTracking().ToListAsync(ct);
    }

    public Task<SubmitOutcome> SubmitAsync(Conference conference, Submission submission, CancellationToken ct) =>
        UseAsync<RegistrationDesk, SubmitOutcome>(desk => desk.SubmitAsync(conference, submission, ct));

    /// <summary>Submits and confirms the address through the link of the mail, as a person does.</summary>
    public async Task<ConfirmEmailOutcome> RegisterAsync(Conference conference, string email, CancellationToken ct)
    {
        await SubmitAsync(conference, Any.Submission(email), ct);
        var secret = await LastSecretAsync("Registration.ConfirmEmail", email, ct);
        return (await UseAsync<RegistrationDesk, (ConfirmEmailOutcome Outcome, Guid?)>(desk => desk.ConfirmEmailAsync(secret, ct))).Outcome;
    }

    public async Task<Registration> RegistrationOfAsync(string email, CancellationToken ct) =>
        (await AllAsync<Registration>(ct)).Where(r => r.Email == email).OrderBy(r => r.OrderNumber).Last();

    public async Task<Registration> RegistrationAsync(Guid id, CancellationToken ct) => (await AllAsync<Registration>(ct)).Single(r => r.Id == id);

    /// <summary>The secret of the link in the newest mail of a kind to an address.</summary>
    public async Task<string> LastSecretAsync(string kind, string email, CancellationToken ct)
    {
        var mail = (await AllAsync<OutgoingMail>(ct)).Where(m => m.Kind == kind && m.ToAddress == email).OrderBy(m => m.Id).Last();
        return Letters.Secret(mail);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
