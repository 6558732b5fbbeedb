using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Kongress.Web.Pages.MyConference;
using Kongress.Workshops.Withdrawals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Organiser.Registrations;

/// <summary>An organiser takes a day, the evening or a workshop off somebody's registration, with a reason.</summary>
public sealed class WithdrawModel(Subject subject, WithdrawalDesk desk, IStringLocalizer<Texts> text) : PageModel
{
    [BindProperty]
    public WithdrawalInput Input { get; set; } = new();

    public Registration Registration { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Items { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        return Registration.IsActive ? Page() : RedirectToPage("Details", new { id });
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var outcome = await desk.ByOrganiserAsync(id, User.AccountId(), Input.ToWithdrawal(), Input.Reason, ct);
        switch (outcome)
        {
            case WithdrawOutcome.Withdrawn:
            case WithdrawOutcome.Ended:
                this.Announce(WithdrawalInput.For(text, outcome));
                return RedirectToPage("Details", new { id });
            case WithdrawOutcome.NotFound:
                return NotFound();
            default:
                ModelState.AddModelError(outcome is WithdrawOutcome.ReasonMissing ? "Input.Reason" : "Input.Chosen", WithdrawalInput.For(text, outcome));
                return Page();
        }
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await subject.FindAsync(id, ct) is not var (conference, details)) return false;
        Registration = details.Registration;
        Items = [.. WithdrawalInput.Items(text, conference, await desk.OptionsAsync(Registration, ct))];
        return true;
    }
}
