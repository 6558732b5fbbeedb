using Kongress.Conferences;
using Kongress.Registrations;
using Kongress.Registrations.Contingents;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Kongress.Web.Pages.Registrations;
using Kongress.Workshops;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.MyConference;

/// <summary>"Mein Kongress": where the person stands, and what can be done.</summary>
public sealed class IndexModel(OwnRegistration own, RegistrationDesk desk, WorkshopLists workshops, WaitingLine lines, NamedSubstitute substitutes, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    public Conference? Conference { get; private set; }

    public Registration? Registration { get; private set; }

    public Ticket? Ticket { get; private set; }

    public HealthAnswers? Health { get; private set; }

    /// <summary>Where the person waits; null: they do not wait.</summary>
    public LinePosition? Line { get; private set; }

    /// <summary>What became of the substitute; null: nobody was named.</summary>
    public Substitution? Substitution { get; private set; }

    /// <summary>Those the person has a seat, an offer or a place in line for.</summary>
    public IReadOnlyList<OwnRow> Workshops { get; private set; } = [];

    public bool CanRegister => Conference!.RegistrationIsOpen(clock.GetUtcNow());

    public bool CanChange => Registration!.IsActive && Conference!.AnswersCanChange(clock.GetUtcNow());

    public bool CanSubstitute => CanChange && Registration!.HoldsPlace && Registration.Status is RegistrationStatus.Confirmed or RegistrationStatus.UnderReview;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await own.FindAsync(User.AccountId(), ct) is not var (conference, registration)) return Page();
        (Conference, Registration) = (conference, registration);
        Ticket = await own.TicketAsync(registration, ct);
        Health = await own.HealthAsync(registration, ct);
        Line = await lines.FindAsync(registration, ct);
        Substitution = await substitutes.FindAsync(registration, ct);
        if (registration.Status is RegistrationStatus.Confirmed) Workshops = [.. (await workshops.ForAsync(conference, registration, ct)).Rows.Where(r => r.SignUp is not null)];
        return Page();
    }

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken ct) => AnswerAsync(id => desk.AcceptOfferAsync(id, User.AccountId(), ct), ct);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken ct) => AnswerAsync(id => desk.DeclineOfferAsync(id, User.AccountId(), ct), ct);

    private async Task<IActionResult> AnswerAsync(Func<Guid, Task<OfferOutcome>> answer, CancellationToken ct)
    {
        if (await own.FindAsync(User.AccountId(), ct) is var (_, registration))
        {
            var (_, title, follows) = RegistrationPageTexts.For(text, await answer(registration.Id));
            this.Announce($"{title} {follows}");
        }

        return RedirectToPage();
    }
}
