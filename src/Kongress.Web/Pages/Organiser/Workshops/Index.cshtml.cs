using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Web.Hosting;
using Kongress.Workshops;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Workshops;

/// <summary>All workshops with limited seats, those that could be, and how many one person may have.</summary>
public sealed class IndexModel(CurrentConference current, WorkshopDesk desk, WorkshopLists lists) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Conference Conference { get; private set; } = null!;

    public IReadOnlyList<WorkshopRow> Rows { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Title, bool IsWorkshop)> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return RedirectToPage("/Organiser/Index");
        var rules = await lists.RulesAsync(Conference.Id, ct);
        Input = new InputModel { Fewest = rules.FewestPerPerson, Most = rules.MostPerPerson };
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
