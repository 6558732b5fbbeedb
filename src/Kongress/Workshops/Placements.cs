using Kongress.Conferences;
using Kongress.Data;
using Kongress.Programme.Releases;
using Kongress.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Workshops;

/// <summary>Takes over where and when the workshops are from the released programme, and finds out whom that concerns.</summary>
internal sealed class Placements(KongressDb db, WorkshopMails mails, TimeProvider clock) : IFollowsReleases
{
    private static readonly SignUpStatus[] Living = [SignUpStatus.Waiting, SignUpStatus.Offered, SignUpStatus.Seated];

    /// <summary>The session as the programme shows it. Null: it is not in it. What takes place twice is two sessions; a snapshot that names one twice counts with its first time.</summary>
    public static WorkshopPlace? PlaceOf(Conference conference, Snapshot programme, Guid sessionId)
    {
        if (programme.Slots.FirstOrDefault(s => s.SessionId == sessionId) is not { } slot) return null;
        var rooms = slot.RoomIds.Select(id => programme.Rooms.FirstOrDefault(r => r.Id == id)).OfType<SnapshotRoom>().ToList();
        var day = ReleaseDesk.Day(conference)(slot.StartsAt);
        return new WorkshopPlace
        {
            Code = slot.Code,
            Title = slot.Title,
            Room = string.Join(", ", rooms.Select(r => r.Name)),
            Seats = slot.Seats ?? rooms.Sum(r => r.Capacity),
            Day = 1 + conference.Days.OrderBy(d => d.Date).ToList().FindIndex(d => d.Date == day),
            StartsAt = slot.StartsAt,
            EndsAt = slot.EndsAt,
            IsOn = !slot.IsCancelled,
        };
    }

    public async Task<IReadOnlyList<SeatTidings>> ForeseeAsync(Conference conference, Snapshot before, Snapshot next, CancellationToken ct)
    {
        // Not tracked: the workshops move in memory only, by the same rules. A release that waits may stand between them and the next one.
        var workshops = await db.Set<Workshop>().AsNoTracking().Where(w => w.ConferenceId == conference.Id).OrderBy(w => w.Id).ToListAsync(ct);
        Move(conference, workshops, before);
        var now = clock.GetUtcNow();
        var concerned = await ConcernedAsync(conference, Move(conference, workshops, next), db.Set<SignUp>().AsNoTracking(), now, ct);
        return await TidingsAsync(conference, workshops, concerned, now, ct);
    }

    public async Task<IReadOnlyList<SeatTidings>> FollowAsync(Conference conference, Snapshot programme, CancellationToken ct) =>
        // No such row: the edition has no workshops.
        await db.LockAsync<WorkshopRules>(conference.Id, ct) ? await TakeOverAsync(conference, programme, ct) : [];

    /// <summary>Only under the lock of the <see cref="WorkshopRules"/>. Nothing has changed: nobody is concerned.</summary>
    public async Task<IReadOnlyList<SeatTidings>> TakeOverAsync(Conference conference, Snapshot programme, CancellationToken ct)
    {
        var workshops = await db.Set<Workshop>().Where(w => w.ConferenceId == conference.Id).OrderBy(w => w.Id).ToListAsync(ct);
        var now = clock.GetUtcNow();
        var concerned = await ConcernedAsync(conference, Move(conference, workshops, programme), db.Set<SignUp>(), now, ct);
        var tidings = await TidingsAsync(conference, workshops, concerned, now, ct);
        foreach (var entry in concerned.Where(c => c.IsLost))
        {
            var isOn = entry.Workshop.Place.IsOn;
            entry.SignUp.End(isOn ? SignUpStatus.RegistrationEnded : SignUpStatus.WorkshopCancelled, now);
            db.Record(new Change(conference.Id, Actor.System, isOn ? "Workshop.RegistrationEnded" : "Workshop.Cancelled", entry.SignUp.Id, now, entry.Workshop.Place.Code));
        }

        // An earlier start ends offers earlier; the one mail about the release says until when.
        foreach (var entry in concerned.Where(c => !c.IsLost))
        {
            if (entry.IsBack) db.Record(new Change(conference.Id, Actor.System, entry.SignUp.HoldsSeat ? "Workshop.SeatReturned" : "Workshop.WaitsAgain", entry.SignUp.Id, now, entry.Workshop.Place.Code));
            if (entry.SignUp.HoldUntil(entry.Workshop.StopsAt)) db.Record(new Change(conference.Id, Actor.System, "Workshop.OfferShortened", entry.SignUp.Id, now, entry.Workshop.Place.Code));
        }

        return tidings;
    }

    private static List<Moved> Move(Conference conference, List<Workshop> workshops, Snapshot programme)
    {
        var moved = new List<Moved>();
        foreach (var workshop in workshops)
        {
            var before = workshop.Place;
            var place = PlaceOf(conference, programme, workshop.SessionId) ?? before with { IsOn = false };
            if (place == before) continue;
            workshop.Follow(place);
            moved.Add(new Moved(workshop, before));
        }

        return moved;
    }

    private async Task<List<Entry>> ConcernedAsync(Conference conference, List<Moved> moved, IQueryable<SignUp> signUps, DateTimeOffset now, CancellationToken ct)
    {
        // Most rounds of a minute end here, without a query.
        if (moved.Count == 0) return [];
        var rules = await db.Set<WorkshopRules>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == conference.Id, ct) ?? new WorkshopRules(conference.Id);
        var back = await Returns.RestoreAsync(db, signUps, moved.Select(m => (m.Workshop, m.Before)), rules, conference.Time, now, ct);
        return [.. await ChangedAsync(moved, signUps, now, ct), .. back.Select(b => new Entry(b.SignUp, b.Registration, b.Workshop, b.Before, IsBack: true))];
    }

    private async Task<List<Entry>> ChangedAsync(List<Moved> moved, IQueryable<SignUp> signUps, DateTimeOffset now, CancellationToken ct)
    {
        var told = moved.Where(m => m.Before.IsOn && m.Before.StartsAt > now && (!m.Workshop.Place.IsOn || !m.Workshop.Place.IsWhere(m.Before))).ToDictionary(m => m.Workshop.Id);
        if (told.Count == 0) return [];
        var ids = told.Keys.ToList();
        var rows = await (
            from signUp in signUps
            join registration in db.Set<Registration>() on signUp.RegistrationId equals registration.Id
            where ids.Contains(signUp.WorkshopId) && Living.Contains(signUp.Status)
            orderby registration.Person.FamilyName, registration.Id
            select new { signUp, registration }).ToListAsync(ct);
        return [.. rows.Select(r => new Entry(r.signUp, r.registration, told[r.signUp.WorkshopId].Workshop, told[r.signUp.WorkshopId].Before))];
    }

    // Asked when all have moved, so that nobody reads of an overlap with what has moved as well.
    private async Task<IReadOnlyList<SeatTidings>> TidingsAsync(Conference conference, List<Workshop> workshops, List<Entry> concerned, DateTimeOffset now, CancellationToken ct)
    {
        if (concerned.Count == 0) return [];
        var ids = concerned.Select(c => c.Workshop.Id).Distinct().ToList();
        var seats = (await db.Set<SignUp>().Where(s => s.Status == SignUpStatus.Seated && db.Set<SignUp>().Any(c => ids.Contains(c.WorkshopId) && c.RegistrationId == s.RegistrationId))
            .Select(s => new { s.RegistrationId, s.WorkshopId }).ToListAsync(ct)).ToLookup(s => s.RegistrationId, s => s.WorkshopId);
        var taken = await db.Set<SignUp>().Where(s => s.ConferenceId == conference.Id && s.HoldsSeat)
            .GroupBy(s => s.WorkshopId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        // Those that come back are not stored yet.
        foreach (var back in concerned.Where(c => c.IsBack && c.SignUp.HoldsSeat)) taken[back.Workshop.Id] = taken.GetValueOrDefault(back.Workshop.Id) + 1;
        var groups = await db.GroupsAsync(workshops, ct);
        Holders HoldersOf(Workshop workshop) => new(groups.GetValueOrDefault(workshop.Id), taken.GetValueOrDefault(workshop.Id) - groups.GetValueOrDefault(workshop.Id));
        var open = workshops.Where(w => w.Place.IsOn && w.Place.StartsAt > now && !w.IsAllotting && w.Settings.OpensAt <= now && now < w.Settings.ClosesAt).ToList();

        SeatChange Of(Entry entry)
        {
            var (person, workshop) = (entry.Registration, entry.Workshop);
            var overlapping = entry.SignUp.HoldsSeat && !entry.IsLost ? workshops.Where(w => seats[person.Id].Contains(w.Id) && w.Overlaps(workshop)).ToList() : [];
            var offeredUntil = entry.SignUp.HeldUntil > workshop.StopsAt ? workshop.StopsAt : entry.SignUp.HeldUntil;
            var at = entry.IsLost ? entry.Before : workshop.Place;
            var free = open.Where(w => w.Id != workshop.Id && w.Place.StartsAt < at.EndsAt && at.StartsAt < w.Place.EndsAt
                && w.FreeFor(w.IsKeptFor(person.Person), HoldersOf(w), now) > 0 && w.IsFor(person.Person) && w.FitsDays(person.Attendance) && !overlapping.Contains(w)).ToList();
            return new SeatChange(workshop.SessionId, workshop.Place.StartsAt, workshop.Place.Title, entry.Class, () => mails.Changed(conference, workshop.Place, entry.Before, entry.Class, entry.Fate, offeredUntil, now, overlapping, free));
        }

        return [.. concerned.Where(c => c.Registration.Status is RegistrationStatus.Confirmed).GroupBy(c => c.Registration.Id).Select(own =>
        {
            var person = own.First().Registration;
            return new SeatTidings(person.Id, person.Email, person.Person.FullName, person.Language, [.. own.OrderBy(o => o.Workshop.Place.StartsAt).ThenBy(o => o.Workshop.Id).Select(Of)]);
        })];
    }

    private sealed record Moved(Workshop Workshop, WorkshopPlace Before);

    /// <param name="IsBack">It had ended with the workshop and lives again.</param>
    private sealed record Entry(SignUp SignUp, Registration Registration, Workshop Workshop, WorkshopPlace Before, bool IsBack = false)
    {
        public EntryFate Fate => IsLost ? EntryFate.Lost : !IsBack ? EntryFate.Stays : SignUp.HoldsSeat ? EntryFate.SeatReturned : EntryFate.WaitsAgain;

        /// <summary>The workshop is off, or on a day on which the person does not come. Whoever is not registered any more loses the entry elsewhere.</summary>
        public bool IsLost => !Workshop.Place.IsOn || (Registration.Status is RegistrationStatus.Confirmed && !Workshop.FitsDays(Registration.Attendance));

        public ChangeClass Class => !Workshop.Place.IsOn ? ChangeClass.Cancelled : IsBack ? ChangeClass.Revived : (Workshop.Place.StartsAt != Before.StartsAt, Workshop.Place.Room != Before.Room) switch
        {
            (true, true) => ChangeClass.MovedInTimeAndRoom,
            (true, false) => ChangeClass.MovedInTime,
            (false, true) => ChangeClass.MovedInRoom,
            (false, false) => ChangeClass.Duration,
        };
    }
}
