using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Programme.Releases;
using Kongress.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Workshops;

/// <summary>Takes over where and when the workshops are from the released programme, and tells those concerned. Every call needs the lock of the <see cref="WorkshopRules"/>.</summary>
internal sealed class Placements(KongressDb db, Outbox outbox, WorkshopMails mails)
{
    private static readonly SignUpStatus[] Living = [SignUpStatus.Waiting, SignUpStatus.Offered, SignUpStatus.Seated];

    /// <summary>The session as the programme shows it. Null: it is not in it. A session that is repeated counts with its first time.</summary>
    public static WorkshopPlace? PlaceOf(PublicProgramme programme, Guid sessionId)
    {
        if (programme.Snapshot.Slots.FirstOrDefault(s => s.SessionId == sessionId) is not { } slot) return null;
        var rooms = programme.RoomsOf(slot).ToList();
        return new WorkshopPlace
        {
            Code = slot.Code,
            Title = slot.Title,
            Room = string.Join(", ", rooms.Select(r => r.Name)),
            Seats = slot.Seats ?? rooms.Sum(r => r.Capacity),
            Day = 1 + programme.Conference.Days.OrderBy(d => d.Date).ToList().FindIndex(d => d.Date == programme.DayOf(slot)),
            StartsAt = slot.StartsAt,
            EndsAt = slot.EndsAt,
            IsOn = !slot.IsCancelled,
        };
    }

    public async Task FollowAsync(Conference conference, PublicProgramme programme, DateTimeOffset now, CancellationToken ct)
    {
        var workshops = await db.Set<Workshop>().Where(w => w.ConferenceId == conference.Id).OrderBy(w => w.Id).ToListAsync(ct);
        var moved = new List<(Workshop Workshop, WorkshopPlace Before)>();
        foreach (var workshop in workshops)
        {
            var place = PlaceOf(programme, workshop.SessionId) ?? workshop.Place with { IsOn = false };
            if (place == workshop.Place) continue;
            moved.Add((workshop, workshop.Place));
            workshop.Follow(place);
        }

        // Told when all have moved, so that nobody reads of an overlap with what has moved as well.
        foreach (var (workshop, before) in moved.Where(m => m.Before.IsOn && m.Before.StartsAt > now))
        {
            if (!workshop.Place.IsOn) await CancelAsync(conference, workshop, before, workshops, now, ct);
            else if (!workshop.Place.IsWhere(before)) await TellMovedAsync(conference, workshop, before, workshops, now, ct);
        }
    }

    private async Task CancelAsync(Conference conference, Workshop workshop, WorkshopPlace before, List<Workshop> workshops, DateTimeOffset now, CancellationToken ct)
    {
        var free = await FreeAsync(before, workshop, workshops, now, ct);
        foreach (var (signUp, registration) in await SignedUpAsync(workshop, ct))
        {
            signUp.End(SignUpStatus.WorkshopCancelled, now);
            if (registration.Status is RegistrationStatus.Confirmed) outbox.Add(mails.Cancelled(conference, registration, workshop, [.. free.Where(w => Suits(w, registration))]));
            db.Record(new Change(conference.Id, Actor.System, "Workshop.Cancelled", signUp.Id, now, workshop.Place.Code));
        }
    }

    private async Task TellMovedAsync(Conference conference, Workshop workshop, WorkshopPlace before, List<Workshop> workshops, DateTimeOffset now, CancellationToken ct)
    {
        var free = await FreeAsync(workshop.Place, workshop, workshops, now, ct);
        var signedUp = await SignedUpAsync(workshop, ct);
        var people = signedUp.Select(s => s.Registration.Id).ToList();
        var theirs = (await db.Set<SignUp>().Where(s => s.WorkshopId != workshop.Id && s.Status == SignUpStatus.Seated && people.Contains(s.RegistrationId))
            .Select(s => new { s.RegistrationId, s.WorkshopId }).ToListAsync(ct)).ToLookup(s => s.RegistrationId, s => s.WorkshopId);
        foreach (var (signUp, registration) in signedUp)
        {
            if (registration.Status is not RegistrationStatus.Confirmed || !workshop.FitsDays(registration.Attendance)) continue;
            var overlapping = signUp.HoldsSeat ? workshops.Where(w => theirs[registration.Id].Contains(w.Id) && w.Overlaps(workshop)).ToList() : [];
            outbox.Add(mails.Moved(conference, registration, workshop, before, overlapping, [.. free.Where(w => Suits(w, registration) && !overlapping.Contains(w))]));
        }
    }

    private static bool Suits(Workshop workshop, Registration registration) => workshop.IsFor(registration.Person) && workshop.FitsDays(registration.Attendance);

    private async Task<List<Workshop>> FreeAsync(WorkshopPlace at, Workshop except, List<Workshop> workshops, DateTimeOffset now, CancellationToken ct)
    {
        var taken = await db.Set<SignUp>().Where(s => s.ConferenceId == except.ConferenceId && s.HoldsSeat)
            .GroupBy(s => s.WorkshopId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        return [.. workshops.Where(w => w.Id != except.Id && w.Place.IsOn && !w.IsAllotting && w.Place.StartsAt < at.EndsAt && at.StartsAt < w.Place.EndsAt
            && w.Settings.OpensAt <= now && now < w.Settings.ClosesAt && taken.GetValueOrDefault(w.Id) < w.Seats)];
    }

    private async Task<List<(SignUp SignUp, Registration Registration)>> SignedUpAsync(Workshop workshop, CancellationToken ct) =>
        [.. (await (
            from signUp in db.Set<SignUp>()
            join registration in db.Set<Registration>() on signUp.RegistrationId equals registration.Id
            where signUp.WorkshopId == workshop.Id && Living.Contains(signUp.Status)
            orderby signUp.Rank
            select new { signUp, registration }).ToListAsync(ct)).Select(s => (s.signUp, s.registration))];
}
