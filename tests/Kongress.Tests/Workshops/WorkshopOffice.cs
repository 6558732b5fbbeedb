using Kongress.Accounts;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Tests.Hosting;
using Kongress.Tests.Programme.Formats;
using Kongress.Workshops;
using Kongress.Workshops.Allotment;
using Kongress.Workshops.Blocks;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Tests.Workshops;

/// <summary>An edition with people and workshops in a real database, and the words in which seats are talked about.</summary>
/// <param name="desks">Where the desks come from; another one than <paramref name="office"/> for the twin without the lock.</param>
internal sealed class WorkshopOffice(Office office, Conference conference, Office? desks = null) : IAsyncDisposable
{
    public static readonly Guid Olga = Guid.CreateVersion7();

    // Whoever registers through a desk later gets a number from the lock, which grows from 1.
    private const long BeforeAll = -100_000;

    private readonly Office desks = desks ?? office;

    public Office Office => office;

    public Conference Conference => conference;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<WorkshopOffice> OpenAsync(string provider = Databases.Sqlite)
    {
        var office = await Office.OpenAsync(provider, Ct);
        return new WorkshopOffice(office, await office.ConferenceAsync(800, Ct));
    }

    /// <summary>The same, with desks over another kind of context.</summary>
    public WorkshopOffice With(Func<TestDatabase, KongressDb> open) => new(office, conference, office.With(open));

    /// <summary>The same without the lock; everybody meets before anything is written.</summary>
    public WorkshopOffice WithoutLock(Rendezvous meeting) => With(database => new WithoutLock(database.ConnectionString, meeting.ArriveAsync));

    /// <summary>A workshop that is in the programme of the first day (or another), for an hour, and open for everybody.</summary>
    public async Task<Workshop> WorkshopAsync(string title, int seats, double hour = 14, Func<WorkshopSettings, WorkshopSettings>? with = null, double hours = 1, int day = 1)
    {
        var session = new Session(conference.Id, new SessionContent { Kind = SessionKind.Workshop, Title = title }, SessionState.Accepted);
        var workshop = new Workshop(conference.Id, session.Id);
        var start = conference.Time.Instant(conference.FirstDay.AddDays(day - 1), TimeOnly.FromTimeSpan(TimeSpan.FromHours(hour)));
        workshop.Follow(new WorkshopPlace { Code = session.Code, Title = title, Room = "Forum A", Seats = 100, Day = day, StartsAt = start, EndsAt = start.AddHours(hours), IsOn = true });
        var settings = new WorkshopSettings { Seats = seats, OpensAt = office.Clock.GetUtcNow().AddDays(-1), ClosesAt = start };
        workshop.Set(with?.Invoke(settings) ?? settings);
        await using var db = office.Database.Open();
        if (!await db.Set<WorkshopRules>().AnyAsync(Ct)) db.Add(new WorkshopRules(conference.Id));
        db.Add(session);
        db.Add(workshop);
        await db.SaveChangesAsync(Ct);
        return workshop;
    }

    /// <summary>Puts the workshop into the programme, takes it out of it, or moves it; nobody is told.</summary>
    public async Task PlaceAsync(Workshop workshop, Func<WorkshopPlace, WorkshopPlace> change)
    {
        await using var db = office.Database.Open();
        var fresh = await db.Set<Workshop>().SingleAsync(w => w.Id == workshop.Id, Ct);
        fresh.Follow(change(fresh.Place));
        await db.SaveChangesAsync(Ct);
    }

    /// <summary>Publishes a programme of these workshops.</summary>
    public async Task ReleaseAsync(params Workshop[] workshops)
    {
        var slots = workshops.Select((w, i) => Programmes.Slot(i + 1, w.Place.Title, w.Place.StartsAt) with { SessionId = w.SessionId, Kind = SessionKind.Workshop, RoomIds = [] });
        var now = office.Clock.GetUtcNow();
        await using var db = office.Database.Open();
        var release = new Release(conference.Id, 1, "Erste Fassung", "", new Snapshot { Slots = [.. slots] }, Olga, now, now, null);
        release.MarkTold(now);
        db.Add(release);
        await db.SaveChangesAsync(Ct);
    }

    /// <summary>People with a confirmed registration.</summary>
    public async Task<List<Registration>> PeopleAsync(int count, Func<Submission, Submission>? with = null)
    {
        await using var db = office.Database.Open();
        var now = office.Clock.GetUtcNow();
        var first = await db.Set<Registration>().CountAsync(Ct);
        var people = new List<Registration>();
        for (var i = 1; i <= count; i++)
        {
            var account = new Account($"person{first + i}@bund.de") { CreatedAt = now };
            var submission = Any.Submission(account.Email!);
            var person = new Registration(conference.Id, with?.Invoke(submission) ?? submission, BeforeAll + first + i, holdsPlace: true, now, now.AddDays(1));
            person.ConfirmEmail(account.Id, admitted: true, now);
            db.Add(account);
            db.Add(person);
            people.Add(person);
        }

        await db.SaveChangesAsync(Ct);
        return people;
    }

    /// <param name="instead">Given back for it, in the same block.</param>
    public Task<SignUpResult> SignUpAsync(Workshop workshop, Registration person, bool swap = false, Workshop? instead = null) =>
        desks.UseAsync<SignUpDesk, SignUpResult>(desk => desk.SignUpAsync(conference, workshop.Id, person.AccountId!.Value, swap, Ct, instead?.Id));

    public Task<GiveBackOutcome> GiveBackAsync(Workshop workshop, Registration person) =>
        desks.UseAsync<SignUpDesk, GiveBackOutcome>(desk => desk.GiveBackAsync(conference, workshop.Id, person.AccountId!.Value, Ct));

    public async Task<AcceptOutcome> AcceptAsync(Workshop workshop, Registration person, bool swap = false, Workshop? instead = null) =>
        (await desks.UseAsync<SignUpDesk, AcceptResult>(desk => desk.AcceptAsync(conference, workshop.Id, person.AccountId!.Value, swap, Ct, instead?.Id))).Outcome;

    public Task PassTimeAsync() => desks.UseAsync<SignUpDesk>(desk => desk.PassTimeAsync(Ct));

    /// <summary>Cancels the registration; the round of the next minute frees the seats.</summary>
    public async Task CancelRegistrationAsync(Registration person)
    {
        await desks.UseAsync<AttendeeDesk, CancelOutcome>(desk => desk.CancelAsync(person.Id, person.AccountId!.Value, Ct));
        await PassTimeAsync();
    }

    /// <summary>Somebody comes along to help the person.</summary>
    public Task<AssistantOutcome> AccompanyAsync(Registration person, string givenName) =>
        desks.UseAsync<AssistantDesk, AssistantOutcome>(desk => desk.AddAsync(person.AccountId!.Value, person.Id, Guid.CreateVersion7(), givenName, "Weiß", Ct));

    /// <summary>"Jo Tag 1, Abend": who accompanies the person, and when.</summary>
    public async Task<List<string>> CompanionsAsync(Registration person) =>
        [.. (await office.AllAsync<Registration>(Ct)).Where(r => r.AccompaniesId == person.Id && r.IsActive).OrderBy(r => r.OrderNumber).Select(r => $"{r.Person.GivenName} {Days(r.Attendance)}")];

    public static string Days(Attendance attendance) =>
        string.Join(", ", new[] { attendance.Day1 ? "Tag 1" : null, attendance.Day2 ? "Tag 2" : null, attendance.Evening ? "Abend" : null }.OfType<string>());

    public async Task<SettingsOutcome> ChangeAsync(Workshop workshop, Func<WorkshopSettings, WorkshopSettings> change, string? reason = null)
    {
        var fresh = (await office.AllAsync<Workshop>(Ct)).Single(w => w.Id == workshop.Id);
        return await desks.UseAsync<WorkshopDesk, SettingsOutcome>(desk => desk.SaveAsync(conference.Id, fresh.SessionId, fresh.Version, change(fresh.Settings), reason, Olga, Ct));
    }

    public async Task<MoveOutcome> MoveUpAsync(Workshop workshop, Registration person, string? reason) =>
        await MoveUpAsync((await SignUpsAsync()).Single(s => s.WorkshopId == workshop.Id && s.ActiveFor == person.Id), reason);

    public Task<MoveOutcome> MoveUpAsync(SignUp signUp, string? reason) =>
        desks.UseAsync<WorkshopDesk, MoveOutcome>(desk => desk.MoveUpAsync(conference.Id, signUp.Id, reason, Olga, Ct));

    /// <summary>Wishes from now on for so many days.</summary>
    public Task AskForWishesAsync(int days = 7, int most = 5) =>
        desks.UseAsync<AllotmentDesk, bool>(desk => desk.SaveDatesAsync(conference.Id, office.Clock.GetUtcNow(), office.Clock.GetUtcNow().AddDays(days), most, Olga, Ct));

    public Task<WishOutcome> WishAsync(Registration person, params Workshop[] workshops) =>
        desks.UseAsync<WishDesk, WishOutcome>(desk => desk.SaveAsync(conference.Id, person.AccountId!.Value, [.. workshops.Select(w => w.Id)], Ct));

    public async Task<Guid> DrawAsync(int seed = 1) => (await desks.UseAsync<AllotmentDesk, Guid?>(desk => desk.DrawAsync(conference.Id, seed, Olga, Ct)))!.Value;

    public Task<PublishResult> PublishAsync(Guid draw) => desks.UseAsync<AllotmentDesk, PublishResult>(desk => desk.PublishAsync(conference.Id, draw, Olga, Ct));

    public Task<AdjustOutcome> AdjustAsync(Registration person, Workshop workshop, AdjustmentKind? kind, string? reason = "Leitet die Gruppe") =>
        desks.UseAsync<AllotmentDesk, AdjustOutcome>(desk => desk.AdjustAsync(conference.Id, person.Id, workshop.Id, kind, reason, Olga, Ct));

    public Task LimitAsync(int? most) => desks.UseAsync<WorkshopDesk>(desk => desk.SaveRulesAsync(conference.Id, 0, most, Olga, Ct));

    /// <summary>Makes a block of the first day (or another), or changes the one of this name.</summary>
    public async Task<BlockOutcome> BlockAsync(string name, double from, double until, int? most, int fewest = 0, int day = 1)
    {
        var rules = (await office.AllAsync<WorkshopRules>(Ct)).SingleOrDefault(r => r.Id == conference.Id);
        var old = rules?.Blocks.FirstOrDefault(b => b.Name == name);
        var (starts, ends) = (TimeOnly.FromTimeSpan(TimeSpan.FromHours(from)), TimeOnly.FromTimeSpan(TimeSpan.FromHours(until)));
        var block = new WorkshopBlock { Id = old?.Id ?? Guid.CreateVersion7(), Name = name, Day = day, From = starts, Until = ends, Fewest = fewest, Most = most };
        return (await desks.UseAsync<BlockDesk, BlockResult>(desk => desk.SaveAsync(conference.Id, block, old is null ? null : rules!.Version, Olga, Ct))).Outcome;
    }

    public Task<List<SignUp>> SignUpsAsync() => office.AllAsync<SignUp>(Ct);

    /// <summary>What is true of the person in the workshop; null: nothing any more.</summary>
    public async Task<SignUpStatus?> StatusAsync(Workshop workshop, Registration person) =>
        (await SignUpsAsync()).SingleOrDefault(s => s.WorkshopId == workshop.Id && s.ActiveFor == person.Id)?.Status;

    /// <summary>Kinds and readers of all mails about workshops, in order.</summary>
    public async Task<List<(string Kind, string To)>> MailsAsync() =>
        [.. (await office.AllAsync<OutgoingMail>(Ct)).Where(m => m.Kind.StartsWith("Workshop.", StringComparison.Ordinal)).OrderBy(m => m.Id).Select(m => (m.Kind["Workshop.".Length..], m.ToAddress))];

    public async Task<List<Change>> ChangesAsync() =>
        [.. (await office.AllAsync<Change>(Ct)).Where(c => c.Action.StartsWith("Workshop.", StringComparison.Ordinal)).OrderBy(c => c.Id)];

    public static WorkshopSettings ByWishes(WorkshopSettings settings) => settings with { Mode = SeatMode.Allotment };

    public static Submission InEnglish(Submission submission) => submission with { Language = Language.English };

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
