using Kongress.Conferences;
using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Kongress.Web.Pages.MyConference;
using Kongress.Workshops;
using Kongress.Workshops.Allotment;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Workshops;

/// <summary>Workshops by their time: what is free, what the person has, and one button for the next step.</summary>
public sealed class IndexModel(OwnRegistration own, CurrentConference current, SignUpDesk desk, WishDesk wishes, AllotmentLists drawn, WorkshopLists lists, TimeProvider clock, IStringLocalizer<Texts> text) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Conference? Conference { get; private set; }

    public Registration? Registration { get; private set; }

    public OwnWorkshops? Own { get; private set; }

    /// <summary>The person's list; null: nothing is allotted by wishes now, or not for them.</summary>
    public WishList? Wishes { get; private set; }

    /// <summary>A published draw decided about wishes of theirs.</summary>
    public bool HasResults { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>By start, in its order.</summary>
    public IReadOnlyList<IGrouping<DateTimeOffset, OwnRow>> Times { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await own.FindAsync(User.AccountId(), ct) is not var (conference, registration)) return Page();
        (Conference, Registration) = (conference, registration);
        if (registration.Status is RegistrationStatus.Confirmed) Wishes = await wishes.FindAsync(conference, registration, ct);
        HasResults = registration.Status is RegistrationStatus.Confirmed && await drawn.HasResultsAsync(registration.Id, ct);
        Own = await lists.ForAsync(conference, registration, ct);
        Times = [.. Own.Rows.Select(r => r with { Wish = RankOf(r.Row.Workshop.Id) }).GroupBy(r => r.Row.Workshop.Place.StartsAt)];
        return Page();
    }

    public Task<IActionResult> OnPostSignUpAsync(CancellationToken ct) => DoAsync(
        async conference => WorkshopPageTexts.For(text, await desk.SignUpAsync(conference, Input.Workshop, User.AccountId(), Input.Swap, ct, Input.Instead)), ct);

    public Task<IActionResult> OnPostGiveBackAsync(CancellationToken ct) => DoAsync(
        async conference => WorkshopPageTexts.For(text, await desk.GiveBackAsync(conference, Input.Workshop, User.AccountId(), ct)), ct);

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken ct) => DoAsync(
        async conference => WorkshopPageTexts.For(text, await desk.AcceptAsync(conference, Input.Workshop, User.AccountId(), Input.Swap, ct, Input.Instead)), ct);

    private int? RankOf(Guid workshopId) => Wishes?.Chosen.ToList().IndexOf(workshopId) is { } index and >= 0 ? index + 1 : null;

    private async Task<IActionResult> DoAsync(Func<Conference, Task<string>> work, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is { } conference) this.Announce(await work(conference));
        return RedirectToPage();
    }

    public sealed class InputModel
    {
        public Guid Workshop { get; set; }

        /// <summary>The page said which seat is given back.</summary>
        public bool Swap { get; set; }

        /// <summary>The workshop in the same block whose seat is given back for it, as the page said; null: none.</summary>
        public Guid? Instead { get; set; }
    }
}
