using Kongress.Conferences;
using Kongress.Registrations.Invitations;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Registrations;

/// <summary>A link with an invitation code: says whether it is good, and a button puts it into the form.</summary>
[EnableRateLimiting(RateLimits.Links)]
public sealed class CodeModel(CurrentConference current, InvitationDesk desk, WrongCodes wrongCodes, RegistrationDrafts drafts, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    // What is longer or shorter is no code.
    private const int Length = 12;

    public Conference Conference { get; private set; } = null!;

    /// <summary>In groups, as people read it out.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Why the code opens nothing; null: it does.</summary>
    public (string Title, string Text)? Refusal { get; private set; }

    public bool IsOpen => Conference.RegistrationIsOpen(clock.GetUtcNow());

    public bool OpensLater => clock.GetUtcNow() < Conference.RegistrationOpensAt;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct) => await LoadAsync(code, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct)) return NotFound();
        if (Refusal is not null || !IsOpen) return Page();
        var draft = drafts.Open(HttpContext);
        draft.Code = Code;
        // The link that was followed last counts.
        draft.Invitation = null;
        drafts.Keep(HttpContext, draft);
        return RedirectToPage("Register");
    }

    private async Task<bool> LoadAsync(string code, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return false;
        Conference = conference;
        if (wrongCodes.AreTooMany(HttpContext))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Refusal = (text["Von hier kamen zu viele falsche Codes."], text["Bitte öffnen Sie den Link in einer Minute noch einmal."]);
            return true;
        }

        var clean = Secret.Clean(code);
        Code = Secret.Grouped(clean);
        var refusal = clean.Length == Length ? (await desk.TryCodeAsync(conference.Id, clean, ct)).Refusal : EntranceRefusal.CodeUnknown;
        if (refusal is EntranceRefusal.CodeUnknown)
        {
            // What has another length was cut off, and is no attempt.
            if (clean.Length == Length) wrongCodes.Count(HttpContext);
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        Refusal = refusal is EntranceRefusal.None ? null : RegistrationPageTexts.ForLink(text, refusal);
        return true;
    }
}
