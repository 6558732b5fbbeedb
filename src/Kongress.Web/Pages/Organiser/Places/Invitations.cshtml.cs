using System.Globalization;
using Kongress.Conferences;
using Kongress.Registrations.Invitations;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Places;

/// <summary>Who was invited, and who has answered.</summary>
public sealed class InvitationsModel(CurrentConference current, InvitationDesk desk) : PageModel
{
    private const int PageSize = 50;

    public IReadOnlyList<InvitationRow> All { get; private set; } = [];

    /// <summary>Those of this page.</summary>
    public IReadOnlyList<InvitationRow> Rows { get; private set; } = [];

    public int Number { get; private set; }

    public int Pages { get; private set; }

    /// <summary>From the address; what cannot be read counts as not given.</summary>
    public InvitationState? State { get; private set; }

    public ConferenceTime Time { get; private set; } = null!;

    /// <summary>What the button would do now.</summary>
    public RemindPreview Reminders { get; private set; } = new(0, 0);

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "stand")] string? state, [FromQuery(Name = "seite")] string? page, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        Time = conference.Time;
        State = state is { Length: > 0 } && char.IsAsciiLetter(state[0]) && Enum.TryParse<InvitationState>(state, out var known) && Enum.IsDefined(known) ? known : null;
        All = await desk.InvitationsAsync(conference.Id, ct);
        var fitting = All.Where(r => State is null || r.State == State).ToList();
        Pages = Math.Max(1, (fitting.Count + PageSize - 1) / PageSize);
        Number = Math.Clamp(int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1, 1, Pages);
        Rows = [.. fitting.Skip((Number - 1) * PageSize).Take(PageSize)];
        Reminders = await desk.PreviewRemindersAsync(conference.Id, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRemindAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        var reminded = await desk.RemindAllAsync(conference.Id, User.AccountId(), ct);
        this.Announce(reminded == 0 ? "Alle, die noch nicht geantwortet haben, hatten in den letzten Tagen schon eine Nachricht. Es ging nichts hinaus." : $"{PlaceTexts.People(reminded)} erinnert.");
        return RedirectToPage();
    }
}
