using Kongress.Registrations.Imports;

namespace Kongress.Web.Pages.Organiser.Registrations;

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

    public static string? For(AttendeeLineNote note) => note switch
    {
        AttendeeLineNote.None => null,
        AttendeeLineNote.Ended => "Die Anmeldung zu dieser Referenz ist beendet und bleibt es.",
        AttendeeLineNote.OtherAddress => "Zu dieser Referenz gehört eine andere E-Mail-Adresse.",
    };

    public static string Done(AttendeeReport report)
    {
        var parts = new[] { AttendeeLineKind.New, AttendeeLineKind.Changed, AttendeeLineKind.Linked, AttendeeLineKind.Faulty }
            .Select(kind => (Word: Of(kind).Word.ToLowerInvariant(), Count: report.Count(kind))).Where(p => p.Count > 0).Select(p => $"{p.Count} {p.Word}");
        return string.Join(", ", parts) is { Length: > 0 } text ? $"Eingelesen: {text}." : "In der Datei stand nichts, was nicht schon da ist. Es hat sich nichts geändert.";
    }
}
