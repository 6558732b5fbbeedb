using CsCheck;
using Kongress.Workshops.Allotment;

namespace Kongress.Tests.Workshops.Allotment;

/// <summary>The draw where parts of the time have a maximum of their own: each round against every allotment there could be, on small cases.</summary>
public sealed class DrawBlockTests
{
    private const int Seed = 7;

    private static readonly DateTimeOffset Morning = new(2027, 3, 27, 9, 0, 0, TimeSpan.Zero);

    // Up to 4 workshops at 4 times that overlap in part, in two blocks of one or two or in none, with few seats; up to 5 people with lists, some with a seat already.
    private static readonly Gen<DrawInput> AnyCase =
        from workshops in Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 2]).Array[1, 4]
        from people in Gen.Select(Gen.Shuffle(new[] { 0, 1, 2, 3 }), Gen.Int[0, 4], Gen.Int[0, 5]).Array[1, 5]
        from bounds in Gen.Int[1, 2].Array[2]
        from most in Gen.Int[1, 4]
        select Case(workshops, people, bounds, most == 4 ? null : most);

    [Fact]
    public void Nobody_gets_more_than_allowed_in_a_block_nor_less_than_they_could_still_have() => AnyCase.Sample(
        input =>
        {
            var drawn = Draw.Run(input, Seed);
            var byId = input.Workshops.ToDictionary(w => w.Id);
            foreach (var person in input.People)
            {
                var all = person.Held.Concat(drawn.Where(s => s.PersonId == person.Id).Select(s => byId[s.WorkshopId])).ToList();
                Assert.All(all.Where(w => w.Block is not null).GroupBy(w => w.Block!), own => Assert.True(own.Count() <= Math.Max(own.Key.Most, person.Held.Count(h => h.Block == own.Key))));
                foreach (var wish in person.Wishes.Select(id => byId[id]))
                {
                    var couldHave = all.Count < (input.Most ?? int.MaxValue) && !all.Exists(a => a.Id == wish.Id || a.Overlaps(wish)) && (wish.Block is null || all.Count(a => a.Block == wish.Block) < wish.Block.Most);
                    Assert.False(couldHave && drawn.Count(s => s.WorkshopId == wish.Id) < wish.Free, "A seat is free that was wished.");
                }
            }
        },
        iter: 3000);

    [Fact]
    public void Every_round_is_the_best_of_all_possible_ones_after_those_before() => AnyCase.Sample(
        input =>
        {
            var before = input with { Most = 0 };
            for (var round = 1; round <= 4; round++)
            {
                if (input.Most < round) break;
                var until = Draw.Run(input with { Most = round }, Seed);
                var earlier = Draw.Run(before, Seed);
                Assert.Empty(earlier.Except(until));
                Assert.Equal(BestRound(input, earlier, round), Value(input, until.Except(earlier)));
                before = input with { Most = round };
            }
        },
        iter: 2000);

    private static DrawInput Case((int Start, int Free, int Block)[] rows, (int[] Order, int Count, int Held)[] people, int[] bounds, int? most)
    {
        var blocks = bounds.Select((b, i) => new DrawBlock(new Guid(i + 1, 2, 0, new byte[8]), $"Block {i}", b)).ToList();
        var workshops = rows.Select((r, i) => new DrawWorkshop(new Guid(i + 1, 0, 0, new byte[8]), Morning.AddHours(r.Start), Morning.AddHours(r.Start + 1.5), r.Free) { Block = blocks.ElementAtOrDefault(r.Block) }).ToList();
        return new DrawInput(
            workshops,
            [.. people.Select((p, i) =>
            {
                var held = p.Held < workshops.Count && p.Held % 2 == 1 ? workshops[p.Held] : null;
                var wishes = p.Order.Where(w => w < workshops.Count).Take(p.Count).Select(w => workshops[w].Id).ToList();
                return new DrawPerson(new Guid(i + 1, 1, 0, new byte[8]), wishes, held is null ? [] : [held], new HashSet<Guid>());
            })],
            most,
            4);
    }

    private static (int Served, int Points, long Lots) Value(DrawInput input, IEnumerable<DrawnSeat> seats)
    {
        var all = seats.ToList();
        return (all.Count, all.Sum(s => Draw.Points(input, s.Rank)), all.Sum(s => (long)Draw.Points(input, s.Rank) * Draw.Lot(Seed, s.PersonId)));
    }

    // Every way of giving each person with fewer workshops than the round at most one more. The rules are written out once more here.
    private static (int, int, long) BestRound(DrawInput input, IReadOnlyList<DrawnSeat> before, int round)
    {
        var byId = input.Workshops.ToDictionary(w => w.Id);
        var have = input.People.Select(p => p.Held.Concat(before.Where(s => s.PersonId == p.Id).Select(s => byId[s.WorkshopId])).ToList()).ToList();
        var best = (0, 0, 0L);
        Try([], 0);
        return best;

        void Try(List<DrawnSeat> seats, int next)
        {
            if (next == input.People.Count)
            {
                var value = Value(input, seats);
                if (value.CompareTo(best) > 0) best = value;
                return;
            }

            Try(seats, next + 1);
            var (person, own) = (input.People[next], have[next]);
            if (own.Count >= round) return;
            for (var i = 0; i < person.Wishes.Count; i++)
            {
                var wish = byId[person.Wishes[i]];
                if (own.Exists(o => o.Id == wish.Id || (o.StartsAt < wish.EndsAt && wish.StartsAt < o.EndsAt))) continue;
                if (wish.Block is { } block && own.Count(o => o.Block == block) >= block.Most) continue;
                if (before.Concat(seats).Count(s => s.WorkshopId == wish.Id) >= wish.Free) continue;
                Try([.. seats, new DrawnSeat(person.Id, wish.Id, i + 1)], next + 1);
            }
        }
    }
}
