using Kongress.Data;

namespace Kongress.Workshops;

/// <summary>How many workshops somebody may have at one edition; its row is the lock for all seats of the edition.</summary>
/// <remarks>One lock and not one per workshop: a swap moves two workshops at once, and two swaps must not wait for each other.</remarks>
public sealed class WorkshopRules(Guid id) : ILockable, IVersioned
{
    /// <summary>The edition's.</summary>
    public Guid Id { get; private set; } = id;

    public long LockCount { get; private set; }

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>How many everybody should choose, 0 to 20: a wish, nobody is refused.</summary>
    public int FewestPerPerson { get; private set; }

    /// <summary>1 to 20; null: any number.</summary>
    public int? MostPerPerson { get; private set; }

    /// <summary>From when people rank their wishes; null: nobody is asked.</summary>
    public DateTimeOffset? WishesFrom { get; private set; }

    /// <summary>Until when wishes can be made and changed. The draw comes after that.</summary>
    public DateTimeOffset? WishesUntil { get; private set; }

    /// <summary>The length of the list of wishes, 1 to 10.</summary>
    public int MostWishes { get; private set; } = 5;

    public void Set(int fewest, int? most) => (FewestPerPerson, MostPerPerson) = (fewest, most);

    public void SetWishes(DateTimeOffset from, DateTimeOffset until, int most) => (WishesFrom, WishesUntil, MostWishes) = (from, until, most);

    public bool TakesWishes(DateTimeOffset now) => WishesFrom <= now && now < WishesUntil;
}
