using Kongress.Conferences;
using Kongress.Registrations;
using Kongress.Registrations.Contingents;
using Kongress.Web.Hosting;
using Kongress.Workshops;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.MyConference;

/// <summary>"Mein Kongress": where the person stands, and what can be done.</summary>
public sealed class IndexModel(OwnRegistration own, WorkshopLists workshops, WaitingLine lines, TimeProvider clock) : PageModel
{
    public Conference? Conference { get; private set; }

    public Registration? Registration { get; private set; }

    public Ticket? Ticket { get; private set; }

    public HealthAnswers? Health { get; private set; }

    /// <summary>Where the person waits; null: they do not wait.</summary>
    public LinePosition? Line { get; private set; }

    /// <summary>Those the person has a seat, an offer or a place in line for.</summary>
    public IReadOnlyList<OwnRow> Workshops { get; private set; } = [];

    public bool CanChange => Registration!.IsActive && Conference!.AnswersCanChange(clock.GetUtcNow());

    public bool CanSubstitute => CanChange && Registration!.HoldsPlace && Registration.Status is RegistrationStatus.Confirmed or RegistrationStatus.UnderReview;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await own.FindAsync(User.AccountId(), ct) is not var (conference, registration)) return Page();
        (Conference, Registration) = (conference, registration);
        Ticket = await own.TicketAsync(registration, ct);
        Health = await own.HealthAsync(registration, ct);
        Line = await lines.FindAsync(registration, ct);
        if (registration.Status is RegistrationStatus.Confirmed) Workshops = [.. (await workshops.ForAsync(conference, registration, ct)).Rows.Where(r => r.SignUp is not null)];
        return Page();
    }
}
