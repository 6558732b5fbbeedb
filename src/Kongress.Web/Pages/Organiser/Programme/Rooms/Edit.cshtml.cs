using System.ComponentModel.DataAnnotations;
using Kongress.Programme;
using Kongress.Programme.Board;
using Kongress.Programme.Sessions;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Programme.Rooms;

/// <summary>Writes a room: a new one, or all that is told about one.</summary>
public sealed class EditModel(PlanReader plan, RoomDesk desk) : PageModel
{
    [BindProperty]
    public RoomInput Input { get; set; } = new();

    public Draft Draft { get; private set; } = null!;

    /// <summary>Null: a new one.</summary>
    public Room? Room { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } missing) return missing;
        if (Room is not null) Input = RoomInput.From(Room);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } missing) return missing;
        var name = Clean.Line(Input.Name);
        if (name.Length == 0) ModelState.TryAddModelError("Input.Name", "Bitte geben Sie dem Raum einen Namen.");
        if (Draft.Rooms.Any(r => r.Id != id && string.Equals(r.Name, name, StringComparison.OrdinalIgnoreCase))) ModelState.AddModelError("Input.Name", "So heißt schon ein anderer Raum. Bitte wählen Sie einen anderen Namen.");
        if (!ModelState.IsValid) return Page();

        switch (await desk.SaveRoomAsync(Draft.Conference.Id, id, Input.Version, Input.Apply, User.AccountId(), ct))
        {
            case SaveOutcome.Saved:
                this.Announce(Room is null ? $"„{name}“ ist angelegt und steht auf der Tafel." : "Gespeichert. Die Konflikte sind neu berechnet; öffentlich wird es mit der nächsten Fassung.");
                return RedirectToPage("Index");
            case SaveOutcome.ChangedMeanwhile:
                // The next press saves over the other's edit: the person has been told and can look at it first.
                await LoadAsync(id, ct);
                ModelState.Remove("Input.Version");
                Input.Version = Room?.Version ?? default;
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
        Room = draft.Rooms.FirstOrDefault(r => r.Id == id);
        return id is not null && Room is null ? NotFound() : null;
    }

    public sealed class RoomInput
    {
        private const string Missing = "Bitte geben Sie eine Zahl ein.";

        public Guid Version { get; set; }

        [Display(Name = "Name"), Required(ErrorMessage = "Bitte geben Sie dem Raum einen Namen."), StringLength(100, ErrorMessage = "Bitte kürzen Sie den Namen auf {1} Zeichen.")]
        public string? Name { get; set; }

        [Display(Name = "Plätze"), Required(ErrorMessage = Missing), Range(1, 100_000, ErrorMessage = "Möglich sind {1} bis {2} Plätze.")]
        public int? Capacity { get; set; }

        [Display(Name = "Minuten für den Umbau"), Required(ErrorMessage = Missing), Range(0, 120, ErrorMessage = "Möglich sind {1} bis {2} Minuten.")]
        public int? ChangeoverMinutes { get; set; } = 10;

        [Display(Name = "Ausstattung")]
        public IList<Equipment> Equipment { get; set; } = [];

        [Display(Name = "Stufenfrei zu erreichen, auch die Bühne")]
        public bool IsStepFree { get; set; } = true;

        [Display(Name = "Hier darf mehreres gleichzeitig stattfinden")]
        public bool AllowsParallel { get; set; }

        [Display(Name = "Weg zum Raum"), StringLength(2000, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
        public string? Directions { get; set; }

        public static RoomInput From(Room room) => new()
        {
            Version = room.Version,
            Name = room.Name,
            Capacity = room.Capacity,
            ChangeoverMinutes = room.ChangeoverMinutes,
            Equipment = [.. PlanTexts.Pieces.Where(e => room.Equipment.HasFlag(e))],
            IsStepFree = room.IsStepFree,
            AllowsParallel = room.AllowsParallel,
            Directions = room.Directions,
        };

        /// <summary>Call it only when the model is valid.</summary>
        public void Apply(Room room)
        {
            room.Name = Clean.Line(Name);
            room.Capacity = Capacity!.Value;
            room.ChangeoverMinutes = ChangeoverMinutes!.Value;
            room.Equipment = Equipment.Where(Enum.IsDefined).Aggregate(Kongress.Programme.Equipment.None, (all, e) => all | e);
            room.IsStepFree = IsStepFree;
            room.AllowsParallel = AllowsParallel;
            room.Directions = Clean.Text(Directions);
        }
    }
}
