using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Kongress.Workshops;
using Kongress.Workshops.Blocks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kongress.Web.Pages.Organiser.Workshops;

/// <summary>Makes a block of time with bounds for the workshops of a person, changes one, or takes it away.</summary>
public sealed class BlockModel(CurrentConference current, BlockDesk desk, WorkshopLists lists) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Conference Conference { get; private set; } = null!;

    /// <summary>Null: a new one.</summary>
    public WorkshopBlock? Block { get; private set; }

    public IReadOnlyList<SelectListItem> Days => [.. Conference.Days.OrderBy(d => d.Date).Select((d, i) => new SelectListItem(ConferenceTime.DayText(d.Date), $"{i + 1}"))];

    private WorkshopRules Rules { get; set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } missing) return missing;
        Input.Version = Rules.Version;
        if (Block is { } block) Input = InputModel.Of(block, Rules.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } missing) return missing;
        var name = Clean.Line(Input.Name);
        if (name.Length == 0) ModelState.TryAddModelError("Input.Name", BlockTexts.NameMissing);
        if (Input.Day is { } day && (day < 1 || day > Conference.Days.Count)) ModelState.AddModelError("Input.Day", "Bitte wählen Sie einen Tag des Kongresses.");
        if (Input.Until <= Input.From) ModelState.AddModelError("Input.Until", "Das Ende muss nach dem Anfang liegen.");
        if (Input.Most < Input.Fewest) ModelState.AddModelError("Input.Most", "Höchstens kann nicht kleiner sein als mindestens.");
        if (!ModelState.IsValid) return Page();
        return Answer(await desk.SaveAsync(Conference.Id, Input.ToBlock(id, name), id is null ? null : Input.Version, User.AccountId(), ct));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } missing) return missing;
        // Nothing else was typed into this form.
        ModelState.Clear();
        var version = Input.Version;
        Input = InputModel.Of(Block!, version);
        return Answer(await desk.RemoveAsync(Conference.Id, id, version, User.AccountId(), ct));
    }

    private IActionResult Answer(BlockResult result)
    {
        switch (result.Outcome)
        {
            case BlockOutcome.Saved or BlockOutcome.Removed:
                this.Announce(BlockTexts.For(result));
                return RedirectToPage("Index", null, new { id = (Guid?)null }, "zeitbloecke");
            case BlockOutcome.NotFound:
                return NotFound();
            case BlockOutcome.ChangedMeanwhile:
                // The next press saves over the other's edit: the person has been told and can look at it first.
                ModelState.Remove("Input.Version");
                Input.Version = Rules.Version;
                ModelState.AddModelError("", BlockTexts.For(result));
                return Page();
            default:
                ModelState.AddModelError(result.Outcome is BlockOutcome.Overlaps ? "Input.From" : result.Outcome is BlockOutcome.NameTaken ? "Input.Name" : "", BlockTexts.For(result));
                return Page();
        }
    }

    private async Task<IActionResult?> LoadAsync(Guid? id, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        Conference = conference;
        Rules = await lists.RulesAsync(conference.Id, ct);
        Block = Rules.Blocks.FirstOrDefault(b => b.Id == id);
        return id is not null && Block is null ? NotFound() : null;
    }

    public sealed class InputModel
    {
        private const string Missing = "Bitte geben Sie eine Uhrzeit ein.";
        private const string Bounds = "Möglich sind {1} bis {2}.";

        /// <summary>Of the rules of the edition.</summary>
        public Guid Version { get; set; }

        /// <summary>A new block gets it, so that two clicks make one.</summary>
        public Guid NewId { get; set; } = Guid.CreateVersion7();

        [Display(Name = "Name"), Required(ErrorMessage = BlockTexts.NameMissing), StringLength(WorkshopBlock.NameLength, ErrorMessage = "Bitte kürzen Sie den Namen auf {1} Zeichen.")]
        public string? Name { get; set; }

        [Display(Name = "Tag"), Required(ErrorMessage = "Bitte wählen Sie einen Tag des Kongresses.")]
        public int? Day { get; set; }

        [Display(Name = "Von"), Required(ErrorMessage = Missing)]
        public TimeOnly? From { get; set; }

        [Display(Name = "Bis"), Required(ErrorMessage = Missing)]
        public TimeOnly? Until { get; set; }

        [Display(Name = "Mindestens"), Required(ErrorMessage = "Bitte geben Sie eine Zahl ein, auch 0."), Range(0, 10, ErrorMessage = Bounds)]
        public int? Fewest { get; set; } = 0;

        [Display(Name = "Höchstens"), Range(1, 10, ErrorMessage = Bounds)]
        public int? Most { get; set; }

        public static InputModel Of(WorkshopBlock block, Guid version) => new() { Version = version, Name = block.Name, Day = block.Day, From = block.From, Until = block.Until, Fewest = block.Fewest, Most = block.Most };

        /// <summary>Call it only when the model is valid.</summary>
        public WorkshopBlock ToBlock(Guid? id, string name) => new() { Id = id ?? NewId, Name = name, Day = Day!.Value, From = From!.Value, Until = Until!.Value, Fewest = Fewest!.Value, Most = Most };
    }
}
