using Kongress.Data;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Conferences;

public static class ConferenceQueries
{
    /// <summary>The edition with its days, fresh from the database and detached.</summary>
    public static Task<Conference> ConferenceWithDaysAsync(this KongressDb db, Guid id, CancellationToken ct) =>
        db.Set<Conference>().AsNoTracking().Include(c => c.Days).SingleAsync(c => c.Id == id, ct);

    /// <summary>Deletes edition by edition, each in a transaction of its own. Returns how many rows went.</summary>
    /// <param name="isDue">Whether anything of the edition may be deleted by now.</param>
    /// <param name="erase">Runs inside the transaction.</param>
    public static async Task<int> EraseByEditionAsync(this KongressDb db, Func<Conference, bool> isDue, Func<Conference, Task<int>> erase, CancellationToken ct)
    {
        var erased = 0;
        foreach (var conference in (await db.Set<Conference>().AsNoTracking().Include(c => c.Days).ToListAsync(ct)).Where(isDue))
        {
            erased += await db.InTransactionAsync(() => erase(conference), ct);
        }

        return erased;
    }
}
