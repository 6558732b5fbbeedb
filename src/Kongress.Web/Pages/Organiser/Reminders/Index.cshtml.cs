using Kongress.Conferences;
using Kongress.Data;
using Kongress.Registrations;
using Kongress.Reminders;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Web.Pages.Organiser.Reminders;

/// <summary>When people are reminded, and how many would get each reminder today.</summary>
public sealed class IndexModel(KongressDb db, CurrentConference current, ReminderDesk desk) : PageModel
{
    public sealed record Row(Reminder Reminder, DateTimeOffset DueAt, int Sent);

    public Conference? Conference { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>What was typed and refused: it stays in its form.</summary>
    public (Guid Id, string At, bool IsOn)? Typed { get; private set; }

    public int People { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { Days.Count: > 0 } conference) return;
        await desk.EnsureRulesAsync(conference, ct);
        Conference = conference;
        People = await db.Set<Registration>().CountAsync(r => r.ConferenceId == conference.Id && r.Status == RegistrationStatus.Confirmed && r.Kind != AttendeeKind.Assistant, ct);
        var rows = await db.Set<Reminder>().AsNoTracking().Where(r => r.ConferenceId == conference.Id).OrderByDescending(r => r.DaysBefore)
            .Select(r => new { Reminder = r, Sent = db.Set<ReminderDelivery>().Count(d => d.ReminderId == r.Id) }).ToListAsync(ct);
        Rows = [.. rows.Select(r => new Row(r.Reminder, r.Reminder.DueAt(conference), r.Sent))];
    }

    public async Task<IActionResult> OnPostAsync(Guid id, TimeOnly? at, bool isOn, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return NotFound();
        if (at is null)
        {
            Typed = (id, ModelState["at"]?.AttemptedValue ?? "", isOn);
            ModelState.AddModelError("at-" + id, "Bitte geben Sie eine Uhrzeit ein, zum Beispiel 09:00.");
            await OnGetAsync(ct);
            return Rows.Any(row => row.Reminder.Id == id) ? Page() : NotFound();
        }

        if (!await desk.ChangeAsync(conference.Id, id, isOn, at.Value, User.AccountId(), ct)) return NotFound();
        this.Announce("Die Erinnerung ist gespeichert.");
        return RedirectToPage();
    }
}
