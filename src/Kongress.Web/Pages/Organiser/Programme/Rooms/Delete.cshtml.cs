using Kongress.Programme;
using Kongress.Programme.Board;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Programme.Rooms;

/// <summary>Takes a room out of the plan, where nothing is planned in it.</summary>
public sealed class DeleteModel(PlanReader plan, RoomDesk desk) : PageModel
{
    public Draft Draft { get; private set; } = null!;

    public Room Room { get; private set; } = null!;

    public IReadOnlyList<Slot> Uses { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (await desk.DeleteRoomAsync(Draft.Conference.Id, id, User.AccountId(), ct))
        {
            this.Announce($"„{Room.Name}“ ist gelöscht.");
            return RedirectToPage("Index");
        }

        if (!await LoadAsync(id, ct)) return NotFound();
        ModelState.AddModelError("", "Hier ist noch etwas geplant. Verschieben Sie es zuerst in einen anderen Raum.");
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await plan.FindAsync(ct) is not { } draft || draft.Rooms.FirstOrDefault(r => r.Id == id) is not { } room) return false;
        (Draft, Room) = (draft, room);
        Uses = [.. draft.Slots.Where(s => s.RoomIds.Contains(id)).OrderBy(s => s.StartsAt)];
        return true;
    }
}
