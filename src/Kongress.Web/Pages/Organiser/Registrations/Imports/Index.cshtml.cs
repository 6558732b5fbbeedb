using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using Kongress.Conferences;
using Kongress.Programme.Imports;
using Kongress.Registrations;
using Kongress.Registrations.Imports;
using Kongress.Registrations.Rows;
using Kongress.Shared;
using Kongress.Shared.Tables;
using Kongress.Web.Hosting;
using Kongress.Web.Pages.Registrations.Groups;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Organiser.Registrations.Imports;

/// <summary>People from a file: choose it, read the report of every row, then take them over and see how far it is.</summary>
/// <remarks>More may be sent than is taken, so that a file that is too large gets an answer instead of a broken connection.</remarks>
[RequestSizeLimit(MostSent), RequestFormLimits(MultipartBodyLengthLimit = MostSent)]
public sealed class IndexModel(CurrentConference current, AttendeeImportDesk desk, ImportShelf shelf, ImportRuns runs, TimeProvider clock, IStringLocalizer<Texts> text) : PageModel
{
    private const long MostSent = 20 * 1024 * 1024;
    private const int PageSize = 100;

    // A short list is done within it; a longer one is looked after on the page.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private ShelvedFile? file;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The word under which the file of the report is kept.</summary>
    [BindProperty(SupportsGet = true, Name = "datei")]
    public string? Token { get; set; }

    [BindProperty(SupportsGet = true, Name = "nur")]
    public string? Only { get; set; }

    [BindProperty(SupportsGet = true, Name = "seite")]
    public string? PageText { get; set; }

    /// <summary>Being read in at this moment: the file of the address, or another one of the same person.</summary>
    public ImportRun? Running { get; private set; }

    /// <summary>What would become of each row, or what became of it. Null: no file has been chosen yet, or it is being read in.</summary>
    public AttendeeReport? Report { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>The file of the address is not kept any more.</summary>
    public bool IsGone { get; private set; }

    /// <summary>The report tells what became of the rows.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Reading in began and did not come to its end.</summary>
    public bool HasStopped { get; private set; }

    public IReadOnlyList<AttendeeLine> Rows { get; private set; } = [];

    /// <summary>Rows of all pages.</summary>
    public int Total { get; private set; }

    public int Pages { get; private set; }

    public int Number { get; private set; }

    public AttendeeLineKind? Kind => AttendeeImportTexts.KindOf(Only);

    public IEnumerable<SelectListItem> Choices => Enum.GetValues<AttendeeLineKind>().Where(kind => Report!.Count(kind) > 0)
        .Select(kind => new SelectListItem($"{AttendeeImportTexts.Of(kind).Word} ({Report!.Count(kind)})", AttendeeImportTexts.KeyOf(kind), kind == Kind));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        if (!string.IsNullOrEmpty(Token)) return await ShowAsync(conference, ct) ? Page() : Gone();
        Running = runs.RunningFor(conference.Id, User.AccountId());
        return Page();
    }

    /// <summary>The columns as we read them, for office programs.</summary>
    public IActionResult OnGetTemplate() =>
        File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(string.Join(';', PersonSheet.ImportHeadings) + "\r\n")).ToArray(), CsvSheet.MediaType, "personen.csv");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        ModelState.Remove("Input.Source");
        if (Input.File is not { } sent) return Page();
        if (sent.Length > PersonSheet.MostBytes) return Refuse(RowTexts.For(text, SheetRefusal.TooLarge, AttendeeImportDesk.MostRows));
        using var content = new MemoryStream((int)sent.Length);
        await sent.CopyToAsync(content, ct);
        if ((await desk.PreviewAsync(conference, content.ToArray(), ct)).Refusal is { } refusal) return Refuse(RowTexts.For(text, refusal, AttendeeImportDesk.MostRows));
        var name = Clean.Line(Path.GetFileName(sent.FileName));
        var token = shelf.Put(conference.Id, User.AccountId(), new ShelvedFile(name.Length <= 100 ? name : name[..100], content.ToArray()));
        return RedirectToPage(new { datei = token });
    }

    /// <summary>Begins, or meets what a first press of the button began.</summary>
    public async Task<IActionResult> OnPostCarryOutAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        if (!await ShowAsync(conference, ct)) return Gone();
        if (Running is null && !IsDone)
        {
            ModelState.Remove("Input.File");
            if (Report!.Count(AttendeeLineKind.New) == 0) ModelState.Remove("Input.Source");
            if (!ModelState.IsValid) return Page();
            var run = runs.Start(conference, User.AccountId(), Token!, FileName, file!.Content, Report.Lines.Count, Clean.Line(Input.Source));
            await Task.WhenAny(run.Work, Task.Delay(Patience, clock, ct));
        }

        return RedirectToPage(new { datei = Token });
    }

    public IEnumerable<string> Details(AttendeeLine line)
    {
        foreach (var problem in line.Row.Problems) yield return RowTexts.For(text, problem);
        foreach (var change in AttendeeImportTexts.Changes(text, line)) yield return change;
        if (line.Kind is AttendeeLineKind.New) yield return $"Kommt: {OrganiserTexts.Parts(line.Row.Attendance)}{(line.Row.Kind is { } kind and not AttendeeKind.Attendee ? $" (als {kind.Name()})" : "")}";
        if (AttendeeImportTexts.For(line.Note) is { } note) yield return note;
    }

    private async Task<bool> ShowAsync(Conference conference, CancellationToken ct)
    {
        var run = runs.Find(conference.Id, User.AccountId(), Token);
        if (run is { Work.IsCompleted: false })
        {
            (Running, FileName) = (run, run.FileName);
            return true;
        }

        if (run is { Outcome: { } report })
        {
            (IsDone, FileName, Report) = (true, run.FileName, report);
            Turn(report.Lines.Where(l => l.Kind is AttendeeLineKind.Faulty));
            return true;
        }

        HasStopped = run is not null;
        file = shelf.Find(conference.Id, User.AccountId(), Token);
        if (file is null) return false;
        (FileName, Report) = (file.Name, (await desk.PreviewAsync(conference, file.Content, ct)).Report);
        if (Report is not null) Turn(Report.Lines.Where(l => Kind is null || l.Kind == Kind));
        return Report is not null;
    }

    private void Turn(IEnumerable<AttendeeLine> chosen)
    {
        var lines = chosen.ToList();
        Total = lines.Count;
        Pages = Math.Max(1, (Total + PageSize - 1) / PageSize);
        Number = Math.Clamp(int.TryParse(PageText, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1, 1, Pages);
        Rows = lines.GetRange((Number - 1) * PageSize, Math.Min(PageSize, Total - (Number - 1) * PageSize));
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
        [Display(Name = "Datei"), Required(ErrorMessage = "Bitte wählen Sie eine Datei.")]
        public IFormFile? File { get; set; }

        [Display(Name = "Von wem sind die Angaben?"), Required(ErrorMessage = "Bitte nennen Sie, von wem die Angaben sind: Die Personen erfahren es."), StringLength(200, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
        public string? Source { get; set; }
    }
}
