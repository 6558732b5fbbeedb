using Kongress.Data;
using Kongress.Shared;

namespace Kongress.Registrations.Contingents;

/// <summary>Places of an edition that are kept for a group, and the most that this group gets. May lie within another contingent.</summary>
/// <remarks>Whatever changes one runs under the lock of the conference row, as registrations do.</remarks>
public sealed class Contingent : IVersioned
{
    private Contingent()
    {
    }

    public Contingent(Guid conferenceId, ContingentSettings settings)
    {
        ConferenceId = conferenceId;
        Settings = settings;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    public ContingentSettings Settings { get; private set; } = new();

    /// <summary>Whether its date has come: what is free belongs to the contingent around it, or to everybody, and its people take places from there.</summary>
    public bool IsReleased(DateTimeOffset now) => Settings.ReleasedAt <= now;

    internal void Set(ContingentSettings settings) => Settings = settings;

    /// <summary>As it is now, for a look back after a change.</summary>
    internal Contingent Copy() => (Contingent)MemberwiseClone();
}

/// <summary>How many places, for whom and how long. Every kind of criterion that is given must hold; within one kind, one value is enough.</summary>
public sealed record ContingentSettings
{
    public const int NameLength = 80;
    public const int MostPlaces = 100_000;

    /// <summary>What organisers and the people themselves read; unique within the edition.</summary>
    public string Name { get; init; } = "";

    /// <summary>Kept for the group, and the most it gets. Lowering it takes nobody's place away.</summary>
    public int Places { get; init; }

    /// <summary>The contingent within which this one lies: its places count there too.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>From then on free places go to everybody. Null: they stay with the group.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>Names of levels after each other, as stored; empty: any level.</summary>
    public string LevelList { get; init; } = "";

    /// <summary>Names of Länder after each other, as stored; empty: any.</summary>
    public string LandList { get; init; } = "";

    /// <summary>Mail domains, one a line; "bund.de" covers "bmi.bund.de" too.</summary>
    public string Domains { get; init; } = "";

    /// <summary>Names of organisations, one a line; compared in their search form. One of them or one of the domains is enough.</summary>
    public string Organisations { get; init; } = "";

    public IReadOnlyList<AdministrativeLevel> Levels => Read<AdministrativeLevel>(LevelList);

    public IReadOnlyList<Land> Lands => Read<Land>(LandList);

    public IReadOnlyList<string> DomainLines => Lines(Domains);

    public IReadOnlyList<string> OrganisationLines => Lines(Organisations);

    /// <summary>Whether it says whom it is for; else it is reached by an invitation only.</summary>
    public bool HasCriteria => LevelList.Length + LandList.Length + Domains.Length + Organisations.Length > 0;

    /// <summary>The form in which a list is stored, without what is no value.</summary>
    public static string List<T>(IEnumerable<T> values) where T : struct, Enum => string.Join(' ', values.Where(Enum.IsDefined).Distinct().Order());

    internal bool Fits(Applicant applicant) =>
        (Levels.Count == 0 || Levels.Contains(applicant.Level))
        && (Lands.Count == 0 || (applicant.Land is { } land && Lands.Contains(land)))
        && (Domains.Length + Organisations.Length == 0 || DomainLines.Any(applicant.IsOfDomain) || OrganisationLines.Any(applicant.IsOfOrganisation));

    private static List<T> Read<T>(string list) where T : struct, Enum => [.. list.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<T>)];

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
