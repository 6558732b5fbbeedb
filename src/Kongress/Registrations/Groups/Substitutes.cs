using Kongress.Data;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations.Groups;

/// <summary>Who has a place that people of a group passed on without asking the office.</summary>
internal static class Substitutes
{
    /// <summary>By id. A substitute may have named one in turn; hence all of the edition, in one query.</summary>
    public static Task<Dictionary<Guid, Registration>> SubstitutesAsync(this KongressDb db, Guid conferenceId, CancellationToken ct)
    {
        var all = db.Set<Registration>().AsNoTracking().Where(r => r.ConferenceId == conferenceId);
        return all.Where(r => all.Any(old => old.ReplacedById == r.Id)).ToDictionaryAsync(r => r.Id, ct);
    }

    /// <summary>The last one who was named; null: nobody was.</summary>
    public static Registration? LastAfter(Registration? registration, Dictionary<Guid, Registration> substitutes)
    {
        var last = registration;
        while (last?.ReplacedById is { } next && substitutes.TryGetValue(next, out var substitute)) last = substitute;
        return last == registration ? null : last;
    }
}
