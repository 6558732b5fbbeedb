using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Workshops.Allotment;

public enum WishOutcome
{
    Saved,

    /// <summary>The list is empty now: the person takes no part in the draw.</summary>
    Withdrawn,
    NotYet,
    Closed,

    /// <summary>A workshop stands on the list twice.</summary>
    Twice,
    TooMany,

    /// <summary>A workshop on the list is none whose seats go by wishes, or is for others.</summary>
    NotPossible,

    /// <summary>Only people with a confirmed registration make wishes.</summary>
    NotRegistered,
}

/// <summary>Somebody's list of wishes.</summary>
/// <param name="Choices">What can be wished, in the order of its start.</param>
/// <param name="Chosen">Ids, the dearest first.</param>
public sealed record WishList(WorkshopRules Rules, IReadOnlyList<Workshop> Choices, IReadOnlyList<Guid> Chosen)
{
    /// <summary>Earlier wishes at the same time as this one: at most one of them comes true.</summary>
    public IReadOnlyList<Workshop> Overlapping(int index)
    {
        if (Choices.FirstOrDefault(c => c.Id == Chosen[index]) is not { } workshop) return [];
        return [.. Chosen.Take(index).Select(id => Choices.FirstOrDefault(c => c.Id == id)).OfType<Workshop>().Where(workshop.Overlaps)];
    }
}

/// <summary>What a person does about wishes: read the list, and write it anew until the date.</summary>
public sealed class WishDesk(KongressDb db, Outbox outbox, WorkshopMails mails, TimeProvider clock)
{
    private readonly Seats seats = new(db, outbox, mails);

    /// <summary>The person's list and what they can put on it. Null: nothing is allotted by wishes.</summary>
    public async Task<WishList?> FindAsync(Conference conference, Registration registration, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rules = await db.Set<WorkshopRules>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == conference.Id, ct);
        if (rules?.WishesUntil is null) return null;
        var open = (await db.Set<Workshop>().AsNoTracking().Where(w => w.ConferenceId == conference.Id && w.Settings.Mode == SeatMode.Allotment && w.AllottedAt == null && w.Place.IsOn && w.Place.StartsAt > now).ToListAsync(ct))
            .Where(w => w.IsFor(registration.Person) && w.FitsDays(registration.Attendance)).OrderBy(w => w.Place.StartsAt).ThenBy(w => w.Place.Title, StringComparer.CurrentCulture).ToList();
        if (open.Count == 0) return null;
        var chosen = await db.Set<Wish>().Where(w => w.RegistrationId == registration.Id).OrderBy(w => w.Rank).Select(w => w.WorkshopId).ToListAsync(ct);
        return new WishList(rules, open, [.. chosen.Where(id => open.Exists(w => w.Id == id))]);
    }

    /// <summary>Replaces the person's list. Safe to call twice.</summary>
    /// <param name="workshopIds">The dearest first; empty: no wishes any more. At most <see cref="WorkshopRules.MostWishes"/>.</param>
    public Task<WishOutcome> SaveAsync(Guid conferenceId, Guid accountId, IReadOnlyList<Guid> workshopIds, CancellationToken ct) => seats.UnderLockAsync(
        conferenceId,
        WishOutcome.NotYet,
        clock,
        async (_, rules, now) =>
        {
            if (await db.Set<Registration>().SingleOrDefaultAsync(r => r.ConferenceId == conferenceId && r.AccountId == accountId && r.Status == RegistrationStatus.Confirmed, ct) is not { } registration) return WishOutcome.NotRegistered;
            if (rules.WishesFrom is not { } from || now < from) return WishOutcome.NotYet;
            if (!rules.TakesWishes(now)) return WishOutcome.Closed;
            if (workshopIds.Count > rules.MostWishes) return WishOutcome.TooMany;
            if (workshopIds.Distinct().Count() < workshopIds.Count) return WishOutcome.Twice;
            var ids = workshopIds.ToList();
            var workshops = await db.Set<Workshop>().Where(w => w.ConferenceId == conferenceId && ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id, ct);
            if (!ids.TrueForAll(id => workshops.GetValueOrDefault(id) is { IsAllotting: true, Place.IsOn: true } w && w.IsFor(registration.Person) && w.FitsDays(registration.Attendance))) return WishOutcome.NotPossible;

            // What was allotted before stays as it was wished.
            var old = await db.Set<Wish>().Where(w => w.RegistrationId == registration.Id && db.Set<Workshop>().Any(o => o.Id == w.WorkshopId && o.AllottedAt == null)).OrderBy(w => w.Rank).ToListAsync(ct);
            if (!old.Select(w => w.WorkshopId).SequenceEqual(ids))
            {
                db.RemoveRange(old);
                await db.SaveChangesAsync(ct);
                db.AddRange(ids.Select((id, i) => new Wish(workshops[id], registration.Id, i + 1, now)));
                db.Record(new Change(conferenceId, accountId, "Workshop.Wished", registration.Id, now, string.Join(", ", ids.Select(id => workshops[id].Place.Code))));
                await db.SaveChangesAsync(ct);
            }

            return ids.Count == 0 ? WishOutcome.Withdrawn : WishOutcome.Saved;
        },
        ct);
}
