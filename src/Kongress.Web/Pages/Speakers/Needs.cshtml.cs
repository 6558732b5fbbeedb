using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Shared;
using Kongress.Speakers;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Speakers;

/// <summary>What the person needs on the day, and when they arrive.</summary>
public sealed class NeedsModel(OwnContributions own, SpeakerDesk desk, IStringLocalizer<Texts> text) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Conference Conference { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await own.FindAsync(User.AccountId(), ct) is not var (conference, speaker)) return NotFound();
        Conference = conference;
        var needs = speaker.Needs;
        Input = new InputModel { Version = speaker.Version, Arrival = needs.Arrival, Equipment = needs.Equipment, Access = needs.Access, StepFree = needs.StepFree, Interpreter = needs.Interpreter };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await own.FindAsync(User.AccountId(), ct) is not var (conference, speaker)) return NotFound();
        Conference = conference;
        if (!ModelState.IsValid) return Page();
        var needs = new SpeakerNeeds
        {
            Arrival = Clean.Text(Input.Arrival),
            Equipment = Clean.Text(Input.Equipment),
            Access = Clean.Text(Input.Access),
            StepFree = Input.StepFree,
            Interpreter = Input.Interpreter,
        };
        var edit = new SpeakerEdit(speaker.Profile, speaker.Contact, needs, speaker.IsNamed, speaker.PortraitConsentAt is not null, speaker.Recording);
        var outcome = await desk.EditAsync(conference.Id, speaker.Id, Input.Version, edit, User.AccountId(), ct);
        if (outcome is SpeakerOutcome.Saved)
        {
            this.Announce(SpeakerPageTexts.For(text, outcome));
            return RedirectToPage("Index");
        }

        ModelState.AddModelError("", SpeakerPageTexts.For(text, outcome));
        return Page();
    }

    public sealed class InputModel
    {
        public Guid Version { get; set; }

        [Display(Name = "Wann kommen Sie an?"), StringLength(500, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
        public string? Arrival { get; set; }

        [Display(Name = "Welche Technik brauchen Sie?"), StringLength(1000, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
        public string? Equipment { get; set; }

        [Display(Name = "Was sollen wir noch wissen?"), StringLength(1000, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
        public string? Access { get; set; }

        [Display(Name = "Ich brauche einen stufenlosen Zugang zur Bühne.")]
        public bool StepFree { get; set; }

        [Display(Name = "Ich brauche Dolmetschen in Deutsche Gebärdensprache.")]
        public bool Interpreter { get; set; }
    }
}
