using System.Globalization;
using Kongress.Conferences;
using Kongress.Shared;

namespace Kongress.Registrations.Rows;

/// <summary>Finds what is wrong with the rows of a table of people. Looks at the rows alone: whether an address is registered already is told to nobody.</summary>
public static class RowCheck
{
    private static readonly string[] Companies = ["UNTERNEHMEN", "FIRMA", "WIRTSCHAFT", "BERATUNG", "COMPANY"];

    /// <summary>The rows of an office: all work where the contact works, and their addresses show it.</summary>
    /// <remarks>An address must have the contact's domain, one above or below it, or an admitted one: so nobody brings a company in through an office.</remarks>
    public static IReadOnlyList<CheckedRow> OfOffice(Conference conference, IEnumerable<TypedRow> rows, Person contact, string contactEmail) => All(rows, (row, problems, email) =>
    {
        if (email.Length > 0 && !conference.AdmitsAtOnce(email) && !IsRelated(MailDomain.Of(email), MailDomain.Of(contactEmail.Trim()))) problems.Add(new(RowField.Email, RowFault.ForeignDomain));
        return (contact.Organisation, contact.Level, contact.Land, null);
    });

    /// <summary>The rows of an import: each says where the person works and carries a reference of its own.</summary>
    public static IReadOnlyList<CheckedRow> OfImport(IEnumerable<TypedRow> rows)
    {
        // Databases differ in whether "a-1" and "A-1" are the same.
        var references = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        return All(rows, (row, problems, _) =>
        {
            var reference = Line(row.Reference, RowField.Reference, Din91379Type.C, 60, problems, required: true);
            if (reference is not null && !references.TryAdd(reference, row.Line)) problems.Add(new(RowField.Reference, RowFault.ReferenceTwice, Number(references[reference])));
            var organisation = Line(row.Organisation, RowField.Organisation, Din91379Type.C, 200, problems, required: true);
            var kind = KindOf(row.Kind, problems);
            var level = LevelOf(row.Level, kind, problems);
            return (organisation ?? "", level, LandOf(row.Land, level, problems), kind);
        });
    }

    private static List<CheckedRow> All(IEnumerable<TypedRow> rows, Func<TypedRow, List<RowProblem>, string, (string Organisation, AdministrativeLevel Level, Land? Land, AttendeeKind? Kind)> where)
    {
        var addresses = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = new List<CheckedRow>();
        foreach (var (index, row) in rows.Index())
        {
            var problems = new List<RowProblem>();
            var title = Line(row.Title, RowField.Title, Din91379Type.B, 60, problems);
            var given = Line(row.GivenName, RowField.GivenName, Din91379Type.A, Person.NameLength, problems, required: true);
            var family = Line(row.FamilyName, RowField.FamilyName, Din91379Type.A, Person.NameLength, problems, required: true);
            var function = Line(row.Function, RowField.Function, Din91379Type.B, 120, problems);
            var email = EmailOf(row.Email, row.Line > 0 ? row.Line : index + 1, addresses, problems);
            if (row.UnclearAnswer is { } unclear) problems.Add(new(RowField.Days, RowFault.UnclearAnswer, Short(unclear)));
            else if (!row.Day1 && !row.Day2 && !row.Evening) problems.Add(new(RowField.Days, RowFault.NoPart));
            var (organisation, level, land, kind) = where(row, problems, email);
            var person = problems.Count > 0 ? null : new Person { Title = title, GivenName = given!, FamilyName = family!, Function = function, Organisation = organisation, Level = level, Land = level.BelongsToALand() ? land : null };
            result.Add(new CheckedRow(row, problems, person, problems.Count > 0 ? "" : email, kind));
        }

        return result;
    }

    private static string EmailOf(string? typed, int number, Dictionary<string, int> addresses, List<RowProblem> problems)
    {
        var email = (typed ?? "").Trim().ToLowerInvariant();
        if (email.Length == 0) problems.Add(new(RowField.Email, RowFault.Missing));
        else if (!MailAddressAttribute.IsMailAddress(email)) problems.Add(new(RowField.Email, RowFault.NoMailAddress));
        else if (!addresses.TryAdd(email, number)) problems.Add(new(RowField.Email, RowFault.TwiceInTheList, Number(addresses[email])));
        else return email;
        return "";
    }

    private static string? Line(string? typed, RowField field, Din91379Type type, int longest, List<RowProblem> problems, bool required = false)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            if (required) problems.Add(new(field, RowFault.Missing));
            return null;
        }

        // Normalising takes quadratic time where somebody piles up accents.
        var result = typed.Length > longest * 4 ? null : Din91379.Check(typed, type);
        if (result is null || result is { IsAllowed: true } && result.Value.Length > longest) problems.Add(new(field, RowFault.TooLong, Number(longest)));
        else if (!result.IsAllowed) problems.Add(new(field, result.IsInvisibleCharacter ? RowFault.Invisible : type is Din91379Type.A ? RowFault.NotInNames : RowFault.NotInLines, result.Offending));
        return result is { IsAllowed: true } ? result.Value : null;
    }

    private static AdministrativeLevel LevelOf(string? typed, AttendeeKind? kind, List<RowProblem> problems)
    {
        var key = Key(typed);
        // An exhibitor is the only one who may come from a company.
        if (key.Length == 0) problems.Add(new(RowField.Level, RowFault.Missing));
        else if (Companies.Contains(key) && kind is AttendeeKind.Exhibitor) return AdministrativeLevel.Unternehmen;
        else if (Companies.Contains(key)) problems.Add(new(RowField.Level, RowFault.Company));
        else if (Enum.GetValues<AdministrativeLevel>().Where(l => l is not AdministrativeLevel.Unternehmen && key == Key(l.Name()) || key == Key(l.ToString())).Select(l => (AdministrativeLevel?)l).FirstOrDefault() is { } level) return level;
        else problems.Add(new(RowField.Level, RowFault.Unknown, Short(typed!)));
        return default;
    }

    private static AttendeeKind? KindOf(string? typed, List<RowProblem> problems)
    {
        var key = Key(typed);
        if (key.Length == 0) return null;
        var found = Enum.GetValues<AttendeeKind>().Where(k => key == Key(k.Name()) || key == Key(k.ToString())).Select(k => (AttendeeKind?)k).FirstOrDefault();
        if (found is null) problems.Add(new(RowField.Kind, RowFault.Unknown, Short(typed!)));
        else if (found is AttendeeKind.Assistant) problems.Add(new(RowField.Kind, RowFault.Assistant));
        return found;
    }

    private static Land? LandOf(string? typed, AdministrativeLevel level, List<RowProblem> problems)
    {
        var key = Key(typed);
        if (key.Length == 0)
        {
            if (level.BelongsToALand() && !problems.Exists(p => p.Field is RowField.Level)) problems.Add(new(RowField.Land, RowFault.Missing));
            return null;
        }

        if (Enum.GetValues<Land>().Where(l => key == Key(l.Name()) || key == Key(l.ToString())).Select(l => (Land?)l).FirstOrDefault() is { } land) return land;
        problems.Add(new(RowField.Land, RowFault.Unknown, Short(typed!)));
        return null;
    }

    /// <summary>How two spellings of a word are held against each other: letters and figures only.</summary>
    internal static string Key(string? word) => string.IsNullOrWhiteSpace(word) || word.Length > 200 ? "" : string.Concat(SearchForm.Of(word).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));

    private static bool IsRelated(string one, string other) =>
        MailDomain.IsWithin(one, other) || (MailDomain.IsWithin(other, one) && one.Contains('.', StringComparison.Ordinal));

    private static string Short(string text) => text.Trim() is { Length: > 40 } ? text.Trim()[..40] + "…" : text.Trim();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
