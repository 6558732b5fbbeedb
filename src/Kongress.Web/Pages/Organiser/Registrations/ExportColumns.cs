using Kongress.Dashboard;
using Kongress.Shared;

namespace Kongress.Web.Pages.Organiser.Registrations;

/// <summary>The columns of both exports. Values are text, whole numbers or local times of the venue.</summary>
internal static class ExportColumns
{
    public sealed record Column(string Heading, int Width, Func<ExportRow, ConferenceTime, object?> Value);

    public static readonly IReadOnlyList<Column> All =
    [
        new("Nummer", 12, (r, _) => r.Code),
        new("Titel", 12, (r, _) => r.Title),
        new("Vorname", 20, (r, _) => r.GivenName),
        new("Nachname", 24, (r, _) => r.FamilyName),
        new("E-Mail-Adresse", 36, (r, _) => r.Email),
        new("Organisation", 40, (r, _) => r.Organisation),
        new("Referat", 20, (r, _) => r.Unit),
        new("Funktion", 24, (r, _) => r.Function),
        new("Verwaltungsebene", 24, (r, _) => r.Level.Name()),
        new("Land", 24, (r, _) => r.Land?.Name()),
        new("Stand", 20, (r, _) => OrganiserTexts.Status(r.Status).Word),
        new("Hat einen Platz", 14, (r, _) => YesNo(r.HoldsPlace)),
        new("Tag 1", 8, (r, _) => YesNo(r.Attendance.Day1)),
        new("Tag 2", 8, (r, _) => YesNo(r.Attendance.Day2)),
        new("Abend", 8, (r, _) => YesNo(r.Attendance.Evening)),
        new("Keine Fotos", 12, (r, _) => YesNo(r.Attendance.NoPhoto)),
        new("Teilnehmerliste", 14, (r, _) => YesNo(r.Attendance.ListConsentAt is not null)),
        new("Sprache", 10, (r, _) => OrganiserTexts.LanguageName(r.Language)),
        new("Eingegangen", 17, (r, time) => time.Local(r.SubmittedAt)),
        new("Angemeldet", 17, (r, time) => r.ConfirmedAt is { } at ? time.Local(at) : null),
        new("Beendet", 17, (r, time) => r.EndedAt is { } at ? time.Local(at) : null),
    ];

    private static string YesNo(bool value) => value ? "ja" : "nein";
}
