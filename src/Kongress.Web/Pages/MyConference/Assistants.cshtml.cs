using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.MyConference;

/// <summary>The person names who comes along to help.</summary>
public sealed class AssistantsModel(OwnRegistration own, AssistantDesk desk, IStringLocalizer<Texts> text) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Conference Conference { get; private set; } = null!;

    public Registration Registration { get; private set; } = null!;

    public IReadOnlyList<(Registration Assistant, Ticket? Ticket)> Assistants { get; private set; } = [];

    public bool CanAdd => Assistants.Count < AssistantDesk.Most;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : RedirectToPage("Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return RedirectToPage("Index");
        if (!ModelState.IsValid) return Page();
        switch (await desk.AddAsync(User.AccountId(), Registration.Id, Input.SubmissionId, Name(Input.GivenName), Name(Input.FamilyName), ct))
        {
            case AssistantOutcome.Added:
                this.Announce(text["Ihre Begleitperson ist eingetragen. Das Ticket haben wir Ihnen geschickt."]);
                return RedirectToPage();
            case AssistantOutcome.TooMany:
                await LoadAsync(ct);
                return Page();
            case AssistantOutcome.NoPlace:
                return RedirectToPage("Index");
            default:
                throw new InvalidOperationException("No such outcome.");
        }
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid assistantId, CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return RedirectToPage("Index");
        if (!await desk.RemoveAsync(User.AccountId(), Registration.Id, assistantId, ct)) return NotFound();
        this.Announce(text["Die Begleitperson ist entfernt; ihr Ticket gilt nicht mehr."]);
        return RedirectToPage();
    }

    private static string Name(string? typed) => Din91379.Check(typed!, Din91379Type.A).Value!;

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await own.FindAsync(User.AccountId(), ct) is not var (conference, registration) || registration.Status is not RegistrationStatus.Confirmed) return false;
        (Conference, Registration) = (conference, registration);
        Assistants = await desk.ListAsync(registration.Id, ct);
        return true;
    }

    public sealed class InputModel
    {
        /// <summary>Made with the form: a second press of the button is the same assistant.</summary>
        public Guid SubmissionId { get; set; } = Guid.CreateVersion7();

        [Display(Name = "Vorname"), Required(ErrorMessage = "Bitte geben Sie den Vornamen ein."), PersonName]
        public string? GivenName { get; set; }

        [Display(Name = "Nachname"), Required(ErrorMessage = "Bitte geben Sie den Nachnamen ein."), PersonName]
        public string? FamilyName { get; set; }
    }
}
