using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Site;

/// <summary>What people see when something is not there, refused or broken. Says a number for the log, never a detail.</summary>
[IgnoreAntiforgeryToken]
public sealed class ProblemModel : PageModel
{
    public int Code { get; private set; }

    public string Trace { get; private set; } = "";

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        Code = code;
        Trace = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
    }
}
