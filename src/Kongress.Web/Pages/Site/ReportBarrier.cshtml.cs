using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Site;

/// <summary>Anybody can report a barrier, without a sign-in and without a name.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class ReportBarrierModel(CurrentConference current, BarrierDesk desk, IStringLocalizer<Texts> text) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Invisible to people; who fills it in is a machine.</summary>
    [BindProperty]
    public string? Website { get; set; }

    public bool IsSent { get; private set; }

    public void OnGet(string? seite, bool gesendet)
    {
        IsSent = gesendet;
        Input.Page = seite.LocalOr("");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        if (string.IsNullOrEmpty(Website) && await ReportAsync(ct) is BarrierOutcome.NobodyToTell)
        {
            ModelState.AddModelError("", text["Zurzeit ist noch niemand benannt, der Ihre Meldung liest. Bitte schreiben Sie an die Adresse im Impressum."]);
            return Page();
        }

        // To another address, so that a reload does not report twice.
        return RedirectToPage(new { gesendet = true });
    }

    private async Task<BarrierOutcome> ReportAsync(CancellationToken ct) => await current.FindAsync(ct) is { } conference
        ? await desk.ReportAsync(conference, new BarrierReport(Clean.Line(Input.Page), Clean.Text(Input.Text), Input.Email, Clean.Line(Input.Name)), ct)
        : BarrierOutcome.NobodyToTell;

    public sealed class InputModel
    {
        [Display(Name = "Um welche Seite geht es?"), StringLength(500, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
        public string? Page { get; set; }

        [Display(Name = "Was hindert Sie?"), Required(ErrorMessage = "Bitte beschreiben Sie kurz, was Sie hindert."), StringLength(4000, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
        public string? Text { get; set; }

        [Display(Name = "Ihr Name"), StringLength(200, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
        public string? Name { get; set; }

        [Display(Name = "Ihre E-Mail-Adresse"), MailAddress]
        public string? Email { get; set; }
    }
}
