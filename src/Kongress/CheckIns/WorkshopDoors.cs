using Kongress.Data;
using Kongress.Registrations;
using Kongress.Workshops;
using Microsoft.EntityFrameworkCore;

namespace Kongress.CheckIns;

/// <param name="Expected">How many have a seat.</param>
/// <param name="Inside">How many have been let in; companions take no seat and are not counted.</param>
public sealed record WorkshopDoorRow(Guid ListId, Workshop Workshop, int Expected, int Inside);

/// <summary>Somebody at a workshop.</summary>
/// <param name="HasSeat">False: let in without one, at the door; or a companion, who needs none.</param>
/// <param name="Accompanies">Whom a companion comes with; null: nobody.</param>
public sealed record WorkshopGuest(Guid RegistrationId, string Name, string Organisation, bool HasSeat, DateTimeOffset? InSince, string? Accompanies = null);

/// <summary>The doors of workshops: which there are, who has a seat and who is here.</summary>
public sealed class WorkshopDoors(KongressDb db)
{
    /// <summary>The doors of the workshops that take place, in the order of their start; makes those that are missing. A constant number of queries.</summary>
    public async Task<List<WorkshopDoorRow>> AllAsync(Guid conferenceId, CancellationToken ct)
    {
        var lists = await ListsAsync(conferenceId, ct);
        var workshops = await db.Set<Workshop>().AsNoTracking().Where(w => w.ConferenceId == conferenceId && w.Place.IsOn).ToListAsync(ct);
        if (workshops.Exists(w => !lists.ContainsKey(w.Id)))
        {
            await db.InTransactionAsync(
                async () =>
                {
                    var there = await ListsAsync(conferenceId, ct);
                    db.AddRange(workshops.Where(w => !there.ContainsKey(w.Id)).Select(w => new CheckInList(w)));
                    await db.SaveChangesAsync(ct);
                },
                ct);
            lists = await ListsAsync(conferenceId, ct);
        }

        var seats = await db.Set<SignUp>().Where(s => s.ConferenceId == conferenceId && s.Status == SignUpStatus.Seated && s.ActiveFor != null).GroupBy(s => s.WorkshopId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        var inside = await OnSeats().Where(s => s.ConferenceId == conferenceId).GroupBy(s => s.ListId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        return [.. workshops.OrderBy(w => w.Place.StartsAt).ThenBy(w => w.Place.Title, StringComparer.CurrentCulture).Select(w => new WorkshopDoorRow(lists[w.Id].Id, w, seats.GetValueOrDefault(w.Id), inside.GetValueOrDefault(lists[w.Id].Id)))];
    }

    /// <summary>Null: this edition has no such door of a workshop.</summary>
    public async Task<WorkshopDoorRow?> FindAsync(Guid conferenceId, Guid listId, CancellationToken ct)
    {
        var onSeats = OnSeats();
        var found = await (
            from list in db.Set<CheckInList>().AsNoTracking()
            join workshop in db.Set<Workshop>().AsNoTracking() on list.WorkshopId equals workshop.Id
            where list.Id == listId && list.ConferenceId == conferenceId
            select new
            {
                workshop,
                Seats = db.Set<SignUp>().Count(s => s.WorkshopId == workshop.Id && s.Status == SignUpStatus.Seated && s.ActiveFor != null),
                Inside = onSeats.Count(s => s.ListId == list.Id),
            }).SingleOrDefaultAsync(ct);
        return found is null ? null : new WorkshopDoorRow(listId, found.workshop, found.Seats, found.Inside);
    }

    /// <summary>Who has a seat, with their companions, and who was let in without one, by name.</summary>
    public async Task<List<WorkshopGuest>> GuestsAsync(WorkshopDoorRow door, CancellationToken ct)
    {
        var id = door.Workshop.Id;
        var seats = db.Set<SignUp>().Where(s => s.WorkshopId == id && s.Status == SignUpStatus.Seated && s.ActiveFor != null);
        var inside = db.Set<Scan>().Where(s => s.ListId == door.ListId && s.IsIn);
        var people = db.Set<Registration>();
        var rows = await people.AsNoTracking()
            .Where(r => seats.Any(s => s.RegistrationId == r.Id) || inside.Any(s => s.RegistrationId == r.Id)
                || (r.ActiveEmail != null && r.AccompaniesId != null && seats.Any(s => s.RegistrationId == r.AccompaniesId)))
            .OrderBy(r => r.SortName).ThenBy(r => r.Id)
            .Select(r => new
            {
                r.Id,
                r.Person,
                HasSeat = seats.Any(s => s.RegistrationId == r.Id),
                InSince = inside.Where(s => s.RegistrationId == r.Id).Select(s => (DateTimeOffset?)s.ScannedAt).FirstOrDefault(),
                Accompanied = people.Where(p => p.Id == r.AccompaniesId).Select(p => p.Person.GivenName + " " + p.Person.FamilyName).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return [.. rows.Select(r => new WorkshopGuest(r.Id, r.Person.FullName, r.Person.Organisation, r.HasSeat, r.InSince, r.Accompanied))];
    }

    /// <param name="accompaniesId">Whom a companion helps: theirs is the seat that is asked for. Null: nobody.</param>
    internal async Task<WorkshopDoor> DoorAsync(Guid workshopId, Guid listId, Guid registrationId, Guid? accompaniesId, Person person, CancellationToken ct)
    {
        var workshop = await db.Set<Workshop>().AsNoTracking().SingleAsync(w => w.Id == workshopId, ct);
        var holder = accompaniesId ?? registrationId;
        var hasSeat = await db.Set<SignUp>().AnyAsync(s => s.WorkshopId == workshopId && s.ActiveFor == holder && s.Status == SignUpStatus.Seated, ct);
        var inFor = Scan.KeyOf(listId, holder);
        var helpsInside = accompaniesId is not null && await db.Set<Scan>().AnyAsync(s => s.InFor == inFor, ct);
        return new WorkshopDoor(workshop, hasSeat, workshop.IsFor(person), await OnSeats().CountAsync(s => s.ListId == listId, ct), helpsInside);
    }

    // Everybody who is in, but for companions. Once the retention has passed nobody can be told apart, and all count.
    private IQueryable<Scan> OnSeats() => db.Set<Scan>().Where(s => s.IsIn && !db.Set<Registration>().Any(r => r.Id == s.RegistrationId && r.AccompaniesId != null));

    private Task<Dictionary<Guid, CheckInList>> ListsAsync(Guid conferenceId, CancellationToken ct) =>
        db.Set<CheckInList>().AsNoTracking().Where(l => l.ConferenceId == conferenceId && l.WorkshopId != null).ToDictionaryAsync(l => l.WorkshopId!.Value, ct);
}
