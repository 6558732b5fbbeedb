using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Programme;
using Kongress.Programme.Board;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kongress.Web.Pages.Organiser.Programme.Board;

/// <summary>Keeps rooms free for something that is not public: set-up, technicians, a reception of the house.</summary>
public sealed class BlockModel(CurrentConference current, RoomDesk rooms, BoardDesk desk) : PageModel
{
    private Conference conference = null!;

    [BindProperty(SupportsGet = true)]
    public DateOnly? Tag { get; set; }

    [BindProperty]
    public BlockInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Rooms { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        Input.Day = Tag ?? conference.FirstDay;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (!conference.Time.TryInstant((Input.Day ?? conference.FirstDay).ToDateTime(Input.StartsAt ?? default), out var start)) ModelState.AddModelError("Input.StartsAt", "Diese Uhrzeit gibt es an dem Tag nicht: Die Uhren werden vorgestellt.");
        if (Input.Rooms.Count == 0) ModelState.AddModelError("Input.Rooms", "Bitte wählen Sie mindestens einen Raum.");
        if (!ModelState.IsValid) return Page();
        var result = await desk.BlockAsync(conference.Id, Input.Label!.Trim(), Input.Rooms, start, Input.Minutes!.Value, User.AccountId(), ct);
        if (result.Outcome is BoardOutcome.Done)
        {
            this.Announce("Die Zeit ist gesperrt. Im öffentlichen Programm steht davon nichts.");
            return RedirectToPage("Index", new { tag = Input.Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) });
        }

        ModelState.AddModelError(result.Outcome is BoardOutcome.BadTime ? "Input.StartsAt" : result.Outcome is BoardOutcome.BadLength ? "Input.Minutes" : "", BoardTexts.For(result.Outcome));
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { Days.Count: > 0 } found) return false;
        conference = found;
        Rooms = [.. (await rooms.RoomsAsync(found.Id, ct)).Select(r => new SelectListItem(r.Name, r.Id.ToString()))];
        return true;
    }

    public sealed class BlockInput
    {
        [Display(Name = "Wofür"), Required(ErrorMessage = "Bitte geben Sie an, wofür die Zeit gesperrt wird."), StringLength(200, ErrorMessage = "Bitte kürzen Sie auf {1} Zeichen.")]
        public string? Label { get; set; }

        [Display(Name = "Tag"), Required(ErrorMessage = "Bitte wählen Sie den Tag.")]
        public DateOnly? Day { get; set; }

        [Display(Name = "Beginn"), Required(ErrorMessage = "Bitte geben Sie den Beginn ein.")]
        public TimeOnly? StartsAt { get; set; }

        [Display(Name = "Dauer in Minuten"), Required(ErrorMessage = "Bitte geben Sie die Dauer ein."), Range(Slot.MinutesStep, Slot.MostMinutes, ErrorMessage = "Bitte geben Sie 5 bis 600 Minuten ein.")]
        public int? Minutes { get; set; } = 60;

        [Display(Name = "Räume")]
        public List<Guid> Rooms { get; set; } = [];
    }
}
