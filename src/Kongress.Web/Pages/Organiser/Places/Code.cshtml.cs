using Kongress.Conferences;
using Kongress.Registrations.Contingents;
using Kongress.Registrations.Invitations;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Kongress.Web.Pages.Organiser.Places;

/// <summary>Makes a code or changes how often and how long it is good.</summary>
public sealed class CodeModel(CurrentConference current, InvitationDesk desk, ContingentDesk contingents, IOptions<SiteOptions> site) : PageModel
{
    [BindProperty]
    public CodeInput Input { get; set; } = new();

    public Conference Conference { get; private set; } = null!;

    /// <summary>Null: a new one.</summary>
    public CodeRow? Row { get; private set; }

    public string Link => site.Value.Url(Addresses.InvitationCode, Row!.Code.Code);

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } missing) return missing;
        if (Row?.Code is { } code)
        {
            Input = new CodeInput { Version = code.Version, Name = code.Settings.Name, Uses = code.Settings.Uses, EndsAt = Conference.Time.Local(code.Settings.EndsAt), ContingentId = code.Settings.ContingentId, Kind = code.Settings.Kind };
        }
        else
        {
            Input.EndsAt = Conference.Time.Local(Conference.RegistrationClosesAt);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } missing) return missing;
        if (PlaceTerms.EndOf(this, Input, Conference) is not { } endsAt) return Page();
        var (outcome, code) = await desk.SaveCodeAsync(Conference.Id, id, Input.Version, Input.ToSettings(endsAt), User.AccountId(), ct);
        switch (outcome)
        {
            case CodeOutcome.Saved:
                this.Announce(id is null ? "Der Code ist angelegt. Geben Sie ihn oder den Link an die Gruppe weiter." : "Gespeichert.");
                return RedirectToPage(new { id = code!.Id });
            case CodeOutcome.ChangedMeanwhile:
                // The next press saves over the other's edit: the person has been told and can look at it first.
                ModelState.Remove("Input.Version");
                Input.Version = code!.Version;
                ModelState.AddModelError("", "Der Code wurde inzwischen von jemand anderem geändert. Ihre Eingaben stehen noch hier und sind nicht gespeichert; speichern Sie noch einmal, wenn sie gelten sollen.");
                return Page();
            case CodeOutcome.NotFound:
                return NotFound();
            default:
                throw new InvalidOperationException("No such outcome.");
        }
    }

    private async Task<IActionResult?> LoadAsync(Guid? id, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return RedirectToPage("/Organiser/Index");
        Conference = conference;
        ViewData["Contingents"] = await contingents.ListAsync(conference.Id, ct);
        Row = id is null ? null : (await desk.CodesAsync(conference.Id, ct)).FirstOrDefault(r => r.Code.Id == id);
        return id is not null && Row is null ? NotFound() : null;
    }
}

/// <summary>What codes and invitations have to check alike.</summary>
internal static class PlaceTerms
{
    /// <summary>The end as an instant; null: something is wrong with what was typed, and the page says what.</summary>
    public static DateTimeOffset? EndOf(PageModel page, TermsInput input, Conference conference)
    {
        var contingents = (IReadOnlyList<Contingent>)page.ViewData["Contingents"]!;
        if (input.ContingentId is { } chosen && contingents.All(c => c.Id != chosen)) page.ModelState.AddModelError("Input.ContingentId", "Dieses Kontingent gibt es nicht mehr. Bitte wählen Sie ein anderes.");
        if (input.Kind is Kongress.Registrations.AttendeeKind.Assistant) page.ModelState.AddModelError("Input.Kind", "Bitte wählen Sie.");
        if (!page.ModelState.IsValid) return null;
        if (conference.Time.TryInstant(input.EndsAt!.Value, out var endsAt)) return endsAt;
        page.ModelState.AddModelError("Input.EndsAt", "Diese Uhrzeit gibt es an dem Tag nicht: Die Uhren werden vorgestellt.");
        return null;
    }
}
