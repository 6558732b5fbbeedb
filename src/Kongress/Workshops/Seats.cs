using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Workshops;

/// <summary>Counts and passes on the seats of all workshops of an edition. Every call needs the lock of its <see cref="WorkshopRules"/>.</summary>
internal sealed class Seats(KongressDb db, Outbox outbox, WorkshopMails mails)
{
    /// <summary>Runs <paramref name="work"/> in a transaction under the lock. What has ended in any workshop goes first, and what is free is passed on.</summary>
    public Task<T> UnderLockAsync<T>(Guid conferenceId, T notFound, TimeProvider clock, Func<Conference, WorkshopRules, DateTimeOffset, Task<T>> work, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            if (!await db.LockAsync<WorkshopRules>(conferenceId, ct)) return notFound;
            var now = clock.GetUtcNow();
            var conference = await db.ConferenceWithDaysAsync(conferenceId, ct);
            var rules = await db.Set<WorkshopRules>().SingleAsync(r => r.Id == conferenceId, ct);
            await PassOnAsync(conference, rules, now, ct);
            return await work(conference, rules, now);
        },
        ct);

    /// <summary>Runs <paramref name="work"/> in a transaction under the lock, for one person at one workshop: hundreds press at the same moment, and each waits for those before.</summary>
    /// <remarks>
    /// An offer of this workshop that nobody answered in time ends first: whoever asks finds the seats as they are now. The other workshops are left to the round of every minute,
    /// and so are registrations that have ended: whatever ends one passes its seats on itself.
    /// </remarks>
    public Task<T> UnderLockAsync<T>(Conference conference, Guid workshopId, Guid accountId, T notFound, TimeProvider clock, Func<Look, DateTimeOffset, Task<T>> work, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            if (!await db.LockAsync<WorkshopRules>(conference.Id, ct)) return notFound;
            var now = clock.GetUtcNow();
            if (await db.LookAsync(conference.Id, workshopId, accountId, now, ct) is not { } look) return notFound;
            if (look.HasLate)
            {
                await PassOnAsync(conference, look.Rules, now, ct);
                look = (await db.LookAsync(conference.Id, workshopId, accountId, now, ct))!;
            }

            return await work(look, now);
        },
        ct);

    /// <summary>Ends what is over, then gives every free seat to the next in line. Returns how many were given or offered.</summary>
    public async Task<int> PassOnAsync(Conference conference, WorkshopRules rules, DateTimeOffset now, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        // An offer can be both unanswered and without a registration: it ends once, and whoever cancelled is not told that time ran out.
        await EndWithoutRegistrationAsync(conference, now, ct);
        await EndUnansweredAsync(conference, now, ct);
        return await GiveFreeAsync(conference, rules, now, ct);
    }

    /// <summary>Gives every free seat to the next in line. Returns how many were given or offered.</summary>
    /// <remarks>Saves first, so that seats freed by the caller are counted. All workshops are looked at, as who gives one back may be next in another.</remarks>
    public async Task<int> GiveFreeAsync(Conference conference, WorkshopRules rules, DateTimeOffset now, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);

        var open = await db.Set<Workshop>()
            .Where(w => w.ConferenceId == conference.Id && w.Place.IsOn && !w.Settings.IsPaused && w.Place.StartsAt > now
                && (w.Settings.Mode == SeatMode.FirstCome || w.AllottedAt != null))
            .Where(w => db.Set<SignUp>().Any(s => s.WorkshopId == w.Id && s.Status == SignUpStatus.Waiting)
                && db.Set<SignUp>().Count(s => s.WorkshopId == w.Id && s.HoldsSeat) < (w.Settings.Seats ?? w.Place.Seats))
            .OrderBy(w => w.Place.StartsAt).ThenBy(w => w.Id)
            .ToListAsync(ct);
        if (open.Count == 0) return 0;

        var ids = open.Select(w => w.Id).ToList();
        var waiting = await (
            from signUp in db.Set<SignUp>()
            join registration in db.Set<Registration>() on signUp.RegistrationId equals registration.Id
            where ids.Contains(signUp.WorkshopId) && signUp.Status == SignUpStatus.Waiting
            orderby signUp.Rank
            select new { SignUp = signUp, Registration = registration }).ToListAsync(ct);
        var seats = await SeatsOfWaitingAsync(ids, ct);
        var given = 0;
        foreach (var workshop in open)
        {
            var holders = await db.HoldersAsync(workshop, ct);
            foreach (var next in waiting.Where(w => w.SignUp.WorkshopId == workshop.Id))
            {
                if (workshop.FreeFor(isInGroup: true, holders, now) == 0) break;
                var own = seats.GetValueOrDefault(next.Registration.Id, []);
                var isInGroup = workshop.IsKeptFor(next.Registration.Person);
                var turn = Turn.Of(workshop, next.Registration.Person, own, rules, workshop.FreeFor(isInGroup, holders, now) == 0, conference.Time, now);
                if (turn.IsSkipped) continue;
                if (turn.Kind is not (TurnKind.Seat or TurnKind.Offer)) break;
                holders = isInGroup ? holders with { Group = holders.Group + 1 } : holders with { Others = holders.Others + 1 };
                given++;
                Give(conference, workshop, next.SignUp, next.Registration, turn, own, now);
                if (turn.Kind is TurnKind.Seat) seats[next.Registration.Id] = [.. own, workshop];
            }
        }

        await db.SaveChangesAsync(ct);
        return given;
    }

    /// <summary>How many workshops count for the person: seats, and what may become one without giving another back.</summary>
    public static int Load(IReadOnlyCollection<Own> own, DateTimeOffset now) => Counting(own, now).Count;

    /// <summary>Which these are. An offer that was not answered in time is none, nor is a place in line for what has begun.</summary>
    public static List<Own> Counting(IReadOnlyCollection<Own> own, DateTimeOffset now)
    {
        var seated = own.Where(o => o.SignUp.Status is SignUpStatus.Seated).ToList();
        return [.. own.Where(o => o.SignUp.Status is SignUpStatus.Seated
            || (o.Workshop.Place.StartsAt > now && !(o.SignUp.HeldUntil <= now) && !seated.Exists(s => s.Workshop.Overlaps(o.Workshop))))];
    }

    /// <summary>Two who set rules for the first time meet in the key, and the loser starts again.</summary>
    public Task EnsureRulesAsync(Guid conferenceId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            if (await db.Set<WorkshopRules>().AnyAsync(r => r.Id == conferenceId, ct)) return;
            db.Add(new WorkshopRules(conferenceId));
            await db.SaveChangesAsync(ct);
        },
        ct);

    /// <summary>Gives a seat back as part of a swap.</summary>
    public void Release(Conference conference, IEnumerable<Own> given, Guid accountId, DateTimeOffset now)
    {
        foreach (var own in given)
        {
            own.SignUp.End(SignUpStatus.GivenBack, now);
            db.Record(new Change(conference.Id, accountId, "Workshop.GivenBack", own.SignUp.Id, now, own.Workshop.Place.Code));
        }
    }

    private void Give(Conference conference, Workshop workshop, SignUp signUp, Registration registration, Turn turn, IReadOnlyList<Workshop> own, DateTimeOffset now)
    {
        if (turn.Kind is TurnKind.Seat)
        {
            signUp.Seat(now);
            outbox.Add(mails.MovedUp(conference, registration, workshop));
            db.Record(new Change(conference.Id, Actor.System, "Workshop.MovedUp", signUp.Id, now, workshop.Place.Code));
        }
        else
        {
            signUp.Offer(turn.Until!.Value);
            outbox.Add(mails.Offer(conference, registration, workshop, turn.Until.Value, [.. own.Where(workshop.Overlaps)]));
            db.Record(new Change(conference.Id, Actor.System, "Workshop.Offered", signUp.Id, now, workshop.Place.Code));
        }
    }

    private async Task EndUnansweredAsync(Conference conference, DateTimeOffset now, CancellationToken ct)
    {
        var late = await (
            from signUp in db.Set<SignUp>()
            join workshop in db.Set<Workshop>() on signUp.WorkshopId equals workshop.Id
            join registration in db.Set<Registration>() on signUp.RegistrationId equals registration.Id
            where signUp.ConferenceId == conference.Id && signUp.Status == SignUpStatus.Offered && signUp.HeldUntil <= now
            select new { signUp, workshop, registration }).ToListAsync(ct);
        foreach (var ended in late)
        {
            if (!ended.signUp.End(SignUpStatus.Expired, now)) continue;
            outbox.Add(mails.OfferEnded(conference, ended.registration, ended.workshop, ended.workshop.RefusalFor(ended.registration, now) is null));
            db.Record(new Change(conference.Id, Actor.System, "Workshop.OfferExpired", ended.signUp.Id, now, ended.workshop.Place.Code));
        }
    }

    // Whoever cancelled or was substituted has had a mail about it; whoever only gave up the day is told what went with it.
    private async Task EndWithoutRegistrationAsync(Conference conference, DateTimeOffset now, CancellationToken ct)
    {
        var without = await (
            from signUp in db.Set<SignUp>()
            join workshop in db.Set<Workshop>() on signUp.WorkshopId equals workshop.Id
            join registration in db.Set<Registration>() on signUp.RegistrationId equals registration.Id
            where signUp.ConferenceId == conference.Id && signUp.ActiveFor != null && workshop.Place.StartsAt > now
                && (registration.Status != RegistrationStatus.Confirmed
                    || (workshop.Settings.NeedsDay && ((workshop.Place.Day == 1 && !registration.Attendance.Day1) || (workshop.Place.Day == 2 && !registration.Attendance.Day2))))
            select new { signUp, workshop, registration }).ToListAsync(ct);
        foreach (var ended in without)
        {
            ended.signUp.End(SignUpStatus.RegistrationEnded, now);
            if (ended.registration.IsActive) outbox.Add(mails.DayGivenUp(conference, ended.registration, ended.workshop));
            db.Record(new Change(conference.Id, Actor.System, "Workshop.RegistrationEnded", ended.signUp.Id, now, ended.workshop.Place.Code));
        }
    }

    private async Task<Dictionary<Guid, List<Workshop>>> SeatsOfWaitingAsync(List<Guid> workshopIds, CancellationToken ct) =>
        (await (
            from signUp in db.Set<SignUp>()
            join workshop in db.Set<Workshop>() on signUp.WorkshopId equals workshop.Id
            where signUp.Status == SignUpStatus.Seated && signUp.ActiveFor != null
                && db.Set<SignUp>().Any(s => workshopIds.Contains(s.WorkshopId) && s.Status == SignUpStatus.Waiting && s.RegistrationId == signUp.RegistrationId)
            select new { signUp.RegistrationId, Workshop = workshop }).ToListAsync(ct))
        .GroupBy(s => s.RegistrationId).ToDictionary(g => g.Key, g => g.Select(s => s.Workshop).ToList());
}
