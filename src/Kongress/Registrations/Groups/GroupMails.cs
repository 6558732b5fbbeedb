using Kongress.Conferences;
using Kongress.Mail;
using Kongress.Shared;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using static Kongress.Mail.LetterBlock;

namespace Kongress.Registrations.Groups;

/// <summary>The mails about a registration by an office.</summary>
public sealed class GroupMails(IStringLocalizer<Texts> text, IOptions<SiteOptions> site)
{
    /// <summary>To each person: who registered them, with which data, and how to agree or not (Art. 14 GDPR).</summary>
    public Letter Registered(Conference conference, Registration registration, Group group, string secret)
    {
        using var language = Language.Use(registration.Language);
        var until = conference.Time.DayAndTime(registration.HeldUntil!.Value);
        return Write("Group.Registered", conference, registration.Email, registration.Person.FullName, text["Ihre Dienststelle hat Sie angemeldet – {0}", conference.Name],
        [
            new Paragraph(text["{0} ({1}) hat Sie zum {2} angemeldet ({3}, {4}).", group.ContactName, group.Organisation, conference.Name, conference.DatesText, conference.VenueName]),
            new Paragraph(registration.HoldsPlace
                ? text["Bitte bestätigen Sie persönlich bis {0}. So lange ist ein Platz für Sie reserviert.", until]
                : text["Zurzeit sind alle Plätze vergeben. Bitte bestätigen Sie persönlich bis {0}; Sie stehen dann auf der Warteliste, in der Reihenfolge der Anmeldungen.", until]),
            new Button(text["Anmeldung bestätigen"], site.Value.Url(Addresses.ConfirmRegistration, secret)),
            new Facts(
            [
                (text["Name"], registration.Person.FullName),
                (text["Organisation"], registration.Person.Organisation),
                .. registration.Person.Function is { } function ? new (string, string)[] { (text["Funktion"], function) } : [],
                (text["Teilnahme"], RegistrationTexts.Attendance(text, conference, registration.Attendance)),
            ]),
            new Paragraph(text["Ändern und ergänzen können Sie alles, sobald Sie bestätigt haben: Tage, Ernährung, Unterstützung, Fotos."]),
            new Heading(text["Woher wir Ihre Daten haben"]),
            new Paragraph(text["Name, dienstliche Adresse, Funktion und Tage hat uns {0} genannt (Art. 14 DSGVO). Wir verwenden sie nur, um den Kongress zu veranstalten. {0} sieht, ob Sie bestätigt haben, und kann Sie wieder abmelden.", group.ContactName]),
            new Paragraph(text["Möchten Sie nicht kommen, ignorieren Sie diese Nachricht bitte: Ohne Bestätigung verfällt der Eintrag, und wir löschen ihn spätestens nach {0} Tagen. Sie können der Verarbeitung auch jederzeit widersprechen; antworten Sie einfach.", conference.KeepUnconfirmedDays]),
            new Link(text["Datenschutzerklärung"], site.Value.Url(Addresses.Privacy)),
        ]) with
        { SubjectId = registration.Id, Language = registration.Language, PointlessAfter = registration.HeldUntil };
    }

    /// <summary>To the contact: the link with which the group is seen and changed. A key to other people's names, hence secret.</summary>
    public Letter Link(Conference conference, Group group, string secret)
    {
        using var language = Language.Use(group.Language);
        return Write("Group.Link", conference, group.ContactEmail, group.ContactName, text["Ihre Sammelanmeldung – {0}", conference.Name],
        [
            new Paragraph(text["vielen Dank! Wir haben die Personen angeschrieben, die Sie zum {0} angemeldet haben. Jede bestätigt selbst; erst dann gilt ihre Anmeldung.", conference.Name]),
            new Paragraph(text["Mit diesem Link sehen Sie, wer bestätigt hat, verbessern Angaben, erinnern und melden ab. Er gilt bis zum Ende des Kongresses; geben Sie ihn nur weiter, wenn jemand Sie vertritt."]),
            new Button(text["Sammelanmeldung ansehen"], site.Value.Url(Addresses.Group, secret)),
            new Paragraph(text["Sie haben niemanden angemeldet? Dann sagen Sie uns bitte Bescheid."]),
        ]) with
        { SubjectId = group.Id, Language = group.Language, IsSecret = true, PointlessAfter = conference.EndsAt };
    }

    /// <summary>To the former address of the contact: the link has ended. Does not tell the new one.</summary>
    public Letter ContactChanged(Conference conference, Group group)
    {
        using var language = Language.Use(group.Language);
        return Write("Group.ContactChanged", conference, group.ContactEmail, group.ContactName, text["Ihre Sammelanmeldung – {0}", conference.Name],
        [
            new Paragraph(text["die Ansprechperson der Sammelanmeldung zum {0}, deren Link an diese Adresse ging, ist berichtigt worden. Der Link gilt nicht mehr.", conference.Name]),
            new Paragraph(text["Waren Sie das nicht? Dann sagen Sie uns bitte Bescheid."]),
        ]) with
        { SubjectId = group.Id, Language = group.Language };
    }

    /// <summary>Why somebody's registration was cancelled, in the language of the person.</summary>
    public string Withdrawn(Group group, Registration registration)
    {
        using var language = Language.Use(registration.Language);
        return text["{0} ({1}) hat Ihre Anmeldung zurückgezogen.", group.ContactName, group.Organisation];
    }

    private Letter Write(string kind, Conference conference, string address, string name, string subject, IReadOnlyList<LetterBlock> blocks) => new Letter(kind, address, name, subject,
    [
        new Paragraph(text["Guten Tag {0},", name]),
        .. blocks,
        .. conference.RegardsAndContact(text),
    ]).From(conference);
}
