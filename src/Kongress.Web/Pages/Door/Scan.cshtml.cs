using System.ComponentModel.DataAnnotations;
using Kongress.CheckIns;
using Kongress.Conferences;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Door;

/// <summary>One door: scan, type or search, and see at once what to do. Works with a keyboard scanner and without any script.</summary>
public sealed class ScanModel(CurrentConference current, CheckInDesk desk, CheckInQueries queries, WorkshopDoors workshops) : PageModel
{
    private const int Recent = 8;
    private const int LongestReason = 500;
    private const int LongestDevice = 60;

    [BindProperty(SupportsGet = true)]
    public Guid ListId { get; set; }

    [BindProperty(SupportsGet = true), StringLength(200)]
    public string? Suche { get; set; }

    public Conference Conference { get; private set; } = null!;

    public DoorCount List { get; private set; } = null!;

    /// <summary>Null: the door of a day or the evening.</summary>
    public WorkshopDoorRow? Workshop { get; private set; }

    public DoorReply? Reply { get; private set; }

    public IReadOnlyList<DoorPerson> Found { get; private set; } = [];

    public IReadOnlyList<DoorScan> LastScans { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    /// <summary>Figures and the last scans alone, for the script that keeps them fresh.</summary>
    public async Task<IActionResult> OnGetStateAsync(CancellationToken ct)
    {
        var answer = await ShowAsync(ct);
        return answer is PageResult ? Partial("_State", this) : answer;
    }

    public async Task<IActionResult> OnPostAsync(ScanInput? input, CancellationToken ct)
    {
        if (input is null) return BadRequest();
        if (await current.FindAsync(ct) is not { } conference) return NotFound();
        Reply = await desk.ScanAsync(conference, ListId, input.ToRequest(), User.AccountId(), ct);
        return Reply is null ? NotFound() : await ShowAsync(ct);
    }

    /// <summary>The same for the script: answers with what to show.</summary>
    public async Task<IActionResult> OnPostScanAsync(ScanInput? input, CancellationToken ct)
    {
        if (input is null) return BadRequest();
        if (await current.FindAsync(ct) is not { } conference) return NotFound();
        var reply = await desk.ScanAsync(conference, ListId, input.ToRequest(), User.AccountId(), ct);
        return reply is null
            ? NotFound()
            : new JsonResult(new { reply.ScanId, Answer = reply.Answer.ToString(), reply.Admitted, reply.RegistrationId, reply.Name, reply.Organisation, reply.NoPhoto, reply.NeedsSupport, reply.CanBeOverruled, Show = DoorTexts.For(conference, reply) });
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid scanId, string? reason, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return NotFound();
        if (Short(reason, LongestReason) is not { } because)
        {
            ModelState.AddModelError("reason", "Bitte nennen Sie einen Grund für das Zurücknehmen.");
            return await ShowAsync(ct);
        }

        this.Announce(await desk.UndoAsync(conference.Id, scanId, because, User.AccountId(), ct)
            ? "Der Einlass ist zurückgenommen."
            : "Dieser Einlass war schon zurückgenommen.");
        return RedirectToPage(new { ListId });
    }

    // Cut before it is cleaned: nobody at a door waits for a long text. Null when nothing is left.
    private static string? Short(string? typed, int most) => Clean.Line(typed is { Length: var length } && length > most ? typed[..most] : typed) is { Length: > 0 } text ? text : null;

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return NotFound();
        Conference = conference;
        if (await CountAsync(conference.Id, ct) is not { } list) return NotFound();
        List = list;
        Found = await queries.SearchAsync(conference.Id, ListId, Suche, ct);
        LastScans = await queries.RecentAsync(ListId, Recent, ct);
        return Page();
    }

    // The one door that is open here, and nothing of the others.
    private async Task<DoorCount?> CountAsync(Guid conferenceId, CancellationToken ct)
    {
        Workshop = await workshops.FindAsync(conferenceId, ListId, ct);
        return Workshop is { } door ? new DoorCount(ListId, door.Workshop.Place.Title, default, door.Expected, door.Inside) : await queries.FindAsync(conferenceId, ListId, ct);
    }

    public sealed class ScanInput
    {
        public Guid Nonce { get; set; }

        public string? Code { get; set; }

        public Guid? RegistrationId { get; set; }

        public ScanMethod Method { get; set; } = ScanMethod.Typed;

        public DateTimeOffset? ScannedAt { get; set; }

        public string? Device { get; set; }

        public string? Reason { get; set; }

        // A page without script makes the nonce when it is rendered; a request without one is an attempt of its own.
        public ScanRequest ToRequest() => new(
            Nonce == Guid.Empty ? Guid.CreateVersion7() : Nonce, Code, Enum.IsDefined(Method) ? Method : ScanMethod.Typed, RegistrationId, ScannedAt?.ToUniversalTime(), Short(Device, LongestDevice), Short(Reason, LongestReason));
    }
}
