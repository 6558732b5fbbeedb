using Kongress.Accounts;
using Kongress.CheckIns;
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
        var clock = new DemoClock(conference.RegistrationOpensAt.AddDays(-31));
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
        await new DemoProgramme(services, conference, clock, options.Seed, await OrganiserAsync(services, ct)).CreateAsync(ct);
        // The story ends a minute ago at the latest, on a whole minute: what ends by the clock can end now.
        var until = (now < conference.RegistrationClosesAt ? now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)) : conference.RegistrationClosesAt).AddMinutes(-1);
        var guestCode = await DemoContingents.CreateAsync(services, conference, await OrganiserAsync(services, ct), ct);
        clock.GoTo(conference.RegistrationOpensAt);
        if (options.People > 0) await DemoGroup.RegisterAsync(services, conference, ct);
        await DemoLists.CreateAsync(services, conference, await OrganiserAsync(services, ct), options.People > 0, ct);
        await RegisterAsync(services, conference, clock, until, guestCode, ct);
        await ReviewAsync(services, conference, clock, ct);
        await CancelSomeAsync(services, conference, ct);
        await AccompanyAsync(services, conference, ct);
        await new DemoWorkshops(services, conference, clock, options, await OrganiserAsync(services, ct)).CreateAsync(ct);
        await DemoGroup.WithdrawSomeAsync(services, conference, ct);
        await ArriveAsync(services, conference, clock, now, ct);
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

    private static async Task<Guid> OrganiserAsync(ServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<KongressDb>().Set<Account>().Where(a => a.Email == "organisation@demo.example").Select(a => a.Id).SingleAsync(ct);
    }

    // More come early than late, as in life: the square pulls the times towards the opening.
    private async Task RegisterAsync(ServiceProvider services, Conference conference, DemoClock clock, DateTimeOffset until, string guestCode, CancellationToken ct)
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
            await desk.SubmitAsync(conference, new Submission(Guid.CreateVersion7(), email, person, people.Attendance(times[i]), people.Health(), language) { Code = i % 90 == 5 ? guestCode : null }, ct);
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

    // A few bring somebody who assists them.
    private static async Task AccompanyAsync(ServiceProvider services, Conference conference, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<AssistantDesk>();
        var confirmed = await scope.ServiceProvider.GetRequiredService<KongressDb>().Set<Registration>().AsNoTracking()
            .Where(r => r.ConferenceId == conference.Id && r.Status == RegistrationStatus.Confirmed).OrderBy(r => r.OrderNumber).Select(r => new { r.Id, r.AccountId, r.Person.FamilyName }).ToListAsync(ct);
        foreach (var person in confirmed.Where((_, i) => i % 120 == 11)) await desk.AddAsync(person.AccountId!.Value, person.Id, Guid.CreateVersion7(), "Robin", person.FamilyName, ct);
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

    // Two thirds of those who come do so in the first hour; one in ten stays away.
    private async Task ArriveAsync(ServiceProvider services, Conference conference, DemoClock clock, DateTimeOffset now, CancellationToken ct)
    {
        if (options.Stage is not (DemoStage.Running or DemoStage.Over)) return;
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KongressDb>();
        var desk = scope.ServiceProvider.GetRequiredService<CheckInDesk>();
        var staff = await db.Set<Account>().Where(a => a.Email == "einlass@demo.example").Select(a => a.Id).SingleAsync(ct);
        var tickets = await (
            from registration in db.Set<Registration>()
            join ticket in db.Set<Ticket>() on registration.Id equals ticket.ActiveFor
            where registration.ConferenceId == conference.Id && registration.Status == RegistrationStatus.Confirmed
            orderby registration.OrderNumber
            select new { ticket.Code, registration.Attendance }).ToListAsync(ct);
        foreach (var list in await desk.EnsureListsAsync(conference, ct))
        {
            var day = list.Part.DayOf(conference)!;
            var doors = conference.Time.Instant(day.Date, list.Part is CongressPart.Evening ? day.EveningStartsAt!.Value : day.DoorsOpenAt);
            // Started before the doors open, the running congress opens them early: a demo without people shows nothing.
            if (doors.AddHours(1) > now && list.Part is CongressPart.Day1) doors = now.AddMinutes(-75);
            if (doors > now) continue;
            var people = tickets.Where(t => t.Attendance.Includes(list.Part) && random.Next(10) > 0)
                .Select(t => (t.Code, At: doors.AddMinutes(random.Next(3) < 2 ? random.Next(60) : random.Next(150)))).Where(t => t.At <= now).OrderBy(t => t.At).ToList();
            foreach (var (code, at) in people)
            {
                clock.GoTo(at);
                var request = new ScanRequest(Guid.CreateVersion7(), code, ScanMethod.Camera, ScannedAt: at, Device: $"Eingang {random.Next(1, 5)}");
                await desk.ScanAsync(conference, list.Id, request, staff, ct);
                if (random.Next(60) == 0) await desk.ScanAsync(conference, list.Id, request with { Nonce = Guid.CreateVersion7() }, staff, ct);
            }
        }
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
