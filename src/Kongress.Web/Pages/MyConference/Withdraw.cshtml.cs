using Kongress.Conferences;
using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Kongress.Workshops.Withdrawals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.MyConference;

/// <summary>The person gives up a day, the evening or a workshop, and keeps the rest.</summary>
public sealed class WithdrawModel(OwnRegistration own, WithdrawalDesk desk, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    [BindProperty]
    public WithdrawalInput Input { get; set; } = new();

    public Conference Conference { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Items { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is null ? RedirectToPage("Index") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } registration) return RedirectToPage("Index");
        if (!ModelState.IsValid) return Page();
        var outcome = await desk.ByPersonAsync(registration.Id, User.AccountId(), Input.ToWithdrawal(), ct);
        if (outcome is WithdrawOutcome.Withdrawn)
        {
            this.Announce(WithdrawalInput.For(text, outcome));
            return RedirectToPage("Index");
        }

        ModelState.AddModelError("Input.Chosen", WithdrawalInput.For(text, outcome));
        return Page();
    }

    private async Task<Registration?> LoadAsync(CancellationToken ct)
    {
        if (await own.FindAsync(User.AccountId(), ct) is not var (conference, registration)) return null;
        if (!registration.IsActive || !conference.AnswersCanChange(clock.GetUtcNow())) return null;
        Conference = conference;
        Items = [.. WithdrawalInput.Items(text, conference, await desk.OptionsAsync(registration, ct))];
        return registration;
    }
}
