using System.ComponentModel.DataAnnotations;
using Kongress.Registrations;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Registrations;

/// <summary>Declining needs a reason; the person reads it.</summary>
public sealed class RejectModel(Subject subject, ReviewDesk desk) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Registration Registration { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await subject.FindAsync(id, ct) is not var (_, details)) return NotFound();
        Registration = details.Registration;
        return Registration.Status is RegistrationStatus.UnderReview ? Page() : RedirectToPage("Details", new { id });
    }

    /// <summary>Puts one of the prepared reasons into the field, to be changed before it is sent.</summary>
    public async Task<IActionResult> OnPostTemplateAsync(Guid id, int template, CancellationToken ct)
    {
        ModelState.Clear();
        if (template >= 0 && template < OrganiserTexts.RejectionReasons.Count) Input.Reason = OrganiserTexts.RejectionReasons[template].Text;
        return await OnGetAsync(id, ct);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await subject.FindAsync(id, ct) is not var (_, details)) return NotFound();
        Registration = details.Registration;
        if (!ModelState.IsValid) return Page();

        this.Announce(OrganiserTexts.For(await desk.RejectAsync(id, User.AccountId(), Input.Reason!.Trim(), ct)));
        return RedirectToPage("Details", new { id });
    }

    public sealed class InputModel
    {
        [Display(Name = "Grund"), Required(ErrorMessage = "Bitte nennen Sie einen Grund: Die Person soll verstehen, warum."), StringLength(1000, ErrorMessage = "Bitte kürzen Sie den Grund auf {1} Zeichen.")]
        public string? Reason { get; set; }
    }
}
