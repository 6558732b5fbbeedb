using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Web.Hosting;
using Kongress.Workshops;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kongress.Web.Pages.Organiser.Workshops;

/// <summary>Moves somebody to the front of the waiting list, or takes them off; both with a reason.</summary>
public sealed class PersonModel(CurrentConference current, WorkshopDesk desk, WorkshopLists lists) : PageModel
{
    public enum Step
    {
        MoveUp,
        Remove,
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Conference Conference { get; private set; } = null!;

    public Workshop Workshop { get; private set; } = null!;

    public PersonRow Person { get; private set; } = null!;

    public IEnumerable<SelectListItem> Steps
    {
        get
        {
            if (Person.Turn is not null) yield return new("Ganz nach vorn stellen", nameof(Step.MoveUp));
            yield return new("Aus dem Workshop nehmen", nameof(Step.Remove));
        }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid signUp, CancellationToken ct) => await LoadAsync(id, signUp, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid signUp, CancellationToken ct)
    {
        if (!await LoadAsync(id, signUp, ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var outcome = Input.Step is Step.MoveUp
            ? await desk.MoveUpAsync(Conference.Id, signUp, Input.Reason, User.AccountId(), ct)
            : await desk.RemoveAsync(Conference.Id, signUp, Input.Reason, User.AccountId(), ct);
        this.Announce(WorkshopDeskTexts.For(outcome));
        return RedirectToPage("Details", new { id });
    }

    private async Task<bool> LoadAsync(Guid id, Guid signUp, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference || await lists.FindAsync(conference.Id, id, ct) is not { } workshop) return false;
        if ((await lists.PeopleAsync(conference, workshop, ct)).Find(p => p.SignUp.Id == signUp) is not { } person) return false;
        (Conference, Workshop, Person) = (conference, workshop, person);
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "Was möchten Sie tun?"), Required(ErrorMessage = "Bitte wählen Sie, was geschehen soll."), EnumDataType(typeof(Step), ErrorMessage = "Bitte wählen Sie, was geschehen soll.")]
        public Step? Step { get; set; }

        [Display(Name = "Grund"), Required(ErrorMessage = "Bitte nennen Sie einen Grund."), StringLength(SignUp.ReasonLength, ErrorMessage = "Bitte kürzen Sie den Grund auf {1} Zeichen.")]
        public string? Reason { get; set; }
    }
}
