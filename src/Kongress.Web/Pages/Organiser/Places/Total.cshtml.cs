using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Registrations.Contingents;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Kongress.Web.Pages.Organiser.Places;

/// <summary>Changes how many places the edition has, after trying it.</summary>
public sealed class TotalModel(CurrentConference current, ContingentDesk desk, IOutputCacheStore pages) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Simulation? Simulation { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        Input.Places = (await desk.OverviewAsync(conference.Id, ct)).Root.Places;
        return Page();
    }

    public async Task<IActionResult> OnPostTryAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        ViewData["Time"] = conference.Time;
        if (ModelState.IsValid) Simulation = Told(await desk.TryAsync(conference.Id, new ContingentChange.Total(Input.Places!.Value), ct)).Simulation;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        if (!ModelState.IsValid) return Page();
        var result = Told(await desk.CarryOutAsync(conference.Id, new ContingentChange.Total(Input.Places!.Value), User.AccountId(), ct));
        if (result.Outcome is not ContingentOutcome.Done) return Page();
        await pages.EvictByTagAsync(PublicPages.Tag, CancellationToken.None);
        this.Announce(PlaceTexts.Done(result.Simulation!));
        return RedirectToPage("Index");
    }

    private ContingentResult Told(ContingentResult result)
    {
        foreach (var (field, text) in result.Problems.Select(PlaceTexts.Of)) ModelState.AddModelError(field, text);
        return result;
    }

    public sealed class InputModel
    {
        [Display(Name = "Plätze"), Required(ErrorMessage = "Bitte geben Sie ein, wie viele Plätze es gibt."), Range(0, ContingentSettings.MostPlaces, ErrorMessage = "Die Zahl der Plätze liegt zwischen {1} und {2}.")]
        public int? Places { get; set; }
    }
}
