using Kongress.Accounts;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Kongress.Database.Demo;

/// <summary>Fills an empty database with a congress, through the real use cases and with a clock that tells the story in order.</summary>
public sealed class DemoData(DemoOptions options, DatabaseProvider provider, string connectionString, TimeProvider today)
{
    private const int Capacity = 850;
    private readonly Random random = new(options.Seed);

    /// <summary>Makes the data of the stage. False: the database is not empty, and nothing was done.</summary>
    public async Task<bool> CreateAsync(CancellationToken ct)
    {
        var now = today.GetUtcNow();
        var conference = DemoConference.Create(DemoConference.FirstDay(options.Stage, new ConferenceTime("Europe/Berlin").Day(now)), Capacity);
        var clock = new DemoClock(conference.RegistrationOpensAt);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddLocalization()
            .AddOptions()
            .AddSingleton<TimeProvider>(clock)
            .AddKongressDatabase(provider, connectionString)
            .AddKongress()
            .BuildServiceProvider();

        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<KongressDb>();
            if (await db.Set<Conference>().AnyAsync(ct)) return false;
            db.Add(conference);
            await db.SaveChangesAsync(ct);
        }

        await HireAsync(services, ct);
        var until = now < conference.RegistrationClosesAt ? now : conference.RegistrationClosesAt.AddMinutes(-1);
        await RegisterAsync(services, conference, clock, until, ct);
        await ReviewAsync(services, conference, clock, ct);
        await CancelSomeAsync(services, conference, ct);
        await DeliverAsync(services, ct);
        return true;
    }

    private static async Task HireAsync(ServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<StaffDesk>();
        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        foreach (var (email, name, roles) in DemoSignIns.Staff) await desk.CreateStaffAsync(email, name, roles, DemoSignIns.Password, clock.GetUtcNow(), ct);
    }

    // More come early than late, as in life: the square pulls the times towards the opening.
    private async Task RegisterAsync(ServiceProvider services, Conference conference, DemoClock clock, DateTimeOffset until, CancellationToken ct)
    {
        var people = new DemoPeople(random);
        var span = until - conference.RegistrationOpensAt;
        var crowd = options.Stage is DemoStage.Open ? options.People : options.People + options.People / 7;
        var times = Enumerable.Range(0, crowd).Select(_ => conference.RegistrationOpensAt + span * Math.Pow(random.NextDouble(), 2)).Order().ToList();
        for (var i = 0; i < crowd; i++)
        {
            clock.GoTo(times[i]);
            var (person, email) = people.Next();
            var language = random.Next(40) == 0 ? Language.English : Language.German;
            await using var scope = services.CreateAsyncScope();
            var desk = scope.ServiceProvider.GetRequiredService<RegistrationDesk>();
            await desk.SubmitAsync(conference, new Submission(Guid.CreateVersion7(), email, person, people.Attendance(times[i]), people.Health(), language), ct);
            if (i % 60 == 59) await desk.PassTimeAsync(ct);

            // The last dozen has not looked into the mailbox yet.
            if (i >= crowd - 12 || random.Next(50) == 0) continue;
            await desk.ConfirmEmailAsync(await SecretAsync(scope.ServiceProvider.GetRequiredService<KongressDb>(), email, ct), ct);
        }

        clock.GoTo(until);
    }

    // Whoever is not of a listed domain is admitted by hand, but for the last few and three who are declined.
    private static async Task ReviewAsync(ServiceProvider services, Conference conference, DemoClock clock, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KongressDb>();
        var desk = scope.ServiceProvider.GetRequiredService<ReviewDesk>();
        var waiting = await db.Set<Registration>().Where(r => r.ConferenceId == conference.Id && r.Status == RegistrationStatus.UnderReview)
            .OrderBy(r => r.OrderNumber).Select(r => r.Id).ToListAsync(ct);
        var organiser = Guid.Empty;
        for (var i = 0; i < waiting.Count - 9; i++)
        {
            if (i % 90 == 40) await desk.RejectAsync(waiting[i], organiser, "Der Kongress richtet sich an die öffentliche Verwaltung und die Wissenschaft.", ct);
            else await desk.ApproveAsync(waiting[i], organiser, ct);
        }

        clock.GoTo(clock.GetUtcNow().AddSeconds(1));
    }

    private static async Task CancelSomeAsync(ServiceProvider services, Conference conference, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KongressDb>();
        var desk = scope.ServiceProvider.GetRequiredService<AttendeeDesk>();
        var confirmed = await db.Set<Registration>().AsNoTracking().Where(r => r.ConferenceId == conference.Id && r.Status == RegistrationStatus.Confirmed)
            .OrderBy(r => r.OrderNumber).ToListAsync(ct);
        foreach (var registration in confirmed.Where((_, i) => i % 45 == 7)) await desk.CancelAsync(registration.Id, registration.AccountId!.Value, ct);
    }

    private static async Task<string> SecretAsync(KongressDb db, string email, CancellationToken ct)
    {
        var content = await db.Set<OutgoingMail>().Where(m => m.ToAddress == email && m.Kind == "Registration.ConfirmEmail").Select(m => m.Content).FirstAsync(ct);
        using var stream = new MemoryStream(content);
        var text = (await MimeMessage.LoadAsync(stream, ct)).TextBody!;
        var start = text.IndexOf(Addresses.ConfirmRegistration, StringComparison.Ordinal) + Addresses.ConfirmRegistration.Length + 1;
        return text.Substring(start, 26);
    }

    // The mails of the story went out when it happened; only what happens from now on is really delivered.
    private static async Task DeliverAsync(ServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<KongressDb>().Set<OutgoingMail>().ExecuteUpdateAsync(
            set => set.SetProperty(m => m.State, MailState.Sent).SetProperty(m => m.SentAt, m => m.CreatedAt).SetProperty(m => m.Attempts, 1), ct);
    }
}
