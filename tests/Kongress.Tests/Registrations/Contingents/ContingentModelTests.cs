using System.Collections.Concurrent;
using CsCheck;
using Kongress.Data;
using Kongress.Tests.Hosting;
using Xunit.Sdk;

namespace Kongress.Tests.Registrations.Contingents;

/// <summary>Random sequences of everything that can happen to places with nested contingents; after each step the same things must be true.</summary>
public sealed class ContingentModelTests
{
    // Who, which contingent, what.
    private static readonly Gen<(int Person, int Contingent, PlaceStep Step)> AnyStep = Gen.Select(Gen.Int[0, PlaceWorld.People - 1], Gen.Int[0, PlaceWorld.Contingents - 1], Gen.Int[0, PlaceWorld.Weighted.Length - 1].Select(i => PlaceWorld.Weighted[i]));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // What the audit must tell of after all sequences; else the steps do not reach what they are for.
    private static readonly string[] Everything =
    [
        "Contingent.Added", "Contingent.Changed", "Contingent.Removed", "Conference.Changed", "Invitation.Renewed", "Invitation.Sent", "Invitation.Withdrawn", "Registration.Approved", "Registration.Cancelled", "Registration.Changed",
        "Registration.EmailConfirmed", "Registration.Expired", "Registration.Invited", "Registration.NamedAsSubstitute", "Registration.Offered", "Registration.OfferAccepted", "Registration.Reassigned", "Registration.Rejected", "Registration.Replaced",
    ];

    [Fact]
    public async Task Whatever_happens_the_places_are_given_justly()
    {
        var happened = new ConcurrentDictionary<string, bool>();
        // Chance may leave one kind of step without effect in a few dozen sequences; not in several hundred.
        for (var round = 0; round < 10 && Everything.Except(happened.Keys).Any(); round++) await SampleAsync(happened);
        Assert.Empty(Everything.Except(happened.Keys));
    }

    private static Task SampleAsync(ConcurrentDictionary<string, bool> happened) => AnyStep.Array[25, 60].SampleAsync(
        async steps =>
        {
            await using var world = await PlaceWorld.OpenAsync(Databases.Sqlite);
            foreach (var step in steps)
            {
                await world.ActAsync(step);
                // Another cut of the contingents can put too many into one: told to the organiser, and nobody is thrown out.
                await world.CheckAsync(wasCutAnew: PlaceWorld.CutsAnew(step.Step));
            }

            foreach (var change in await world.Office.Office.AllAsync<Change>(Ct)) happened[change.Action] = true;
        },
        iter: 40,
        threads: 2);

    [Theory, EveryDatabase]
    public async Task Whatever_happens_at_once_the_places_are_given_justly(string provider)
    {
        var happened = new ConcurrentDictionary<string, bool>();
        for (var round = 0; round < 10 && Everything.Except(happened.Keys).Any(); round++)
        {
            await SampleAtOnceAsync(provider, AnyStep, async world =>
            {
                await world.CheckAtTheEndAsync();
                foreach (var change in await world.Office.Office.AllAsync<Change>(Ct)) happened[change.Action] = true;
            });
        }

        Assert.Empty(Everything.Except(happened.Keys));
    }

    [Theory, EveryDatabase]
    public async Task Where_the_contingents_stay_as_they_are_nobody_is_overtaken_by_what_happens_at_once(string provider)
    {
        var holding = 0;
        await SampleAtOnceAsync(provider, AnyStep.Where(step => step.Step is not (PlaceStep.Release or PlaceStep.DissolveOrMake)), async world =>
        {
            await world.CheckAtTheEndAsync();
            holding += await world.CheckNobodyWasOvertakenAsync();
        });
        Assert.True(holding > 0, "nobody was looked at");
    }

    [Fact]
    public async Task Without_the_lock_the_same_look_finds_more_places_given_than_there_are()
    {
        await using var world = await PlaceWorld.OpenAsync(Databases.Sqlite);
        foreach (var person in new[] { 0, 1, 3, 4, 6, 8, 9 }) await world.ActAsync((person, 0, PlaceStep.Register));
        await world.ActAsync((10, 0, PlaceStep.RegisterWithCode));
        await world.ActAsync((0, 0, PlaceStep.Fill));
        // Nine of ten are taken, each from its contingent; one is left, open to everybody.
        Assert.Equal((9, 1), ((await world.Office.OverviewAsync()).Root.Taken, (await world.Office.OverviewAsync()).Root.Room));
        await world.CheckAtTheEndAsync();
        var bothHaveCounted = new Rendezvous(2);
        var race = world.With(world.Office.With(world.Office.Office.With(database => new WithoutLock(database.ConnectionString, bothHaveCounted.ArriveAsync))));

        var first = race.ActAsync((11, 0, PlaceStep.Register));
        await bothHaveCounted.Arrived(1);
        await Task.WhenAll(first, race.ActAsync((1, 0, PlaceStep.Fill)));

        await Assert.ThrowsAnyAsync<XunitException>(world.CheckAtTheEndAsync);
    }

    private static Task SampleAtOnceAsync(string provider, Gen<(int Person, int Contingent, PlaceStep Step)> step, Func<PlaceWorld, Task> check) => step.Array[100, 200].SampleAsync(
        async steps =>
        {
            await using var world = await PlaceWorld.OpenAsync(provider);
            await world.ActAtOnceAsync(steps);
            await world.Office.PassTimeAsync();
            await check(world);
        },
        iter: provider == Databases.Sqlite ? 4 : 1,
        threads: 1);
}
