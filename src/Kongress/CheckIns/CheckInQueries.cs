using Kongress.Data;
using Kongress.Registrations;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kongress.CheckIns;

/// <param name="Expected">Confirmed people who registered for this part.</param>
/// <param name="Inside">Let in, and not undone.</param>
public sealed record DoorCount(Guid ListId, string Name, CongressPart Part, int Expected, int Inside);

/// <summary>A person found by name, organisation, address or code.</summary>
public sealed record DoorPerson(Guid RegistrationId, string Name, string Organisation, RegistrationStatus Status, bool IsIn);

/// <summary>A row of the door's recent history.</summary>
public sealed record DoorScan(Guid ScanId, DateTimeOffset At, DoorAnswer Answer, bool Admits, bool IsUndone, string? Name, string? Device);

/// <summary>What the door and the organiser's desk read. A constant number of queries, however many people come.</summary>
public sealed class CheckInQueries(KongressDb db)
{
    private const int MostPeople = 25;

    public async Task<IReadOnlyList<DoorCount>> CountsAsync(Guid conferenceId, CancellationToken ct)
    {
        var lists = await db.Set<CheckInList>().AsNoTracking().Where(l => l.ConferenceId == conferenceId && l.WorkshopId == null)
            .Select(l => new { l.Id, l.Name, l.Part, Inside = db.Set<Scan>().Count(s => s.ListId == l.Id && s.IsIn) }).ToListAsync(ct);
        var confirmed = db.Set<Registration>().Where(r => r.ConferenceId == conferenceId && r.Status == RegistrationStatus.Confirmed);
        var expected = await confirmed.GroupBy(_ => 1).Select(all => new
        {
            Day1 = all.Count(r => r.Attendance.Day1),
            Day2 = all.Count(r => r.Attendance.Day2),
            Evening = all.Count(r => r.Attendance.Evening),
        }).SingleOrDefaultAsync(ct);
        return [.. lists.OrderBy(l => l.Part).Select(l => new DoorCount(l.Id, l.Name, l.Part, l.Part switch
        {
            CongressPart.Day1 => expected?.Day1,
            CongressPart.Day2 => expected?.Day2,
            CongressPart.Evening => expected?.Evening,
        } ?? 0, l.Inside))];
    }

    /// <summary>One door of a day or the evening; null: this edition has no such door. One query.</summary>
    public async Task<DoorCount?> FindAsync(Guid conferenceId, Guid listId, CancellationToken ct)
    {
        var confirmed = db.Set<Registration>().Where(r => r.ConferenceId == conferenceId && r.Status == RegistrationStatus.Confirmed);
        var found = await db.Set<CheckInList>().AsNoTracking().Where(l => l.Id == listId && l.ConferenceId == conferenceId && l.WorkshopId == null).Select(l => new
        {
            l.Name,
            l.Part,
            Expected = confirmed.Count(r => (l.Part == CongressPart.Day1 && r.Attendance.Day1) || (l.Part == CongressPart.Day2 && r.Attendance.Day2) || (l.Part == CongressPart.Evening && r.Attendance.Evening)),
            Inside = db.Set<Scan>().Count(s => s.ListId == l.Id && s.IsIn),
        }).SingleOrDefaultAsync(ct);
        return found is null ? null : new DoorCount(listId, found.Name, found.Part, found.Expected, found.Inside);
    }

    /// <summary>First admissions of a list per quarter of an hour, by the clock of the venue, without gaps between the first and the last.</summary>
    public async Task<IReadOnlyList<(DateTime From, int People)>> ArrivalsAsync(Guid listId, ConferenceTime time, CancellationToken ct)
    {
        var instants = await db.Set<Scan>().Where(s => s.ListId == listId && s.IsIn).Select(s => s.ScannedAt).ToListAsync(ct);
        var quarters = instants.Select(time.Local).GroupBy(local => new DateTime(local.Year, local.Month, local.Day, local.Hour, local.Minute / 15 * 15, 0, DateTimeKind.Unspecified))
            .ToDictionary(group => group.Key, group => group.Count());
        if (quarters.Count == 0) return [];
        var all = new List<(DateTime, int)>();
        for (var from = quarters.Keys.Min(); from <= quarters.Keys.Max(); from = from.AddMinutes(15)) all.Add((from, quarters.GetValueOrDefault(from)));
        return all;
    }

    /// <summary>At most 25 people whose name, organisation, address or code has every word; empty when nothing searchable was typed.</summary>
    public async Task<IReadOnlyList<DoorPerson>> SearchAsync(Guid conferenceId, Guid listId, string? typed, CancellationToken ct)
    {
        var words = SearchForm.Query(typed);
        if (words.Count == 0) return [];
        var code = Secret.Clean(typed);
        var people = db.Set<Registration>().AsNoTracking().Where(r => r.ConferenceId == conferenceId);
        var byWords = people;
        foreach (var word in words) byWords = byWords.Where(r => r.SearchText.Contains(" " + word));
        var byCode = people.Where(r => r.Code == code || db.Set<Ticket>().Any(t => t.RegistrationId == r.Id && t.Code == code));
        var found = byWords.Select(r => r.Id).Union(byCode.Select(r => r.Id));
        var rows = await people.Where(r => found.Contains(r.Id))
            .OrderBy(r => r.ActiveEmail == null).ThenBy(r => r.Person.FamilyName).ThenBy(r => r.Person.GivenName)
            .Take(MostPeople)
            .Select(r => new { r.Id, r.Person.Title, r.Person.GivenName, r.Person.FamilyName, r.Person.Organisation, r.Status, IsIn = db.Set<Scan>().Any(s => s.ListId == listId && s.RegistrationId == r.Id && s.IsIn) })
            .ToListAsync(ct);
        return [.. rows.Select(r => new DoorPerson(r.Id, string.Join(' ', new[] { r.Title, r.GivenName, r.FamilyName }.Where(part => !string.IsNullOrEmpty(part))), r.Organisation, r.Status, r.IsIn))];
    }

    /// <summary>The newest scans of a list.</summary>
    public async Task<IReadOnlyList<DoorScan>> RecentAsync(Guid listId, int most, CancellationToken ct)
    {
        var rows = await (
            from scan in db.Set<Scan>().AsNoTracking().Where(s => s.ListId == listId).OrderByDescending(s => s.ReceivedAt).Take(most)
            from registration in db.Set<Registration>().Where(r => r.Id == scan.RegistrationId).DefaultIfEmpty()
            orderby scan.ReceivedAt descending
            select new { scan.Id, scan.ReceivedAt, scan.Answer, scan.Admits, scan.UndoneAt, scan.Device, GivenName = (string?)registration!.Person.GivenName, FamilyName = (string?)registration.Person.FamilyName }).ToListAsync(ct);
        return [.. rows.Select(r => new DoorScan(r.Id, r.ReceivedAt, r.Answer, r.Admits, r.UndoneAt is not null, r.FamilyName is null ? null : $"{r.GivenName} {r.FamilyName}", r.Device))];
    }
}
