namespace Kongress.Workshops.Allotment;

/// <summary>Puts each of many people into one of few pools of seats, at the smallest total cost: a min-cost flow.</summary>
/// <remarks>
/// Exact, by successive shortest paths. People come one after the other; each new one is placed along the cheapest chain of moves ("she goes here, he moves there"),
/// which ends where a seat is free, or with somebody who goes away empty-handed. After each step the assignment of all people so far is the cheapest there is.
/// The chains run over pools, not over people: with 30 pools a step costs next to nothing.
/// </remarks>
internal static class Assignment
{
    /// <summary>Having no seat; costs nothing and is never full.</summary>
    public const int Nowhere = -1;

    /// <param name="options">For each person the pools that are possible, with their cost; below zero is better than no seat.</param>
    /// <param name="seats">For each pool how many find room.</param>
    /// <returns>For each person the pool, or <see cref="Nowhere"/>. The same for the same input.</returns>
    public static int[] Cheapest(IReadOnlyList<IReadOnlyList<(int Pool, long Cost)>> options, IReadOnlyList<int> seats)
    {
        // The last pool stands for having no seat.
        var (pools, nowhere) = (seats.Count + 1, seats.Count);
        var all = options.Select(o => o.Append((Pool: nowhere, Cost: 0L)).ToArray()).ToArray();
        var free = seats.Append(int.MaxValue).ToArray();
        var placed = Enumerable.Repeat(Nowhere, options.Count).ToArray();
        var moves = new (long Cost, int Person)[pools, pools];
        for (var person = 0; person < all.Length; person++)
        {
            Measure(all, placed, person, moves, pools);
            var (cost, before) = Shortest(all[person], moves, pools);
            var end = nowhere;
            for (var pool = 0; pool < pools; pool++)
            {
                if (free[pool] > 0 && cost[pool] < cost[end]) end = pool;
            }

            if (end != nowhere) free[end]--;
            for (var pool = end; ; pool = before[pool])
            {
                if (before[pool] < 0)
                {
                    placed[person] = pool;
                    break;
                }

                placed[moves[before[pool], pool].Person] = pool;
            }
        }

        return [.. placed.Select(pool => pool == nowhere ? Nowhere : pool)];
    }

    // What it costs at least to move one of those in pool a to pool b, and who that is.
    private static void Measure((int Pool, long Cost)[][] options, int[] placed, int count, (long Cost, int Person)[,] moves, int pools)
    {
        for (var a = 0; a < pools; a++)
        {
            for (var b = 0; b < pools; b++) moves[a, b] = (long.MaxValue, Nowhere);
        }

        for (var person = 0; person < count; person++)
        {
            var from = placed[person];
            var here = 0L;
            foreach (var option in options[person])
            {
                if (option.Pool == from) here = option.Cost;
            }

            foreach (var option in options[person])
            {
                if (option.Pool != from && option.Cost - here < moves[from, option.Pool].Cost) moves[from, option.Pool] = (option.Cost - here, person);
            }
        }
    }

    // Bellman and Ford: there are moves that gain something, but no circle of them, as what stands is the cheapest already.
    private static (long[] Cost, int[] Before) Shortest((int Pool, long Cost)[] options, (long Cost, int Person)[,] moves, int pools)
    {
        var cost = Enumerable.Repeat(long.MaxValue, pools).ToArray();
        var before = Enumerable.Repeat(-1, pools).ToArray();
        foreach (var option in options) cost[option.Pool] = Math.Min(cost[option.Pool], option.Cost);
        for (var (round, again) = (0, true); again && round < pools; round++)
        {
            again = false;
            for (var a = 0; a < pools; a++)
            {
                if (cost[a] == long.MaxValue) continue;
                for (var b = 0; b < pools; b++)
                {
                    if (moves[a, b].Cost == long.MaxValue || cost[a] + moves[a, b].Cost >= cost[b]) continue;
                    (cost[b], before[b], again) = (cost[a] + moves[a, b].Cost, a, true);
                }
            }
        }

        return (cost, before);
    }
}
