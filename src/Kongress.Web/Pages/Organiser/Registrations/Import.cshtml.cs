using System.ComponentModel.DataAnnotations;
using System.Text;
using Kongress.Conferences;
using Kongress.Programme.Imports;
using Kongress.Registrations.Imports;
using Kongress.Registrations.Rows;
using Kongress.Shared;
using Kongress.Shared.Tables;
using Kongress.Web.Hosting;
using Kongress.Web.Pages.Registrations;
using Kongress.Workshops;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Organiser.Registrations;

/// <summary>People from a file: choose it, read the report of every row, then take them over.</summary>
/// <remarks>More may be sent than is taken, so that a file that is too large gets an answer instead of a broken connection.</remarks>
[RequestSizeLimit(MostSent), RequestFormLimits(MultipartBodyLengthLimit = MostSent)]
public sealed class ImportModel(CurrentConference current, AttendeeImportDesk desk, ImportShelf shelf, SignUpDesk workshops, IStringLocalizer<Texts> text) : PageModel
{
    private const long MostSent = 20 * 1024 * 1024;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The word under which the file of the report is kept.</summary>
    [BindProperty(SupportsGet = true, Name = "datei")]
    public string? Token { get; set; }

    /// <summary>Null: no file has been chosen yet.</summary>
    public AttendeeReport? Report { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>The file of the address is not kept any more.</summary>
    public bool IsGone { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        return string.IsNullOrEmpty(Token) || await ShowAsync(conference, ct) ? Page() : Gone();
    }

    /// <summary>The columns as we read them, for office programs.</summary>
    public IActionResult OnGetTemplate() =>
        File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(string.Join(';', PersonSheet.ImportHeadings) + "\r\n")).ToArray(), CsvSheet.MediaType, "personen.csv");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        ModelState.Remove("Input.Source");
        if (Input.File is not { Length: > 0 } file) return Refuse("Bitte wählen Sie eine Datei.");
        if (file.Length > PersonSheet.MostBytes) return Refuse(RowTexts.For(text, SheetRefusal.TooLarge, AttendeeImportDesk.MostRows));
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, ct);
        if ((await desk.PreviewAsync(conference, content.ToArray(), ct)).Refusal is { } refusal) return Refuse(RowTexts.For(text, refusal, AttendeeImportDesk.MostRows));
        var name = Clean.Line(Path.GetFileName(file.FileName));
        var token = shelf.Put(conference.Id, User.AccountId(), new ShelvedFile(name.Length <= 100 ? name : name[..100], content.ToArray()));
        return RedirectToPage(new { datei = token });
    }

    public async Task<IActionResult> OnPostCarryOutAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        if (shelf.Find(conference.Id, User.AccountId(), Token) is not { } file) return Gone();
        if (!await ShowAsync(conference, ct)) return Gone();
        if (Report!.Count(AttendeeLineKind.New) > 0 && string.IsNullOrWhiteSpace(Input.Source)) ModelState.AddModelError("Input.Source", "Bitte nennen Sie, von wem die Angaben sind: Die Personen erfahren es.");
        if (!ModelState.IsValid) return Page();

        var done = await desk.CarryOutAsync(conference, file.Content, Clean.Line(Input.Source), User.AccountId(), ct);
        if (done is null) return Gone();
        shelf.Remove(User.AccountId());
        // Who comes on fewer days gives up the workshops of the others.
        if (done.Count(AttendeeLineKind.Changed) > 0) await workshops.PassTimeAsync(ct);
        this.Announce(AttendeeImportTexts.Done(done));
        return RedirectToPage("Index");
    }

    public IEnumerable<string> Details(AttendeeLine line)
    {
        foreach (var problem in line.Row.Problems) yield return RowTexts.For(text, problem);
        if (AttendeeImportTexts.For(line.Note) is { } note) yield return note;
    }

    private async Task<bool> ShowAsync(Conference conference, CancellationToken ct)
    {
        if (shelf.Find(conference.Id, User.AccountId(), Token) is not { } file) return false;
        (FileName, Report) = (file.Name, (await desk.PreviewAsync(conference, file.Content, ct)).Report);
        return Report is not null;
    }

    private PageResult Gone()
    {
        ModelState.Clear();
        (IsGone, Token) = (true, null);
        return Page();
    }

    private PageResult Refuse(string sentence)
    {
        ModelState.AddModelError("Input.File", sentence);
        return Page();
    }

    public sealed class InputModel
    {
        [Display(Name = "Datei")]
        public IFormFile? File { get; set; }

        [Display(Name = "Von wem sind die Angaben?"), StringLength(200, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
        public string? Source { get; set; }
    }
}
