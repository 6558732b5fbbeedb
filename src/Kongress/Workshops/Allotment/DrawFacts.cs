using Kongress.Conferences;
using Kongress.Data;
using Kongress.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Workshops.Allotment;

/// <summary>Everything that a draw depends on, as it is in the database.</summary>
/// <param name="People">Who wished or got something by hand, with a confirmed registration.</param>
/// <param name="Lists">All wishes of a person for workshops that are still to be allotted, the dearest first; also those that cannot come true.</param>
/// <param name="Given">What an organiser gave by hand and there is room for.</param>
public sealed record DrawFacts(
    DrawInput Input,
    IReadOnlyDictionary<Guid, Workshop> Workshops,
    IReadOnlyDictionary<Guid, Registration> People,
    IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> Lists,
    IReadOnlyList<Adjustment> Given,
    IReadOnlyList<Adjustment> Adjustments)
{
    /// <remarks>Six queries, however many people wish.</remarks>
    internal static async Task<DrawFacts> ReadAsync(KongressDb db, Conference conference, WorkshopRules rules, DateTimeOffset now, CancellationToken ct)
    {
        var workshops = await db.Set<Workshop>().Where(w => w.ConferenceId == conference.Id).ToDictionaryAsync(w => w.Id, ct);
        var open = workshops.Values.Where(w => w.IsAllotting && w.Place.IsOn && w.Place.StartsAt > now).OrderBy(w => w.Place.StartsAt).ThenBy(w => w.Id).ToList();
        var openIds = open.Select(w => w.Id).ToHashSet();
        var wishes = (await db.Set<Wish>().AsNoTracking().Where(w => w.ConferenceId == conference.Id).OrderBy(w => w.Rank).ToListAsync(ct)).Where(w => openIds.Contains(w.WorkshopId)).ToLookup(w => w.RegistrationId, w => w.WorkshopId);
        var adjustments = (await db.Set<Adjustment>().AsNoTracking().Where(a => a.ConferenceId == conference.Id).OrderBy(a => a.MadeAt).ThenBy(a => a.Id).ToListAsync(ct)).Where(a => openIds.Contains(a.WorkshopId)).ToList();
        var people = await db.Set<Registration>()
            .Where(r => r.ConferenceId == conference.Id && r.Status == RegistrationStatus.Confirmed
                && (db.Set<Wish>().Any(w => w.RegistrationId == r.Id) || db.Set<Adjustment>().Any(a => a.RegistrationId == r.Id)))
            .ToDictionaryAsync(r => r.Id, ct);

        var holding = await (
            from signUp in db.Set<SignUp>().AsNoTracking()
            join registration in db.Set<Registration>() on signUp.RegistrationId equals registration.Id
            where signUp.ConferenceId == conference.Id && signUp.HoldsSeat
            select new { signUp.WorkshopId, signUp.RegistrationId, registration.Person }).ToListAsync(ct);
        var holders = holding.GroupBy(h => h.WorkshopId).ToDictionary(g => g.Key, g => Count(workshops[g.Key], g.Select(h => h.Person)));
        var held = holding.GroupBy(h => h.RegistrationId).ToDictionary(g => g.Key, g => g.Select(h => workshops[h.WorkshopId]).ToList());

        var given = new List<Adjustment>();
        foreach (var gift in adjustments.Where(a => a.Kind is AdjustmentKind.Give && people.ContainsKey(a.RegistrationId)))
        {
            var (workshop, person) = (workshops[gift.WorkshopId], people[gift.RegistrationId]);
            var own = held.GetValueOrDefault(person.Id, []);
            var have = holders.GetValueOrDefault(workshop.Id);
            // By hand a kept seat can be given as well, and more than the limits per person; only more than all never.
            if (have.All >= workshop.Seats || own.Exists(o => o.Id == workshop.Id || o.Overlaps(workshop))) continue;
            given.Add(gift);
            held[person.Id] = [.. own, workshop];
            holders[workshop.Id] = workshop.IsKeptFor(person.Person) ? have with { Group = have.Group + 1 } : have with { Others = have.Others + 1 };
        }

        // Whoever wished nothing and gets nothing by hand takes no part.
        foreach (var id in people.Keys.Where(id => !wishes.Contains(id) && !given.Exists(g => g.RegistrationId == id)).ToList()) people.Remove(id);

        DrawWorkshop Draws(Workshop workshop) => new(workshop.Id, workshop.Place.StartsAt, workshop.Place.EndsAt, 0)
        {
            Block = rules.BlockOf(workshop.Place, conference.Time) is { Most: { } most } block ? new DrawBlock(block.Id, block.Name, most) : null,
        };

        var denied = adjustments.Where(a => a.Kind is AdjustmentKind.Deny).Select(a => (a.RegistrationId, a.WorkshopId)).ToHashSet();
        var input = new DrawInput(
            [.. open.Select(w =>
            {
                var free = w.FreeFor(isInGroup: false, holders.GetValueOrDefault(w.Id), now);
                return Draws(w) with { Free = free, Kept = w.FreeFor(isInGroup: true, holders.GetValueOrDefault(w.Id), now) - free };
            })],
            [.. people.Values.OrderBy(p => p.Id).Select(p =>
            {
                var possible = wishes[p.Id].Where(id => workshops[id].IsFor(p.Person) && workshops[id].FitsDays(p.Attendance) && !denied.Contains((p.Id, id))).Take(rules.MostWishes).ToList();
                return new DrawPerson(p.Id, possible, [.. held.GetValueOrDefault(p.Id, []).OrderBy(w => w.Id).Select(Draws)], possible.Where(id => workshops[id].IsKeptFor(p.Person)).ToHashSet());
            })],
            rules.MostPerPerson,
            rules.MostWishes);
        return new DrawFacts(input, workshops, people, people.Keys.ToDictionary(id => id, id => (IReadOnlyList<Guid>)[.. wishes[id]]), given, adjustments);
    }

    private static Holders Count(Workshop workshop, IEnumerable<Person> people)
    {
        var all = people.ToList();
        var group = workshop.Settings.KeptSeats == 0 ? 0 : all.Count(workshop.IsKeptFor);
        return new Holders(group, all.Count - group);
    }
}
