using Kongress.Data;
using Kongress.Mail;
using Kongress.Workshops;
using Kongress.Workshops.Allotment;
using Microsoft.EntityFrameworkCore;

namespace Kongress.CheckIns;

public enum LiftOutcome
{
    Lifted,

    /// <summary>Somebody is or was signed up, wished for it, or came to its door: what happened stays.</summary>
    InUse,
    NotFound,
}

/// <summary>Takes the limit off a session that got it by mistake, and its door with it.</summary>
public sealed class LimitDesk(KongressDb db, Outbox outbox, WorkshopMails mails, TimeProvider clock)
{
    private readonly Seats seats = new(db, outbox, mails);

    /// <summary>Whether nobody has had anything to do with it yet.</summary>
    public async Task<bool> CanLiftAsync(Guid workshopId, CancellationToken ct) =>
        !await db.Set<SignUp>().AnyAsync(s => s.WorkshopId == workshopId, ct)
        && !await db.Set<Wish>().AnyAsync(w => w.WorkshopId == workshopId, ct)
        && !await db.Set<Adjustment>().AnyAsync(a => a.WorkshopId == workshopId, ct)
        && !await db.Set<Scan>().AnyAsync(s => db.Set<CheckInList>().Any(l => l.Id == s.ListId && l.WorkshopId == workshopId), ct);

    /// <summary>The session is open for everybody again. Audited.</summary>
    public Task<LiftOutcome> LiftAsync(Guid conferenceId, Guid sessionId, Guid organiserId, CancellationToken ct) => seats.UnderLockAsync(
        conferenceId,
        LiftOutcome.NotFound,
        clock,
        async (_, _, now) =>
        {
            var workshop = await db.Set<Workshop>().SingleOrDefaultAsync(w => w.SessionId == sessionId && w.ConferenceId == conferenceId, ct);
            if (workshop is null) return LiftOutcome.NotFound;
            // Whoever is being scanned there is counted, or finds no door.
            var door = await db.Set<CheckInList>().SingleOrDefaultAsync(l => l.WorkshopId == workshop.Id, ct);
            if (door is not null) await db.LockAsync<CheckInList>(door.Id, ct);
            if (!await CanLiftAsync(workshop.Id, ct)) return LiftOutcome.InUse;
            if (door is not null) db.Remove(door);
            db.Remove(workshop);
            db.Record(new Change(conferenceId, organiserId, "Workshop.Lifted", sessionId, now, workshop.Place.Code));
            await db.SaveChangesAsync(ct);
            return LiftOutcome.Lifted;
        },
        ct);
}
