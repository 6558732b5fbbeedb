using Kongress.Conferences;
using Kongress.Mail;
using Kongress.Shared;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using static Kongress.Mail.LetterBlock;

namespace Kongress.Registrations.Imports;

/// <summary>The mail to somebody whom an organiser read in from a list.</summary>
public sealed class ImportMails(IStringLocalizer<Texts> text, IOptions<SiteOptions> site)
{
    /// <param name="source">Who gave us the data (Art. 14 GDPR).</param>
    public Letter Registered(Conference conference, Registration registration, string source, string secret)
    {
        using var language = Language.Use(registration.Language);
        var until = conference.Time.DayAndTime(registration.HeldUntil!.Value);
        return new Letter("Registration.Imported", registration.Email, registration.Person.FullName, text["Bitte bestätigen Sie Ihre Teilnahme – {0}", conference.Name],
        [
            new Paragraph(text["Guten Tag {0},", registration.Person.FullName]),
            new Paragraph(text["wir haben Sie zum {0} eingetragen ({1}, {2}).", conference.Name, conference.DatesText, conference.VenueName]),
            new Paragraph(registration.HoldsPlace
                ? text["Bitte bestätigen Sie persönlich bis {0}. So lange ist ein Platz für Sie reserviert.", until]
                : text["Zurzeit sind alle Plätze vergeben. Bitte bestätigen Sie persönlich bis {0}; Sie stehen dann auf der Warteliste, in der Reihenfolge der Anmeldungen.", until]),
            new Button(text["Anmeldung bestätigen"], site.Value.Url(Addresses.ConfirmRegistration, secret)),
            new Facts(
            [
                (text["Name"], registration.Person.FullName),
                (text["Organisation"], registration.Person.Organisation),
                .. registration.Kind is AttendeeKind.Attendee ? Array.Empty<(string, string)>() : [(text["Teilnahme als"], AttendeeKinds.Name(text, registration.Kind))],
                (text["Teilnahme"], RegistrationTexts.Attendance(text, conference, registration.Attendance)),
            ]),
            new Heading(text["Woher wir Ihre Daten haben"]),
            new Paragraph(text["Ihre Angaben haben wir von dieser Stelle: {0} (Art. 14 DSGVO). Wir verwenden sie nur, um den Kongress zu veranstalten.", source]),
            new Paragraph(text["Möchten Sie nicht kommen, ignorieren Sie diese Nachricht bitte: Ohne Bestätigung verfällt der Eintrag, und wir löschen ihn spätestens nach {0} Tagen. Sie können der Verarbeitung auch jederzeit widersprechen; antworten Sie einfach.", conference.KeepUnconfirmedDays]),
            new Link(text["Datenschutzerklärung"], site.Value.Url(Addresses.Privacy)),
            .. conference.RegardsAndContact(text),
        ])
        {
            SubjectId = registration.Id,
            Language = registration.Language,
            PointlessAfter = registration.HeldUntil,
        }.From(conference);
    }
}
