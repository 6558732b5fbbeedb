using Kongress.Conferences;
using Kongress.Dashboard;
using Kongress.Registrations.Exports;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Registrations.Exports;

/// <summary>Makes, changes and deletes a template for lists.</summary>
public sealed class EditModel(CurrentConference current, ExportTemplateDesk desk, RegistrationList registrations) : PageModel
{
    [BindProperty]
    public TemplateInput Input { get; set; } = new();

    public bool IsNew { get; private set; }

    /// <summary>Which button was pressed: the focus stays on it.</summary>
    public (string? Column, bool ToTheFront) Moved { get; private set; }

    public FilterNames Names { get; private set; } = new([], []);

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not var (_, template)) return NotFound();
        // The list hands its filters over.
        Input = template is null ? TemplateInput.For(Request.QueryString.Value ?? "") : TemplateInput.From(template);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not var (conference, _)) return NotFound();
        if (!ModelState.IsValid) return Page();
        switch (await desk.SaveAsync(conference.Id, id, Input.Version, Input.ToEdit(), User.AccountId(), ct))
        {
            case TemplateOutcome.Saved:
                this.Announce("Die Vorlage ist gespeichert.");
                return RedirectToPage("Index");
            case TemplateOutcome.NameTaken:
                ModelState.AddModelError("Input.Name", "Eine Vorlage mit diesem Namen gibt es schon.");
                return Page();
            case TemplateOutcome.ChangedMeanwhile:
                ModelState.AddModelError("", "Die Vorlage wurde inzwischen von jemand anderem geändert. Ihre Eingaben stehen noch hier und sind nicht gespeichert; laden Sie die Seite neu, um den neuen Stand zu sehen.");
                return Page();
            case TemplateOutcome.NotFound:
                return NotFound();
            default:
                throw new InvalidOperationException("No such outcome.");
        }
    }

    /// <summary>Moves a column by one place and shows the form as it was typed; nothing is saved and nothing judged yet.</summary>
    public async Task<IActionResult> OnPostMoveAsync(Guid? id, string? spalte, bool vor, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is null) return NotFound();
        foreach (var entry in ModelState.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Skipped;
        }

        Input.Move(spalte, vor);
        Moved = (spalte, vor);
        return Page();
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid? id, CancellationToken ct)
    {
        if (id is not { } own || await FindAsync(id, ct) is not var (conference, _)) return NotFound();
        await desk.DeleteAsync(conference.Id, own, User.AccountId(), ct);
        this.Announce("Die Vorlage ist gelöscht.");
        return RedirectToPage("Index");
    }

    // A new one has no id; an id that nobody has is not found.
    private async Task<(Conference Conference, ExportTemplate? Template)?> FindAsync(Guid? id, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return null;
        IsNew = id is null;
        Names = await registrations.NamesAsync(conference.Id, ct);
        if (id is not { } own) return (conference, null);
        return await desk.FindAsync(conference.Id, own, ct) is { } template ? (conference, template) : null;
    }
}
