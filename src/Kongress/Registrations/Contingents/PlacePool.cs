namespace Kongress.Registrations.Contingents;

/// <summary>Why nobody of a pool moves up although somebody waits.</summary>
public enum Standstill
{
    /// <summary>Nobody waits, or the next in line is given a place within a minute.</summary>
    None,

    /// <summary>All places of the contingent, or of the edition, are taken.</summary>
    Full,

    /// <summary>The places that are still free are kept for contingents within it.</summary>
    KeptForOthers,

    /// <summary>The contingent has free places, but one around it, or the edition, is full: another one is over its number, or the whole was lowered.</summary>
    FullAround,
}

/// <summary>A line of the organiser's table.</summary>
public sealed record PlaceFigures(int Places, int Confirmed, int Held, int Offered, int Waiting, int Free);

/// <summary>A contingent, or the whole edition, with what is counted there.</summary>
public sealed class PlacePool(Contingent? contingent, int places, bool isReleased)
{
    private readonly List<PlacePool> inner = [];
    private PlacePool? around;
    private int confirmed;
    private int held;
    private int offered;
    private int waiting;

    /// <summary>Null: the whole edition.</summary>
    public Contingent? Contingent => contingent;

    public int Places => places;

    public bool IsReleased => isReleased;

    /// <summary>How many contingents lie around it; 0 for the whole edition.</summary>
    public int Depth => around is null ? 0 : around.Depth + 1;

    /// <summary>From which pool its people take: itself, or the next one around it that is not released.</summary>
    public PlacePool TakesFrom { get; private set; } = null!;

    /// <summary>Confirmed, in it and within it.</summary>
    public int Confirmed => Sum(p => p.confirmed);

    /// <summary>A place is held until the address is confirmed or an organiser has decided.</summary>
    public int Held => Sum(p => p.held);

    /// <summary>A freed place is offered.</summary>
    public int Offered => Sum(p => p.offered);

    public int Waiting => Sum(p => p.waiting);

    /// <summary>Places that are not free, in it and within it.</summary>
    public int Taken => Confirmed + Held + Offered;

    /// <summary>In line for the places of this pool itself, with those of released contingents.</summary>
    public int WaitingHere => Sum(p => p.TakesFrom == this ? p.waiting : 0);

    /// <summary>It and all within it.</summary>
    public PlaceFigures Whole => new(Places, Confirmed, Held, Offered, Waiting, IsReleased ? 0 : Math.Max(0, Places - Taken));

    /// <summary>It without the contingents within it that keep their places: what its own people share.</summary>
    public PlaceFigures Here => new(
        Math.Max(0, Places - Bound), Sum(p => p.TakesFrom == this ? p.confirmed : 0), Sum(p => p.TakesFrom == this ? p.held : 0), Sum(p => p.TakesFrom == this ? p.offered : 0), WaitingHere, Room);

    /// <summary>Places that contingents within it keep and nobody has taken yet.</summary>
    public int KeptWithin => inner.Sum(p => p.IsReleased ? p.KeptWithin : Math.Max(0, p.Places - p.Load) + p.KeptWithin);

    /// <summary>How many more people are in it than it has places; 0 in order.</summary>
    public int Over => IsReleased ? 0 : Math.Max(0, Taken - Places);

    /// <summary>How many people of this pool itself could get a place now.</summary>
    public int Room
    {
        get
        {
            var room = Places - Load;
            for (var p = around; p is not null; p = p.around)
            {
                if (!p.IsReleased) room = Math.Min(room, p.Places - p.Taken);
            }

            return Math.Max(0, room);
        }
    }

    /// <summary>Why its people do not move up.</summary>
    public Standstill Standstill => WaitingHere == 0 || Room > 0 ? Standstill.None
        : Taken >= Places ? Standstill.Full
        : Load >= Places ? Standstill.KeptForOthers
        : Standstill.FullAround;

    /// <summary>The contingents whose people take from this pool, itself first.</summary>
    internal IEnumerable<Guid> ContingentIds => WithInner().Where(p => p.TakesFrom == this && p.Contingent is not null).Select(p => p.Contingent!.Id);

    // What is gone from this pool: its own people, and per contingent within it what that keeps, or has if it has more.
    private int Load => confirmed + held + offered + inner.Sum(p => p.IsReleased ? p.Load : Math.Max(p.Places, p.Load));

    // Places of the contingents directly within it that are not released.
    private int Bound => inner.Sum(p => p.IsReleased ? p.Bound : p.Places);

    internal void Add(PlacePool pool)
    {
        pool.around = this;
        inner.Add(pool);
    }

    internal void SettleWith(PlacePool pool)
    {
        TakesFrom = pool;
        foreach (var p in inner) p.SettleWith(p.IsReleased ? pool : p);
    }

    internal void Count(PlaceCount count)
    {
        if (!count.HoldsPlace) waiting += count.Count;
        else if (count.Status is RegistrationStatus.Confirmed) confirmed += count.Count;
        else if (count.Status is RegistrationStatus.Offered) offered += count.Count;
        else held += count.Count;
    }

    internal void MoveUp()
    {
        waiting--;
        offered++;
    }

    internal IEnumerable<PlacePool> WithInner() =>
        [this, .. inner.OrderBy(p => p.Contingent!.Settings.Name, StringComparer.CurrentCulture).SelectMany(p => p.WithInner())];

    private int Sum(Func<PlacePool, int> value) => value(this) + inner.Sum(p => p.Sum(value));
}
