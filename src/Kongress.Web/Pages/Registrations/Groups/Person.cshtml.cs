using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Registrations;
using Kongress.Registrations.Groups;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Kongress.Workshops;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Registrations.Groups;

/// <summary>One person of an office: correct, remind, take off. A person of another group is not found.</summary>
[EnableRateLimiting(RateLimits.Links)]
public sealed class PersonModel(CurrentConference current, GroupDesk groups, MemberDesk desk, SignUpDesk workshops, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Secret { get; private set; } = "";

    public MemberView Member { get; private set; } = null!;

    /// <summary>The person dropped out and can be registered again.</summary>
    public bool CanComeBack { get; private set; }

    public async Task<IActionResult> OnGetAsync(string secret, Guid member, CancellationToken ct)
    {
        if (!await LoadAsync(secret, member, ct)) return NotFound();
        Input = InputModel.From(Member.Member);
        return Page();
    }

    public async Task<IActionResult> OnPostChangeAsync(string secret, Guid member, CancellationToken ct)
    {
        if (!await LoadAsync(secret, member, ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        return Answer(await desk.ChangeAsync(secret, member, Input.ToPerson(), new Attendance { Day1 = Input.Day1, Day2 = Input.Day2, Evening = Input.Evening }, ct), text["Die Angaben sind gespeichert."]);
    }

    public async Task<IActionResult> OnPostResendAsync(string secret, Guid member, CancellationToken ct) =>
        await LoadAsync(secret, member, ct) ? Answer(await desk.ResendAsync(secret, member, ct), text["Die Nachricht ist noch einmal unterwegs."]) : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(string secret, Guid member, CancellationToken ct)
    {
        if (!await LoadAsync(secret, member, ct)) return NotFound();
        var outcome = await desk.RemoveAsync(secret, member, ct);
        // The round of the next minute would do it too; who waits for a seat in a workshop need not.
        if (outcome is MemberOutcome.Done) await workshops.PassTimeAsync(ct);
        return Answer(outcome, text["Die Person ist abgemeldet und wird benachrichtigt."]);
    }

    /// <summary>Who dropped out is registered again with what the office typed. Pressed twice it is once.</summary>
    public async Task<IActionResult> OnPostAgainAsync(string secret, Guid member, CancellationToken ct)
    {
        if (!await LoadAsync(secret, member, ct)) return NotFound();
        var result = await groups.AddAsync(secret, [Member.Member.ToRow()], ct);
        this.Announce(GroupTexts.Again(text, result.Outcome, result.PlacesAreGone));
        return RedirectToPage("People", new { secret = Secret });
    }

    private RedirectToPageResult Answer(MemberOutcome outcome, string done)
    {
        this.Announce(GroupTexts.For(text, outcome, done));
        return RedirectToPage("People", new { secret = Secret });
    }

    private async Task<bool> LoadAsync(string secret, Guid id, CancellationToken ct)
    {
        Secret = secret;
        if ((await groups.FindAsync(secret, ct))?.Members.FirstOrDefault(m => m.Member.Id == id) is not { } found) return false;
        Member = found;
        CanComeBack = found.HasEnded && (await current.FindAsync(ct))!.RegistrationIsOpen(clock.GetUtcNow());
        return true;
    }

    public sealed class InputModel : IValidatableObject
    {
        [Display(Name = "Akademischer Titel"), Din91379(Din91379Type.B, MaxLength = 60)]
        public string? Title { get; set; }

        [Display(Name = "Vorname"), Required(ErrorMessage = "Bitte geben Sie den Vornamen ein."), PersonName]
        public string? GivenName { get; set; }

        [Display(Name = "Nachname"), Required(ErrorMessage = "Bitte geben Sie den Nachnamen ein."), PersonName]
        public string? FamilyName { get; set; }

        [Display(Name = "Funktion"), Din91379(Din91379Type.B, MaxLength = 120)]
        public string? Function { get; set; }

        public bool Day1 { get; set; }

        public bool Day2 { get; set; }

        public bool Evening { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (!Day1 && !Day2 && !Evening) yield return new ValidationResult(validationContext.GetRequiredService<IStringLocalizer<Texts>>()["Bitte wählen Sie einen Tag oder den Abend."], [nameof(Day1)]);
        }

        // As the office typed it, whether there is a registration of the group's own or not.
        public static InputModel From(GroupMember member) => new()
        {
            Title = member.Title,
            GivenName = member.GivenName,
            FamilyName = member.FamilyName,
            Function = member.Function,
            Day1 = member.Day1,
            Day2 = member.Day2,
            Evening = member.Evening,
        };

        public Person ToPerson() => new()
        {
            Title = Clean(Title, Din91379Type.B),
            GivenName = Clean(GivenName, Din91379Type.A)!,
            FamilyName = Clean(FamilyName, Din91379Type.A)!,
            Function = Clean(Function, Din91379Type.B),
        };

        private static string? Clean(string? typed, Din91379Type type) => string.IsNullOrWhiteSpace(typed) ? null : Din91379.Check(typed, type).Value;
    }
}
