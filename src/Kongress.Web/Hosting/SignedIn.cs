using System.Security.Claims;

namespace Kongress.Web.Hosting;

internal static class SignedIn
{
    /// <summary>The account that is signed in. Call it only where a sign-in is required.</summary>
    public static Guid AccountId(this ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);
}
