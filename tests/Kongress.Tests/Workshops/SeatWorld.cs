using System.Data.Common;
using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Tests.Hosting;
using Kongress.Workshops;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Tests.Workshops;

/// <summary>What can happen to seats.</summary>
internal enum SeatStep
{
    SignUp,
    Swap,
    GiveBack,
    Accept,
    CancelRegistration,
    Raise,
    Lower,
    PauseOrGoOn,
    MoveUp,
    PassTime,
}

/// <summary>The time block that the edition has.</summary>
internal enum SeatBlock
{
    None,

    /// <summary>One of the three workshops of the morning, two of which are one after the other.</summary>
    OneInTheMorning,

    /// <summary>Two in the whole day.</summary>
    TwoInTheDay,
}

/// <summary>Six people and four workshops, three of them at overlapping times; few seats, so that everything is scarce.</summary>
internal sealed class SeatWorld(WorkshopOffice office, SeatLog log, List<Workshop> workshops, List<Registration> people, WorkshopRules rules) : IAsyncDisposable
{
    public const int People = 6;
    public const int Workshops = 4;
    private const int Actors = 8;

    /// <summary>Each as often as it is to be drawn.</summary>
    public static readonly SeatStep[] Weighted =
    [
        .. Enumerable.Repeat(SeatStep.SignUp, 7), .. Enumerable.Repeat(SeatStep.Swap, 3), .. Enumerable.Repeat(SeatStep.GiveBack, 3), SeatStep.Accept, SeatStep.Accept,
        SeatStep.CancelRegistration, SeatStep.Raise, SeatStep.Lower, SeatStep.PauseOrGoOn, SeatStep.MoveUp, SeatStep.PassTime,
    ];

    private readonly SeatAccount account = new(office.Conference, workshops, people.ToDictionary(p => p.Id, p => p.Person), rules);

    public WorkshopOffice Office => office;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // In two workshops a seat is kept for two of the people, in one of them for three days only.
    public static async Task<SeatWorld> OpenAsync(string provider, Promotion promotion, int? most, SeatBlock block)
    {
        var bare = await WorkshopOffice.OpenAsync(provider);
        var log = new SeatLog();
        var office = bare.With(database => database.Open(options => options.AddInterceptors(log)));
        WorkshopSettings With(WorkshopSettings settings) => settings with { Promotion = promotion, OfferHours = 24 };
        List<Workshop> workshops =
        [
            await office.WorkshopAsync("A", 1, 11, With), await office.WorkshopAsync("B", 2, 11.5, Keeping(3)), await office.WorkshopAsync("C", 1, 12, With), await office.WorkshopAsync("D", 2, 15, Keeping(90)),
        ];
        if (most is not null) await office.LimitAsync(most);
        if (block is SeatBlock.OneInTheMorning) await office.BlockAsync("Vormittag", 10, 13, most: 1);
        if (block is SeatBlock.TwoInTheDay) await office.BlockAsync("Tag", 10, 16, most: 2);
        var hesse = await office.PeopleAsync(2, s => s with { Person = s.Person with { Level = AdministrativeLevel.Land, Land = Land.Hessen } });
        return new SeatWorld(office, log, workshops, [.. hesse, .. await office.PeopleAsync(People - 2)], (await office.Office.AllAsync<WorkshopRules>(Ct)).Single());

        Func<WorkshopSettings, WorkshopSettings> Keeping(int days) =>
            settings => With(settings) with { KeptSeats = 1, KeptLandList = nameof(Land.Hessen), KeptUntil = office.Office.Clock.GetUtcNow().AddDays(days) };
    }

    public Task ActAsync((int Person, int Workshop, SeatStep Step) step) => ActAsync(office, step);

    /// <summary>The steps dealt out to several who act at once, each one step after the other: so that later ones meet what earlier ones made.</summary>
    public Task ActAtOnceAsync((int Person, int Workshop, SeatStep Step)[] steps) => Task.WhenAll(Enumerable.Range(0, Actors).Select(actor => Task.Run(
        async () =>
        {
            for (var i = actor; i < steps.Length; i += Actors) await ActAsync(steps[i]);
        },
        Ct)));

    /// <summary>All steps at once without the lock: everybody has looked before anybody writes. What collides at the last line is left.</summary>
    public async Task ActAtOnceWithoutLockAsync((int Person, int Workshop, SeatStep Step)[] steps)
    {
        var meeting = new Rendezvous(steps.Length);
        var own = new AsyncLocal<Arrival>();
        var race = office.With(database => new WithoutLock(database.ConnectionString, () => own.Value!.ComeAsync(meeting), log));
        await Task.WhenAll(steps.Select(step => Task.Run(
            async () =>
            {
                own.Value = new Arrival();
                try
                {
                    await ActAsync(race, step);
                }
                catch (Exception e) when (e is DbUpdateException or DbException or InvalidOperationException)
                {
                    // A unique index, a version, or a rule that found the row otherwise than it had been looked at.
                }
                finally
                {
                    // Whoever writes nothing has looked, too.
                    _ = own.Value.ComeAsync(meeting);
                }
            },
            Ct)));
    }

    /// <summary>What was wrong with any save so far.</summary>
    public List<SeatFault> Faults()
    {
        log.Take().ForEach(account.Enter);
        return account.Faults;
    }

    /// <summary>What must be true when nobody is acting and the round has passed.</summary>
    public async Task CheckStandingAsync()
    {
        Assert.Empty(Faults());
        var signUps = await office.SignUpsAsync();
        // Nothing was stored past the account.
        Assert.Equal(signUps.Select(SeatRow.Of).OrderBy(r => r.Id), account.Rows.OrderBy(r => r.Id));
        Assert.Empty(account.WaitingInVain(office.Office.Clock.GetUtcNow()));
        var confirmed = (await office.Office.AllAsync<Registration>(Ct)).Where(r => r.Status is RegistrationStatus.Confirmed).Select(r => r.Id).ToHashSet();
        Assert.All(signUps.Where(s => s.IsActive), s => Assert.Contains(s.RegistrationId, confirmed));

        // Freed exactly as often as taken: by the audit, every sign-up took a seat at most once, and ended exactly once when it is over.
        var changes = (await office.ChangesAsync()).ToLookup(c => c.SubjectId, c => c.Action);
        Assert.All(signUps, s =>
        {
            var taken = changes[s.Id].Count(a => a is "Workshop.Seated" or "Workshop.MovedUp" or "Workshop.Offered");
            var freed = changes[s.Id].Count(a => a is "Workshop.GivenBack" or "Workshop.OfferExpired");
            var ended = changes[s.Id].Count(a => a is "Workshop.GivenBack" or "Workshop.LeftWaitingList" or "Workshop.OfferExpired" or "Workshop.RegistrationEnded");
            Assert.Equal(s.IsActive ? 0 : 1, ended);
            Assert.True(taken <= 1);
            if (s.Status is not SignUpStatus.RegistrationEnded) Assert.Equal(s.HoldsSeat ? 1 : 0, taken - freed);
        });
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    private async Task ActAsync(WorkshopOffice through, (int Person, int Workshop, SeatStep Step) step)
    {
        var (person, workshop) = (people[step.Person], workshops[step.Workshop]);
        await (step.Step switch
        {
            SeatStep.SignUp => through.SignUpAsync(workshop, person),
            SeatStep.Swap => through.SignUpAsync(workshop, person, swap: true, instead: Another(step.Workshop)),
            SeatStep.GiveBack => through.GiveBackAsync(workshop, person),
            SeatStep.Accept => through.AcceptAsync(workshop, person, swap: true, instead: Another(step.Workshop)),
            // One of the group and one of the others; the rest go on.
            SeatStep.CancelRegistration => step.Person % 3 == 0 ? through.CancelRegistrationAsync(person) : Task.CompletedTask,
            SeatStep.Raise => through.ChangeAsync(workshop, s => s with { Seats = s.Seats + 1 }),
            SeatStep.Lower => through.ChangeAsync(workshop, s => s with { Seats = Math.Max(0, s.Seats!.Value - 1) }),
            SeatStep.PauseOrGoOn => through.ChangeAsync(workshop, s => s with { IsPaused = !s.IsPaused }, "Wir sortieren neu"),
            SeatStep.MoveUp => MoveUpAsync(through, workshop, person),
            SeatStep.PassTime => PassTimeAsync(through),
        });
    }

    // What is given back where the block has no more room: A and C are one after the other, and so are B and D.
    private Workshop Another(int workshop) => workshops[(workshop + 2) % Workshops];

    private async Task MoveUpAsync(WorkshopOffice through, Workshop workshop, Registration person)
    {
        if ((await office.SignUpsAsync()).Find(s => s.WorkshopId == workshop.Id && s.ActiveFor == person.Id) is { } signUp) await through.MoveUpAsync(signUp, "Leitet die Gruppe");
    }

    private Task PassTimeAsync(WorkshopOffice through)
    {
        office.Office.Clock.Advance(TimeSpan.FromHours(25));
        return through.PassTimeAsync();
    }

    /// <summary>One step comes to the meeting once, however often it writes.</summary>
    private sealed class Arrival
    {
        private Task? come;

        public Task ComeAsync(Rendezvous meeting) => come ??= meeting.ArriveAsync();
    }
}
