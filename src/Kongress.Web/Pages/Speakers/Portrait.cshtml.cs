using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Shared;
using Kongress.Speakers;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Speakers;

/// <summary>The picture of the person, what it shows in words, and whether the public may see it.</summary>
public sealed class PortraitModel(OwnContributions own, SpeakerDesk desk, IStringLocalizer<Texts> text) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Speaker Speaker { get; private set; } = null!;

    public Portrait? Portrait { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is null) return NotFound();
        Input = new InputModel { AltText = Portrait?.AltText, Consent = Speaker.PortraitConsentAt is not null };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } conference) return NotFound();
        var picture = await ReadAsync(ct);
        if (!ModelState.IsValid) return Page();
        await desk.ShowPortraitAsync(conference.Id, Speaker.Id, picture, Clean.Line(Input.AltText), Input.Consent, User.AccountId(), ct);
        this.Announce(SpeakerPageTexts.For(text, SpeakerOutcome.Saved));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } conference) return NotFound();
        await desk.SetPortraitAsync(conference.Id, Speaker.Id, null, User.AccountId(), ct);
        this.Announce(text["Das Bild ist gelöscht."]);
        return RedirectToPage();
    }

    // Null: the picture that is there stays. What is wrong with a new one is said at its field.
    private async Task<(string MediaType, byte[] Content)?> ReadAsync(CancellationToken ct)
    {
        if (Input.File is not { Length: > 0 } file)
        {
            if (Portrait is null) ModelState.AddModelError("Input.File", text["Bitte wählen Sie ein Bild aus."]);
            return null;
        }

        if (file.Length > Portrait.MaxBytes)
        {
            ModelState.AddModelError("Input.File", text["Das Bild ist zu groß. Möglich sind höchstens 2 MB."]);
            return null;
        }

        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream()) await stream.ReadExactlyAsync(bytes, ct);
        var picture = PictureFile.Clean(bytes);
        if (picture is null) ModelState.AddModelError("Input.File", text["Das ist kein Bild, das wir zeigen können. Möglich sind PNG und JPEG."]);
        return picture;
    }

    private async Task<Conference?> LoadAsync(CancellationToken ct)
    {
        if (await own.FindAsync(User.AccountId(), ct) is not var (conference, speaker)) return null;
        Speaker = speaker;
        Portrait = await desk.PortraitAsync(speaker.Id, ct);
        return conference;
    }

    public sealed class InputModel
    {
        public IFormFile? File { get; set; }

        [Display(Name = "Was zeigt das Bild?"), Required(ErrorMessage = "Bitte beschreiben Sie das Bild in einem Satz."), StringLength(300, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
        public string? AltText { get; set; }

        [Display(Name = "Ich willige ein, dass mein Porträt auf den Seiten des Kongresses veröffentlicht wird. Das ist freiwillig; ich kann die Einwilligung hier jederzeit widerrufen.")]
        public bool Consent { get; set; }
    }
}
