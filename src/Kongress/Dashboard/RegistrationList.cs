using Kongress.Data;
using Kongress.Registrations;
using Kongress.Registrations.Contingents;
using Kongress.Registrations.Groups;
using Kongress.Registrations.Imports;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Dashboard;

public sealed record RegistrationRow(
    Guid Id, string Code, string Name, string Organisation, AdministrativeLevel Level, Land? Land, RegistrationStatus Status, bool HoldsPlace, DateTimeOffset SubmittedAt, Attendance Attendance, AttendeeKind Kind);

/// <summary>Values of one filter with the number of rows that each would give, the other filters kept.</summary>
public sealed record FilterCounts(
    IReadOnlyDictionary<RegistrationStatus, int> Status, IReadOnlyDictionary<AdministrativeLevel, int> Level, IReadOnlyDictionary<Land, int> Land,
    IReadOnlyDictionary<AttendeeKind, int> Kind, IReadOnlyDictionary<CongressPart, int> Part, IReadOnlyDictionary<string, int> Language, int NeedsDecision, int All,
    IReadOnlyList<NamedCount> Contingents, IReadOnlyList<NamedCount> Groups);

/// <summary>A contingent or a group as a value of its filter.</summary>
/// <param name="Id"><see cref="Guid.Empty"/>: the places open to everybody.</param>
/// <param name="Name">Empty for <see cref="Guid.Empty"/>.</param>
public sealed record NamedCount(Guid Id, string Name, int Count);

/// <summary>What can be chosen in the filters that each edition fills itself.</summary>
public sealed record FilterNames(IReadOnlyList<NamedCount> Contingents, IReadOnlyList<NamedCount> Groups);

/// <param name="Total">Rows of all pages.</param>
public sealed record RegistrationPage(IReadOnlyList<RegistrationRow> Rows, int Total, int Number, int Pages, FilterCounts Counts);

/// <summary>A line of the export. Nothing about health.</summary>
public sealed record ExportRow(
    string Code, string? Title, string GivenName, string FamilyName, string Email, string Organisation, string? Unit, string? Function, AdministrativeLevel Level, Land? Land,
    RegistrationStatus Status, bool HoldsPlace, Attendance Attendance, string Language, DateTimeOffset SubmittedAt, DateTimeOffset? ConfirmedAt, DateTimeOffset? EndedAt, AttendeeKind Kind, string? Contingent)
{
    /// <summary>By which another system knows the person; null: not read in from a list.</summary>
    public string? Reference { get; init; }

    /// <summary>Came by a code or a personal invitation.</summary>
    public bool IsInvited { get; init; }

    /// <summary>Number of the registration of the person whom an assistant accompanies.</summary>
    public string? Accompanies { get; init; }

    /// <summary>Contact and office of the group; null: registered themselves.</summary>
    public string? RegisteredBy { get; init; }
}

/// <summary>The registrations of an edition as a list: four queries, whatever the number of rows.</summary>
public sealed class RegistrationList(KongressDb db)
{
    public const int PageSize = 50;

    /// <param name="number">From 1; beyond the last page the last one is shown.</param>
    public async Task<RegistrationPage> PageAsync(Guid conferenceId, RegistrationFilter filter, int number, CancellationToken ct)
    {
        var all = Of(conferenceId);
        var cells = await (
            from r in filter.Searched(all)
            join m in db.Set<GroupMember>() on r.Id equals m.RegistrationId into members
            from member in members.DefaultIfEmpty()
            group r by new { r.Status, r.Kind, r.Person.Level, r.Person.Land, r.Attendance.Day1, r.Attendance.Day2, r.Attendance.Evening, r.Language, r.ContingentId, GroupId = (Guid?)member.GroupId } into same
            select new Cell(same.Key.Status, same.Key.Kind, same.Key.Level, same.Key.Land, same.Key.Day1, same.Key.Day2, same.Key.Evening, same.Key.Language, same.Key.ContingentId, same.Key.GroupId, same.Count()))
            .ToListAsync(ct);
        var total = cells.Where(c => c.Fits(filter)).Sum(c => c.Count);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        number = Math.Clamp(number, 1, pages);
        var rows = await filter.InOrder(filter.Apply(db, all))
            .Skip((number - 1) * PageSize).Take(PageSize)
            .Select(r => new { r.Id, r.Code, r.Person, r.Status, r.HoldsPlace, r.SubmittedAt, r.Attendance, r.Kind })
            .ToListAsync(ct);
        return new RegistrationPage(
            rows.ConvertAll(r => new RegistrationRow(r.Id, r.Code, r.Person.FullName, r.Person.Organisation, r.Person.Level, r.Person.Land, r.Status, r.HoldsPlace, r.SubmittedAt, r.Attendance, r.Kind)),
            total, number, pages, Count(cells, filter) with { Contingents = await ContingentsAsync(conferenceId, cells, filter, ct), Groups = await GroupsAsync(conferenceId, cells, filter, ct) });
    }

    /// <summary>The contingents and the groups of the edition in the order of their names, whoever is in them; two queries.</summary>
    public async Task<FilterNames> NamesAsync(Guid conferenceId, CancellationToken ct) => new(await ContingentsAsync(conferenceId, [], new(), ct), await GroupsAsync(conferenceId, [], new(), ct));

    public Task<int> CountAsync(Guid conferenceId, RegistrationFilter filter, CancellationToken ct) => filter.Apply(db, Of(conferenceId)).CountAsync(ct);

    /// <summary>Every row of the filter, one after the other, so that no list stands in memory.</summary>
    public IAsyncEnumerable<ExportRow> ExportAsync(Guid conferenceId, RegistrationFilter filter) => filter.InOrder(filter.Apply(db, Of(conferenceId)))
        .Select(r => new ExportRow(
            r.Code, r.Person.Title, r.Person.GivenName, r.Person.FamilyName, r.Email, r.Person.Organisation, r.Person.Unit, r.Person.Function, r.Person.Level, r.Person.Land,
            r.Status, r.HoldsPlace, r.Attendance, r.Language, r.SubmittedAt, r.ConfirmedAt, r.EndedAt, r.Kind,
            db.Set<Contingent>().Where(c => c.Id == r.ContingentId).Select(c => c.Settings.Name).FirstOrDefault())
        {
            Reference = db.Set<ImportedAttendee>().Where(i => i.RegistrationId == r.Id).Select(i => i.Reference).FirstOrDefault(),
            IsInvited = r.InvitationCodeId != null || r.InvitationId != null,
            Accompanies = db.Set<Registration>().Where(p => p.Id == r.AccompaniesId).Select(p => p.Code).FirstOrDefault(),
            RegisteredBy = (
                from member in db.Set<GroupMember>()
                join g in db.Set<Group>() on member.GroupId equals g.Id
                where member.RegistrationId == r.Id
                select g.ContactName + ", " + g.Organisation).FirstOrDefault(),
        })
        .AsAsyncEnumerable();

    private IQueryable<Registration> Of(Guid conferenceId) => db.Set<Registration>().AsNoTracking().Where(r => r.ConferenceId == conferenceId);

    private static FilterCounts Count(List<Cell> cells, RegistrationFilter filter)
    {
        Dictionary<T, int> By<T>(RegistrationFilter others, Func<Cell, T?> value) where T : struct =>
            cells.Where(c => c.Fits(others) && value(c) is not null).GroupBy(c => value(c)!.Value).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
        var parts = filter with { Part = null };
        int Coming(Func<Cell, bool> comes) => cells.Where(c => c.Fits(parts) && comes(c)).Sum(c => c.Count);
        var languages = filter with { Language = null };
        return new FilterCounts(
            By<RegistrationStatus>(filter with { Status = null }, c => c.Status),
            By<AdministrativeLevel>(filter with { Level = null }, c => c.Level),
            By<Land>(filter with { Land = null }, c => c.Land),
            By<AttendeeKind>(filter with { Kind = null }, c => c.Kind),
            new Dictionary<CongressPart, int> { [CongressPart.Day1] = Coming(c => c.Day1), [CongressPart.Day2] = Coming(c => c.Day2), [CongressPart.Evening] = Coming(c => c.Evening) },
            cells.Where(c => c.Fits(languages)).GroupBy(c => c.Language).ToDictionary(g => g.Key, g => g.Sum(c => c.Count)),
            cells.Where(c => c.Fits(filter with { NeedsDecision = true })).Sum(c => c.Count),
            cells.Sum(c => c.Count),
            [],
            []);
    }

    // In the order of their names, those open to everybody last; empty where the edition has none.
    private async Task<IReadOnlyList<NamedCount>> ContingentsAsync(Guid conferenceId, List<Cell> cells, RegistrationFilter filter, CancellationToken ct)
    {
        var named = await db.Set<Contingent>().Where(c => c.ConferenceId == conferenceId).Select(c => new { c.Id, c.Settings.Name }).ToListAsync(ct);
        if (named.Count == 0) return [];
        var counts = cells.Where(c => c.Fits(filter with { Contingent = null })).ToLookup(c => c.ContingentId ?? Guid.Empty, c => c.Count);
        return [.. named.OrderBy(c => c.Name, StringComparer.CurrentCulture).Select(c => new NamedCount(c.Id, c.Name, counts[c.Id].Sum())), new NamedCount(Guid.Empty, "", counts[Guid.Empty].Sum())];
    }

    private async Task<IReadOnlyList<NamedCount>> GroupsAsync(Guid conferenceId, List<Cell> cells, RegistrationFilter filter, CancellationToken ct)
    {
        var named = await db.Set<Group>().Where(g => g.ConferenceId == conferenceId).Select(g => new { g.Id, g.Organisation, g.ContactName }).ToListAsync(ct);
        var counts = cells.Where(c => c.GroupId is not null && c.Fits(filter with { Group = null })).ToLookup(c => c.GroupId!.Value, c => c.Count);
        return [.. named.Select(g => new NamedCount(g.Id, $"{g.Organisation}, {g.ContactName}", counts[g.Id].Sum())).OrderBy(g => g.Name, StringComparer.CurrentCulture)];
    }

    private sealed record Cell(RegistrationStatus Status, AttendeeKind Kind, AdministrativeLevel Level, Land? Land, bool Day1, bool Day2, bool Evening, string Language, Guid? ContingentId, Guid? GroupId, int Count)
    {
        // The same conditions as in RegistrationFilter.Apply; a test holds the two together.
        public bool Fits(RegistrationFilter filter) =>
            (filter.Status is null || filter.Status == Status)
            && (filter.Level is null || filter.Level == Level)
            && (filter.Land is null || filter.Land == Land)
            && (filter.Kind is null || filter.Kind == Kind)
            && (filter.Part is null || filter.Part switch { CongressPart.Day1 => Day1, CongressPart.Day2 => Day2, _ => Evening })
            && (filter.Language is null || filter.Language == Language)
            && (filter.Contingent is not { } contingent || contingent == (ContingentId ?? Guid.Empty))
            && (filter.Group is null || filter.Group == GroupId)
            && (!filter.NeedsDecision || Status is RegistrationStatus.UnderReview);
    }
}
