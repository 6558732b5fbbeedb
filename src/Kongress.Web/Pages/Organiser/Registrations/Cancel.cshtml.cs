using System.ComponentModel.DataAnnotations;
using Kongress.Registrations;
using Kongress.Web.Hosting;
using Kongress.Workshops;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Registrations;

/// <summary>Says what cancelling means, then cancels; a reason may be given.</summary>
public sealed class CancelModel(Subject subject, ReviewDesk desk, SignUpDesk workshops) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Registration Registration { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await subject.FindAsync(id, ct) is not var (_, details)) return NotFound();
        Registration = details.Registration;
        return Registration.IsActive ? Page() : RedirectToPage("Details", new { id });
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await subject.FindAsync(id, ct) is not var (_, details)) return NotFound();
        Registration = details.Registration;
        if (!ModelState.IsValid) return Page();

        var reason = string.IsNullOrWhiteSpace(Input.Reason) ? null : Input.Reason.Trim();
        this.Announce(OrganiserTexts.For(await desk.CancelAsync(id, User.AccountId(), reason, ct)));
        await workshops.PassTimeAsync(ct);
        return RedirectToPage("Details", new { id });
    }

    public sealed class InputModel
    {
        [Display(Name = "Grund"), StringLength(1000, ErrorMessage = "Bitte kürzen Sie den Grund auf {1} Zeichen.")]
        public string? Reason { get; set; }
    }
}
