using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Kongress.Web.Pages.Organiser.Conferences;

/// <summary>The short form of a first edition.</summary>
public sealed class CreateModel(ConferenceDesk desk, CurrentConference current, IOutputCacheStore pages) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await current.FindAsync(ct) is null ? Page() : RedirectToPage("Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not null) return RedirectToPage("Index");
        if (Input.Days is not [{ Date: not null }, ..]) ModelState.TryAddModelError("Input.Days[0].Date", "Bitte geben Sie mindestens den ersten Tag ein.");
        if (!ModelState.IsValid) return Page();

        var form = new NewConference(
            new ConferenceEdit.General(Input.Number!.Value, Clean.Line(Input.Name), "", Input.HostLand!.Value, Clean.Line(Input.Host), "", ""),
            new ConferenceEdit.Venue(Clean.Line(Input.VenueName), Clean.Text(Input.VenueAddress), "", "Europe/Berlin"),
            new ConferenceEdit.Days([.. Input.Days.Where(d => d.Date is not null).Select(d => d.ToEntry())]),
            Input.Capacity!.Value, Clean.Line(Input.ContactEmail));
        var problems = await desk.CreateAsync(form, User.AccountId(), ct);
        foreach (var problem in problems)
        {
            ModelState.AddModelError(ConferenceEditor.Key(problem, problem.Field.StartsWith('[') ? "Input.Days" : "Input"), ConferenceTexts.For(problem.Rule, form.General));
        }

        if (problems.Count > 0) return Page();
        await pages.EvictByTagAsync(PublicPages.Tag, CancellationToken.None);
        this.Announce("Der Kongress ist angelegt. Prüfen Sie jetzt bitte die Termine der Anmeldung und die rechtlichen Seiten.");
        return RedirectToPage("Index");
    }

    public sealed class InputModel
    {
        [Display(Name = "Nummer"), Required(ErrorMessage = "Bitte geben Sie die Nummer des Kongresses ein, zum Beispiel 15."), Range(1, 999, ErrorMessage = "Die Nummer liegt zwischen {1} und {2}.")]
        public int? Number { get; set; }

        [Display(Name = "Name"), Required(ErrorMessage = "Bitte geben Sie den Namen ein, zum Beispiel 15. IT-Planungskongress."), StringLength(100, ErrorMessage = Longest.Message)]
        public string? Name { get; set; }

        [Display(Name = "Ausrichtendes Land"), Required(ErrorMessage = "Bitte wählen Sie das ausrichtende Land.")]
        public Land? HostLand { get; set; }

        [Display(Name = "Einladende Behörde"), Required(ErrorMessage = "Bitte geben Sie ein, wer einlädt."), StringLength(200, ErrorMessage = Longest.Message)]
        public string? Host { get; set; }

        [Display(Name = "Name des Ortes"), Required(ErrorMessage = "Bitte geben Sie ein, wo der Kongress stattfindet."), StringLength(200, ErrorMessage = Longest.Message)]
        public string? VenueName { get; set; }

        [Display(Name = "Anschrift"), StringLength(500, ErrorMessage = Longest.Message)]
        public string? VenueAddress { get; set; }

        public List<DayInput> Days { get; set; } = [new(), new()];

        [Display(Name = "Plätze"), Required(ErrorMessage = "Bitte geben Sie ein, wie viele Plätze es gibt."), Range(1, 100_000, ErrorMessage = "Die Zahl der Plätze liegt zwischen {1} und {2}.")]
        public int? Capacity { get; set; }

        [Display(Name = "E-Mail-Adresse der Organisation"), Required(ErrorMessage = "Bitte geben Sie eine E-Mail-Adresse ein: Sie steht auf jeder Seite und in jeder Nachricht."), MailAddress]
        public string? ContactEmail { get; set; }
    }
}
