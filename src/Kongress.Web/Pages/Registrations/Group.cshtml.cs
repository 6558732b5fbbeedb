using System.Globalization;
using System.Text;
using Kongress.Conferences;
using Kongress.Registrations.Groups;
using Kongress.Registrations.Rows;
using Kongress.Shared;
using Kongress.Shared.Tables;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Registrations;

/// <param name="Errors">By the name of the field.</param>
/// <param name="IsGood">Checked and without faults.</param>
public sealed record GroupRowView(int Index, RowInput Row, IReadOnlyDictionary<string, string> Errors, bool IsGood);

/// <summary>An office registers several people: a table that grows, or a file; a look at each row's faults; then the good ones are registered.</summary>
/// <remarks>More may be sent than is taken, so that a file that is too large gets an answer instead of a broken connection.</remarks>
[EnableRateLimiting(RateLimits.Registration)]
[RequestSizeLimit(MostSent), RequestFormLimits(MultipartBodyLengthLimit = MostSent)]
public sealed class GroupModel(CurrentConference current, GroupDesk desk, Organisations organisations, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    private const long MostSent = 20 * 1024 * 1024;
    private IReadOnlyList<CheckedRow> checkedRows = [];
    private Dictionary<Guid, string> before = [];

    [BindProperty]
    public GroupInput Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>Invisible to people; who fills it in is a machine and gets the same answer as everybody.</summary>
    [BindProperty]
    public string? Website { get; set; }

    public Conference? Conference { get; private set; }

    public IReadOnlyList<string> Suggestions => organisations.Known;

    public bool IsOpen => Conference?.RegistrationIsOpen(clock.GetUtcNow()) ?? false;

    /// <summary>Rows without faults, as far as they were checked.</summary>
    public int Good => checkedRows.Count(r => r.IsGood && !r.Row.IsBlank);

    public int Faulty => checkedRows.Count(r => !r.IsGood);

    /// <summary>How many were registered just now, while others have faults.</summary>
    public int Registered { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input.AddRows(GroupInput.SomeRows);
    }

    /// <summary>The columns as we read them, for office programs.</summary>
    public IActionResult OnGetTemplate() =>
        File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(string.Join(';', PersonSheet.GroupHeadings) + "\r\n")).ToArray(), CsvSheet.MediaType, "sammelanmeldung.csv");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Check();
        return Page();
    }

    /// <summary>Five rows more, nothing checked.</summary>
    public async Task<IActionResult> OnPostMoreAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        ForgetErrors();
        Input.AddRows(GroupInput.SomeRows);
        return Page();
    }

    /// <summary>The people of a file follow the rows that are filled in, and all are checked.</summary>
    public async Task<IActionResult> OnPostUploadAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        ForgetErrors();
        if (Upload is not { Length: > 0 } file) return Refuse(text["Bitte wählen Sie eine Datei."]);
        if (file.Length > PersonSheet.MostBytes) return Refuse(RowTexts.For(text, SheetRefusal.TooLarge, Group.MostPeople));
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, ct);
        var sheet = PersonSheet.Read(content.ToArray(), Group.MostPeople);
        if (sheet.Refusal is { } refusal) return Refuse(RowTexts.For(text, refusal, Group.MostPeople));
        var typed = Input.Rows.Where(r => !r.ToRow().IsBlank).ToList();
        if (typed.Count + sheet.Rows.Count > Group.MostPeople) return Refuse(RowTexts.For(text, SheetRefusal.TooManyRows, Group.MostPeople));
        ForgetRows();
        Input.Rows = [.. typed, .. sheet.Rows.Select(RowInput.From)];
        CheckRows([.. typed.Select(r => r.ToRow()), .. sheet.Rows.Select(r => r with { Line = 0 })]);
        return Page();
    }

    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Check();
        if (!IsOpen || ContactIsWrong || Good == 0) return Page();
        if (!string.IsNullOrEmpty(Website)) return Submitted(Good, false);

        var result = await desk.SubmitAsync(Conference!, new GroupSubmission(Input.SubmissionId, Input.Email!, Input.Person.ToPerson(), [.. Input.Rows.Select(r => r.ToRow())], Language.Current), ct);
        switch (result.Outcome)
        {
            case GroupOutcome.Registered when Faulty == 0:
                return Submitted(Good, result.PlacesAreGone);
            case GroupOutcome.Registered:
                Registered = Good;
                // What is registered leaves the table; the rest moves up and is checked again.
                var left = Input.Rows.Zip(checkedRows).Where(r => !r.Second.IsGood).Select(r => r.First).ToList();
                ForgetErrors();
                ForgetRows();
                before = await desk.AddressesAsync(Input.SubmissionId, ct);
                Input.Rows = left;
                CheckRows([.. left.Select(r => r.ToRow())]);
                return Page();
            case GroupOutcome.TooMany:
                ModelState.AddModelError("", text["Zusammen sind das mehr als {0} Personen. Bitte melden Sie die übrigen in einer zweiten Gruppe an.", Group.MostPeople]);
                return Page();
            case GroupOutcome.NobodyGood:
                ModelState.AddModelError("", text["Keine der Zeilen ist fehlerfrei. Bitte prüfen Sie noch einmal."]);
                return Page();
            case GroupOutcome.NotOpenYet:
            case GroupOutcome.Closed:
                return RedirectToPage("Register");
            default:
                throw new InvalidOperationException($"No outcome: {result.Outcome}.");
        }
    }

    public GroupRowView RowAt(int index)
    {
        var prefix = Key(index, "");
        var errors = ModelState.Where(e => e.Key.StartsWith(prefix, StringComparison.Ordinal) && e.Value!.Errors.Count > 0)
            .ToDictionary(e => e.Key[prefix.Length..], e => e.Value!.Errors[0].ErrorMessage is { Length: > 0 } message ? message : text["Bitte prüfen Sie diese Angabe."].Value);
        var row = Input.Rows[index];
        // As typed, not as it would be stored.
        string? Typed(string field, string? value) => ModelState.TryGetValue(prefix + field, out var entry) && entry.AttemptedValue is { } typed ? typed : value;
        var shown = new RowInput
        {
            Id = row.Id,
            Title = Typed("Title", row.Title),
            GivenName = Typed("GivenName", row.GivenName),
            FamilyName = Typed("FamilyName", row.FamilyName),
            Email = Typed("Email", row.Email),
            Function = Typed("Function", row.Function),
            Day1 = row.Day1,
            Day2 = row.Day2,
            Evening = row.Evening,
        };
        return new GroupRowView(index, shown, errors, index < checkedRows.Count && checkedRows[index] is { IsGood: true, Row.IsBlank: false });
    }

    // Errors of the contact stand under their fields; those of the table are not among them.
    private bool ContactIsWrong => ModelState.Any(e => e.Value!.Errors.Count > 0 && !e.Key.StartsWith("Input.Rows", StringComparison.Ordinal));

    private async Task LoadAsync(CancellationToken ct)
    {
        Conference = await current.FindAsync(ct);
        await organisations.RefreshAsync(ct);
        Input.Mend();
        before = await desk.AddressesAsync(Input.SubmissionId, ct);
        foreach (var key in ModelState.Keys.Where(k => k == "Input.SubmissionId" || k.EndsWith("].Id", StringComparison.Ordinal)).ToList()) ModelState.Remove(key);
    }

    // What was typed stays, what was found wrong with it goes.
    private void ForgetErrors()
    {
        foreach (var entry in ModelState.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Unvalidated;
        }
    }

    // The rows move to other places.
    private void ForgetRows()
    {
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith("Input.Rows", StringComparison.Ordinal)).ToList()) ModelState.Remove(key);
    }

    private void Check()
    {
        CheckRows([.. Input.Rows.Select(r => r.ToRow())]);
        if (Conference is not null && checkedRows.All(r => r.Row.IsBlank)) ModelState.AddModelError(Input.Rows.Count == 0 ? "" : Key(0, "GivenName"), text["Bitte tragen Sie mindestens eine Person ein."]);
        if (Input.Rows.Count == 0) Input.AddRows(GroupInput.SomeRows);
    }

    private void CheckRows(IReadOnlyList<TypedRow> rows)
    {
        if (Conference is null) return;
        var contact = new Kongress.Registrations.Person { Organisation = Input.Person.Organisation ?? "" };
        var email = MailAddressAttribute.IsMailAddress(Input.Email) ? Input.Email! : "";
        // Without the contact's own address no domain is foreign yet.
        checkedRows = [.. RowCheck.OfOffice(Conference, rows, contact, email).Select(r => r.Row.IsBlank ? r with { Problems = [] } : email.Length == 0 ? r with { Problems = [.. r.Problems.Where(p => p.Fault is not RowFault.ForeignDomain)] } : r)];
        checkedRows = [.. checkedRows.Select(r => r.IsGood && before.Any(b => b.Key != r.Row.Id && b.Value == r.Email) ? r with { Problems = [new RowProblem(RowField.Email, RowFault.AlreadyInGroup)] } : r)];
        foreach (var (index, row) in checkedRows.Index())
        {
            foreach (var problem in row.Problems)
            {
                var message = text["Zeile {0}: {1}", (index + 1).ToString(CultureInfo.InvariantCulture), RowTexts.For(text, problem)].Value;
                ModelState.AddModelError(Key(index, problem.Field is RowField.Days ? "Day1" : problem.Field.ToString()), message);
            }
        }
    }

    private static string Key(int index, string field) => string.Create(CultureInfo.InvariantCulture, $"Input.Rows[{index}].{field}");

    private PageResult Refuse(string sentence)
    {
        ModelState.AddModelError("Upload", sentence);
        if (Input.Rows.Count == 0) Input.AddRows(GroupInput.SomeRows);
        return Page();
    }

    private RedirectToPageResult Submitted(int people, bool placesAreGone)
    {
        TempData[GroupSubmittedModel.EmailKey] = Input.Email;
        TempData[GroupSubmittedModel.PeopleKey] = people;
        TempData[GroupSubmittedModel.WaitingKey] = placesAreGone;
        return RedirectToPage("GroupSubmitted");
    }
}
