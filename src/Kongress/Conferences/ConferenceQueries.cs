using Kongress.Data;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Conferences;

public static class ConferenceQueries
{
    /// <summary>The edition with its days, fresh from the database and detached.</summary>
    public static Task<Conference> ConferenceWithDaysAsync(this KongressDb db, Guid id, CancellationToken ct) =>
        db.Set<Conference>().AsNoTracking().Include(c => c.Days).SingleAsync(c => c.Id == id, ct);
}
