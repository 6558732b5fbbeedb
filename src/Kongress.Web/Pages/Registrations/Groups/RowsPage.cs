using System.Globalization;
using Kongress.Conferences;
using Kongress.Registrations.Groups;
using Kongress.Registrations.Rows;
using Kongress.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Registrations.Groups;

/// <param name="Errors">By the name of the field.</param>
/// <param name="IsGood">Checked and without faults.</param>
public sealed record GroupRowView(int Index, RowInput Row, IReadOnlyDictionary<string, string> Errors, bool IsGood);

/// <summary>A page with a table of people of an office: typed or read from a file, each row's faults shown in place, the good ones registered.</summary>
/// <remarks>More may be sent than is taken, so that a file that is too large gets an answer instead of a broken connection.</remarks>
public abstract class RowsPage(IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    protected const long MostSent = 20 * 1024 * 1024;
    private IReadOnlyList<CheckedRow> checkedRows = [];
    private IReadOnlyDictionary<Guid, string> before = new Dictionary<Guid, string>();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>Invisible to people; who fills it in is a machine and gets the same answer as everybody.</summary>
    [BindProperty]
    public string? Website { get; set; }

    public Conference? Conference { get; protected set; }

    public bool IsOpen => Conference?.RegistrationIsOpen(clock.GetUtcNow()) ?? false;

    /// <summary>Rows without faults, as far as they were checked.</summary>
    public int Good => checkedRows.Count(r => r.IsGood && !r.Row.IsBlank);

    public int Faulty => checkedRows.Count(r => !r.IsGood);

    /// <summary>How many were registered just now, while others have faults.</summary>
    public int Registered { get; private set; }

    /// <summary>What was typed, under "Input" on every such page.</summary>
    public abstract RowsInput Table { get; }

    /// <summary>How many rows fit in.</summary>
    public virtual int Most => Group.MostPeople;

    /// <summary>Where the people work, and the address whose domain theirs must have; without an address no domain is foreign yet.</summary>
    protected abstract (string Organisation, string? Email) Office { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } missing) return missing;
        Table.AddRows(RowsInput.SomeRows, Most);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await StartAsync(ct) is { } missing) return missing;
        Check();
        return Page();
    }

    /// <summary>Five rows more, nothing checked.</summary>
    public async Task<IActionResult> OnPostMoreAsync(CancellationToken ct)
    {
        if (await StartAsync(ct) is { } missing) return missing;
        ForgetErrors();
        Table.AddRows(RowsInput.SomeRows, Most);
        return Page();
    }

    /// <summary>The people of a file follow the rows that are filled in, and all are checked.</summary>
    public async Task<IActionResult> OnPostUploadAsync(CancellationToken ct)
    {
        if (await StartAsync(ct) is { } missing) return missing;
        ForgetErrors();
        if (Upload is not { Length: > 0 } file) return Refuse(text["Bitte wählen Sie eine Datei."]);
        if (file.Length > PersonSheet.MostBytes) return Refuse(RowTexts.For(text, SheetRefusal.TooLarge, Most));
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, ct);
        var sheet = PersonSheet.Read(content.ToArray(), Most);
        if (sheet.Refusal is { } refusal) return Refuse(RowTexts.For(text, refusal, Most));
        var typed = Table.Rows.Where(r => !r.ToRow().IsBlank).ToList();
        if (typed.Count + sheet.Rows.Count > Most) return Refuse(RowTexts.For(text, SheetRefusal.TooManyRows, Most));
        ForgetRows();
        Table.Rows = [.. typed, .. sheet.Rows.Select(RowInput.From)];
        CheckRows([.. typed.Select(r => r.ToRow()), .. sheet.Rows.Select(r => r with { Line = 0 })]);
        return Page();
    }

    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken ct)
    {
        if (await StartAsync(ct) is { } missing) return missing;
        Check();
        if (!IsOpen || OthersAreWrong || Good == 0) return Page();
        if (!string.IsNullOrEmpty(Website)) return Submitted(Good, false);

        var result = await RegisterAsync([.. Table.Rows.Select(r => r.ToRow())], ct);
        switch (result.Outcome)
        {
            case GroupOutcome.Registered when Faulty == 0:
                return Submitted(Good, result.PlacesAreGone);
            case GroupOutcome.Registered:
                Registered = Good;
                // What is registered leaves the table; the rest moves up and is checked again.
                var left = Table.Rows.Zip(checkedRows).Where(r => !r.Second.IsGood).Select(r => r.First).ToList();
                ForgetErrors();
                ForgetRows();
                before = await BeforeAsync(ct);
                Table.Rows = left;
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
                return RedirectToPage("/Registrations/Register");
            case GroupOutcome.ContactIsFixed:
                ModelState.AddModelError("Input.Email", text["Die Ansprechperson steht fest und lässt sich hier nicht mehr ändern. Bitte öffnen Sie die Seite neu und melden Sie die übrigen in einer zweiten Gruppe an."]);
                return Page();
            case GroupOutcome.UnknownLink:
                return NotFound();
            default:
                throw new InvalidOperationException($"No outcome: {result.Outcome}.");
        }
    }

    public GroupRowView RowAt(int index)
    {
        var prefix = Key(index, "");
        var errors = ModelState.Where(e => e.Key.StartsWith(prefix, StringComparison.Ordinal) && e.Value!.Errors.Count > 0)
            .ToDictionary(e => e.Key[prefix.Length..], e => e.Value!.Errors[0].ErrorMessage is { Length: > 0 } message ? message : text["Bitte prüfen Sie diese Angabe."].Value);
        var row = Table.Rows[index];
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

    /// <summary>Loads what the page is about, also before a form is judged; an answer where there is nothing.</summary>
    protected abstract Task<IActionResult?> LoadAsync(CancellationToken ct);

    protected IStringLocalizer<Texts> Text => text;

    protected TimeProvider Clock => clock;

    /// <summary>Whom the sender has registered in this group before, by row.</summary>
    protected abstract Task<IReadOnlyDictionary<Guid, string>> BeforeAsync(CancellationToken ct);

    protected abstract Task<GroupResult> RegisterAsync(IReadOnlyList<TypedRow> rows, CancellationToken ct);

    protected abstract IActionResult Submitted(int people, bool placesAreGone);

    // Errors of other fields stand under them; those of the table are not among them.
    private bool OthersAreWrong => ModelState.Any(e => e.Value!.Errors.Count > 0 && !e.Key.StartsWith("Input.Rows", StringComparison.Ordinal));

    private async Task<IActionResult?> StartAsync(CancellationToken ct)
    {
        Table.Mend();
        if (await LoadAsync(ct) is { } missing) return missing;
        before = await BeforeAsync(ct);
        foreach (var key in ModelState.Keys.Where(k => k == "Input.SubmissionId" || k.EndsWith("].Id", StringComparison.Ordinal)).ToList()) ModelState.Remove(key);
        return null;
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
        CheckRows([.. Table.Rows.Select(r => r.ToRow())]);
        if (Conference is not null && checkedRows.All(r => r.Row.IsBlank)) ModelState.AddModelError(Table.Rows.Count == 0 ? "" : Key(0, "GivenName"), text["Bitte tragen Sie mindestens eine Person ein."]);
        if (Table.Rows.Count == 0) Table.AddRows(RowsInput.SomeRows, Most);
    }

    private void CheckRows(IReadOnlyList<TypedRow> rows)
    {
        if (Conference is null) return;
        var (organisation, address) = Office;
        var contact = new Kongress.Registrations.Person { Organisation = organisation };
        var email = MailAddressAttribute.IsMailAddress(address) ? address! : "";
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
        if (Table.Rows.Count == 0) Table.AddRows(RowsInput.SomeRows, Most);
        return Page();
    }
}
