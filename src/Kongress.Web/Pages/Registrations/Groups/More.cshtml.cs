using Kongress.Conferences;
using Kongress.Registrations.Groups;
using Kongress.Registrations.Rows;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Registrations.Groups;

/// <summary>The contact of an office adds people to their group later.</summary>
[EnableRateLimiting(RateLimits.Links)]
[RequestSizeLimit(MostSent), RequestFormLimits(MultipartBodyLengthLimit = MostSent)]
public sealed class MoreModel(CurrentConference current, GroupDesk desk, IStringLocalizer<Texts> text, TimeProvider clock) : RowsPage(text, clock)
{
    [BindProperty]
    public RowsInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true), FromRoute(Name = "secret")]
    public string Secret { get; set; } = "";

    public GroupView View { get; private set; } = null!;

    public override RowsInput Table => Input;

    public override int Most => Math.Max(0, Group.MostPeople - View.Members.Count);

    protected override (string Organisation, string? Email) Office => (View.Group.Organisation, View.Group.ContactEmail);

    protected override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        Conference = await current.FindAsync(ct);
        if (Conference is null || await desk.FindAsync(Secret, ct) is not { } view) return NotFound();
        View = view;
        return null;
    }

    protected override async Task<IReadOnlyDictionary<Guid, string>> BeforeAsync(CancellationToken ct)
    {
        if (Registered > 0) await LoadAsync(ct);
        return View.Members.Where(m => !m.HasEnded).ToDictionary(m => m.Member.RowId, m => m.Member.Email);
    }

    protected override Task<GroupResult> RegisterAsync(IReadOnlyList<TypedRow> rows, CancellationToken ct) => desk.AddAsync(Secret, rows, ct);

    protected override IActionResult Submitted(int people, bool placesAreGone)
    {
        var done = people == 1 ? Text["1 Person ist eingetragen."] : Text["{0} Personen sind eingetragen.", people];
        this.Announce(placesAreGone ? $"{done} {Text["Zurzeit sind nicht mehr für alle Plätze frei: Wer keinen hat, steht nach der Bestätigung auf der Warteliste."]}" : $"{done} {Text["Jede bekommt eine eigene Nachricht und bestätigt selbst."]}");
        return RedirectToPage("People", new { secret = Secret });
    }
}
