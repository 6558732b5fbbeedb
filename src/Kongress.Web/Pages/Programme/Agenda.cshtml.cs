using Kongress.Programme.Agendas;
using Kongress.Programme.Releases;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Kongress.Web.Pages.Programme;

/// <summary>"Mein Programm": of the account for whoever is signed in, else of the browser, which asks for its list with <see cref="OnGetListAsync"/>.</summary>
[EnableRateLimiting(RateLimits.Registration)]
public sealed class AgendaModel(AgendaDesk desk, CurrentProgramme current, IOptions<SiteOptions> site, IStringLocalizer<Texts> text) : PageModel
{
    private const string CalendarKey = "AgendaCalendar";
    private const string TakenKey = "AgendaTaken";

    public PublicProgramme? Programme { get; private set; }

    /// <summary>Null: nobody is signed in.</summary>
    public AgendaList? List { get; private set; }

    public bool WantsMail { get; private set; } = true;

    public bool HasCalendar { get; private set; }

    /// <summary>Shown once, when it was made: only its hash is stored.</summary>
    public string? CalendarAddress { get; private set; }

    /// <summary>What the browser kept is in the account now.</summary>
    public bool IsTaken { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    /// <summary>The list of what a browser kept. It sends the codes in a header: addresses end up in the logs of proxies.</summary>
    public async Task<IActionResult> OnGetListAsync([FromHeader(Name = "Kongress-Marks")] string? codes, CancellationToken ct) => await current.FindAsync(ct) is { } programme
        ? Partial("_AgendaList", AgendaList.Of(programme, OwnMarks.Read(programme, codes), withMarks: true))
        : NotFound();

    public async Task<IActionResult> OnPostMarkAsync(string? code, bool isMarked, string? back, CancellationToken ct)
    {
        if (User.Identity?.IsAuthenticated != true) return Challenge();
        if (await current.FindAsync(ct) is { } programme) await desk.MarkAsync(programme.Conference.Id, User.AccountId(), OwnMarks.Read(programme, code), isMarked, ct);
        return LocalRedirect(back.LocalOr(Addresses.Agenda));
    }

    /// <summary>Puts what a browser kept behind a secret link.</summary>
    public async Task<IActionResult> OnPostShareAsync(string? codes, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is { } programme && OwnMarks.Read(programme, codes) is { Count: > 0 } sessions)
        {
            var secret = await desk.ShareAsync(programme.Conference.Id, sessions, ct);
            this.Announce(text["Der Link ist fertig."]);
            return RedirectToPage("AgendaLink", new { secret });
        }

        this.Announce(text["Sie haben noch nichts gemerkt."]);
        return RedirectToPage();
    }

    /// <summary>Takes what a browser kept into the account.</summary>
    public Task<IActionResult> OnPostTakeOverAsync(string? codes, CancellationToken ct) => OnOwnAsync(
        async programme =>
        {
            await desk.MarkAsync(programme.Conference.Id, User.AccountId(), OwnMarks.Read(programme, codes), isMarked: true, ct);
            TempData[TakenKey] = true;
            this.Announce(text["Die Programmpunkte sind jetzt in Ihrem Konto gemerkt."]);
        },
        ct);

    public Task<IActionResult> OnPostMailsAsync(bool wantsMail, CancellationToken ct) => OnOwnAsync(
        async programme =>
        {
            await desk.SetWantsMailAsync(programme.Conference.Id, User.AccountId(), wantsMail, ct);
            this.Announce(wantsMail ? text["Wir schreiben Ihnen, wenn sich etwas ändert."] : text["Sie bekommen keine Nachrichten zu Änderungen."]);
        },
        ct);

    public Task<IActionResult> OnPostCalendarAsync(CancellationToken ct) => OnOwnAsync(
        async programme => TempData[CalendarKey] = await desk.NewCalendarAsync(programme.Conference.Id, User.AccountId(), ct), ct);

    public Task<IActionResult> OnPostRevokeAsync(CancellationToken ct) => OnOwnAsync(
        async programme =>
        {
            await desk.RevokeCalendarAsync(programme.Conference.Id, User.AccountId(), ct);
            this.Announce(text["Die Adresse ist abgeschaltet. Kalender, die sie abonniert haben, bekommen nichts Neues mehr."]);
        },
        ct);

    private async Task<IActionResult> OnOwnAsync(Func<PublicProgramme, Task> work, CancellationToken ct)
    {
        if (User.Identity?.IsAuthenticated != true) return Challenge();
        if (await current.FindAsync(ct) is { } programme) await work(programme);
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Programme = await current.FindAsync(ct);
        if (Programme is null || User.Identity?.IsAuthenticated != true) return;
        var agenda = await desk.OfAccountAsync(Programme.Conference.Id, User.AccountId(), ct);
        List = AgendaList.Of(Programme, agenda?.SessionIds ?? new HashSet<Guid>(), withMarks: true);
        WantsMail = agenda?.WantsMail ?? true;
        HasCalendar = agenda?.CalendarHash is not null;
        if (HasCalendar && TempData[CalendarKey] is string secret) CalendarAddress = AgendaCalendar.AddressOf(site.Value, secret);
        IsTaken = TempData[TakenKey] is true;
    }
}
