using Kongress.Data;
using Kongress.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Workshops;

/// <summary>What is living of one registration, with the workshop.</summary>
internal sealed record Own(SignUp SignUp, Workshop Workshop);

/// <summary>One workshop and one person, as they are until the commit.</summary>
/// <param name="Registration">Confirmed; null: the account has none.</param>
/// <param name="HasLate">An offer of this workshop was not answered in time and has not been ended yet.</param>
internal sealed record Look(WorkshopRules Rules, Workshop Workshop, Registration? Registration, int Waiting, Holders Holders, bool HasLate);

/// <summary>What is asked behind the lock of all seats, where each waits for those before.</summary>
internal static class Looks
{
    // The last parameter is always true: SQLite finds no bare "HoldsSeat" in an index.
    private static readonly ReadyQuery<Func<KongressDb, Guid, Guid, Guid, DateTimeOffset, bool, CancellationToken, Task<Look?>>> OfOne = new(() => EF.CompileAsyncQuery(
        (KongressDb db, Guid conferenceId, Guid workshopId, Guid accountId, DateTimeOffset now, bool yes, CancellationToken _) => (
            from workshop in db.Set<Workshop>().AsNoTracking()
            join rules in db.Set<WorkshopRules>() on workshop.ConferenceId equals rules.Id
            from registration in db.Set<Registration>().Where(r => r.ConferenceId == workshop.ConferenceId && r.AccountId == accountId && r.Status == RegistrationStatus.Confirmed).DefaultIfEmpty()
            where workshop.Id == workshopId && workshop.ConferenceId == conferenceId
            select new Look(
                rules,
                workshop,
                registration,
                db.Set<SignUp>().Count(s => s.WorkshopId == workshopId && s.Status == SignUpStatus.Waiting),
                new Holders(0, db.Set<SignUp>().Count(s => s.WorkshopId == workshopId && s.HoldsSeat == yes)),
                db.Set<SignUp>().Any(s => s.WorkshopId == workshopId && s.Status == SignUpStatus.Offered && s.HeldUntil <= now))).SingleOrDefault()));

    private static readonly ReadyQuery<Func<KongressDb, Guid, IAsyncEnumerable<Own>>> OfPerson = new(() => EF.CompileAsyncQuery(
        (KongressDb db, Guid registrationId) =>
            from signUp in db.Set<SignUp>()
            join workshop in db.Set<Workshop>() on signUp.WorkshopId equals workshop.Id
            where signUp.ActiveFor == registrationId
            orderby workshop.Place.StartsAt, workshop.Id
            select new Own(signUp, workshop)));

    /// <summary>One query for all of it. Null: this edition has no such workshop.</summary>
    public static async Task<Look?> LookAsync(this KongressDb db, Guid conferenceId, Guid workshopId, Guid accountId, DateTimeOffset now, CancellationToken ct)
    {
        var look = await OfOne.For(db)(db, conferenceId, workshopId, accountId, now, true, ct);
        return look is { Workshop.Settings.KeptSeats: > 0 } ? look with { Holders = await db.HoldersAsync(look.Workshop, ct) } : look;
    }

    /// <summary>By start.</summary>
    public static async Task<List<Own>> OwnAsync(this KongressDb db, Guid registrationId, CancellationToken ct) => await OfPerson.For(db)(db, registrationId).ToListAsync(ct);

    /// <summary>How many of the group for which seats are kept hold one, by workshop. One query, and none where no seats are kept.</summary>
    public static async Task<Dictionary<Guid, int>> GroupsAsync(this KongressDb db, IEnumerable<Workshop> workshops, CancellationToken ct)
    {
        var keeping = workshops.Where(w => w.Settings.KeptSeats > 0).ToDictionary(w => w.Id);
        if (keeping.Count == 0) return [];
        var ids = keeping.Keys.ToList();
        var holding = await (
            from signUp in db.Set<SignUp>()
            join registration in db.Set<Registration>() on signUp.RegistrationId equals registration.Id
            where ids.Contains(signUp.WorkshopId) && signUp.HoldsSeat
            select new { signUp.WorkshopId, registration.Person }).AsNoTracking().ToListAsync(ct);
        return holding.Where(h => keeping[h.WorkshopId].IsKeptFor(h.Person)).GroupBy(h => h.WorkshopId).ToDictionary(g => g.Key, g => g.Count());
    }

    /// <summary>Who holds the seats. Where none are kept, everybody counts as one of the others.</summary>
    public static async Task<Holders> HoldersAsync(this KongressDb db, Workshop workshop, CancellationToken ct)
    {
        var yes = true;
        var holding = db.Set<SignUp>().Where(s => s.WorkshopId == workshop.Id && s.HoldsSeat == yes);
        if (workshop.Settings.KeptSeats == 0) return new Holders(0, await holding.CountAsync(ct));
        var people = await holding.Join(db.Set<Registration>(), s => s.RegistrationId, r => r.Id, (_, r) => r.Person).ToListAsync(ct);
        var group = people.Count(workshop.IsKeptFor);
        return new Holders(group, people.Count - group);
    }
}
