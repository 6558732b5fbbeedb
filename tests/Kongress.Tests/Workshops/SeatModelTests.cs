using System.Collections.Concurrent;
using CsCheck;
using Kongress.Tests.Hosting;
using Kongress.Workshops;

namespace Kongress.Tests.Workshops;

/// <summary>Random sequences of everything that can happen to seats, one after the other and at once; the same must be true after each save.</summary>
public sealed class SeatModelTests
{
    // Who, which workshop, what.
    private static readonly Gen<(int Person, int Workshop, SeatStep Step)> AnyStep = Gen.Select(
        Gen.Int[0, SeatWorld.People - 1], Gen.Int[0, SeatWorld.Workshops - 1], Gen.Int[0, SeatWorld.Weighted.Length - 1].Select(i => SeatWorld.Weighted[i]));

    // Three at most; four stands for any number.
    private static readonly Gen<(int Most, bool ByOffer, SeatBlock Block)> AnyRules = Gen.Select(Gen.Int[1, 4], Gen.Bool, Gen.Enum<SeatBlock>());

    // What the audit must tell of after all sequences; else the steps do not reach what they are for.
    private static readonly string[] Everything =
    [
        "Workshop.Changed", "Workshop.GivenBack", "Workshop.LeftWaitingList", "Workshop.MovedToTop", "Workshop.MovedUp", "Workshop.OfferAccepted", "Workshop.OfferExpired", "Workshop.Offered",
        "Workshop.RegistrationEnded", "Workshop.Seated", "Workshop.Waiting",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public Task Whatever_happens_the_seats_are_given_justly() => Gen.Select(AnyStep.Array[25, 60], AnyRules).SampleAsync(
        async (steps, rules) =>
        {
            await using var world = await OpenAsync(Databases.Sqlite, rules);
            foreach (var step in steps)
            {
                await world.ActAsync(step);
                await world.CheckStandingAsync();
            }
        },
        iter: 30,
        threads: 2);

    [Theory, EveryDatabase]
    public async Task Whatever_happens_at_once_the_seats_are_given_justly(string provider)
    {
        var happened = new ConcurrentDictionary<string, bool>();
        // Chance may leave one kind of step without effect in a few sequences; not in a hundred.
        for (var round = 0; round < 10 && Everything.Except(happened.Keys).Any(); round++)
        {
            await Gen.Select(AnyStep.Array[60, 120], AnyRules).SampleAsync(
                async (steps, rules) =>
                {
                    await using var world = await OpenAsync(provider, rules);
                    await world.ActAtOnceAsync(steps);
                    await world.Office.PassTimeAsync();
                    await world.CheckStandingAsync();
                    foreach (var change in await world.Office.ChangesAsync()) happened[change.Action] = true;
                },
                iter: provider == Databases.Sqlite ? 12 : 2,
                threads: 1);
        }

        Assert.Empty(Everything.Except(happened.Keys));
    }

    [Fact]
    public async Task Without_the_lock_the_same_steps_at_once_give_more_seats_than_there_are()
    {
        var faults = new List<SeatFault>();
        // In one sequence of a million nobody wants the seat that another has just seen free.
        for (var round = 0; round < 5 && !faults.Contains(SeatFault.MoreThanThereAre); round++)
        {
            await Gen.Select(AnyStep.Array[60, 120], AnyRules).SampleAsync(
                async (steps, rules) =>
                {
                    await using var world = await OpenAsync(Databases.Sqlite, rules);
                    await world.ActAtOnceWithoutLockAsync(steps);
                    faults.AddRange(world.Faults());
                },
                iter: 1,
                threads: 1);
        }

        Assert.Contains(SeatFault.MoreThanThereAre, faults);
    }

    private static Task<SeatWorld> OpenAsync(string provider, (int Most, bool ByOffer, SeatBlock Block) rules) =>
        SeatWorld.OpenAsync(provider, rules.ByOffer ? Promotion.ByOffer : Promotion.AtOnce, rules.Most == 4 ? null : rules.Most, rules.Block);
}
