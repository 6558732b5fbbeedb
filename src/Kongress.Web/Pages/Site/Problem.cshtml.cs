using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Site;

/// <summary>What people see when something is not there, refused or broken. Says a number for the log, never a detail.</summary>
[IgnoreAntiforgeryToken]
public sealed class ProblemModel : PageModel
{
    // No handlers: there are none for the methods that pages do not know, and their senders are told as well.
    public int Code => int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);

    public string Trace => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
}
