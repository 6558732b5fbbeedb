using Kongress.Data;
using Kongress.Registrations;
using Kongress.Registrations.Groups;
using Kongress.Shared;

namespace Kongress.Dashboard;

public enum RegistrationSort
{
    Submitted,
    Name,
    Organisation,
    Status,
}

/// <summary>Which registrations are looked for, and in which order. Empty means all.</summary>
public sealed record RegistrationFilter
{
    public RegistrationStatus? Status { get; init; }

    public AdministrativeLevel? Level { get; init; }

    public Land? Land { get; init; }

    public AttendeeKind? Kind { get; init; }

    public CongressPart? Part { get; init; }

    /// <summary>"de" or "en".</summary>
    public string? Language { get; init; }

    /// <summary>From which contingent the place is, or in which the person waits; <see cref="Guid.Empty"/>: the places open to everybody.</summary>
    public Guid? Contingent { get; init; }

    /// <summary>Whom this group registered.</summary>
    public Guid? Group { get; init; }

    /// <summary>Only those that wait for an organiser's decision.</summary>
    public bool NeedsDecision { get; init; }

    /// <summary>Words of name, organisation or address, or the number of a registration.</summary>
    public string? Search { get; init; }

    public RegistrationSort Sort { get; init; }

    public bool Descending { get; init; }

    /// <summary>For the audit: what was chosen, without the words that were searched for.</summary>
    public string Describe() => string.Join(", ", new[]
    {
        Status?.ToString(), Level?.ToString(), Land?.ToString(), Kind?.ToString(), Part?.ToString(), Language, Contingent is null ? null : "Contingent", Group is null ? null : "Group", NeedsDecision ? "NeedsDecision" : null, string.IsNullOrWhiteSpace(Search) ? null : "Search",
    }.Where(part => part is not null)) is { Length: > 0 } text ? text : "all";

    internal IQueryable<Registration> Apply(KongressDb db, IQueryable<Registration> registrations)
    {
        registrations = Searched(registrations);
        if (Status is { } status) registrations = registrations.Where(r => r.Status == status);
        if (Level is { } level) registrations = registrations.Where(r => r.Person.Level == level);
        if (Land is { } land) registrations = registrations.Where(r => r.Person.Land == land);
        if (Kind is { } kind) registrations = registrations.Where(r => r.Kind == kind);
        if (Part is CongressPart.Day1) registrations = registrations.Where(r => r.Attendance.Day1);
        if (Part is CongressPart.Day2) registrations = registrations.Where(r => r.Attendance.Day2);
        if (Part is CongressPart.Evening) registrations = registrations.Where(r => r.Attendance.Evening);
        if (Language is { } language) registrations = registrations.Where(r => r.Language == language);
        if (Contingent is { } contingent)
        {
            var id = contingent == Guid.Empty ? (Guid?)null : contingent;
            registrations = registrations.Where(r => r.ContingentId == id);
        }

        if (Group is { } group) registrations = registrations.Where(r => db.Set<GroupMember>().Any(m => m.GroupId == group && m.RegistrationId == r.Id));
        if (NeedsDecision) registrations = registrations.Where(r => r.Status == RegistrationStatus.UnderReview);
        return registrations;
    }

    /// <summary>All words must be found; the number of a registration is found whole.</summary>
    internal IQueryable<Registration> Searched(IQueryable<Registration> registrations)
    {
        if (string.IsNullOrWhiteSpace(Search)) return registrations;
        var words = SearchForm.Query(Search);
        var code = Secret.Clean(Search);
        // Nothing but signs was typed: that is in no name.
        if (words.Count == 0) return registrations.Where(_ => false);
        if (words.Count == 1) return registrations.Where(r => r.SearchText.Contains(" " + words[0]) || r.Code == code);
        foreach (var word in words) registrations = registrations.Where(r => r.SearchText.Contains(" " + word));
        return registrations;
    }

    internal IQueryable<Registration> InOrder(IQueryable<Registration> registrations) => (Sort, Descending) switch
    {
        (RegistrationSort.Submitted, false) => registrations.OrderBy(r => r.OrderNumber),
        (RegistrationSort.Submitted, true) => registrations.OrderByDescending(r => r.OrderNumber),
        (RegistrationSort.Name, false) => registrations.OrderBy(r => r.SortName).ThenBy(r => r.OrderNumber),
        (RegistrationSort.Name, true) => registrations.OrderByDescending(r => r.SortName).ThenByDescending(r => r.OrderNumber),
        (RegistrationSort.Organisation, false) => registrations.OrderBy(r => r.SortOrganisation).ThenBy(r => r.SortName).ThenBy(r => r.OrderNumber),
        (RegistrationSort.Organisation, true) => registrations.OrderByDescending(r => r.SortOrganisation).ThenByDescending(r => r.SortName).ThenByDescending(r => r.OrderNumber),
        (RegistrationSort.Status, false) => registrations.OrderBy(r => r.Status).ThenBy(r => r.OrderNumber),
        (RegistrationSort.Status, true) => registrations.OrderByDescending(r => r.Status).ThenByDescending(r => r.OrderNumber),
        _ => throw new ArgumentOutOfRangeException(nameof(registrations), Sort, "No such order."),
    };
}
