using System.Security.Claims;
using Kongress.Accounts;
using Kongress.Conferences;
using Kongress.Programme.Releases;
using Kongress.Shared;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Hosting;

/// <summary>What stands around every page: the name of the congress and where one can go.</summary>
public sealed class SiteFrame(CurrentConference current, CurrentProgramme programme, IStringLocalizer<Texts> text, IWebHostEnvironment environment)
{
    public sealed record Link(string Label, string Address);

    public bool IsDemo => !environment.IsProduction();

    public ValueTask<Conference?> ConferenceAsync(CancellationToken ct) => current.FindAsync(ct);

    /// <summary>Whether there is a programme to see.</summary>
    public async ValueTask<bool> HasProgrammeAsync(CancellationToken ct) => await programme.FindAsync(ct) is not null;

    public IEnumerable<Link> Navigation(ClaimsPrincipal user, bool hasProgramme)
    {
        var isStaff = IsStaff(user);
        if (!isStaff)
        {
            yield return new(text["Start"], Addresses.Start);
            yield return new(text["Teilnehmen"], Addresses.Register);
        }

        if (hasProgramme) yield return new(text["Programm"], Addresses.Programme);
        if (hasProgramme && !isStaff) yield return new(text["Mein Programm"], Addresses.Agenda);

        // Not "Anmelden": beside "Anmeldung" nobody would know which is which.
        yield return new(text["Mein Kongress"], Addresses.MyConference);
        if (Any(user, Roles.Speaker)) yield return new(text["Meine Beiträge"], Addresses.SpeakerDesk);
        if (Any(user, Roles.Administrator, Roles.Organiser, Roles.Programme, Roles.Observer)) yield return new("Organisation", Addresses.Organisation);
        if (Any(user, Roles.Support)) yield return new("Betreuung", "/organisation/betreuung");
        if (Any(user, Roles.Administrator, Roles.Organiser, Roles.Door)) yield return new("Einlass", Addresses.Door);
        if (Any(user, Roles.Administrator)) yield return new("Betrieb", Addresses.Operations);
    }

    public static bool IsStaff(ClaimsPrincipal user) => Any(user, [.. Roles.Staff]);

    /// <summary>Whether the address is the page itself or above it, for marking it as the current one.</summary>
    public static bool IsCurrent(string address, PathString path) =>
        address == "/" ? path == "/" : path.StartsWithSegments(address, StringComparison.Ordinal);

    private static bool Any(ClaimsPrincipal user, params string[] roles) => roles.Any(user.IsInRole);
}
