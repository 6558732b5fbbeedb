using Kongress.Registrations;
using Kongress.Shared;

namespace Kongress.Workshops.Allotment;

/// <summary>Why somebody gets a wish, or does not.</summary>
public enum WishResult
{
    Granted,

    /// <summary>By an organiser, with a reason.</summary>
    GrantedByHand,

    /// <summary>They have a seat there already.</summary>
    HasIt,
    DeniedByHand,

    /// <summary>Meant for others, or the person does not come on that day.</summary>
    NotForThem,

    /// <summary>At the same time as a seat that the person gets or has.</summary>
    Overlaps,

    /// <summary>The person gets as many as allowed.</summary>
    HasEnough,

    /// <summary>The person gets as many as allowed in the block of this workshop.</summary>
    HasEnoughInBlock,

    /// <summary>There were more wishes than seats.</summary>
    NoSeat,
}

/// <param name="Rank">From 1; 0: not wished, given by hand.</param>
/// <param name="Block">Name of the block in which the person has enough; else null.</param>
public sealed record WishOutcomeRow(Workshop Workshop, int Rank, WishResult Result, Workshop? Because, string? Reason, string? Block = null);

/// <param name="Best">The best rank that came true; 0: something by hand that was no wish; null: nothing.</param>
public sealed record PlanPerson(Registration Registration, int Lot, IReadOnlyList<WishOutcomeRow> Wishes, int? Best)
{
    public IReadOnlyList<Workshop> Seats => [.. Wishes.Where(w => w.Result is WishResult.Granted or WishResult.GrantedByHand).Select(w => w.Workshop).OrderBy(w => w.Place.StartsAt)];
}

/// <param name="FirstWishes">How many named it first.</param>
/// <param name="Room">Seats that were free before the draw, kept ones and those given by hand included.</param>
public sealed record PlanWorkshop(Workshop Workshop, int FirstWishes, int AllWishes, int Room, int Given)
{
    public int Left => Room - Given;
}

/// <param name="ByRank">How many got their first, second, … wish as the best one, in this order.</param>
public sealed record PlanLevel(AdministrativeLevel Level, int People, IReadOnlyList<int> ByRank, int ByHand, int None);

/// <summary>What a draw gives, counted and explained.</summary>
public sealed record AllotmentPlan(int Seed, IReadOnlyList<PlanPerson> People, IReadOnlyList<PlanWorkshop> Workshops, IReadOnlyList<int> ByRank, int MostWishes)
{
    /// <summary>People who wished and got nothing.</summary>
    public int None => People.Count(p => p.Best is null);

    /// <summary>Of the people, by level; levels of nobody are left out.</summary>
    public IReadOnlyList<PlanLevel> Levels =>
        [.. People.GroupBy(p => p.Registration.Person.Level).OrderBy(g => g.Key).Select(g => new PlanLevel(g.Key, g.Count(), Ranks([.. g], MostWishes), g.Count(p => p.Best == 0), g.Count(p => p.Best is null)))];

    public int SeatsGiven => People.Sum(p => p.Seats.Count);

    public static AllotmentPlan Make(DrawFacts facts, int seed)
    {
        var drawn = Draw.Run(facts.Input, seed).ToLookup(s => s.PersonId);
        var inputs = facts.Input.People.ToDictionary(p => p.Id);
        var people = facts.People.Values.OrderBy(p => p.SortName, StringComparer.Ordinal).ThenBy(p => p.Id)
            .Select(p => Explain(facts, p, inputs[p.Id], [.. drawn[p.Id]], seed)).ToList();
        var given = people.SelectMany(p => p.Seats).GroupBy(w => w.Id).ToDictionary(g => g.Key, g => g.Count());
        var lists = facts.Lists.Values.ToList();
        var workshops = facts.Input.Workshops.Select(w => new PlanWorkshop(
            facts.Workshops[w.Id], lists.Count(l => l.Count > 0 && l[0] == w.Id), lists.Count(l => l.Contains(w.Id)),
            w.Free + w.Kept + facts.Given.Count(g => g.WorkshopId == w.Id), given.GetValueOrDefault(w.Id))).ToList();
        return new AllotmentPlan(seed, people, workshops, Ranks(people, facts.Input.MostWishes), facts.Input.MostWishes);
    }

    private static List<int> Ranks(List<PlanPerson> people, int most) => [.. Enumerable.Range(1, most).Select(rank => people.Count(p => p.Best == rank))];

    private static PlanPerson Explain(DrawFacts facts, Registration person, DrawPerson input, List<DrawnSeat> drawn, int seed)
    {
        var list = facts.Lists[person.Id];
        var byHand = facts.Given.Where(g => g.RegistrationId == person.Id).ToDictionary(g => g.WorkshopId, g => g.Reason);
        var denied = facts.Adjustments.Where(a => a.RegistrationId == person.Id && a.Kind is AdjustmentKind.Deny).ToDictionary(a => a.WorkshopId, a => a.Reason);
        var has = input.Held.Select(h => facts.Workshops[h.Id]).ToList();
        List<DrawWorkshop> counting = [.. input.Held, .. drawn.Select(d => facts.Input.Workshops.First(w => w.Id == d.WorkshopId))];
        var gets = counting.ConvertAll(w => facts.Workshops[w.Id]);
        var rows = list.Concat(byHand.Keys.Except(list)).Select((id, i) =>
        {
            var workshop = facts.Workshops[id];
            var rank = i < list.Count ? i + 1 : 0;
            if (byHand.TryGetValue(id, out var reason)) return new WishOutcomeRow(workshop, rank, WishResult.GrantedByHand, null, reason);
            if (drawn.Exists(d => d.WorkshopId == id)) return new WishOutcomeRow(workshop, rank, WishResult.Granted, null, null);
            if (has.Exists(h => h.Id == id)) return new WishOutcomeRow(workshop, rank, WishResult.HasIt, null, null);
            if (denied.TryGetValue(id, out reason)) return new WishOutcomeRow(workshop, rank, WishResult.DeniedByHand, null, reason);
            if (!input.Wishes.Contains(id)) return new WishOutcomeRow(workshop, rank, WishResult.NotForThem, null, null);
            if (gets.Find(workshop.Overlaps) is { } other) return new WishOutcomeRow(workshop, rank, WishResult.Overlaps, other, null);
            if (gets.Count >= facts.Input.Most) return new WishOutcomeRow(workshop, rank, WishResult.HasEnough, null, null);
            var here = facts.Input.Workshops.First(w => w.Id == id);
            return here.IsInFullBlock(counting)
                ? new WishOutcomeRow(workshop, rank, WishResult.HasEnoughInBlock, null, null, here.Block!.Name)
                : new WishOutcomeRow(workshop, rank, WishResult.NoSeat, null, null);
        }).ToList();
        var granted = rows.Where(r => r.Result is WishResult.Granted or WishResult.GrantedByHand).Select(r => r.Rank).ToList();
        return new PlanPerson(person, Draw.Lot(seed, person.Id), rows, granted.Count == 0 ? null : granted.Where(r => r > 0).DefaultIfEmpty(0).Min());
    }
}
