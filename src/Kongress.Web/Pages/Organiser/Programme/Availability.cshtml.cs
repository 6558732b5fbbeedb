using System.ComponentModel.DataAnnotations;
using Kongress.Programme.Board;
using Kongress.Shared;
using Kongress.Speakers;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Programme;

/// <summary>When a person or a room can, day by day, in the time of the clock at the venue.</summary>
public sealed class AvailabilityModel(PlanReader plan, SpeakerDesk desk) : PageModel
{
    private const int EmptyRows = 2;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Draft Draft { get; private set; } = null!;

    public string Name { get; private set; } = "";

    /// <summary>The page to go back to.</summary>
    public string Back { get; private set; } = "";

    public bool IsRoom { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var time = Draft.Conference.Time;
        var known = Draft.AvailabilitiesOf(id).SelectMany(a => ByDay(time, a)).ToList();
        var days = Draft.Conference.Days.Select(d => d.Date).Concat(known.Select(r => r.Day)).Distinct().Order();
        Input.Rows = [.. days.SelectMany(day => known.Where(r => r.Day == day).OrderBy(r => r.From)
            .Concat(Enumerable.Range(0, EmptyRows).Select(_ => new Row { Day = day, Kind = IsRoom ? AvailabilityKind.Unavailable : AvailabilityKind.Available })))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var time = Draft.Conference.Time;
        var entries = new List<AvailabilityEntry>();
        for (var i = 0; i < Input.Rows.Count; i++)
        {
            var row = Input.Rows[i];
            if (row.From is null && row.To is null) continue;
            if (row.From is not { } from) ModelState.AddModelError($"Input.Rows[{i}].From", "Bitte geben Sie den Beginn ein, oder leeren Sie beide Felder.");
            else if (row.To is not { } to) ModelState.AddModelError($"Input.Rows[{i}].To", "Bitte geben Sie das Ende ein, oder leeren Sie beide Felder.");
            else if (to != TimeOnly.MinValue && to <= from) ModelState.AddModelError($"Input.Rows[{i}].To", "Das Ende muss nach dem Beginn liegen. 00:00 bedeutet Mitternacht.");
            else if (!time.TryInstant(row.Day.ToDateTime(from), out var starts) | !time.TryInstant((to == TimeOnly.MinValue ? row.Day.AddDays(1) : row.Day).ToDateTime(to), out var ends)) ModelState.AddModelError($"Input.Rows[{i}].From", "Diese Uhrzeit gibt es an diesem Tag nicht: Die Uhren werden auf die Sommerzeit vorgestellt.");
            else entries.Add(new AvailabilityEntry(starts, ends, row.Kind));
        }

        if (!ModelState.IsValid) return Page();
        await desk.SetAvailabilitiesAsync(Draft.Conference.Id, id, entries, User.AccountId(), ct);
        this.Announce(entries.Count == 0 ? $"Gespeichert: Über die Zeiten von {Name} ist nichts bekannt." : "Gespeichert. Die Konflikte sind neu berechnet.");
        return LocalRedirect(Back);
    }

    // A stretch over midnight stands in both days.
    private static IEnumerable<Row> ByDay(ConferenceTime time, Availability stretch)
    {
        var (start, end) = (time.Local(stretch.StartsAt), time.Local(stretch.EndsAt));
        for (var day = DateOnly.FromDateTime(start); day.ToDateTime(TimeOnly.MinValue) < end; day = day.AddDays(1))
        {
            yield return new Row
            {
                Day = day,
                From = DateOnly.FromDateTime(start) == day ? TimeOnly.FromDateTime(start) : TimeOnly.MinValue,
                To = DateOnly.FromDateTime(end) == day ? TimeOnly.FromDateTime(end) : TimeOnly.MinValue,
                Kind = stretch.Kind,
            };
        }
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await plan.FindAsync(ct) is not { } draft) return false;
        Draft = draft;
        if (draft.Speakers.GetValueOrDefault(id) is { } speaker)
        {
            (Name, Back) = (speaker.Profile.FullName, $"{OrganiserNavigation.Programme}/mitwirkende/{id}");
            return true;
        }

        if (draft.Rooms.FirstOrDefault(r => r.Id == id) is not { } room) return false;
        (Name, Back, IsRoom) = (room.Name, $"{OrganiserNavigation.Programme}/raeume", true);
        return true;
    }

    public sealed class InputModel
    {
        public List<Row> Rows { get; set; } = [];
    }

    public sealed class Row
    {
        public DateOnly Day { get; set; }

        [Display(Name = "Von")]
        public TimeOnly? From { get; set; }

        [Display(Name = "Bis")]
        public TimeOnly? To { get; set; }

        [Display(Name = "Angabe"), EnumDataType(typeof(AvailabilityKind), ErrorMessage = "Bitte wählen Sie eine Angabe.")]
        public AvailabilityKind Kind { get; set; }
    }
}
