using Kongress.Programme;
using Kongress.Programme.Board;
using Kongress.Programme.Sessions;
using Kongress.Speakers;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Programme.Speakers;

/// <summary>One person with all that the team knows; at the congress, whether they are there.</summary>
public sealed class DetailsModel(PlanReader plan, SpeakerDesk desk, PlanHistory history) : PageModel
{
    public Draft Draft { get; private set; } = null!;

    public Speaker Speaker { get; private set; } = null!;

    public IReadOnlyList<PlanChange> Changes { get; private set; } = [];

    /// <summary>Every session that the person is or was on.</summary>
    public IEnumerable<(Session Session, Participation Participation)> Sessions =>
        from session in Draft.Sessions.Values
        from participation in session.Participations
        where participation.SpeakerId == Speaker.Id
        orderby participation.State is ParticipationState.Cancelled, session.Content.Title
        select (session, participation);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await plan.SpeakerAsync(id, ct) is not var (draft, speaker)) return NotFound();
        (Draft, Speaker) = (draft, speaker);
        Changes = await history.OfAsync(id, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostArriveAsync(Guid id, bool isThere, CancellationToken ct)
    {
        if (await plan.SpeakerAsync(id, ct) is not var (draft, speaker)) return NotFound();
        await desk.ArriveAsync(draft.Conference.Id, id, isThere, User.AccountId(), ct);
        this.Announce(isThere ? $"{speaker.Profile.FullName} ist da." : $"{speaker.Profile.FullName} ist als noch nicht da vermerkt.");
        return RedirectToPage(new { id });
    }
}
