using Kongress.Conferences;
using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Kongress.Web.Pages.MyConference;
using Kongress.Workshops.Allotment;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Workshops;

/// <summary>The list of wishes: one choice per rank, to be changed until the date.</summary>
public sealed class WishesModel(OwnRegistration own, WishDesk desk, AllotmentLists lists, TimeProvider clock, IStringLocalizer<Texts> text) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Conference? Conference { get; private set; }

    public WishList? List { get; private set; }

    /// <summary>What the published draws made of the person's wishes, the newest first.</summary>
    public IReadOnlyList<(PublishedDraw Draw, PlanPerson Person)> Results { get; private set; } = [];

    public bool IsOpen => List!.Rules.TakesWishes(clock.GetUtcNow());

    public bool IsClosed => clock.GetUtcNow() >= List!.Rules.WishesUntil;

    public IEnumerable<SelectListItem> Options =>
        List!.Choices.Select(w => new SelectListItem($"{w.Place.Title} – {Conference!.Time.DayAndTime(w.Place.StartsAt)}", w.Id.ToString()));

    /// <summary>Says where a wish meets an earlier one, or as many in its block as can come true; nothing else.</summary>
    public string? HintFor(int index)
    {
        var chosen = Input.Wishes;
        if (chosen[index] is not { } id || List!.Choices.FirstOrDefault(c => c.Id == id) is not { } workshop) return null;
        for (var i = 0; i < index; i++)
        {
            if (List.Choices.FirstOrDefault(c => c.Id == chosen[i]) is { } earlier && earlier.Overlaps(workshop)) return text["Zur selben Zeit wie Ihr {0}. Wunsch: Höchstens einer von beiden geht in Erfüllung.", i + 1];
        }

        if (List.Rules.BlockOf(workshop.Place, Conference!.Time) is not { Most: { } most } block) return null;
        var earlierInBlock = chosen.Take(index).Count(c => List.Choices.FirstOrDefault(w => w.Id == c) is { } wish && block.Holds(wish.Place, Conference.Time));
        if (earlierInBlock < most) return null;
        return most == 1 ? text["Im Zeitblock „{0}“ geht höchstens 1 Wunsch in Erfüllung.", block.Name] : text["Im Zeitblock „{0}“ gehen höchstens {1} Wünsche in Erfüllung.", block.Name, most];
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct)) Input.Wishes = [.. Enumerable.Range(0, List!.Rules.MostWishes).Select(i => i < List.Chosen.Count ? (Guid?)List.Chosen[i] : null)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return RedirectToPage();
        // As many fields as the page shows, whatever was sent.
        Input.Wishes = [.. Enumerable.Range(0, List!.Rules.MostWishes).Select(i => Input.Wishes.ElementAtOrDefault(i))];
        for (var i = 0; i < Input.Wishes.Count; i++)
        {
            var first = Input.Wishes[i] is { } id ? Input.Wishes.IndexOf(id) : i;
            if (first < i) ModelState.AddModelError($"Input.Wishes[{i}]", text["Diesen Workshop haben Sie schon als {0}. Wunsch gewählt.", first + 1]);
        }

        if (!ModelState.IsValid) return Page();
        var outcome = await desk.SaveAsync(Conference!.Id, User.AccountId(), [.. Input.Wishes.OfType<Guid>()], ct);
        if (outcome is WishOutcome.NotPossible)
        {
            ModelState.AddModelError("", text["Einer dieser Workshops steht nicht mehr zur Auswahl. Bitte wählen Sie neu."]);
            return Page();
        }

        this.Announce(WorkshopPageTexts.For(text, outcome));
        return RedirectToPage();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await own.FindAsync(User.AccountId(), ct) is not ({ } conference, { Status: RegistrationStatus.Confirmed } registration)) return false;
        Conference = conference;
        List = await desk.FindAsync(conference, registration, ct);
        Results = await lists.ResultsAsync(registration, ct);
        return List is not null;
    }

    public sealed class InputModel
    {
        /// <summary>Ids of workshops by rank; null: no wish there.</summary>
        public List<Guid?> Wishes { get; set; } = [];
    }
}
