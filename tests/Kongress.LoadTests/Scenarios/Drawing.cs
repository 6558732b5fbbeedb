using System.Diagnostics;
using System.Globalization;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.LoadTests.Driving;
using Kongress.LoadTests.Hosting;
using Kongress.Registrations;
using Kongress.Workshops;
using Kongress.Workshops.Allotment;
using Microsoft.EntityFrameworkCore;

namespace Kongress.LoadTests.Scenarios;

/// <summary>The draw of the seats of 30 workshops among 800 people with five wishes each, beside the least that could be done with the same wishes: everybody in the order of the lots takes what is left. Then the same over the database, from the preview to the publication.</summary>
internal static class Drawing
{
    private const int People = 800;
    private const int Wishes = 5;
    private const int Workshops = 30;
    private const int Seats = 25;
    private const int Most = 3;
    private const int Seed = 15;
    private const int DrawsInARound = 3;

    public static async Task MeasureAsync(Product product, Bare bare, CancellationToken ct)
    {
        var input = Input();
        await Comparison.PrintAsync(
            $"Draw ({People} people, {Wishes} wishes, {Workshops} workshops, at most {Most} each) ÷ first come by lot with the same wishes",
            _ => Task.FromResult(Measure(() => Draw.Run(input, Seed))),
            _ => Task.FromResult(Measure(() => ByLot(input, Seed))));
        foreach (var (name, seats) in new[] { ("draw", Draw.Run(input, Seed)), ("by lot", ByLot(input, Seed)) })
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-7} {seats.Count} seats, {seats.Select(s => s.PersonId).Distinct().Count()} people with one, {seats.Count(s => s.Rank == 1)} first wishes, {seats.Sum(s => Draw.Points(input, s.Rank))} points"));
        }

        await OverTheDatabaseAsync(product, ct);
    }

    private static Round Measure(Func<IReadOnlyList<DrawnSeat>> draw)
    {
        var times = new double[DrawsInARound];
        for (var i = 0; i < times.Length; i++)
        {
            var started = Stopwatch.GetTimestamp();
            draw();
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        return Round.Of(times, times.Sum() / 1000);
    }

    // Each starts half an hour after the one before, for an hour and a half, twelve in a day; the first ones are wished most.
    private static DrawInput Input()
    {
        var morning = new DateTimeOffset(2027, 3, 27, 9, 0, 0, TimeSpan.Zero);
        var random = new Random(Seed);
        var workshops = Enumerable.Range(0, Workshops).Select(i => new DrawWorkshop(Guid.CreateVersion7(), morning.AddDays(i / 12).AddMinutes(i % 12 * 30), morning.AddDays(i / 12).AddMinutes((i % 12 * 30) + 90), Seats)).ToList();
        return new DrawInput(workshops, [.. Enumerable.Range(0, People).Select(_ => new DrawPerson(Guid.CreateVersion7(), [.. Popular(workshops, random).Select(w => w.Id)], [], new HashSet<Guid>()))], Most, Wishes);
    }

    private static IEnumerable<T> Popular<T>(IEnumerable<T> workshops, Random random) => workshops.Index().OrderBy(w => (w.Index + 1) * random.NextDouble()).Take(Wishes).Select(w => w.Item);

    // In rounds as well, so that nobody has two while others are still to come.
    private static List<DrawnSeat> ByLot(DrawInput input, int seed)
    {
        var byId = input.Workshops.ToDictionary(w => w.Id);
        var free = input.Workshops.ToDictionary(w => w.Id, w => w.Free);
        var have = input.People.ToDictionary(p => p.Id, _ => new List<DrawWorkshop>());
        var given = new List<DrawnSeat>();
        var order = input.People.OrderByDescending(p => Draw.Lot(seed, p.Id)).ToList();
        for (var round = 1; round <= input.Most; round++)
        {
            foreach (var person in order)
            {
                for (var i = 0; i < person.Wishes.Count; i++)
                {
                    var workshop = byId[person.Wishes[i]];
                    if (free[workshop.Id] == 0 || have[person.Id].Exists(h => h.Id == workshop.Id || h.Overlaps(workshop))) continue;
                    free[workshop.Id]--;
                    have[person.Id].Add(workshop);
                    given.Add(new DrawnSeat(person.Id, workshop.Id, i + 1));
                    break;
                }
            }
        }

        return given;
    }

    private static async Task OverTheDatabaseAsync(Product product, CancellationToken ct)
    {
        var opened = await SigningUp.OpenAsync(product, ct);
        var programme = new LargeProgramme(product);
        var conference = (await product.Services.GetRequiredService<CurrentConference>().FindAsync(ct))!;
        var people = await programme.WithAsync<KongressDb, int>(db => WishAsync(db, opened, ct));
        await programme.WithAsync<AllotmentDesk, bool>(desk => desk.SaveDatesAsync(conference.Id, DateTimeOffset.UnixEpoch, TimeProvider.System.GetUtcNow(), Wishes, Guid.Empty, ct));

        Guid draw = default;
        var drawn = await SecondsAsync(() => programme.WithAsync<AllotmentDesk, bool>(async desk => (draw = (await desk.DrawAsync(conference.Id, Seed, Guid.Empty, ct))!.Value) != default));
        var preview = await SecondsAsync(() => programme.WithAsync<AllotmentLists, AllotmentState>(lists => lists.FindAsync(conference, ct)));
        PublishResult? result = null;
        var published = await SecondsAsync(async () => result = await programme.WithAsync<AllotmentDesk, PublishResult>(desk => desk.PublishAsync(conference.Id, draw, Guid.Empty, ct)));
        if (result is not { Outcome: PublishOutcome.Published }) throw new InvalidOperationException($"The publication ended with {result?.Outcome}.");
        var stored = (await programme.WithAsync<AllotmentLists, List<PublishedDraw>>(lists => lists.PublishedAsync(conference.Id, ct)))[0];
        var read = await SecondsAsync(() => programme.WithAsync<AllotmentLists, List<PlanPerson>>(lists => lists.PeopleAsync(stored, ct)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  over the database, {people} people: draw kept {drawn:0.00} s, preview {preview:0.00} s, publication with {result.Seats} seats and {result.Mails} mails {published:0.00} s, read again with everybody {read:0.00} s"));
        await using var scope = product.Services.CreateAsyncScope();
        await Sweep.SeatsAsync(scope.ServiceProvider.GetRequiredService<KongressDb>(), ct);
    }

    // Of all workshops only these go by wishes, and everybody with a confirmed registration wishes.
    private static async Task<int> WishAsync(KongressDb db, List<Guid> opened, CancellationToken ct)
    {
        await db.Set<Wish>().ExecuteDeleteAsync(ct);
        await db.Set<Adjustment>().ExecuteDeleteAsync(ct);
        await db.Set<Workshop>().ExecuteUpdateAsync(set => set.SetProperty(w => w.Settings.Mode, w => opened.Contains(w.Id) ? SeatMode.Allotment : SeatMode.FirstCome), ct);
        var workshops = await db.Set<Workshop>().AsNoTracking().Where(w => opened.Contains(w.Id)).OrderBy(w => w.Id).ToListAsync(ct);
        var people = await db.Set<Registration>().Where(r => r.Status == RegistrationStatus.Confirmed && r.AccountId != null).OrderBy(r => r.OrderNumber).Select(r => r.Id).Take(People).ToListAsync(ct);
        var random = new Random(Seed);
        foreach (var person in people) db.AddRange(Popular(workshops, random).Select((workshop, i) => new Wish(workshop, person, i + 1, DateTimeOffset.UnixEpoch)));
        await db.SaveChangesAsync(ct);
        return people.Count;
    }

    private static async Task<double> SecondsAsync<T>(Func<Task<T>> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
