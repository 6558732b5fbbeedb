using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Registrations.Groups;
using Kongress.Registrations.Rows;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Kongress.Workshops;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Registrations.Groups;

/// <summary>The contact of an office names somebody who comes instead of one of their people.</summary>
[EnableRateLimiting(RateLimits.Links)]
public sealed class SubstituteModel(CurrentConference current, GroupDesk groups, MemberDesk desk, SignUpDesk workshops, IStringLocalizer<Texts> text) : PageModel
{
    private Conference conference = null!;
    private Group group = null!;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Secret { get; private set; } = "";

    public MemberView Member { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string secret, Guid member, CancellationToken ct) => await LoadAsync(secret, member, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string secret, Guid member, CancellationToken ct)
    {
        if (!await LoadAsync(secret, member, ct)) return NotFound();
        if (Input.Id == Guid.Empty)
        {
            // The browser has lost it: the next press is a new one.
            ModelState.Remove("Input.Id");
            Input.Id = Guid.CreateVersion7();
        }

        var row = Input.ToRow();
        foreach (var problem in RowCheck.OfOffice(conference, [row], new() { Organisation = group.Organisation }, group.ContactEmail)[0].Problems)
        {
            var key = $"Input.{problem.Field}";
            if (ModelState.GetFieldValidationState(key) is not Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid) ModelState.AddModelError(key, RowTexts.For(text, problem));
        }

        if (!ModelState.IsValid) return Page();
        var outcome = await desk.SubstituteAsync(secret, member, row, ct);
        switch (outcome)
        {
            case MemberOutcome.Done:
                // The round of the next minute would do it too; who waits for a seat in a workshop need not.
                await workshops.PassTimeAsync(ct);
                this.Announce(text["Die Vertretung ist eingetragen. Wir haben beiden eine Nachricht geschickt."]);
                return Back();
            case MemberOutcome.AddressNotPossible:
                ModelState.AddModelError("Input.Email", GroupTexts.For(text, outcome, ""));
                return Page();
            case MemberOutcome.Faulty:
                ModelState.AddModelError("", GroupTexts.For(text, outcome, ""));
                return Page();
            default:
                this.Announce(GroupTexts.For(text, outcome, ""));
                return Back();
        }
    }

    private RedirectToPageResult Back() => RedirectToPage("People", new { secret = Secret });

    private async Task<bool> LoadAsync(string secret, Guid id, CancellationToken ct)
    {
        Secret = secret;
        if (await current.FindAsync(ct) is not { } edition || await groups.FindAsync(secret, ct) is not { } view || view.Members.FirstOrDefault(m => m.Member.Id == id) is not { } found) return false;
        (conference, group, Member) = (edition, view.Group, found);
        return true;
    }

    public sealed class InputModel
    {
        /// <summary>Made with the form: a second press of the button is the same substitute.</summary>
        public Guid Id { get; set; } = Guid.CreateVersion7();

        [Display(Name = "Akademischer Titel")]
        public string? Title { get; set; }

        [Display(Name = "Vorname"), Required(ErrorMessage = "Bitte geben Sie den Vornamen ein.")]
        public string? GivenName { get; set; }

        [Display(Name = "Nachname"), Required(ErrorMessage = "Bitte geben Sie den Nachnamen ein.")]
        public string? FamilyName { get; set; }

        [Display(Name = "Dienstliche E-Mail-Adresse"), Required(ErrorMessage = "Bitte geben Sie die E-Mail-Adresse ein.")]
        public string? Email { get; set; }

        [Display(Name = "Funktion")]
        public string? Function { get; set; }

        // The days are those of the person who does not come.
        public TypedRow ToRow() => new() { Id = Id, Title = Title, GivenName = GivenName, FamilyName = FamilyName, Email = Email, Function = Function, Day1 = true };
    }
}
