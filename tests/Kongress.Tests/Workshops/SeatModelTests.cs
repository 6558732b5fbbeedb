using CsCheck;
using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Tests.Hosting;
using Kongress.Workshops;

namespace Kongress.Tests.Workshops;

/// <summary>Random sequences of everything that can happen to seats; after each step the same five things must be true.</summary>
public sealed class SeatModelTests
{
    // Who, which workshop, what.
    private static readonly Gen<(int Person, int Workshop, int Step)> AnyStep = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 19]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public Task Whatever_happens_the_seats_are_given_justly() =>
        Gen.Select(AnyStep.Array[25, 60], Gen.Int[1, 4], Gen.Bool).SampleAsync(
            async (steps, most, byOffer) =>
            {
                await using var world = await World.OpenAsync(Databases.Sqlite, byOffer ? Promotion.ByOffer : Promotion.AtOnce, most == 4 ? null : most);
                foreach (var step in steps) await world.TakeAsync(step);
            },
            iter: 40,
            threads: 2);

    [Theory, EveryDatabase]
    public async Task Whatever_happens_at_once_the_seats_are_given_justly(string provider)
    {
        await using var world = await World.OpenAsync(provider, Promotion.ByOffer, 2);
        var steps = new Random(15).GetItems(Enumerable.Range(0, 5 * 4 * 20).ToArray(), 300);
        await Task.WhenAll(steps.Select(s => Task.Run(() => world.ActAsync((s % 5, s / 5 % 4, s / 20), alone: false), Ct)));
        await world.Office.PassTimeAsync();
        await world.CheckAsync(wasOneStep: false);
    }

    private sealed class World(WorkshopOffice office, List<Workshop> workshops, List<Registration> people, int? most) : IAsyncDisposable
    {
        private Dictionary<Guid, (int Taken, int Others, HashSet<Guid> Holding)> before = workshops.ToDictionary(w => w.Id, _ => (0, 0, new HashSet<Guid>()));

        public WorkshopOffice Office => office;

        // Three at overlapping times, one in the afternoon; few seats, so that everything is scarce. In two of them a seat is kept for two of the people, in one for three days only.
        public static async Task<World> OpenAsync(string provider, Promotion promotion, int? most)
        {
            var office = await WorkshopOffice.OpenAsync(provider);
            WorkshopSettings With(WorkshopSettings settings) => settings with { Promotion = promotion, OfferHours = 24 };
            List<Workshop> workshops =
            [
                await office.WorkshopAsync("A", 1, 11, With), await office.WorkshopAsync("B", 2, 11.5, Keeping(3)), await office.WorkshopAsync("C", 1, 12, With), await office.WorkshopAsync("D", 2, 15, Keeping(90)),
            ];
            if (most is not null) await office.LimitAsync(most);
            var hesse = await office.PeopleAsync(2, s => s with { Person = s.Person with { Level = AdministrativeLevel.Land, Land = Land.Hessen } });
            return new World(office, workshops, [.. hesse, .. await office.PeopleAsync(4)], most);

            Func<WorkshopSettings, WorkshopSettings> Keeping(int days) =>
                settings => With(settings) with { KeptSeats = 1, KeptLandList = nameof(Land.Hessen), KeptUntil = office.Office.Clock.GetUtcNow().AddDays(days) };
        }

        public async Task TakeAsync((int Person, int Workshop, int Step) step)
        {
            await ActAsync(step, alone: true);
            await CheckAsync();
        }

        public async Task ActAsync((int Person, int Workshop, int Step) step, bool alone)
        {
            var (person, workshop) = (people[step.Person], workshops[step.Workshop]);
            switch (step.Step)
            {
                case < 7: await office.SignUpAsync(workshop, person); break;
                case < 10: await office.SignUpAsync(workshop, person, swap: true); break;
                case < 13: await office.GiveBackAsync(workshop, person); break;
                case < 15: await office.AcceptAsync(workshop, person, swap: true); break;
                case 15 when alone && step.Person == 0: await office.CancelRegistrationAsync(person); break;
                case 16: await office.ChangeAsync(workshop, s => s with { Seats = s.Seats + 1 }); break;
                case 17 when alone: await office.ChangeAsync(workshop, s => s with { Seats = Math.Max(0, s.Seats!.Value - 1) }); break;
                case 18 when alone: await office.ChangeAsync(workshop, s => s with { IsPaused = !s.IsPaused }, "Wir sortieren neu"); break;
                case 19 when alone: office.Office.Clock.Advance(TimeSpan.FromHours(25)); await office.PassTimeAsync(); break;
                case 15 when alone && await office.StatusAsync(workshop, person) is SignUpStatus.Waiting: await office.MoveUpAsync(workshop, person, "Leitet die Gruppe"); break;
            }
        }

        public async Task CheckAsync(bool wasOneStep = true)
        {
            var fresh = (await office.Office.AllAsync<Workshop>(Ct)).ToDictionary(w => w.Id);
            var rules = (await office.Office.AllAsync<WorkshopRules>(Ct)).Single();
            var signUps = await office.SignUpsAsync();
            var confirmed = (await office.Office.AllAsync<Registration>(Ct)).Where(r => r.Status is RegistrationStatus.Confirmed).Select(r => r.Id).ToHashSet();
            var seatsOf = signUps.Where(s => s.Status is SignUpStatus.Seated).ToLookup(s => s.RegistrationId, s => fresh[s.WorkshopId]);
            var now = office.Office.Clock.GetUtcNow();
            var persons = people.ToDictionary(p => p.Id, p => p.Person);
            bool InGroup(SignUp s) => fresh[s.WorkshopId].Settings.KeptSeats > 0 && persons[s.RegistrationId].Land is Land.Hessen;
            Turn TurnOf(SignUp s, bool onlyForOthers) => Turn.Of(fresh[s.WorkshopId], persons[s.RegistrationId], [.. seatsOf[s.RegistrationId]], rules, onlyForOthers, office.Conference.Time, now);

            foreach (var workshop in fresh.Values)
            {
                var holding = signUps.Where(s => s.WorkshopId == workshop.Id && s.HoldsSeat).ToList();
                var waiting = signUps.Where(s => s.WorkshopId == workshop.Id && s.Status is SignUpStatus.Waiting).OrderBy(s => s.Rank).ToList();

                // Seats and offers never exceed the seats; lowering them takes nobody's away.
                Assert.True(holding.Count <= Math.Max(workshop.Seats, before[workshop.Id].Taken));

                // Nor do the others exceed what is not kept. Counted by hand, not by the rule under test.
                var kept = workshop.Settings.KeptUntil > now ? workshop.Settings.KeptSeats : 0;
                var others = holding.Count(s => !InGroup(s));
                Assert.True(others <= Math.Max(workshop.Seats - kept, before[workshop.Id].Others));

                // No seat is free while somebody waits who may have it.
                Assert.DoesNotContain(waiting, s => holding.Count < workshop.Seats && (InGroup(s) || others < workshop.Seats - kept)
                    && confirmed.Contains(s.RegistrationId) && TurnOf(s, onlyForOthers: false).Kind is TurnKind.Seat or TurnKind.Offer);

                // Whoever got a seat in this step overtook only those who were passed over for a reason.
                foreach (var got in holding.Where(s => wasOneStep && !before[workshop.Id].Holding.Contains(s.Id)))
                {
                    Assert.All(waiting.Where(s => s.Rank < got.Rank), s => Assert.True(TurnOf(s, kept > 0 && InGroup(got) && !InGroup(s) && others >= workshop.Seats - kept).IsSkipped, $"{s.Id} was overtaken"));
                }
            }

            // One seat at a time, one living sign-up each, and nobody without a registration.
            Assert.All(seatsOf, seats => Assert.DoesNotContain(seats, a => seats.Any(a.Overlaps)));
            Assert.All(seatsOf, seats => Assert.True(most is null || seats.Count() <= most));
            Assert.DoesNotContain(signUps.Where(s => s.IsActive).GroupBy(s => (s.WorkshopId, s.RegistrationId)), g => g.Count() > 1);
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

            before = fresh.Values.ToDictionary(w => w.Id, w => (signUps.Count(s => s.WorkshopId == w.Id && s.HoldsSeat), signUps.Count(s => s.WorkshopId == w.Id && s.HoldsSeat && !InGroup(s)), signUps.Where(s => s.WorkshopId == w.Id && s.HoldsSeat).Select(s => s.Id).ToHashSet()));
        }

        public ValueTask DisposeAsync() => office.DisposeAsync();
    }
}
