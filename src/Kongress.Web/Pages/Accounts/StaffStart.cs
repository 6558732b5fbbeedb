using System.Security.Claims;
using Kongress.Accounts;
using Kongress.Shared;

namespace Kongress.Web.Pages.Accounts;

/// <summary>Where somebody begins to work after the sign-in.</summary>
internal static class StaffStart
{
    public static string For(ClaimsPrincipal user) =>
        user.IsInRole(Roles.Organiser) || user.IsInRole(Roles.Observer) || user.IsInRole(Roles.Programme) ? Addresses.Organisation
        : user.IsInRole(Roles.Administrator) ? Addresses.Operations
        : user.IsInRole(Roles.Door) ? Addresses.Door
        : user.IsInRole(Roles.Support) ? "/organisation/betreuung"
        : Addresses.MyConference;
}
