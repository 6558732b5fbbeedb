using Kongress.Shared;

namespace Kongress.Registrations;

/// <summary>Who comes, as told in the form. Names follow DIN 91379 type A, offices type C, the rest type B; the form checks.</summary>
public sealed record Person
{
    public const int NameLength = 120;

    /// <summary>Academic title; optional.</summary>
    public string? Title { get; init; }

    public string GivenName { get; init; } = "";

    public string FamilyName { get; init; } = "";

    /// <summary>What stands on the badge instead of the full name; optional.</summary>
    public string? BadgeName { get; init; }

    public string Organisation { get; init; } = "";

    /// <summary>Department or section; optional.</summary>
    public string? Unit { get; init; }

    /// <summary>Function; optional.</summary>
    public string? Function { get; init; }

    public AdministrativeLevel Level { get; init; }

    /// <summary>Given for the levels Land and Kommune, else null.</summary>
    public Land? Land { get; init; }

    /// <summary>"Dr. Ayşe Şahin".</summary>
    public string FullName => Title is null ? $"{GivenName} {FamilyName}" : $"{Title} {GivenName} {FamilyName}";

    internal string SearchTextWith(string email) => SearchForm.Index(GivenName, FamilyName, BadgeName, Organisation, email);
}
