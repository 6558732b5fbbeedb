using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Shared;
using Kongress.Speakers;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Speakers;

/// <summary>What the programme says about the person. The name itself is in the hands of the organisers.</summary>
public sealed class ProfileModel(OwnContributions own, SpeakerDesk desk, IStringLocalizer<Texts> text) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Conference Conference { get; private set; } = null!;

    public Speaker Speaker { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        var profile = Speaker.Profile;
        Input = new InputModel
        {
            Version = Speaker.Version,
            Title = profile.Title,
            Function = profile.Function,
            Organisation = profile.Organisation,
            Biography = profile.Biography,
            Links = profile.Links,
            Recording = Speaker.Recording,
            Gender = profile.Gender,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var profile = Speaker.Profile with
        {
            Title = Name(Input.Title),
            Function = Clean.Line(Input.Function) is { Length: > 0 } function ? function : null,
            Organisation = Clean.Line(Input.Organisation),
            Biography = Clean.Text(Input.Biography),
            Links = string.Join('\n', InputModel.Lines(Input.Links)),
            Gender = Input.Gender,
        };
        var edit = new SpeakerEdit(profile, Speaker.Contact, Speaker.Needs, Speaker.IsNamed, Speaker.PortraitConsentAt is not null, Input.Recording);
        var outcome = await desk.EditAsync(Conference.Id, Speaker.Id, Input.Version, edit, User.AccountId(), ct);
        if (outcome is SpeakerOutcome.Saved)
        {
            this.Announce(SpeakerPageTexts.For(text, outcome));
            return RedirectToPage("Index");
        }

        ModelState.AddModelError("", SpeakerPageTexts.For(text, outcome));
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await own.FindAsync(User.AccountId(), ct) is not var (conference, speaker)) return false;
        (Conference, Speaker) = (conference, speaker);
        return true;
    }

    private static string? Name(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : Din91379.Check(typed, Din91379Type.B).Value;

    public sealed class InputModel : IValidatableObject
    {
        private const int MostLinks = 5;

        public Guid Version { get; set; }

        [Display(Name = "Akademischer Titel"), Din91379(Din91379Type.B, MaxLength = 60)]
        public string? Title { get; set; }

        [Display(Name = "Funktion"), StringLength(200, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
        public string? Function { get; set; }

        [Display(Name = "Organisation"), Required(ErrorMessage = "Bitte geben Sie Ihre Behörde oder Organisation ein."), StringLength(300, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
        public string? Organisation { get; set; }

        [Display(Name = "Kurzbiografie"), StringLength(2000, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
        public string? Biography { get; set; }

        [Display(Name = "Links"), StringLength(1000, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
        public string? Links { get; set; }

        [Display(Name = "Dürfen wir Sie aufzeichnen?")]
        public RecordingConsent Recording { get; set; }

        [Display(Name = "Geschlecht")]
        public Gender? Gender { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            var text = validationContext.GetRequiredService<IStringLocalizer<Texts>>();
            var lines = Lines(Links);
            if (lines.Count > MostLinks) yield return new ValidationResult(text["Bitte geben Sie höchstens {0} Links an.", MostLinks], [nameof(Links)]);
            if (lines.Find(line => !IsWebAddress(line)) is { } wrong) yield return new ValidationResult(text["„{0}“ ist keine Internetadresse. Sie beginnt mit https:// oder http://.", wrong], [nameof(Links)]);
        }

        public static List<string> Lines(string? typed) => [.. Clean.Text(typed).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

        public static bool IsWebAddress(string typed) =>
            Uri.TryCreate(typed, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.Host.Length > 0 && !typed.Contains(' ', StringComparison.Ordinal);
    }
}
