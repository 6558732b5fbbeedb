using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kongress.Conferences;
using Kongress.Programme.Imports;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kongress.Web.Pages.Organiser.Programme.Imports;

/// <summary>A programme from a file: choose it, read the report of every row, then take it over.</summary>
/// <remarks>More may be sent than is taken, so that a file that is too large gets an answer instead of a broken connection.</remarks>
[RequestSizeLimit(MostSent), RequestFormLimits(MultipartBodyLengthLimit = MostSent)]
public sealed class IndexModel(CurrentConference current, ImportDesk desk, ImportShelf shelf) : PageModel
{
    private const long MostSent = 50 * 1024 * 1024;
    private const int PageSize = 100;

    /// <summary>Which rows: the word in the address, its label, and what it means.</summary>
    private static readonly (string Key, string Label, Func<ImportLine, bool> Is)[] Filters =
    [
        ("fehler", "Mit Fehlern", l => l.Outcome is ImportOutcome.Faulty),
        ("hinweise", "Mit Hinweisen", l => l.IsTolerated),
        ("neu", "Neu", l => l.Outcome is ImportOutcome.New),
        ("geaendert", "Geändert", l => l.Outcome is ImportOutcome.Changed),
        ("unveraendert", "Unverändert", l => l.Outcome is ImportOutcome.Unchanged),
    ];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The word under which the file of the report is kept.</summary>
    [BindProperty(SupportsGet = true, Name = "datei")]
    public string? Token { get; set; }

    [BindProperty(SupportsGet = true, Name = "nur")]
    public string? Only { get; set; }

    [BindProperty(SupportsGet = true, Name = "seite")]
    public string? PageText { get; set; }

    /// <summary>Null: no file has been chosen yet.</summary>
    public ImportPlan? Plan { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>The file of the address is not kept any more.</summary>
    public bool IsGone { get; private set; }

    /// <summary>The report was made anew, as somebody worked on the programme.</summary>
    public bool IsNewReport { get; private set; }

    public IReadOnlyList<ImportLine> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages { get; private set; }

    public int Number { get; private set; }

    public bool IsFiltered => Filters.Any(f => f.Key == Only);

    public IEnumerable<SelectListItem> Choices => Filters.Select(f => new SelectListItem($"{f.Label} ({Plan!.Lines.Count(f.Is)})", f.Key, f.Key == Only));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        if (string.IsNullOrEmpty(Token)) return Page();
        if (shelf.Find(conference.Id, User.AccountId(), Token) is not { } file) return Gone();
        Show(file.Name, (await desk.PreviewAsync(conference.Id, file.Content, ct)).Plan);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        if (Input.File is not { } file) return Page();
        if (file.Length > ImportFile.MostBytes) return Refuse(ImportTexts.For(ImportRefusal.TooLarge));

        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, ct);
        var (_, refusal) = await desk.PreviewAsync(conference.Id, content.ToArray(), ct);
        if (refusal is { } why) return Refuse(ImportTexts.For(why));
        var name = Clean.Line(Path.GetFileName(file.FileName));
        var token = shelf.Put(conference.Id, User.AccountId(), new ShelvedFile(name.Length <= 100 ? name : name[..100], content.ToArray()));
        return RedirectToPage(new { datei = token });
    }

    public async Task<IActionResult> OnPostCarryOutAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        if (shelf.Find(conference.Id, User.AccountId(), Token) is not { } file) return Gone();
        var (result, plan) = await desk.CarryOutAsync(conference.Id, file.Content, Input.Revision, User.AccountId(), ct);
        switch (result)
        {
            case ImportResult.Done:
                shelf.Remove(User.AccountId());
                this.Announce(ImportTexts.Done(plan!));
                return RedirectToPage("/Organiser/Programme/Index");
            case ImportResult.Nothing:
                shelf.Remove(User.AccountId());
                this.Announce("In der Datei steht nichts, was nicht schon da ist. Es hat sich nichts geändert.");
                return RedirectToPage("/Organiser/Programme/Index");
            case ImportResult.ChangedMeanwhile:
                IsNewReport = true;
                Show(file.Name, plan);
                return Page();
            case ImportResult.Unreadable:
                return Gone();
            default:
                throw new InvalidOperationException($"No result: {result}.");
        }
    }

    private void Show(string name, ImportPlan? plan)
    {
        (FileName, Plan) = (name, plan);
        // The form carries the revision of this report, not of the one before; and a report asks for no file.
        ModelState.Clear();
        var filter = Filters.FirstOrDefault(f => f.Key == Only).Is ?? (_ => true);
        var lines = plan!.Lines.Where(filter).ToList();
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

        /// <summary>Of the draft, as the report showed it.</summary>
        public long Revision { get; set; }
    }
}
