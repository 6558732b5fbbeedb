using Kongress.Data;
using Kongress.Registrations;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Workshops;

/// <summary>An entry that lives again.</summary>
/// <param name="Before">Where and when the workshop was to be while it was off.</param>
internal sealed record Returned(SignUp SignUp, Registration Registration, Workshop Workshop, WorkshopPlace Before);

/// <summary>Gives people back what they lost when their workshop was cancelled or left out of a release: most often somebody takes back a mistake.</summary>
internal static class Returns
{
    /// <summary>
    /// Whoever had a seat has it again, in the order in which they had it; where that is not possible any more (fewer seats, something else at that time, enough workshops)
    /// they wait as before, and so does whoever waited. Nobody who gave the entry up, signed up anew or does not come on that day.
    /// </summary>
    /// <param name="moved">Workshops that have followed the programme, with what they were before.</param>
    /// <param name="signUps">Tracked: the entries are changed. Not tracked: it is only foreseen.</param>
    public static async Task<List<Returned>> RestoreAsync(KongressDb db, IQueryable<SignUp> signUps, IEnumerable<(Workshop Workshop, WorkshopPlace Before)> moved, WorkshopRules rules, ConferenceTime time, DateTimeOffset now, CancellationToken ct)
    {
        var back = moved.Where(m => !m.Before.IsOn && m.Workshop.Place.IsOn && m.Workshop.Place.StartsAt > now).ToDictionary(m => m.Workshop.Id);
        if (back.Count == 0) return [];
        var ids = back.Keys.ToList();
        var lost = await (
            from signUp in signUps
            join registration in db.Set<Registration>() on signUp.RegistrationId equals registration.Id
            where ids.Contains(signUp.WorkshopId) && signUp.Status == SignUpStatus.WorkshopCancelled && registration.Status == RegistrationStatus.Confirmed
                && !db.Set<SignUp>().Any(later => later.WorkshopId == signUp.WorkshopId && later.RegistrationId == registration.Id && later.SignedUpAt > signUp.SignedUpAt)
            orderby signUp.SeatedAt == null, signUp.SeatedAt, signUp.Rank
            select new { signUp, registration }).ToListAsync(ct);
        if (lost.Count == 0) return [];
        var people = lost.Select(l => l.registration.Id).Distinct().ToList();
        var own = (await (
            from signUp in db.Set<SignUp>().AsNoTracking()
            join workshop in db.Set<Workshop>().AsNoTracking() on signUp.WorkshopId equals workshop.Id
            where people.Contains(signUp.RegistrationId) && signUp.Status == SignUpStatus.Seated
            select new { signUp.RegistrationId, workshop }).ToListAsync(ct)).GroupBy(s => s.RegistrationId).ToDictionary(g => g.Key, g => g.Select(s => s.workshop).ToList());

        var returned = new List<Returned>();
        foreach (var (workshop, before) in back.Values.OrderBy(b => b.Workshop.Place.StartsAt).ThenBy(b => b.Workshop.Id))
        {
            var holders = await db.HoldersAsync(workshop, ct);
            foreach (var entry in lost.Where(l => l.signUp.WorkshopId == workshop.Id && workshop.FitsDays(l.registration.Attendance)))
            {
                var seats = own.GetValueOrDefault(entry.registration.Id, []);
                var isInGroup = workshop.IsKeptFor(entry.registration.Person);
                var hasSeat = entry.signUp.SeatedAt is not null && workshop.FreeFor(isInGroup, holders, now) > 0 && !seats.Exists(workshop.Overlaps) && Turn.Enough(workshop, seats, rules, time) is null;
                entry.signUp.Return(hasSeat);
                returned.Add(new Returned(entry.signUp, entry.registration, workshop, before));
                if (!hasSeat) continue;
                own[entry.registration.Id] = [.. seats, workshop];
                holders = isInGroup ? holders with { Group = holders.Group + 1 } : holders with { Others = holders.Others + 1 };
            }
        }

        return returned;
    }
}
