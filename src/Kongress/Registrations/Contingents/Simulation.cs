namespace Kongress.Registrations.Contingents;

/// <summary>What a change to the places would do, person by person in the order of submission.</summary>
/// <param name="MovingUp">Contingent (default: none) → how many in line would get a place at once.</param>
/// <param name="Reassigned">How many would belong to another contingent than before.</param>
public sealed record Simulation(PlaceTree Before, PlaceTree After, IReadOnlyDictionary<Guid, int> MovingUp, int Reassigned)
{
    /// <summary>What of somebody matters here.</summary>
    internal sealed record Place(Guid Id, Applicant Applicant, Guid? ContingentId, RegistrationStatus Status, bool HoldsPlace);

    public int MovingUpInAll => MovingUp.Values.Sum();

    /// <summary>Contingents, or the whole edition, that would have more people than places.</summary>
    public IEnumerable<PlacePool> Over => After.Pools.Where(p => p.Over > 0);

    /// <param name="people">All living registrations in the order of submission.</param>
    /// <param name="assigned">The contingent of each after the change.</param>
    /// <param name="passesOn">False from the start of the congress on: then nobody moves up any more.</param>
    internal static Simulation Of(
        PlaceTree before, int capacity, IReadOnlyList<Contingent> contingents, IReadOnlyList<Place> people, IReadOnlyDictionary<Guid, Guid?> assigned, DateTimeOffset now, bool passesOn)
    {
        var after = new PlaceTree(capacity, contingents, Counts(people, p => assigned[p.Id]), now);
        var movingUp = new Dictionary<Guid, int>();
        foreach (var contingent in people.Where(p => passesOn && !p.HoldsPlace).Select(p => assigned[p.Id]))
        {
            if (!after.Give(contingent)) continue;
            movingUp[contingent ?? default] = movingUp.GetValueOrDefault(contingent ?? default) + 1;
        }

        return new Simulation(before, after, movingUp, people.Count(p => assigned[p.Id] != p.ContingentId));
    }

    internal static IEnumerable<PlaceCount> Counts(IEnumerable<Place> people, Func<Place, Guid?> contingent) =>
        people.GroupBy(p => (Contingent: contingent(p), p.Status, p.HoldsPlace)).Select(g => new PlaceCount(g.Key.Contingent, g.Key.Status, g.Key.HoldsPlace, g.Count()));
}
