using CsCheck;
using Kongress.Workshops.Allotment;

namespace Kongress.Tests.Workshops.Allotment;

/// <summary>The draw against every allotment there could be, on small cases.</summary>
public sealed class DrawTests
{
    private static readonly DateTimeOffset Morning = new(2027, 3, 27, 9, 0, 0, TimeSpan.Zero);

    // Up to 4 workshops that overlap in part, with few seats, some of them kept; up to 4 people with lists, some with a seat already or in the group of the kept ones.
    private static readonly Gen<DrawInput> AnyCase =
        from workshops in Gen.Select(Gen.Int[0, 7], Gen.Int[0, 2], Gen.Int[0, 1]).Array[2, 4]
        from people in Gen.Select(Gen.Shuffle(new[] { 0, 1, 2, 3 }), Gen.Int[1, 4], Gen.Int[0, 5], Gen.Bool).Array[2, 4]
        from most in Gen.Int[1, 4]
        select Case(workshops, people, most > 2 ? null : most);

    [Fact]
    public void Each_round_is_the_best_of_all_possible_ones_after_those_before() => AnyCase.Sample(
        input =>
        {
            var before = new List<DrawnSeat>();
            for (var round = 1; round <= Math.Min(input.Most ?? 5, 5); round++)
            {
                // With one workshop more for each there is one round more, and the others are the same.
                var drawn = Draw.Run(input with { Most = round }, 7);
                Assert.Equal(before, drawn.Take(before.Count));
                Assert.Equal(BestRound(input, 7, before, round), Value(input, drawn.Skip(before.Count), 7));
                before = [.. drawn];
            }

            Assert.Equal(before, Draw.Run(input, 7));
        },
        iter: 3000);

    [Fact]
    public void Nobody_has_a_second_workshop_while_any_allotment_at_all_would_give_the_first_to_one_more() => AnyCase.Sample(
        input =>
        {
            var served = Draw.Run(input, 3).Select(s => s.PersonId).Union(input.People.Where(p => p.Held.Count > 0).Select(p => p.Id)).Count();
            Assert.Equal(MostServed(input), served);
        },
        iter: 3000);

    [Fact]
    public void The_cases_hold_second_and_third_workshops_people_without_and_kept_seats()
    {
        var (second, third, contested, kept) = (0, 0, 0, 0);
        AnyCase.Sample(
            input =>
            {
                var each = Draw.Run(input, 7).CountBy(s => s.PersonId).ToDictionary();
                if (each.Values.Any(n => n >= 2)) Interlocked.Increment(ref second);
                if (input.People.Any(p => p.Held.Count + each.GetValueOrDefault(p.Id) >= 3)) Interlocked.Increment(ref third);
                if (each.Values.Any(n => n >= 2) && input.People.Any(p => p.Wishes.Count > 0 && p.Held.Count == 0 && !each.ContainsKey(p.Id))) Interlocked.Increment(ref contested);
                if (input.Workshops.Any(w => Draw.Run(input, 7).Count(s => s.WorkshopId == w.Id) > w.Free)) Interlocked.Increment(ref kept);
            },
            iter: 3000);
        // Seventy at least, of the rarest: that chance gives none is out of the question.
        Assert.All([second, third, contested, kept], n => Assert.NotEqual(0, n));
    }

    [Fact]
    public void Seats_overlaps_limits_and_kept_seats_hold_and_the_result_repeats() => AnyCase.Sample(
        input =>
        {
            var drawn = Draw.Run(input, 11);
            Assert.Equal(drawn, Draw.Run(input with { People = [.. input.People.Reverse()], Workshops = [.. input.Workshops.Reverse()] }, 11));
            var byId = input.Workshops.ToDictionary(w => w.Id);
            foreach (var workshop in input.Workshops)
            {
                var here = drawn.Where(s => s.WorkshopId == workshop.Id).Select(s => input.People.Single(p => p.Id == s.PersonId)).ToList();
                Assert.True(here.Count <= workshop.Free + workshop.Kept);
                Assert.True(here.Count(p => !p.KeptFor.Contains(workshop.Id)) <= workshop.Free);
            }

            foreach (var person in input.People)
            {
                var all = person.Held.Concat(drawn.Where(s => s.PersonId == person.Id).Select(s => byId[s.WorkshopId])).ToList();
                Assert.DoesNotContain(all, a => all.Exists(a.Overlaps));
                Assert.True(all.Count <= Math.Max(person.Held.Count, input.Most ?? int.MaxValue));
                Assert.Equal(all.Count, all.Select(a => a.Id).Distinct().Count());

                // What is left is nothing that somebody wished and could still have.
                foreach (var wish in person.Wishes.Select(id => byId[id]).Where(w => all.Count < (input.Most ?? int.MaxValue) && !all.Exists(a => a.Id == w.Id || a.Overlaps(w))))
                {
                    var here = drawn.Where(s => s.WorkshopId == wish.Id).ToList();
                    var others = here.Count(s => !input.People.Single(p => p.Id == s.PersonId).KeptFor.Contains(wish.Id));
                    Assert.False(here.Count < wish.Free + wish.Kept && (person.KeptFor.Contains(wish.Id) || others < wish.Free), "A seat is free that was wished.");
                }
            }
        },
        iter: 3000);

    [Fact]
    public void Another_seed_lets_others_win_and_everybody_equally_often()
    {
        var workshop = new DrawWorkshop(Guid.CreateVersion7(), Morning, Morning.AddHours(1), 1);
        var people = Enumerable.Range(0, 4).Select(_ => new DrawPerson(Guid.CreateVersion7(), [workshop.Id], [], new HashSet<Guid>())).ToList();
        var wins = Enumerable.Range(0, 4000).Select(seed => Draw.Run(new DrawInput([workshop], people, null, 1), seed).Single().PersonId).CountBy(id => id).ToList();
        Assert.Equal(4, wins.Count);
        Assert.All(wins, w => Assert.InRange(w.Value, 880, 1120));
    }

    [Fact]
    public void The_lot_of_a_person_is_the_same_for_ever() =>
        Assert.Equal([1828, 3782], [Draw.Lot(1, Guid.Empty), Draw.Lot(2, Guid.Empty)]);

    [Fact]
    public void Eight_hundred_people_with_five_wishes_for_thirty_workshops_fill_nearly_every_seat()
    {
        var random = new Random(15);
        var workshops = Enumerable.Range(0, 30).Select(i => new DrawWorkshop(Guid.CreateVersion7(), Morning.AddHours(i % 6 * 2), Morning.AddHours((i % 6 * 2) + 1.5), 20)).ToList();
        var people = Enumerable.Range(0, 800).Select(_ => new DrawPerson(Guid.CreateVersion7(), [.. Enumerable.Range(0, 30).OrderBy(i => i * random.NextDouble()).Take(5).Select(i => workshops[i].Id)], [], new HashSet<Guid>())).ToList();
        var drawn = Draw.Run(new DrawInput(workshops, people, 3, 5), 1);
        Assert.InRange(drawn.Count, 500, 600);
    }

    private static DrawInput Case((int Start, int Free, int Kept)[] rows, (int[] Order, int Count, int Held, bool InGroup)[] people, int? most)
    {
        var workshops = rows.Select((r, i) => new DrawWorkshop(new Guid(i + 1, 0, 0, new byte[8]), Morning.AddHours(r.Start), Morning.AddHours(r.Start + 1.5), r.Free, r.Kept)).ToList();
        return new DrawInput(
            workshops,
            [.. people.Select((p, i) =>
            {
                // Held: one of the workshops, which is then no wish of theirs, or none.
                var held = p.Held < workshops.Count && p.Held % 2 == 1 ? workshops[p.Held] : null;
                var wishes = p.Order.Where(w => w < workshops.Count).Take(p.Count).Select(w => workshops[w].Id).ToList();
                return new DrawPerson(new Guid(i + 1, 1, 0, new byte[8]), wishes, held is null ? [] : [held], p.InGroup ? wishes.ToHashSet() : []);
            })],
            most,
            4);
    }

    private static (int Served, int Points, long Lots) Value(DrawInput input, IEnumerable<DrawnSeat> seats, int seed)
    {
        var all = seats.ToList();
        return (all.Count, all.Sum(s => Draw.Points(input, s.Rank)), all.Sum(s => (long)Draw.Points(input, s.Rank) * Draw.Lot(seed, s.PersonId)));
    }

    // Every way of giving each person with fewer workshops than the round's number at most one more: the greatest value by the three aims in their order.
    private static (int, int, long) BestRound(DrawInput input, int seed, List<DrawnSeat> before, int round)
    {
        var byId = input.Workshops.ToDictionary(w => w.Id);
        var best = (0, 0, 0L);
        Try([], 0);
        return best;

        void Try(List<DrawnSeat> seats, int next)
        {
            if (next == input.People.Count)
            {
                var value = Value(input, seats, seed);
                if (value.CompareTo(best) > 0) best = value;
                return;
            }

            Try(seats, next + 1);
            var person = input.People[next];
            List<DrawWorkshop> have = [.. person.Held, .. before.Where(s => s.PersonId == person.Id).Select(s => byId[s.WorkshopId])];
            if (have.Count >= round) return;
            for (var i = 0; i < person.Wishes.Count; i++)
            {
                var workshop = byId[person.Wishes[i]];
                if (have.Exists(h => h.Id == workshop.Id || h.Overlaps(workshop))) continue;
                List<DrawnSeat> more = [.. seats, new DrawnSeat(person.Id, workshop.Id, i + 1)];
                if (Fits(input, [.. before, .. more], workshop.Id)) Try(more, next + 1);
            }
        }
    }

    // Every way of giving everybody any number of their wishes: how many can have something, what they have already included.
    private static int MostServed(DrawInput input)
    {
        var workshops = input.Workshops.ToList();
        var (all, others) = (new int[workshops.Count], new int[workshops.Count]);
        var best = 0;
        Try(0, 0);
        return best;

        void Try(int next, int served)
        {
            if (next == input.People.Count) best = Math.Max(best, served);
            else Give(input.People[next], 0, [.. input.People[next].Held], next, served);
        }

        // This wish and those behind it: not, or so that it fits.
        void Give(DrawPerson person, int wish, List<DrawWorkshop> have, int next, int served)
        {
            if (wish == person.Wishes.Count)
            {
                Try(next + 1, served + (have.Count > 0 ? 1 : 0));
                return;
            }

            Give(person, wish + 1, have, next, served);
            var w = workshops.FindIndex(x => x.Id == person.Wishes[wish]);
            var workshop = workshops[w];
            var other = person.KeptFor.Contains(workshop.Id) ? 0 : 1;
            if (have.Count >= input.Most || have.Exists(h => h.Id == workshop.Id || h.Overlaps(workshop)) || all[w] == workshop.Free + workshop.Kept || others[w] + other > workshop.Free) return;
            (all[w], others[w]) = (all[w] + 1, others[w] + other);
            Give(person, wish + 1, [.. have, workshop], next, served);
            (all[w], others[w]) = (all[w] - 1, others[w] - other);
        }
    }

    private static bool Fits(DrawInput input, List<DrawnSeat> seats, Guid workshopId)
    {
        var workshop = input.Workshops.Single(w => w.Id == workshopId);
        var here = seats.Where(s => s.WorkshopId == workshopId).Select(s => input.People.Single(p => p.Id == s.PersonId)).ToList();
        return here.Count <= workshop.Free + workshop.Kept && here.Count(p => !p.KeptFor.Contains(workshopId)) <= workshop.Free;
    }
}
