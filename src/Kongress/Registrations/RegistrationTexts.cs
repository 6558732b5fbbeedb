using Kongress.Conferences;
using Kongress.Shared;
using Microsoft.Extensions.Localization;

namespace Kongress.Registrations;

/// <summary>Words for the answers of a registration, used by mails and pages alike.</summary>
public static class RegistrationTexts
{
    /// <summary>"Mi., 18. März 2027; Do., 19. März 2027; Abendveranstaltung".</summary>
    public static string Attendance(IStringLocalizer<Texts> text, Conference conference, Attendance attendance)
    {
        var days = conference.Days.OrderBy(d => d.Date).Select(d => ConferenceTime.DayText(d.Date)).ToList();
        var parts = new List<string>();
        if (attendance.Day1) parts.Add(days.Count > 0 ? days[0] : text["Tag 1"]);
        if (attendance.Day2) parts.Add(days.Count > 1 ? days[1] : text["Tag 2"]);
        if (attendance.Evening) parts.Add(text["Abendveranstaltung"]);
        return string.Join("; ", parts);
    }

    /// <summary>The state in a sentence to the person.</summary>
    public static string Status(IStringLocalizer<Texts> text, RegistrationStatus status) => status switch
    {
        RegistrationStatus.AwaitingEmail => text["Bitte bestätigen Sie noch Ihre E-Mail-Adresse."],
        RegistrationStatus.UnderReview => text["Wir prüfen Ihre Anmeldung."],
        RegistrationStatus.Confirmed => text["Sie sind angemeldet."],
        RegistrationStatus.WaitingList => text["Sie stehen auf der Warteliste."],
        RegistrationStatus.Offered => text["Ein Platz ist für Sie reserviert. Bitte sagen Sie zu."],
        RegistrationStatus.Rejected => text["Ihre Anmeldung wurde nicht angenommen."],
        RegistrationStatus.Cancelled => text["Ihre Anmeldung ist storniert."],
        RegistrationStatus.Expired => text["Ihre Anmeldung ist verfallen."],
        RegistrationStatus.Replaced => text["Ihr Platz ging an eine Vertretung."],
    };
}
