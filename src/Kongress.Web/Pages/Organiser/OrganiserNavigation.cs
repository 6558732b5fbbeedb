using System.Security.Claims;
using Kongress.Accounts;
using Kongress.Shared;

namespace Kongress.Web.Pages.Organiser;

/// <summary>The parts of the organiser's desk, in the order in which they are shown.</summary>
internal static class OrganiserNavigation
{
    public const string Registrations = Addresses.Organisation + "/anmeldungen";
    public const string Places = Addresses.Organisation + "/plaetze";
    public const string Programme = Addresses.Organisation + "/programm";
    public const string Conference = Addresses.Organisation + "/kongress";
    public const string Mails = Addresses.Organisation + "/postausgang";
    public const string Reminders = Addresses.Organisation + "/erinnerungen";
    public const string Support = Addresses.Organisation + "/betreuung";

    private static readonly string[] Organisers = [Roles.Administrator, Roles.Organiser];

    private static readonly (string Label, string Address, string[] Roles)[] Parts =
    [
        ("Übersicht", Addresses.Organisation, [.. Organisers, Roles.Programme, Roles.Observer]),
        ("Anmeldungen", Registrations, Organisers),
        ("Plätze", Places, Organisers),
        ("Programm", Programme, [.. Organisers, Roles.Programme]),
        ("Postausgang", Mails, Organisers),
        ("Erinnerungen", Reminders, Organisers),
        ("Kongress", Conference, Organisers),
        ("Betreuung", Support, [Roles.Support]),
    ];

    /// <summary>What the person may open.</summary>
    public static IEnumerable<(string Label, string Address, bool IsCurrent)> For(ClaimsPrincipal user, PathString path) =>
        from part in Parts
        where part.Roles.Any(user.IsInRole)
        select (part.Label, part.Address, part.Address == Addresses.Organisation ? path == part.Address : path.StartsWithSegments(part.Address, StringComparison.Ordinal));

    public static bool MayOrganise(ClaimsPrincipal user) => Organisers.Any(user.IsInRole);
}
