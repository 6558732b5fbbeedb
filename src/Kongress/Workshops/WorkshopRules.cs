using System.Text.Json;
using Kongress.Data;
using Kongress.Shared;
using Kongress.Workshops.Blocks;

namespace Kongress.Workshops;

/// <summary>How many workshops somebody may have at one edition; its row is the lock for all seats of the edition.</summary>
/// <remarks>One lock and not one per workshop: a swap moves two workshops at once, and two swaps must not wait for each other.</remarks>
public sealed class WorkshopRules(Guid id) : ILockable, IVersioned
{
    /// <summary>The edition's.</summary>
    public Guid Id { get; private set; } = id;

    public const int MostBlocks = 20;

    private List<WorkshopBlock>? blocks;

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

    /// <summary>JSON of <see cref="Blocks"/>; empty: none. In this row, as each sign-up reads it anyway.</summary>
    public string BlockList { get; private set; } = "";

    /// <summary>Parts of the days with bounds of their own, by their time. No two overlap.</summary>
    public IReadOnlyList<WorkshopBlock> Blocks => blocks ??= BlockList.Length == 0 ? [] : JsonSerializer.Deserialize<List<WorkshopBlock>>(BlockList)!;

    public void Set(int fewest, int? most) => (FewestPerPerson, MostPerPerson) = (fewest, most);

    public void SetWishes(DateTimeOffset from, DateTimeOffset until, int most) => (WishesFrom, WishesUntil, MostWishes) = (from, until, most);

    public void SetBlocks(IEnumerable<WorkshopBlock> set)
    {
        blocks = [.. set.OrderBy(b => b.Day).ThenBy(b => b.From)];
        BlockList = blocks.Count == 0 ? "" : JsonSerializer.Serialize(blocks);
    }

    /// <summary>The block in which a workshop begins; null: none.</summary>
    public WorkshopBlock? BlockOf(WorkshopPlace place, ConferenceTime time) => Blocks.FirstOrDefault(b => b.Holds(place, time));

    public bool TakesWishes(DateTimeOffset now) => WishesFrom <= now && now < WishesUntil;
}
