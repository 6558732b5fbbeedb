using Kongress.Registrations.Imports;
using Kongress.Registrations.Rows;
using Kongress.Shared;
using Kongress.Web.Pages.Registrations.Groups;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Organiser.Registrations.Imports;

/// <summary>Words of the report about a list of people.</summary>
internal static class AttendeeImportTexts
{
    public static (string Kind, string Word) Of(AttendeeLineKind kind) => kind switch
    {
        AttendeeLineKind.New => ("success", "Neu"),
        AttendeeLineKind.Changed => ("warning", "Geändert"),
        AttendeeLineKind.Unchanged => ("info", "Unverändert"),
        AttendeeLineKind.Linked => ("info", "Schon angemeldet"),
        AttendeeLineKind.Faulty => ("danger", "Mit Fehlern"),
    };

    /// <summary>How a kind of row stands in the address of the report.</summary>
    public static string KeyOf(AttendeeLineKind kind) => kind switch
    {
        AttendeeLineKind.New => "neu",
        AttendeeLineKind.Changed => "geaendert",
        AttendeeLineKind.Unchanged => "unveraendert",
        AttendeeLineKind.Linked => "angemeldet",
        AttendeeLineKind.Faulty => "fehler",
    };

    /// <summary>Null: all rows.</summary>
    public static AttendeeLineKind? KindOf(string? key) => Enum.GetValues<AttendeeLineKind>().Where(kind => KeyOf(kind) == key).Select(kind => (AttendeeLineKind?)kind).FirstOrDefault();

    public static string? For(AttendeeLineNote note) => note switch
    {
        AttendeeLineNote.None => null,
        AttendeeLineNote.Ended => "Die Anmeldung zu dieser Referenz ist beendet und bleibt es.",
        AttendeeLineNote.OtherAddress => "Zu dieser Referenz gehört eine andere E-Mail-Adresse.",
        AttendeeLineNote.OtherKind => "Als was die Person kommt, bleibt, wie es ist: „Kommt als“ gilt nur für neue Personen.",
        AttendeeLineNote.CompanyWithoutStand => "Aus einem Unternehmen kann nur sein, wer als „Ausstellung“ kommt.",
    };

    /// <summary>Field by field: what was and what will be.</summary>
    public static IEnumerable<string> Changes(IStringLocalizer<Texts> text, AttendeeLine line)
    {
        if (line.Before is not { } before || line.After is not { } after) yield break;
        foreach (var (field, from, to) in new (RowField, string?, string?)[]
        {
            (RowField.Title, before.Person.Title, after.Person.Title),
            (RowField.GivenName, before.Person.GivenName, after.Person.GivenName),
            (RowField.FamilyName, before.Person.FamilyName, after.Person.FamilyName),
            (RowField.Organisation, before.Person.Organisation, after.Person.Organisation),
            (RowField.Function, before.Person.Function, after.Person.Function),
            (RowField.Level, before.Person.Level.Name(), after.Person.Level.Name()),
            (RowField.Land, before.Person.Land?.Name(), after.Person.Land?.Name()),
            (RowField.Days, OrganiserTexts.Parts(before.Days), OrganiserTexts.Parts(after.Days)),
        })
        {
            if (from == to) continue;
            yield return $"{RowTexts.Name(text, field)}: " + (from is null ? $"neu „{to}“" : to is null ? $"„{from}“ entfällt" : $"„{from}“ wird „{to}“");
        }
    }

    /// <summary>What happens on the press of the button.</summary>
    public static string Before(AttendeeReport report)
    {
        var sentences = new List<string>();
        if (report.Count(AttendeeLineKind.Faulty) is > 0 and var faulty) sentences.Add(faulty == 1 ? "Die Zeile mit einem Fehler wird ausgelassen." : $"Die {faulty} Zeilen mit Fehlern werden ausgelassen.");
        sentences.Add(report.Count(AttendeeLineKind.New) switch { 0 => "Niemand wird angeschrieben.", 1 => "1 Person wird sofort angeschrieben.", var n => $"{n} Personen werden sofort angeschrieben." });
        if (report.Lines.Count >= 100) sentences.Add("Es kann eine Minute dauern; Sie können die Seite so lange verlassen.");
        return string.Join(' ', sentences);
    }

    /// <summary>What has happened.</summary>
    public static string Done(AttendeeReport report)
    {
        var sentences = new List<string>();
        if (report.Count(AttendeeLineKind.New) is > 0 and var fresh) sentences.Add(fresh == 1 ? "1 Person ist neu eingetragen und wird angeschrieben." : $"{fresh} Personen sind neu eingetragen und werden angeschrieben.");
        if (report.Count(AttendeeLineKind.Changed) is > 0 and var changed) sentences.Add(changed == 1 ? "Bei 1 Person haben wir die Angaben geändert." : $"Bei {changed} Personen haben wir die Angaben geändert.");
        if (report.Count(AttendeeLineKind.Linked) is > 0 and var linked) sentences.Add(linked == 1 ? "1 Person war schon angemeldet." : $"{linked} Personen waren schon angemeldet.");
        if (sentences.Count == 0) sentences.Add("In der Datei stand nichts, was nicht schon da ist. Es hat sich nichts geändert.");
        return string.Join(' ', sentences);
    }
}
