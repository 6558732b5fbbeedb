using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Dashboard;
using Kongress.Web.Hosting;
using Kongress.Workshops;
using Kongress.Workshops.Blocks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Workshops;

/// <summary>All workshops with limited seats, those that could be, and how many one person may have.</summary>
public sealed class IndexModel(CurrentConference current, WorkshopDesk desk, WorkshopLists lists, RulesHistory history) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Conference Conference { get; private set; } = null!;

    public IReadOnlyList<WorkshopRow> Rows { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Title, bool IsWorkshop)> Others { get; private set; } = [];

    /// <summary>Parts of the days with bounds of their own, each with the number of workshops that begin in it.</summary>
    public IReadOnlyList<(WorkshopBlock Block, int Workshops)> Blocks { get; private set; } = [];

    /// <summary>What was changed about the numbers per person, newest first.</summary>
    public IReadOnlyList<HistoryEntry> Changes { get; private set; } = [];

    private WorkshopRules Rules { get; set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return RedirectToPage("/Organiser/Index");
        Input = new InputModel { Fewest = Rules.FewestPerPerson, Most = Rules.MostPerPerson };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return RedirectToPage("/Organiser/Index");
        if (Input.Most < Input.Fewest) ModelState.AddModelError("Input.Most", "Höchstens kann nicht kleiner sein als mindestens.");
        if (!ModelState.IsValid) return Page();
        await desk.SaveRulesAsync(Conference.Id, Input.Fewest!.Value, Input.Most, User.AccountId(), ct);
        this.Announce("Gespeichert. Niemand verliert dadurch einen Platz.");
        return RedirectToPage();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return false;
        Conference = conference;
        Rows = await lists.AllAsync(conference, ct);
        Rules = await lists.RulesAsync(conference.Id, ct);
        Blocks = [.. Rules.Blocks.Select(b => (b, Rows.Count(r => r.Workshop.Place.IsOn && b.Holds(r.Workshop.Place, conference.Time))))];
        Changes = await history.FindAsync(conference.Id, ct);
        Others = await lists.WithoutSeatsAsync(conference.Id, ct);
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "Mindestens"), Required(ErrorMessage = "Bitte geben Sie eine Zahl ein, auch 0."), Range(0, 20, ErrorMessage = "Möglich sind {1} bis {2}.")]
        public int? Fewest { get; set; } = 0;

        [Display(Name = "Höchstens"), Range(1, 20, ErrorMessage = "Möglich sind {1} bis {2}.")]
        public int? Most { get; set; }
    }
}
