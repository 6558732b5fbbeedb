using Kongress.CheckIns;
using Kongress.Conferences;
using Kongress.Web.Hosting;
using Kongress.Workshops;
using Kongress.Workshops.Blocks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Workshops;

/// <summary>One workshop: who has a seat, who waits, who is next and why nobody moves up.</summary>
public sealed class DetailsModel(CurrentConference current, WorkshopLists lists, LimitDesk limits) : PageModel
{
    public Conference Conference { get; private set; } = null!;

    public WorkshopRow Row { get; private set; } = null!;

    public IReadOnlyList<PersonRow> People { get; private set; } = [];

    /// <summary>In which the workshop begins; null: in none.</summary>
    public WorkshopBlock? Block { get; private set; }

    /// <summary>Nobody has signed up yet.</summary>
    public bool CanLift { get; private set; }

    /// <summary>Of the waiting list, in its order.</summary>
    public IReadOnlyList<PersonRow> Waiting => [.. People.Where(p => p.SignUp.Status is SignUpStatus.Waiting)];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return NotFound();
        if ((await lists.AllAsync(conference, ct)).Find(r => r.Workshop.SessionId == id) is not { } row) return NotFound();
        (Conference, Row) = (conference, row);
        Block = (await lists.RulesAsync(conference.Id, ct)).BlockOf(row.Workshop.Place, conference.Time);
        People = await lists.PeopleAsync(conference, row.Workshop, ct);
        CanLift = People.Count == 0 && await limits.CanLiftAsync(row.Workshop.Id, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostLiftAsync(Guid id, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return NotFound();
        var outcome = await limits.LiftAsync(conference.Id, id, User.AccountId(), ct);
        if (outcome is LiftOutcome.NotFound) return NotFound();
        this.Announce(WorkshopDeskTexts.For(outcome));
        return outcome is LiftOutcome.Lifted ? RedirectToPage("Index") : RedirectToPage(new { id });
    }
}
