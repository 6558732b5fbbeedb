using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Speakers;

/// <summary>One own session: the answer, and the files that belong to it. Somebody else's is not found.</summary>
/// <remarks>More may be sent than is taken, so that a file that is too large gets an answer instead of a broken connection.</remarks>
[RequestSizeLimit(MostSent), RequestFormLimits(MultipartBodyLengthLimit = MostSent)]
public sealed class ContributionModel(OwnContributions own, ParticipationDesk participations, SessionFileDesk files, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    private const long MostSent = 100 * 1024 * 1024;

    [BindProperty]
    public AnswerInput Answer { get; set; } = new();

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Conference Conference { get; private set; } = null!;

    public OwnPart Part { get; private set; } = null!;

    public DateOnly Today => Conference.Time.Day(clock.GetUtcNow());

    public bool CanAnswer => clock.GetUtcNow() < Conference.StartsAt && Part.Note is PartNote.InPreparation or PartNote.InProgramme;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAnswerAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (Answer.Read(ModelState, text) is not var (choice, word)) return Page();
        var outcome = await participations.AnswerOwnAsync(Conference.Id, User.AccountId(), id, choice, word, ct);
        this.Announce(outcome is AnswerOutcome.Recorded ? SpeakerPageTexts.Thanks(text, choice) : SpeakerPageTexts.For(text, outcome));
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostUploadAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        Input.Check(ModelState, text);
        if (!ModelState.IsValid) return Page();
        var outcome = await StoreAsync(ct);
        if (outcome is FileOutcome.Added or FileOutcome.AlreadyThere)
        {
            this.Announce(SpeakerPageTexts.For(text, outcome));
            return RedirectToPage(new { id });
        }

        ModelState.AddModelError(Input.File is null ? "Input.Url" : "Input.File", SpeakerPageTexts.For(text, outcome));
        return Page();
    }

    public async Task<IActionResult> OnPostShowAsync(Guid id, Guid fileId, bool isPublic, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || !await files.ShowAsync(Conference.Id, fileId, Part.Participation.SpeakerId, isPublic, User.AccountId(), ct)) return NotFound();
        this.Announce(isPublic ? text["Die Datei ist jetzt öffentlich, sobald der Programmpunkt es ist."] : text["Die Datei ist nicht mehr öffentlich."]);
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid fileId, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || !await files.RemoveAsync(Conference.Id, fileId, Part.Participation.SpeakerId, User.AccountId(), ct)) return NotFound();
        this.Announce(text["Gelöscht."]);
        return RedirectToPage(new { id });
    }

    private async Task<FileOutcome> StoreAsync(CancellationToken ct)
    {
        var (sessionId, speakerId) = (Part.Session.Id, Part.Participation.SpeakerId);
        if (Input.File is not { } file)
        {
            return await files.LinkAsync(Conference.Id, sessionId, speakerId, Input.Kind, Clean.Line(Input.Name), Input.Url!.Trim(), Input.IsPublic, User.AccountId(), ct);
        }

        if (file.Length > SessionFile.MaxBytes) return FileOutcome.TooLarge;
        var content = new byte[file.Length];
        await using (var stream = file.OpenReadStream()) await stream.ReadExactlyAsync(content, ct);
        return await files.StoreAsync(Conference.Id, sessionId, speakerId, Input.Kind, file.FileName, content, Input.IsPublic, User.AccountId(), ct);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await own.FindAsync(User.AccountId(), ct) is not var (conference, _)) return false;
        if (await own.PartAsync(conference, User.AccountId(), id, ct) is not { } part) return false;
        (Conference, Part) = (conference, part);
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "Art")]
        public SessionFileKind Kind { get; set; }

        public IFormFile? File { get; set; }

        [Display(Name = "Link"), StringLength(1000, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
        public string? Url { get; set; }

        [Display(Name = "Name des Links"), StringLength(200, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
        public string? Name { get; set; }

        [Display(Name = "Alle dürfen es im Programm sehen und herunterladen.")]
        public bool IsPublic { get; set; }

        /// <summary>Either a file or a link, and a link has a name. Only when something is uploaded: the page has other forms.</summary>
        public void Check(Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary modelState, IStringLocalizer<Texts> text)
        {
            var hasUrl = !string.IsNullOrWhiteSpace(Url);
            if (File is null && !hasUrl) modelState.AddModelError("Input.File", text["Bitte wählen Sie eine Datei aus, oder geben Sie einen Link an."]);
            else if (File is not null && hasUrl) modelState.AddModelError("Input.Url", text["Bitte geben Sie entweder eine Datei oder einen Link an."]);
            else if (hasUrl && !ProfileModel.InputModel.IsWebAddress(Url!.Trim())) modelState.AddModelError("Input.Url", text["„{0}“ ist keine Internetadresse. Sie beginnt mit https:// oder http://.", Url!]);
            if (hasUrl && Clean.Line(Name).Length == 0) modelState.AddModelError("Input.Name", text["Bitte geben Sie dem Link einen Namen."]);
        }
    }
}
