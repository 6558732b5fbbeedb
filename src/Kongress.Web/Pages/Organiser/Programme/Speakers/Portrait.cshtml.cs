using System.ComponentModel.DataAnnotations;
using Kongress.Speakers;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Programme.Speakers;

/// <summary>The picture of a person: shown, replaced, taken away.</summary>
public sealed class PortraitModel(PlanReader plan, SpeakerDesk desk) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Speaker Speaker { get; private set; } = null!;

    /// <summary>Null: there is none.</summary>
    public (Guid Version, string AltText)? Present { get; private set; }

    private Guid ConferenceId { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        Input.AltText = Present?.AltText ?? $"Porträt von {Speaker.Profile.FullName}";
        return Page();
    }

    /// <summary>The picture itself, for the team alone.</summary>
    public async Task<IActionResult> OnGetPictureAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || await desk.PortraitAsync(id, ct) is not { } portrait) return NotFound();
        Response.Headers.CacheControl = "private, no-cache";
        return File(portrait.Content, portrait.MediaType);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (Input.File is null) ModelState.AddModelError("Input.File", "Bitte wählen Sie ein Bild.");
        if (!ModelState.IsValid) return Page();
        if (Input.File!.Length > Portrait.MaxBytes) return Refuse("Das Bild ist größer als 2 MB. Bitte verkleinern Sie es.");

        using var bytes = new MemoryStream((int)Input.File.Length);
        await Input.File.CopyToAsync(bytes, ct);
        if (PictureFile.Clean(bytes.ToArray()) is not var (mediaType, content)) return Refuse("Das ist kein Bild im Format PNG oder JPEG, oder die Datei ist beschädigt.");
        await desk.SetPortraitAsync(ConferenceId, id, new Portrait(id, mediaType, content, Clean.Line(Input.AltText)), User.AccountId(), ct);
        this.Announce(Speaker.PortraitConsentAt is null
            ? "Das Porträt ist gespeichert. Öffentlich wird es erst, wenn die Person zugestimmt hat und Sie eine neue Fassung veröffentlichen."
            : "Das Porträt ist gespeichert. Öffentlich wird es mit der nächsten Fassung.");
        return RedirectToPage("Details", new { id });
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        await desk.SetPortraitAsync(ConferenceId, id, null, User.AccountId(), ct);
        this.Announce("Das Porträt ist gelöscht. Aus dem veröffentlichten Programm verschwindet es mit der nächsten Fassung.");
        return RedirectToPage("Details", new { id });
    }

    private PageResult Refuse(string sentence)
    {
        ModelState.AddModelError("Input.File", sentence);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await plan.SpeakerAsync(id, ct) is not var (draft, speaker)) return false;
        (ConferenceId, Speaker) = (draft.Conference.Id, speaker);
        Present = draft.Portraits.TryGetValue(id, out var portrait) ? portrait : null;
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "Bild")]
        public IFormFile? File { get; set; }

        [Display(Name = "Was auf dem Bild zu sehen ist"), Required(ErrorMessage = "Bitte beschreiben Sie kurz, was zu sehen ist: Menschen, die das Bild nicht sehen, bekommen diesen Text vorgelesen."), StringLength(300, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
        public string? AltText { get; set; }
    }
}
