using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Accounts;

public sealed class AccessDeniedModel : PageModel
{
    public void OnGet() => Response.StatusCode = StatusCodes.Status403Forbidden;
}
