using System.Text;
using Kongress.Conferences;
using Kongress.Registrations.Groups;
using Kongress.Registrations.Rows;
using Kongress.Shared;
using Kongress.Shared.Tables;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Registrations.Groups;

/// <summary>An office registers several people: a table that grows, or a file; a look at each row's faults; then the good ones are registered.</summary>
[EnableRateLimiting(RateLimits.Registration)]
[RequestSizeLimit(MostSent), RequestFormLimits(MultipartBodyLengthLimit = MostSent)]
public sealed class NewModel(CurrentConference current, GroupDesk desk, Organisations organisations, IStringLocalizer<Texts> text, TimeProvider clock) : RowsPage(text, clock)
{
    [BindProperty]
    public GroupInput Input { get; set; } = new();

    public IReadOnlyList<string> Suggestions => organisations.Known;

    public override RowsInput Table => Input;

    protected override (string Organisation, string? Email) Office => (Input.Person.Organisation ?? "", Input.Email);

    /// <summary>The columns as we read them, for office programs.</summary>
    public IActionResult OnGetTemplate() =>
        File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(string.Join(';', PersonSheet.GroupHeadings) + "\r\n")).ToArray(), CsvSheet.MediaType, "sammelanmeldung.csv");

    protected override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        Conference = await current.FindAsync(ct);
        await organisations.RefreshAsync(ct);
        if (Input.SubmissionId == Guid.Empty) Input.Mend();
        return null;
    }

    protected override async Task<IReadOnlyDictionary<Guid, string>> BeforeAsync(CancellationToken ct) => await desk.AddressesAsync(Input.SubmissionId, ct);

    protected override Task<GroupResult> RegisterAsync(IReadOnlyList<TypedRow> rows, CancellationToken ct) =>
        desk.SubmitAsync(Conference!, new GroupSubmission(Input.SubmissionId, Input.Email!, Input.Person.ToPerson(), rows, Language.Current), ct);

    protected override IActionResult Submitted(int people, bool placesAreGone)
    {
        TempData[SubmittedModel.EmailKey] = Input.Email;
        TempData[SubmittedModel.PeopleKey] = people;
        TempData[SubmittedModel.WaitingKey] = placesAreGone;
        TempData[SubmittedModel.SubmittedKey] = Clock.GetUtcNow().UtcDateTime;
        return RedirectToPage("Submitted");
    }
}
