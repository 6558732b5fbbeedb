using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kongress.Programme;
using Kongress.Programme.Board;
using Kongress.Programme.Sessions;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Programme.Tracks;

/// <summary>Name and colour of a theme. A colour that nobody could see on white is refused.</summary>
public sealed class EditModel(PlanReader plan, RoomDesk desk) : PageModel
{
    [BindProperty]
    public TrackInput Input { get; set; } = new();

    public Draft Draft { get; private set; } = null!;

    /// <summary>Null: a new one.</summary>
    public Track? Track { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } missing) return missing;
        if (Track is not null) Input = new TrackInput { Version = Track.Version, Name = Track.Name, Colour = Track.Colour };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } missing) return missing;
        var (name, colour) = (Clean.Line(Input.Name), TrackColour.Read(Input.Colour?.Trim()));
        if (name.Length == 0) ModelState.TryAddModelError("Input.Name", "Bitte geben Sie dem Thema einen Namen.");
        if (Draft.Tracks.Any(t => t.Id != id && string.Equals(t.Name, name, StringComparison.OrdinalIgnoreCase))) ModelState.AddModelError("Input.Name", "So heißt schon ein anderes Thema. Bitte wählen Sie einen anderen Namen.");
        if (colour is null) ModelState.TryAddModelError("Input.Colour", "Bitte geben Sie die Farbe als Raute und sechs Stellen von 0 bis f ein, zum Beispiel #2044aa.");
        else if (TrackColour.ToWhite(colour) is < TrackColour.LeastContrast and var contrast) ModelState.AddModelError("Input.Colour", string.Create(CultureInfo.GetCultureInfo("de-DE"), $"Diese Farbe ist auf Weiß kaum zu sehen: Der Kontrast ist {contrast:0.0} zu 1, nötig sind {TrackColour.LeastContrast:0} zu 1. Bitte nehmen Sie eine dunklere."));
        if (!ModelState.IsValid) return Page();

        switch (await desk.SaveTrackAsync(Draft.Conference.Id, id, Input.Version, name, colour!, User.AccountId(), ct))
        {
            case SaveOutcome.Saved:
                this.Announce(Track is null ? $"Das Thema „{name}“ ist angelegt." : "Gespeichert. Öffentlich wird es mit der nächsten Fassung.");
                return RedirectToPage("Index");
            case SaveOutcome.ChangedMeanwhile:
                // The next press saves over the other's edit: the person has been told and can look at it first.
                await LoadAsync(id, ct);
                ModelState.Remove("Input.Version");
                Input.Version = Track?.Version ?? default;
                ModelState.AddModelError("", PlanTexts.ChangedMeanwhile);
                return Page();
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult?> LoadAsync(Guid? id, CancellationToken ct)
    {
        if (await plan.FindAsync(ct) is not { } draft) return RedirectToPage("/Organiser/Index");
        Draft = draft;
        Track = draft.Tracks.FirstOrDefault(t => t.Id == id);
        return id is not null && Track is null ? NotFound() : null;
    }

    public sealed class TrackInput
    {
        public Guid Version { get; set; }

        [Display(Name = "Name"), Required(ErrorMessage = "Bitte geben Sie dem Thema einen Namen."), StringLength(100, ErrorMessage = "Bitte kürzen Sie den Namen auf {1} Zeichen.")]
        public string? Name { get; set; }

        [Display(Name = "Farbe"), Required(ErrorMessage = "Bitte geben Sie eine Farbe ein.")]
        public string? Colour { get; set; } = "#2044aa";
    }
}
