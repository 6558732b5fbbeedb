using Kongress.Conferences;
using Kongress.Data;
using Kongress.Programme.Releases;
using Kongress.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Workshops;

/// <summary>Takes over where and when the workshops are from the released programme, and finds out whom that concerns.</summary>
internal sealed class Placements(KongressDb db, WorkshopMails mails, TimeProvider clock) : IFollowsReleases
{
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
        // Not tracked: everything moves in memory only, by the same rules. A release that waits may stand between the workshops and the next one: what it takes, the next one gives back.
        var workshops = await db.Set<Workshop>().AsNoTracking().Where(w => w.ConferenceId == conference.Id).OrderBy(w => w.Id).ToListAsync(ct);
        var moving = workshops.Where(w => PlaceIn(conference, before, w) != w.Place || PlaceIn(conference, next, w) != w.Place);
        var entries = await Entries.OfAsync(db, db.Set<SignUp>().AsNoTracking(), moving, ct);
        var now = clock.GetUtcNow();
        await FollowAsync(conference, workshops, Move(conference, workshops, before), entries, now, ct);
        var concerned = await FollowAsync(conference, workshops, Move(conference, workshops, next), entries, now, ct);
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
        var moved = Move(conference, workshops, programme);
        var entries = await Entries.OfAsync(db, db.Set<SignUp>(), moved.Select(m => m.Workshop), ct);
        var concerned = await FollowAsync(conference, workshops, moved, entries, now, ct);
        var tidings = await TidingsAsync(conference, workshops, concerned, now, ct);
        foreach (var entry in concerned)
        {
            void Record(string action) => db.Record(new Change(conference.Id, Actor.System, action, entry.SignUp.Id, now, entry.Workshop.Place.Code));
            if (entry.IsLost) Record(entry.Workshop.Place.IsOn ? "Workshop.RegistrationEnded" : "Workshop.Cancelled");
            if (entry.IsBack) Record(entry.SignUp.HoldsSeat ? "Workshop.SeatReturned" : "Workshop.WaitsAgain");
            // An earlier start ends offers earlier; the one mail about the release says until when.
            if (entry.SignUp.HoldUntil(entry.Workshop.StopsAt)) Record("Workshop.OfferShortened");
        }

        return tidings;
    }

    private static WorkshopPlace PlaceIn(Conference conference, Snapshot programme, Workshop workshop) => PlaceOf(conference, programme, workshop.SessionId) ?? workshop.Place with { IsOn = false };

    private static List<Moved> Move(Conference conference, List<Workshop> workshops, Snapshot programme)
    {
        var moved = new List<Moved>();
        foreach (var workshop in workshops)
        {
            var before = workshop.Place;
            var place = PlaceIn(conference, programme, workshop);
            if (place == before) continue;
            workshop.Follow(place);
            moved.Add(new Moved(workshop, before));
        }

        return moved;
    }

    // Ends what is lost and gives back what returns. Whoever lost a seat just now makes room for whoever returns.
    private async Task<List<Concerned>> FollowAsync(Conference conference, List<Workshop> workshops, List<Moved> moved, List<Entry> entries, DateTimeOffset now, CancellationToken ct)
    {
        // Most rounds of a minute end here, without a query.
        if (moved.Count == 0) return [];
        var told = moved.Where(m => m.Before.IsOn && m.Before.StartsAt > now && (!m.Workshop.Place.IsOn || !m.Workshop.Place.IsWhere(m.Before))).ToDictionary(m => m.Workshop.Id);
        var changed = entries.Where(e => e.SignUp.IsActive && told.ContainsKey(e.SignUp.WorkshopId)).Select(e => new Concerned(e.SignUp, e.Registration, told[e.SignUp.WorkshopId], e.SignUp.HoldsSeat)).ToList();
        foreach (var lost in changed.Where(c => c.IsLost)) lost.SignUp.End(lost.Workshop.Place.IsOn ? SignUpStatus.WorkshopMoved : SignUpStatus.WorkshopCancelled, now);
        var rules = await db.Set<WorkshopRules>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == conference.Id, ct) ?? new WorkshopRules(conference.Id);
        var back = await Returns.RestoreAsync(db, workshops, moved, entries, rules, conference.Time, now, ct);
        return [.. changed, .. back.Select(b => new Concerned(b.Entry.SignUp, b.Entry.Registration, b.Moved, HeldSeat: false, IsBack: true))];
    }

    // Asked when all have moved, so that nobody reads of an overlap with what has moved as well.
    private async Task<IReadOnlyList<SeatTidings>> TidingsAsync(Conference conference, List<Workshop> workshops, List<Concerned> concerned, DateTimeOffset now, CancellationToken ct)
    {
        if (concerned.Count == 0) return [];
        var ids = concerned.Select(c => c.Workshop.Id).Distinct().ToList();
        var seats = (await db.Set<SignUp>().Where(s => s.Status == SignUpStatus.Seated && db.Set<SignUp>().Any(c => ids.Contains(c.WorkshopId) && c.RegistrationId == s.RegistrationId))
            .Select(s => new { s.RegistrationId, s.WorkshopId }).ToListAsync(ct)).ToLookup(s => s.RegistrationId, s => s.WorkshopId);
        var taken = await db.Set<SignUp>().Where(s => s.ConferenceId == conference.Id && s.HoldsSeat)
            .GroupBy(s => s.WorkshopId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        var groups = await db.GroupsAsync(workshops, ct);
        // What is lost and what comes back is not stored yet.
        foreach (var entry in concerned.Where(c => c.HeldSeat != c.SignUp.HoldsSeat))
        {
            var seat = entry.HeldSeat ? -1 : 1;
            taken[entry.Workshop.Id] = taken.GetValueOrDefault(entry.Workshop.Id) + seat;
            if (entry.Workshop.Settings.KeptSeats > 0 && entry.Workshop.IsKeptFor(entry.Registration.Person)) groups[entry.Workshop.Id] = groups.GetValueOrDefault(entry.Workshop.Id) + seat;
        }

        Holders HoldersOf(Workshop workshop) => new(groups.GetValueOrDefault(workshop.Id), taken.GetValueOrDefault(workshop.Id) - groups.GetValueOrDefault(workshop.Id));
        var open = workshops.Where(w => w.Place.IsOn && w.Place.StartsAt > now && !w.IsAllotting && w.Settings.OpensAt <= now && now < w.Settings.ClosesAt).ToList();

        SeatChange Of(Concerned entry)
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

    /// <param name="HeldSeat">Before the workshops moved.</param>
    /// <param name="IsBack">The workshop had taken it, and it lives again.</param>
    private sealed record Concerned(SignUp SignUp, Registration Registration, Moved Moved, bool HeldSeat, bool IsBack = false)
    {
        public Workshop Workshop => Moved.Workshop;

        public WorkshopPlace Before => Moved.Before;

        public EntryFate Fate => IsLost ? EntryFate.Lost : !IsBack ? EntryFate.Stays : SignUp.HoldsSeat ? EntryFate.SeatReturned : EntryFate.WaitsAgain;

        /// <summary>The workshop is off, or on a day on which the person does not come. Whoever is not registered any more loses the entry elsewhere.</summary>
        public bool IsLost => !Workshop.Place.IsOn || (Registration.Status is RegistrationStatus.Confirmed && !Workshop.FitsDays(Registration.Attendance));

        public ChangeClass Class => !Workshop.Place.IsOn ? ChangeClass.Cancelled : !Before.IsOn ? ChangeClass.Revived : (Workshop.Place.StartsAt != Before.StartsAt, Workshop.Place.Room != Before.Room) switch
        {
            (true, true) => ChangeClass.MovedInTimeAndRoom,
            (true, false) => ChangeClass.MovedInTime,
            (false, true) => ChangeClass.MovedInRoom,
            (false, false) => ChangeClass.Duration,
        };
    }
}
