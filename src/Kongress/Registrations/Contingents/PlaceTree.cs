namespace Kongress.Registrations.Contingents;

/// <summary>How many registrations of one contingent are in one state. Ended ones do not count.</summary>
public sealed record PlaceCount(Guid? ContingentId, RegistrationStatus Status, bool HoldsPlace, int Count);

/// <summary>The places of an edition and its contingents at one moment: pure arithmetic on counts, the same for giving places, for the organiser's table and for a simulation.</summary>
/// <remarks>
/// Every registration takes from one pool: its contingent, or, once that is released, the next one around it, in the end the places open to everybody.
/// A pool gives a place when none of its own is taken away from the contingents within it, and when no contingent around it is over its number.
/// </remarks>
public sealed class PlaceTree
{
    private readonly Dictionary<Guid, PlacePool> byContingent = [];

    /// <param name="capacity">Places of the whole edition.</param>
    public PlaceTree(int capacity, IEnumerable<Contingent> contingents, IEnumerable<PlaceCount> counts, DateTimeOffset now)
    {
        Root = new PlacePool(null, capacity, false);
        var all = contingents.ToList();
        foreach (var contingent in all) byContingent[contingent.Id] = new PlacePool(contingent, contingent.Settings.Places, contingent.IsReleased(now));
        foreach (var contingent in all)
        {
            var around = contingent.Settings.ParentId is { } parent && byContingent.TryGetValue(parent, out var pool) ? pool : Root;
            around.Add(byContingent[contingent.Id]);
        }

        Pools = [.. Root.WithInner()];
        Root.SettleWith(Root);
        foreach (var count in counts) Node(count.ContingentId).Count(count);
    }

    /// <summary>The whole edition; what is its own are the places open to everybody.</summary>
    public PlacePool Root { get; }

    /// <summary>The whole edition first, then each contingent before those within it.</summary>
    public IReadOnlyList<PlacePool> Pools { get; }

    /// <summary>The pool from which people of the contingent take now; the whole edition for null and for one that is not there any more.</summary>
    public PlacePool PoolOf(Guid? contingentId) => Node(contingentId).TakesFrom;

    /// <summary>The contingent itself, released or not.</summary>
    public PlacePool Node(Guid? contingentId) => contingentId is { } id && byContingent.TryGetValue(id, out var pool) ? pool : Root;

    /// <summary>Whether somebody new gets a place without overtaking anybody in the same pool.</summary>
    public bool IsFreeFor(Guid? contingentId) => PoolOf(contingentId) is { WaitingHere: 0, Room: > 0 };

    /// <summary>Counts one more place as taken.</summary>
    internal void Take(Guid? contingentId) => Node(contingentId).Count(new PlaceCount(contingentId, RegistrationStatus.Confirmed, true, 1));

    /// <summary>Counts one more place as given to somebody who waited. False: there is no room.</summary>
    public bool Give(Guid? contingentId)
    {
        if (PoolOf(contingentId).Room <= 0) return false;
        Node(contingentId).MoveUp();
        return true;
    }
}
