using Kongress.Dashboard;
using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Shared.Tables;

namespace Kongress.Web.Pages.Organiser.Registrations.Exports;

/// <summary>The columns of both exports. Values are text, whole numbers or local times of the venue.</summary>
internal static class ExportColumns
{
    public static IReadOnlyList<SheetColumn<ExportRow>> In(ConferenceTime time) =>
    [
        new("Nummer", 12, r => r.Code),
        new("Titel", 12, r => r.Title),
        new("Vorname", 20, r => r.GivenName),
        new("Nachname", 24, r => r.FamilyName),
        new("E-Mail-Adresse", 36, r => r.Email),
        new("Organisation", 40, r => r.Organisation),
        new("Referat", 20, r => r.Unit),
        new("Funktion", 24, r => r.Function),
        new("Verwaltungsebene", 24, r => r.Level.Name()),
        new("Land", 24, r => r.Land?.Name()),
        new("Stand", 20, r => OrganiserTexts.Status(r.Status).Word),
        new("Kommt als", 20, r => r.Kind.Name()),
        new("Kontingent", 24, r => r.Contingent),
        new("Eingeladen", 12, r => YesNo(r.IsInvited)),
        new("Begleitet", 12, r => r.Accompanies),
        new("Angemeldet von", 36, r => r.RegisteredBy),
        new("Referenz", 16, r => r.Reference),
        new("Hat einen Platz", 14, r => YesNo(r.HoldsPlace)),
        new("Tag 1", 8, r => YesNo(r.Attendance.Day1)),
        new("Tag 2", 8, r => YesNo(r.Attendance.Day2)),
        new("Abend", 8, r => YesNo(r.Attendance.Evening)),
        new("Keine Fotos", 12, r => YesNo(r.Attendance.NoPhoto)),
        new("Teilnehmerliste", 14, r => YesNo(r.Attendance.ListConsentAt is not null)),
        new("Sprache", 10, r => OrganiserTexts.LanguageName(r.Language)),
        new("Eingegangen", 17, r => time.Local(r.SubmittedAt)),
        new("Angemeldet", 17, r => r.ConfirmedAt is { } at ? time.Local(at) : null),
        new("Beendet", 17, r => r.EndedAt is { } at ? time.Local(at) : null),
    ];

    private static string YesNo(bool value) => value ? "ja" : "nein";
}
