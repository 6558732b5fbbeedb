using Kongress.Registrations;
using Kongress.Registrations.Contingents;

namespace Kongress.Tests.Registrations.Contingents;

/// <summary>The rules of nested contingents said once more, in another way: what must be kept for others is laid aside first.</summary>
internal sealed class NestedPlaces(List<Contingent> all, int capacity, List<Registration> people, DateTimeOffset now)
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
