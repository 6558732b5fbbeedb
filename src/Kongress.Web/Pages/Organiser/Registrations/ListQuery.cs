using System.Globalization;
using Kongress.Dashboard;
using Kongress.Registrations;
using Kongress.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Kongress.Web.Pages.Organiser.Registrations;

/// <summary>The list's filters as they stand in the address. What cannot be read counts as not given: addresses are shared and mistyped.</summary>
public sealed class ListQuery
{
    /// <summary>The places open to everybody, among the contingents.</summary>
    public const string OpenToAll = "offen";

    private const int LongestSearch = 200;

    [FromQuery(Name = "status")]
    public string? Status { get; set; }

    [FromQuery(Name = "ebene")]
    public string? Level { get; set; }

    [FromQuery(Name = "land")]
    public string? Land { get; set; }

    [FromQuery(Name = "art")]
    public string? Kind { get; set; }

    [FromQuery(Name = "teil")]
    public string? Part { get; set; }

    [FromQuery(Name = "sprache")]
    public string? Language { get; set; }

    /// <summary>Id of a contingent, or <see cref="OpenToAll"/>.</summary>
    [FromQuery(Name = "kontingent")]
    public string? Contingent { get; set; }

    [FromQuery(Name = "gruppe")]
    public string? Group { get; set; }

    [FromQuery(Name = "entscheiden")]
    public string? NeedsDecision { get; set; }

    [FromQuery(Name = "suche")]
    public string? Search { get; set; }

    [FromQuery(Name = "sortierung")]
    public string? Sort { get; set; }

    [FromQuery(Name = "richtung")]
    public string? Direction { get; set; }

    [FromQuery(Name = "seite")]
    public string? Page { get; set; }

    public int PageNumber => int.TryParse(Page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    public RegistrationFilter ToFilter() => new()
    {
        Status = Read<RegistrationStatus>(Status),
        Level = Read<AdministrativeLevel>(Level),
        Land = Read<Land>(Land),
        Kind = Read<AttendeeKind>(Kind),
        Part = Read<CongressPart>(Part),
        Language = Language is "de" or "en" ? Language : null,
        Contingent = ReadContingent(Contingent),
        Group = ReadId(Group),
        NeedsDecision = NeedsDecision == "true",
        Search = string.IsNullOrWhiteSpace(Search) ? null : Search.Trim() is { Length: > LongestSearch } text ? text[..LongestSearch] : Search.Trim(),
        Sort = Read<RegistrationSort>(Sort) ?? RegistrationSort.Submitted,
        Descending = Direction == "ab",
    };

    /// <summary>The address of the list with these filters.</summary>
    public static string Address(RegistrationFilter filter, int page = 1, string? handler = null)
    {
        var query = new Dictionary<string, string?>
        {
            ["handler"] = handler,
            ["suche"] = filter.Search,
            ["status"] = filter.Status?.ToString(),
            ["ebene"] = filter.Level?.ToString(),
            ["land"] = filter.Land?.ToString(),
            ["art"] = filter.Kind?.ToString(),
            ["teil"] = filter.Part?.ToString(),
            ["sprache"] = filter.Language,
            ["kontingent"] = filter.Contingent is { } contingent ? Value(contingent) : null,
            ["gruppe"] = filter.Group?.ToString(),
            ["entscheiden"] = filter.NeedsDecision ? "true" : null,
            ["sortierung"] = filter.Sort is RegistrationSort.Submitted ? null : filter.Sort.ToString(),
            ["richtung"] = filter.Descending ? "ab" : null,
            ["seite"] = page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null,
        };
        return QueryHelpers.AddQueryString(OrganiserNavigation.Registrations, query.Where(q => q.Value is not null));
    }

    /// <summary>The filters and the order as they stand in the address, with "?" in front and without the search: its words may be names. Empty where everything is as usual.</summary>
    public static string Filters(RegistrationFilter filter) => Address(filter with { Search = null })[OrganiserNavigation.Registrations.Length..];

    /// <summary>How a contingent stands in the address.</summary>
    public static string Value(Guid contingent) => contingent == Guid.Empty ? OpenToAll : contingent.ToString();

    /// <summary>Null: none, or none that could be one.</summary>
    public static Guid? ReadContingent(string? text) => text == OpenToAll ? Guid.Empty : ReadId(text);

    private static Guid? ReadId(string? text) => Guid.TryParse(text, out var id) && id != Guid.Empty ? id : null;

    // Names only: "?status=3" would mean something else after the next change of the enum.
    private static T? Read<T>(string? text) where T : struct, Enum =>
        text is { Length: > 0 } && char.IsAsciiLetter(text[0]) && Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
