using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Kongress.Workshops.Allotment;

/// <summary>A part of the time in which nobody may have more than so many workshops.</summary>
public sealed record DrawBlock(Guid Id, string Name, int Most);

/// <summary>A workshop as the draw sees it.</summary>
/// <param name="Free">Seats that everybody may have. Never below zero.</param>
/// <param name="Kept">Further seats for the group that they are kept for.</param>
/// <param name="Block">In which it begins; null: in none that is limited.</param>
public sealed record DrawWorkshop(Guid Id, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Free, int Kept = 0, DrawBlock? Block = null)
{
    /// <summary>Touching is not overlapping.</summary>
    public bool Overlaps(DrawWorkshop other) => Id != other.Id && StartsAt < other.EndsAt && other.StartsAt < EndsAt;

    /// <summary>Whether somebody with these workshops has as many as allowed in the block of this one.</summary>
    public bool IsInFullBlock(IEnumerable<DrawWorkshop> own) => Block is { } block && own.Count(o => o.Block?.Id == block.Id) >= block.Most;
}

/// <param name="Wishes">Ids of workshops, the dearest first. Only what the person may attend: what is impossible moves the later ones up.</param>
/// <param name="Held">Workshops in which the person has a seat, or got one by hand. They count, and nothing may overlap them.</param>
/// <param name="KeptFor">Of the wishes, those whose kept seats the person may have.</param>
public sealed record DrawPerson(Guid Id, IReadOnlyList<Guid> Wishes, IReadOnlyList<DrawWorkshop> Held, IReadOnlySet<Guid> KeptFor);

/// <param name="Most">How many workshops somebody may have, held ones included; null: any number.</param>
/// <param name="MostWishes">The length of the longest list, 1 to 10: the first wish counts that many points, each later one a point less.</param>
public sealed record DrawInput(IReadOnlyList<DrawWorkshop> Workshops, IReadOnlyList<DrawPerson> People, int? Most, int MostWishes);

/// <summary>A seat that the draw gives.</summary>
/// <param name="Rank">Which wish it is, from 1.</param>
public readonly record struct DrawnSeat(Guid PersonId, Guid WorkshopId, int Rank);

/// <summary>Allots seats by preference. A pure function: the same wishes and the same seed give the same seats, on every machine, for ever.</summary>
/// <remarks>
/// It goes in rounds. In round n everybody who has fewer than n workshops gets at most one more, so nobody has a second one while somebody could have had their first.
/// What a round maximises, in this order:
/// 1. the number of people who get something, 2. the points (first wish <see cref="DrawInput.MostWishes"/>, each later one a point less), 3. the points weighted by lots.
/// Each round is an exact optimum given the rounds before. So the first round serves as many people as any allotment at all could serve, and best so; all rounds together
/// are fair rather than the greatest possible sum of points: a greater one can exist where somebody would take what fits worse in the first round.
/// The lot of a person is the hash of the seed and their id: it depends on nobody else, and everybody can calculate it again.
/// </remarks>
public static class Draw
{
    // Weights of the three aims, so far apart that no sum of a lesser one outweighs a greater one, up to 5000 people with 10 wishes: lots < 2^12, points ≤ 10.
    private const int LotBits = 12;
    private const long Point = 1L << 28;
    private const long Served = 1L << 45;

    public const int MostPeople = 5000;
    public const int LongestList = 10;

    public static IReadOnlyList<DrawnSeat> Run(DrawInput input, int seed)
    {
        if (input.People.Count > MostPeople || input.MostWishes > LongestList || input.People.Any(p => p.Wishes.Count > input.MostWishes)) throw new ArgumentException("More people or wishes than the weights allow for.", nameof(input));
        // In an order of its own: how the rows came from the database must not matter.
        var workshops = input.Workshops.OrderBy(w => w.Id).ToList();
        var number = workshops.Select((w, i) => (w.Id, i)).ToDictionary(w => w.Id, w => w.i);
        var people = input.People.OrderBy(p => p.Id).ToList();
        var have = people.Select(p => p.Held.ToList()).ToList();
        var lots = people.Select(p => Lot(seed, p.Id)).ToList();
        // Two pools for each workshop: the seats for everybody, and behind them those that are kept.
        var free = workshops.Select(w => w.Free).Concat(workshops.Select(w => w.Kept)).ToList();
        var drawn = new List<DrawnSeat>();
        var last = people.Count == 0 ? 0 : people.Max(p => p.Held.Count + p.Wishes.Count);
        for (var round = 1; round <= Math.Min(last, input.Most ?? int.MaxValue); round++)
        {
            var options = people.Select((person, i) => have[i].Count >= round ? [] : Options(person, i)).ToList();
            var placed = Assignment.Cheapest(options, free);
            for (var i = 0; i < people.Count; i++)
            {
                if (placed[i] == Assignment.Nowhere) continue;
                var workshop = workshops[placed[i] % workshops.Count];
                // Whoever may have a kept seat counts against those first: the others stay for everybody in the next round.
                var kept = number[workshop.Id] + workshops.Count;
                free[people[i].KeptFor.Contains(workshop.Id) && free[kept] > 0 ? kept : number[workshop.Id]]--;
                have[i].Add(workshop);
                drawn.Add(new DrawnSeat(people[i].Id, workshop.Id, 1 + people[i].Wishes.ToList().IndexOf(workshop.Id)));
            }
        }

        return drawn;

        IReadOnlyList<(int Pool, long Cost)> Options(DrawPerson person, int i)
        {
            var options = new List<(int, long)>();
            for (var wish = 0; wish < person.Wishes.Count; wish++)
            {
                if (!number.TryGetValue(person.Wishes[wish], out var w) || have[i].Exists(h => h.Id == workshops[w].Id || h.Overlaps(workshops[w])) || workshops[w].IsInFullBlock(have[i])) continue;
                var points = Points(input, wish + 1);
                var cost = -(Served + (points * Point) + (points * lots[i]));
                options.Add((w, cost));
                if (person.KeptFor.Contains(workshops[w].Id)) options.Add((workshops.Count + w, cost));
            }

            return options;
        }
    }

    /// <summary>What a wish counts: from 1 point for the last possible one.</summary>
    public static int Points(DrawInput input, int rank) => input.MostWishes + 1 - rank;

    /// <summary>1 to 4096; the higher one wins where everything else is equal.</summary>
    public static int Lot(int seed, Guid personId)
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(FormattableString.Invariant($"{seed}/{personId:N}")));
        return 1 + (BinaryPrimitives.ReadUInt16BigEndian(hash) >> (16 - LotBits));
    }
}
