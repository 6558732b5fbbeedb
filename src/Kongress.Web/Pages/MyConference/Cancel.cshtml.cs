using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Kongress.Web.Pages.Registrations;
using Kongress.Workshops;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.MyConference;

/// <summary>Says what cancelling means, then cancels.</summary>
public sealed class CancelModel(OwnRegistration own, AttendeeDesk desk, SignUpDesk workshops, IStringLocalizer<Texts> text) : PageModel
{
    public Registration Registration { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await own.FindAsync(User.AccountId(), ct) is not var (_, registration) || !registration.IsActive) return RedirectToPage("Index");
        Registration = registration;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await own.FindAsync(User.AccountId(), ct) is not var (_, registration)) return RedirectToPage("Index");
        this.Announce(RegistrationPageTexts.For(text, await desk.CancelAsync(registration.Id, User.AccountId(), ct)));
        // The round of the next minute would do it too; who waits for a seat need not.
        await workshops.PassTimeAsync(ct);
        return RedirectToPage("Index");
    }
}
