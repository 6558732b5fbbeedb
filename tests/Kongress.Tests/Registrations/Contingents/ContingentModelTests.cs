using CsCheck;
using Kongress.Registrations;
using Kongress.Registrations.Contingents;
using Kongress.Shared;
using Kongress.Tests.Hosting;
using Kongress.Workshops.Withdrawals;
using static Kongress.Tests.Registrations.Contingents.ContingentOffice;

namespace Kongress.Tests.Registrations.Contingents;

/// <summary>Random sequences of everything that can happen to places with nested contingents; after each step the same four things must be true.</summary>
public sealed class ContingentModelTests
{
    private const int Steps = 21;

    // Who, which contingent, what.
    private static readonly Gen<(int Person, int Contingent, int Step)> AnyStep = Gen.Select(Gen.Int[0, 11], Gen.Int[0, 3], Gen.Int[0, Steps - 1]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public Task Whatever_happens_the_places_are_given_justly() =>
        AnyStep.Array[25, 60].SampleAsync(
            async steps =>
            {
                await using var world = await World.OpenAsync(Databases.Sqlite);
                foreach (var step in steps)
                {
                    await world.ActAsync(step, alone: true);
                    // Another cut of the contingents can put too many into one: told to the organiser, and nobody is thrown out.
                    await world.CheckAsync(wasCutAnew: step.Step is 13 or 14 or 19 or 20);
                }
            },
            iter: 40,
            threads: 2);

    [Theory, EveryDatabase]
    public async Task Whatever_happens_at_once_the_places_are_given_justly(string provider)
    {
        await using var world = await World.OpenAsync(provider);
        var steps = new Random(27).GetItems(Enumerable.Range(0, 12 * 4 * Steps).ToArray(), 250);
        await Task.WhenAll(steps.Select(s => Task.Run(() => world.ActAsync((s % 12, s / 12 % 4, s / 48), alone: false), Ct)));
        await world.Office.PassTimeAsync();
        await world.CheckAsync(wasOneStep: false);
    }

    private sealed class World(ContingentOffice office, Guid[] contingents) : IAsyncDisposable
    {
        private readonly Dictionary<int, ContingentSettings> dissolved = [];
        private Dictionary<Guid, int> takenBefore = [];
        private HashSet<Guid> holdingBefore = [];

        public ContingentOffice Office => office;

        // Länder with Hessen within, Bund with an office within; all of it scarce, and two places for everybody.
        public static async Task<World> OpenAsync(string provider)
        {
            var office = await ContingentOffice.OpenAsync(provider, 9);
            var now = office.Office.Clock.GetUtcNow();
            var states = await office.AddAsync(For("Länder", 4, AdministrativeLevel.Land, released: now.AddDays(20)));
            var hesse = await office.AddAsync(For("Hessen", 2, AdministrativeLevel.Land, Land.Hessen, states.Id));
            var federal = await office.AddAsync(For("Bund", 3, AdministrativeLevel.Bund));
            var house = await office.AddAsync(For("ITZBund", 1, within: federal.Id, domains: "itz.bund.de", released: now.AddDays(5)));
            return new World(office, [states.Id, hesse.Id, federal.Id, house.Id]);
        }

        public async Task ActAsync((int Person, int Contingent, int Step) step, bool alone)
        {
            var (email, level, land) = Who(step.Person);
            switch (step.Step)
            {
                case < 8: await RegisterAsync(email, level, land); break;
                case < 11: await CancelAsync(email); break;
                case < 13: await AcceptAsync(email); break;
                case 13: await ChangeContingentAsync(step.Contingent, s => s with { Places = s.Places + 1 }); break;
                case 14 when alone: await ChangeContingentAsync(step.Contingent, s => s with { Places = Math.Max(0, s.Places - 1) }); break;
                case 15: await office.CarryOutAsync(new ContingentChange.Total(await CapacityAsync() + 1)); break;
                case 16 when alone: await office.CarryOutAsync(new ContingentChange.Total(await CapacityAsync() - 1)); break;
                case 17 when alone: office.Office.Clock.Advance(TimeSpan.FromHours(49)); await office.PassTimeAsync(); break;
                case 18 when alone: await ChangeLevelAsync(email, step.Contingent); break;
                case 19 when alone && step.Person == 0: await ChangeContingentAsync(step.Contingent, s => s with { ReleasedAt = s.ReleasedAt is null ? office.Office.Clock.GetUtcNow() : null }); break;
                case 20 when alone: await DissolveOrMakeAnewAsync(step.Contingent); break;
            }
        }

        public async Task CheckAsync(bool wasOneStep = true, bool wasCutAnew = false)
        {
            var now = office.Office.Clock.GetUtcNow();
            var all = await office.Office.AllAsync<Contingent>(Ct);
            var people = (await office.PeopleAsync()).Where(r => r.IsActive).ToList();
            var nested = new Nested(all, await CapacityAsync(), people, now);

            // Never over the whole nor over any contingent; lowering a number takes nobody's place away.
            foreach (var pool in nested.Bound.Where(p => p == Nested.Whole || !wasCutAnew)) Assert.True(nested.Taken(pool) <= Math.Max(nested.Places(pool), takenBefore.GetValueOrDefault(pool)), $"{pool} is over");

            // Nobody waits while a place of theirs is free.
            Assert.All(people.Where(r => r.Waits), r => Assert.False(nested.IsFree(nested.PoolOf(r))));

            // Whoever got a place in this step overtook nobody of the same pool, and there was room all around.
            foreach (var got in people.Where(r => wasOneStep && r.HoldsPlace && !holdingBefore.Contains(r.Id)))
            {
                Assert.DoesNotContain(people, r => r.Waits && nested.PoolOf(r) == nested.PoolOf(got) && r.OrderNumber < got.OrderNumber);
                Assert.All(nested.Path(nested.PoolOf(got)), pool => Assert.True(nested.Taken(pool) <= nested.Places(pool), $"{pool} was full"));
            }

            // Everybody in line waits for the places of the right contingent.
            Assert.All(people.Where(r => r.Waits), r => Assert.Equal(Assignment.Of(all, Applicant.Of(r))?.Id, r.ContingentId));

            takenBefore = nested.Bound.ToDictionary(p => p, nested.Taken);
            holdingBefore = [.. people.Where(r => r.HoldsPlace).Select(r => r.Id)];
        }

        public ValueTask DisposeAsync() => office.DisposeAsync();

        private static (string, AdministrativeLevel, Land?) Who(int person) => person switch
        {
            < 3 => ($"h{person}@hessen.example", AdministrativeLevel.Land, Land.Hessen),
            < 6 => ($"l{person}@land.example", AdministrativeLevel.Land, Land.Bayern),
            < 8 => ($"i{person}@itz.bund.de", AdministrativeLevel.Bund, null),
            < 10 => ($"b{person}@bund.de", AdministrativeLevel.Bund, null),
            _ => ($"k{person}@stadt.example", AdministrativeLevel.Kommune, Land.Bayern),
        };

        private async Task<int> CapacityAsync() => (await office.Office.AllAsync<Kongress.Conferences.Conference>(Ct)).Single().Capacity;

        private async Task<Registration?> LivingAsync(string email) => (await office.PeopleAsync()).SingleOrDefault(r => r.ActiveEmail == email);

        private async Task RegisterAsync(string email, AdministrativeLevel level, Land? land)
        {
            // Every third leaves the address unconfirmed for now.
            if (email.Contains('2', StringComparison.Ordinal)) await office.SubmitAsync(email, level, land);
            else if (await LivingAsync(email) is null) await office.RegisterAsync(email, level, land);
        }

        private async Task CancelAsync(string email)
        {
            if (await LivingAsync(email) is { AccountId: not null } registration) await office.CancelAsync(registration);
        }

        private async Task AcceptAsync(string email)
        {
            if (await LivingAsync(email) is not { Status: RegistrationStatus.Offered }) return;
            var secret = await office.Office.LastSecretAsync("Registration.Offer", email, Ct);
            await office.Office.UseAsync<RegistrationDesk>(desk => desk.AcceptOfferAsync(secret, Ct));
        }

        private async Task DissolveOrMakeAnewAsync(int contingent)
        {
            if (dissolved.Remove(contingent, out var settings))
            {
                var around = (await office.Office.AllAsync<Contingent>(Ct)).SingleOrDefault(c => c.Id == settings.ParentId);
                // What lies around it may be gone or too small by now; then it comes without, or not at all.
                var made = await office.CarryOutAsync(new ContingentChange.Keep(null, default, settings with { ParentId = around?.Id }));
                if (made.Outcome is not ContingentOutcome.Done) dissolved[contingent] = settings;
                else contingents[contingent] = (await office.Office.AllAsync<Contingent>(Ct)).Single(c => c.Settings.Name == settings.Name).Id;
                return;
            }

            dissolved[contingent] = (await office.Office.AllAsync<Contingent>(Ct)).Single(c => c.Id == contingents[contingent]).Settings;
            await office.CarryOutAsync(new ContingentChange.Remove(contingents[contingent]));
        }

        private async Task ChangeContingentAsync(int contingent, Func<ContingentSettings, ContingentSettings> change)
        {
            if (!dissolved.ContainsKey(contingent)) await office.ChangeAsync(contingents[contingent], change);
        }

        private async Task ChangeLevelAsync(string email, int level)
        {
            if (await LivingAsync(email) is not { AccountId: { } account } registration) return;
            var person = registration.Person with { Level = (AdministrativeLevel)(level % 3), Land = level % 3 == 0 ? null : Land.Bayern };
            await office.Office.UseAsync<AnswersDesk>(desk => desk.ChangeAsync(registration.Id, account, registration.Version, person, registration.Attendance, null, Ct));
        }
    }

    /// <summary>The rules of nested contingents said once more, in another way: what must be kept for others is laid aside first.</summary>
    private sealed class Nested(List<Contingent> all, int capacity, List<Registration> people, DateTimeOffset now)
    {
        public static readonly Guid Whole = Guid.Empty;

        public IEnumerable<Guid> Bound => [Whole, .. all.Where(c => !c.IsReleased(now)).Select(c => c.Id)];

        public int Places(Guid pool) => pool == Whole ? capacity : all.Single(c => c.Id == pool).Settings.Places;

        public Guid PoolOf(Registration registration) => registration.ContingentId is { } id ? Settle(id) : Whole;

        public int Taken(Guid pool) => people.Count(r => r.HoldsPlace && Path(PoolOf(r)).Contains(pool));

        /// <summary>One more in the pool: does it fit there beside what is laid aside for the pools within, and into everything around it?</summary>
        public bool IsFree(Guid pool) => LaidAside(pool, one: true) <= Places(pool) && Path(pool).Skip(1).All(around => Taken(around) + 1 <= Places(around));

        private int LaidAside(Guid pool, bool one) =>
            people.Count(r => r.HoldsPlace && PoolOf(r) == pool) + (one ? 1 : 0)
            + Bound.Where(inner => inner != Whole && Path(inner).ElementAt(1) == pool).Sum(inner => Math.Max(Places(inner), LaidAside(inner, one: false)));

        public List<Guid> Path(Guid pool) => pool == Whole ? [Whole] : [pool, .. Path(all.Single(c => c.Id == pool).Settings.ParentId is { } parent ? Settle(parent) : Whole)];

        private Guid Settle(Guid id) => all.Single(c => c.Id == id) is var contingent && !contingent.IsReleased(now) ? id : contingent.Settings.ParentId is { } parent ? Settle(parent) : Whole;
    }
}
