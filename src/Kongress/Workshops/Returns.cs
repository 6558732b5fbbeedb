using Kongress.Data;
using Kongress.Registrations;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Workshops;

/// <summary>Gives people back what a workshop took from them when it was cancelled, left out of a release or moved to another day: most often somebody takes back a mistake.</summary>
internal static class Returns
{
    /// <summary>
    /// Whoever had a seat has it again, in the order in which they had it; where that is not possible any more (fewer seats, something else at that time, enough workshops)
    /// they wait as before, and so does whoever waited. Nobody who gave the entry up, signed up anew or does not come on that day.
    /// </summary>
    /// <param name="workshops">All of the edition, as they have followed the programme.</param>
    /// <param name="entries">Of those that moved, with what they lost just now.</param>
    /// <returns>What lives again.</returns>
    public static async Task<List<(Entry Entry, Moved Moved)>> RestoreAsync(
        KongressDb db, IReadOnlyCollection<Workshop> workshops, IReadOnlyCollection<Moved> moved, IReadOnlyCollection<Entry> entries, WorkshopRules rules, ConferenceTime time, DateTimeOffset now, CancellationToken ct)
    {
        var byWorkshop = entries.ToLookup(e => e.SignUp.WorkshopId);
        var lost = moved.OrderBy(m => m.Workshop.Place.StartsAt).ThenBy(m => m.Workshop.Id)
            .SelectMany(m => byWorkshop[m.Workshop.Id].Where(e => ComesBack(e, m, now)).OrderBy(e => e.SignUp.SeatedAt ?? DateTimeOffset.MaxValue).ThenBy(e => e.SignUp.Rank), (m, e) => (Entry: e, Moved: m))
            .ToList();
        if (lost.Count == 0) return [];
        var own = await SeatsAsync(db, workshops, entries, [.. lost.Select(l => l.Entry.Registration.Id).Distinct()], ct);
        foreach (var ((signUp, registration), (workshop, _)) in lost)
        {
            var seats = own[registration.Id];
            var holding = byWorkshop[workshop.Id].Where(e => e.SignUp.HoldsSeat).ToList();
            var group = holding.Count(e => workshop.IsKeptFor(e.Registration.Person));
            var free = workshop.FreeFor(workshop.IsKeptFor(registration.Person), new Holders(group, holding.Count - group), now);
            var hasSeat = signUp.SeatedAt is not null && free > 0 && !seats.Exists(workshop.Overlaps) && Turn.Enough(workshop, seats, rules, time) is null;
            signUp.Return(hasSeat);
            if (hasSeat) seats.Add(workshop);
        }

        return lost;
    }

    // The workshop was not to be had for the person, and is now: a day that they gave up themselves does not come back with it.
    private static bool ComesBack(Entry entry, Moved moved, DateTimeOffset now)
    {
        var (workshop, attendance) = (moved.Workshop, entry.Registration.Attendance);
        return entry.IsTaken && entry.Registration.Status is RegistrationStatus.Confirmed
            && workshop.Place.IsOn && workshop.Place.StartsAt > now && workshop.FitsDays(attendance)
            && !(moved.Before.IsOn && workshop.FitsDays(attendance, moved.Before));
    }

    private static async Task<Dictionary<Guid, List<Workshop>>> SeatsAsync(KongressDb db, IReadOnlyCollection<Workshop> workshops, IReadOnlyCollection<Entry> entries, List<Guid> people, CancellationToken ct)
    {
        var byId = workshops.ToDictionary(w => w.Id);
        var stored = await db.Set<SignUp>().Where(s => people.Contains(s.RegistrationId) && s.Status == SignUpStatus.Seated).Select(s => new { s.RegistrationId, s.WorkshopId }).ToListAsync(ct);
        // What has moved is known better than it is stored.
        var read = entries.Select(e => e.SignUp.WorkshopId).ToHashSet();
        var seats = stored.Where(s => !read.Contains(s.WorkshopId)).Select(s => (s.RegistrationId, s.WorkshopId))
            .Concat(entries.Where(e => e.SignUp.Status is SignUpStatus.Seated).Select(e => (e.SignUp.RegistrationId, e.SignUp.WorkshopId)))
            .ToLookup(s => s.RegistrationId, s => byId[s.WorkshopId]);
        return people.ToDictionary(id => id, id => seats[id].ToList());
    }
}
