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
/// <param name="Because">The other one at that time; only for <see cref="WishResult.Overlaps"/>.</param>
/// <param name="Block">Name of the block in which the person has enough; else null.</param>
/// <param name="Reason">Of the organiser who settled it by hand.</param>
public sealed record WishOutcomeRow(PlanPlace Workshop, int Rank, WishResult Result, PlanPlace? Because, string? Reason, string? Block = null)
{
    internal WishOutcomeRow(Workshop workshop, int rank, WishResult result, Workshop? because, string? reason, string? block = null)
        : this(PlanPlace.Of(workshop), rank, result, because is null ? null : PlanPlace.Of(because), reason, block)
    {
    }

    public bool IsSeat => Result is WishResult.Granted or WishResult.GrantedByHand;
}

/// <summary>What a draw gives one person: calculated for a preview, read as it was given once it is published.</summary>
/// <param name="Level">When it was drawn.</param>
/// <param name="Lot">1 to 4096; the higher one wins where everything else is equal.</param>
public sealed record PlanPerson(Registration Registration, AdministrativeLevel Level, int Lot, IReadOnlyList<WishOutcomeRow> Wishes)
{
    /// <summary>The best rank that came true; 0: something by hand that was no wish; null: nothing.</summary>
    public int? Best => Wishes.Any(w => w.IsSeat) ? Wishes.Where(w => w.IsSeat && w.Rank > 0).Select(w => w.Rank).DefaultIfEmpty(0).Min() : null;

    /// <summary>By start.</summary>
    public IReadOnlyList<PlanPlace> Seats => [.. Wishes.Where(w => w.IsSeat).Select(w => w.Workshop).OrderBy(w => w.StartsAt)];
}

/// <summary>What a draw gives, counted and explained.</summary>
public sealed record AllotmentPlan(int Seed, IReadOnlyList<PlanPerson> People, PlanCounts Counts)
{
    public static AllotmentPlan Make(DrawFacts facts, int seed)
    {
        var drawn = Draw.Run(facts.Input, seed).ToLookup(s => s.PersonId);
        var inputs = facts.Input.People.ToDictionary(p => p.Id);
        var people = facts.People.Values.OrderBy(p => p.SortName, StringComparer.Ordinal).ThenBy(p => p.Id)
            .Select(p => Explain(facts, p, inputs[p.Id], [.. drawn[p.Id]], seed)).ToList();
        return new AllotmentPlan(seed, people, PlanCounts.Of(facts, people));
    }

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
        return new PlanPerson(person, person.Person.Level, Draw.Lot(seed, person.Id), rows);
    }
}
