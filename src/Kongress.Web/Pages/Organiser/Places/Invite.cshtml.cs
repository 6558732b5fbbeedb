using Kongress.Conferences;
using Kongress.Registrations.Contingents;
using Kongress.Registrations.Invitations;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Places;

/// <summary>Invites addresses by mail.</summary>
public sealed class InviteModel(CurrentConference current, InvitationDesk desk, ContingentDesk contingents, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InviteInput Input { get; set; } = new();

    public Conference Conference { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return RedirectToPage("/Organiser/Index");
        Input.EndsAt = Conference.Time.Local(Conference.RegistrationClosesAt);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return RedirectToPage("/Organiser/Index");
        var wrong = Input.Lines.Where(line => !MailAddressAttribute.IsMailAddress(line)).ToList();
        if (wrong.Count > 0) ModelState.AddModelError("Input.Addresses", $"{(wrong.Count == 1 ? "Das ist keine E-Mail-Adresse" : "Das sind keine E-Mail-Adressen")}: {string.Join(", ", wrong.Take(3).Select(w => $"„{(w.Length > 80 ? w[..80] + "…" : w)}“"))}{(wrong.Count > 3 ? $" und {wrong.Count - 3} weitere" : "")}. Es wurde noch niemand eingeladen.");
        if (Input.Lines.Count > InvitationDesk.MostAtOnce) ModelState.AddModelError("Input.Addresses", $"Das sind {Input.Lines.Count:N0} Adressen. Bitte laden Sie höchstens {InvitationDesk.MostAtOnce} auf einmal ein.");
        if (PlaceTerms.EndOf(this, Input, Conference) is not { } endsAt) return Page();
        if (endsAt <= clock.GetUtcNow())
        {
            ModelState.AddModelError("Input.EndsAt", "Dieser Zeitpunkt ist schon vorbei.");
            return Page();
        }

        var result = await desk.InviteAsync(Conference.Id, Input.Lines, new InvitationTerms(Input.ContingentId, Input.Kind!.Value, endsAt, Input.Language!), User.AccountId(), ct);
        this.Announce(PlaceTexts.Of(result));
        return RedirectToPage("Invitations");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return false;
        Conference = conference;
        ViewData["Contingents"] = await contingents.ListAsync(conference.Id, ct);
        return true;
    }
}
