using Kongress.Conferences;
using Kongress.Programme;
using Kongress.Shared;
using Kongress.Speakers;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Speakers;

/// <summary>On which days of the congress the person can come.</summary>
public sealed class TimesModel(OwnContributions own, SpeakerDesk desk, IStringLocalizer<Texts> text) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Conference Conference { get; private set; } = null!;

    /// <summary>The days of the congress with what is known about them.</summary>
    public IReadOnlyList<DayInput> Days { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await own.FindAsync(User.AccountId(), ct) is not var (conference, speaker)) return NotFound();
        Show(conference, await desk.AvailabilitiesAsync(speaker.Id, ct));
        Input.Days = [.. Days];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await own.FindAsync(User.AccountId(), ct) is not var (conference, speaker)) return NotFound();
        var known = await desk.AvailabilitiesAsync(speaker.Id, ct);
        Show(conference, known);
        var answers = Input.Days.Where(d => Days.Any(day => day.Date == d.Date)).Select(d => (d.Date, d.Answer)).ToList();
        if (!ModelState.IsValid || answers.Count != Days.Count)
        {
            // The days of the congress changed while the form was open: it is shown anew.
            if (answers.Count != Days.Count) Input.Days = [.. Days];
            return Page();
        }

        await desk.SetAvailabilitiesAsync(conference.Id, speaker.Id, DayAvailabilities.With(conference, known, answers), User.AccountId(), ct);
        this.Announce(SpeakerPageTexts.For(text, SpeakerOutcome.Saved));
        return RedirectToPage("Index");
    }

    /// <summary>"In parts" can only be kept, not chosen.</summary>
    public IEnumerable<SelectListItem> Choices(int day)
    {
        SelectListItem Item(string words, DayAnswer answer) => new(words, answer.ToString());
        if (Days[day].Answer is DayAnswer.InParts) yield return Item(text["Wie mit der Organisation nach Stunden vereinbart"], DayAnswer.InParts);
        yield return Item(ProgrammeTexts.Name(text, AvailabilityKind.Available), DayAnswer.Available);
        yield return Item(ProgrammeTexts.Name(text, AvailabilityKind.Preferred), DayAnswer.Preferred);
        yield return Item(ProgrammeTexts.Name(text, AvailabilityKind.Unavailable), DayAnswer.Unavailable);
        yield return Item(text["Keine Angabe"], DayAnswer.Unknown);
    }

    private void Show(Conference conference, List<Availability> known)
    {
        Conference = conference;
        Days = [.. conference.Days.OrderBy(d => d.Date).Select(d => new DayInput { Date = d.Date, Answer = DayAvailabilities.Of(conference, d.Date, known) })];
    }

    public sealed class InputModel
    {
        public List<DayInput> Days { get; set; } = [];
    }

    public sealed class DayInput
    {
        public DateOnly Date { get; set; }

        public DayAnswer Answer { get; set; }
    }
}
