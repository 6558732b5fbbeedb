using Kongress.Conferences;
using Kongress.Mail;
using Kongress.Shared;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using static Kongress.Mail.LetterBlock;

namespace Kongress.Registrations;

/// <summary>The mails about a registration, each in the language of its reader.</summary>
public sealed class RegistrationMails(IStringLocalizer<Texts> text, IOptions<SiteOptions> site, TimeProvider clock)
{
    public Letter ConfirmEmail(Conference conference, Registration registration, string secret) => Write(
        "Registration.ConfirmEmail", conference, registration,
        () => text["Bitte bestätigen Sie Ihre E-Mail-Adresse – {0}", conference.Name],
        () =>
        [
            new Paragraph(text["mit dieser Adresse wurde eine Anmeldung zum {0} ({1}, {2}) eingetragen.", conference.Name, conference.DatesText, conference.VenueName]),
            new Paragraph(registration.HoldsPlace
                ? text["Bitte bestätigen Sie Ihre Adresse bis {0}. So lange ist ein Platz für Sie reserviert.", Until(conference, registration)]
                : text["Zurzeit ist kein Platz für Sie frei. Bitte bestätigen Sie Ihre Adresse trotzdem bis {0}: Ihre Stelle auf der Warteliste richtet sich nach der Zeit Ihrer Anmeldung.", Until(conference, registration)]),
            new Button(text["Adresse bestätigen"], site.Value.Url(Addresses.ConfirmRegistration, secret)),
            new Paragraph(text["Sie haben sich nicht angemeldet? Dann ignorieren Sie diese Nachricht bitte. Ohne Bestätigung verfällt der Eintrag und wird gelöscht."]),
        ]) with
    { PointlessAfter = registration.HeldUntil };

    /// <summary>Told to the owner of a known address only: the page gives everybody the same answer. For an offer: <see cref="AlreadyOffered"/>.</summary>
    /// <param name="wasInvited">Whether a code or an invitation came with it that put the person into the line for its places.</param>
    public Letter AlreadyRegistered(Conference conference, Registration registration, bool wasInvited = false) => Write(
        "Registration.AlreadyRegistered", conference, registration,
        () => registration.Status switch
        {
            RegistrationStatus.UnderReview => text["Ihre Anmeldung liegt uns schon vor – {0}", conference.Name],
            RegistrationStatus.WaitingList => text["Sie stehen auf der Warteliste – {0}", conference.Name],
            _ => text["Sie sind bereits angemeldet – {0}", conference.Name],
        },
        () =>
        [
            new Paragraph(registration.Status switch
            {
                RegistrationStatus.UnderReview => text["mit Ihrer Adresse wurde gerade noch einmal eine Anmeldung zum {0} abgeschickt. Ihre Anmeldung liegt uns schon vor. Sie ist noch keine Zusage: Wir sehen sie uns an und melden uns.", conference.Name],
                RegistrationStatus.WaitingList when wasInvited => text["Sie sind zum {0} eingeladen. Zurzeit ist auch für Eingeladene kein Platz frei: Sie stehen auf der Warteliste, an der Stelle Ihrer ersten Anmeldung. Wird ein Platz frei, melden wir uns.", conference.Name],
                RegistrationStatus.WaitingList => text["mit Ihrer Adresse wurde gerade noch einmal eine Anmeldung zum {0} abgeschickt. Sie stehen schon auf der Warteliste und behalten dort Ihre Stelle. Wird ein Platz frei, melden wir uns.", conference.Name],
                _ => text["mit Ihrer Adresse wurde gerade noch einmal eine Anmeldung zum {0} abgeschickt. Sie sind schon angemeldet; es hat sich nichts geändert.", conference.Name],
            }),
            new Paragraph(text["Unter „Mein Kongress“ sehen und ändern Sie Ihre Angaben."]),
            new Button(text["Zu „Mein Kongress“"], site.Value.Url(Addresses.MyConference)),
        ]);

    /// <summary>The same to somebody to whom a place is offered.</summary>
    public Letter AlreadyOffered(Conference conference, Registration registration, string secret) => Write(
        "Registration.AlreadyRegistered", conference, registration,
        () => text["Ein Platz ist für Sie frei – bitte bis {0} zusagen", Until(conference, registration)],
        () =>
        [
            new Paragraph(text["mit Ihrer Adresse wurde gerade noch einmal eine Anmeldung zum {0} abgeschickt. Das ist nicht nötig: Ein Platz ist schon für Sie reserviert. Bitte sagen Sie bis {1} zu.", conference.Name, Until(conference, registration)]),
            new Button(text["Platz annehmen oder ablehnen"], site.Value.Url(Addresses.Offer, secret)),
        ]) with
    { PointlessAfter = registration.HeldUntil };

    public Letter UnderReview(Conference conference, Registration registration) => Write(
        "Registration.UnderReview", conference, registration,
        () => text["Ihre Anmeldung ist eingegangen – {0}", conference.Name],
        () =>
        [
            new Paragraph(text["vielen Dank für Ihre Anmeldung zum {0}. Ihre Adresse ist bestätigt.", conference.Name]),
            new Paragraph(text["Das ist noch keine Zusage: Der Kongress richtet sich an die öffentliche Verwaltung und die Wissenschaft. Wir sehen uns jede Anmeldung an, deren Adresse wir nicht kennen, und melden uns in den nächsten Tagen."]),
            new Paragraph(registration.HoldsPlace
                ? text["Ihr Platz bleibt so lange reserviert."]
                : text["Zurzeit ist kein Platz für Sie frei. Nehmen wir Ihre Anmeldung an, stehen Sie auf der Warteliste, in der Reihenfolge der Anmeldungen."]),
            Summary(conference, registration),
            .. Manage(),
        ]);

    public Letter OnWaitingList(Conference conference, Registration registration) => Write(
        "Registration.WaitingList", conference, registration,
        () => text["Sie stehen auf der Warteliste – {0}", conference.Name],
        () =>
        [
            new Paragraph(text["zurzeit ist beim {0} kein Platz für Sie frei. Sie stehen auf der Warteliste.", conference.Name]),
            new Paragraph(text["Wird ein Platz frei, fragen wir in der Reihenfolge der Anmeldungen. Sie bekommen dann eine Nachricht mit einer Frist zum Zusagen."]),
            new Paragraph(text["Möchten Sie nicht mehr warten, tragen Sie sich unter „Mein Kongress“ aus."]),
            .. Manage(),
        ]);

    public Letter Offer(Conference conference, Registration registration, string secret) => Write(
        "Registration.Offer", conference, registration,
        () => text["Ein Platz ist frei geworden – bitte bis {0} zusagen", Until(conference, registration)],
        () =>
        [
            new Paragraph(text["beim {0} ist ein Platz frei geworden, und Sie sind an der Reihe.", conference.Name]),
            new Paragraph(text["Der Platz ist bis {0} für Sie reserviert. Danach geht er an die nächste Person auf der Warteliste.", Until(conference, registration)]),
            new Button(text["Platz annehmen oder ablehnen"], site.Value.Url(Addresses.Offer, secret)),
        ]) with
    { PointlessAfter = registration.HeldUntil };

    public Letter OfferEnded(Conference conference, Registration registration) => Write(
        "Registration.OfferEnded", conference, registration,
        () => text["Ihr Nachrückangebot ist abgelaufen – {0}", conference.Name],
        () =>
        [
            new Paragraph(text["wir hatten Ihnen einen Platz beim {0} angeboten. Die Frist ist abgelaufen; der Platz geht an die nächste Person.", conference.Name]),
            new Paragraph(text["Möchten Sie doch noch kommen, melden Sie sich bitte neu an."]),
            new Link(text["Zur Anmeldung"], site.Value.Url(Addresses.Register)),
        ]);

    /// <param name="wasInvited">Whether a code or an invitation gave the place to somebody who was registered before.</param>
    public Letter Confirmed(Conference conference, Registration registration, Ticket ticket, bool wasInvited = false) => Write(
        "Registration.Confirmed", conference, registration,
        () => text["Ihre Teilnahme ist bestätigt – {0}", conference.Name],
        () =>
        [
            new Paragraph(text["Sie sind angemeldet. Wir freuen uns auf Sie!"]),
            .. wasInvited ? [new Paragraph(text["Als eingeladene Person haben Sie jetzt einen Platz. Es gelten die Angaben aus Ihrer ersten Anmeldung."])] : Array.Empty<LetterBlock>(),
            Summary(conference, registration),
            new Heading(text["Ihr Ticket"]),
            new Paragraph(text["Zeigen Sie diesen Code am Einlass, auf dem Telefon oder ausgedruckt:"]),
            new Picture(TicketPicture.Png(ticket.Code), "ticket.png", text["QR-Code Ihres Tickets; der Code steht darunter als Text"], 240),
            new Code(Secret.Grouped(ticket.Code)),
            new Link(text["Ticket ansehen und drucken"], site.Value.Url(Addresses.Ticket)),
            new Link(text["Kalenderdatei"], site.Value.Url(Addresses.TicketCalendar)),
            new Heading(text["Gut zu wissen"]),
            new Bullets(
            [
                text["Ort: {0}, {1}", conference.VenueName, conference.VenueAddress.ReplaceLineEndings(", ")],
                text["Fragen zu Barrierefreiheit und Assistenz: {0}, {1}", conference.AccessibilityContactName, conference.AccessibilityContactEmail],
                text["Es entstehen Übersichtsaufnahmen für die Öffentlichkeitsarbeit. Wer nicht abgebildet werden möchte, wählt „kein Foto“ und bekommt ein gekennzeichnetes Namensschild."],
                text["Sie können nicht kommen? Stornieren Sie bitte, oder nennen Sie eine Vertretung: Andere warten auf einen Platz."],
            ]),
            .. Manage(),
        ]) with
    {
        Attachments = [InLanguage(registration, () => new LetterAttachment("kongress.ics", "text/calendar; method=PUBLISH; charset=utf-8", RegistrationCalendar.Write(conference, registration, clock.GetUtcNow())))],
    };

    /// <summary>To the person who is accompanied: the assistant's ticket.</summary>
    public Letter AssistantTicket(Conference conference, Registration person, Registration assistant, Ticket ticket) => Write(
        "Registration.AssistantTicket", conference, person,
        () => text["Ticket Ihrer Begleitperson – {0}", conference.Name],
        () =>
        [
            new Paragraph(text["{0} ist als Ihre Begleitperson eingetragen und bekommt am Einlass ein eigenes Namensschild.", assistant.Person.FullName]),
            new Paragraph(text["Bitte geben Sie diesen Code weiter:"]),
            new Picture(TicketPicture.Png(ticket.Code), "ticket.png", text["QR-Code des Tickets; der Code steht darunter als Text"], 240),
            new Code(Secret.Grouped(ticket.Code)),
        ]);

    public Letter Rejected(Conference conference, Registration registration) => Write(
        "Registration.Rejected", conference, registration,
        () => text["Zu Ihrer Anmeldung – {0}", conference.Name],
        () =>
        [
            new Paragraph(text["leider können wir Ihre Anmeldung zum {0} nicht annehmen.", conference.Name]),
            new Paragraph(text["Der Grund: {0}", registration.Reason ?? ""]),
            new Paragraph(text["Halten Sie das für ein Versehen, antworten Sie bitte auf diese Nachricht. Ihre Angaben löschen wir spätestens {0} Tage nach dem Kongress.", conference.KeepEndedDays]),
        ]);

    /// <param name="reason">Of an organiser; null when the person cancelled.</param>
    public Letter Cancelled(Conference conference, Registration registration, string? reason) => Write(
        "Registration.Cancelled", conference, registration,
        () => text["Ihre Stornierung – {0}", conference.Name],
        () =>
        [
            new Paragraph(text["Ihre Anmeldung zum {0} ist storniert. Ihr Ticket gilt nicht mehr.", conference.Name]),
            .. reason is null ? Array.Empty<LetterBlock>() : [new Paragraph(text["Der Grund: {0}", reason])],
            new Paragraph(text["Ihre Angaben löschen wir spätestens {0} Tage nach dem Kongress. Solange Plätze frei sind, können Sie sich neu anmelden.", conference.KeepEndedDays]),
            new Link(text["Zur Anmeldung"], site.Value.Url(Addresses.Register)),
        ]);

    /// <summary>To the substitute. Says who gave the address (Art. 14 GDPR).</summary>
    /// <param name="namedBy">Null: <paramref name="old"/> themself.</param>
    public Letter NamedAsSubstitute(Conference conference, Registration substitute, Registration old, string? namedBy, string secret) => Write(
        "Registration.NamedAsSubstitute", conference, substitute,
        () => text["Sie sind als Vertretung benannt – {0}", conference.Name],
        () =>
        [
            new Paragraph(namedBy is null
                ? text["{0} ({1}) kann nicht am {2} teilnehmen und hat Sie als Vertretung benannt. Name und Adresse haben wir von dort.", old.Person.FullName, old.Person.Organisation, conference.Name]
                : text["{0} hat Sie als Vertretung für {1} zum {2} angemeldet. Name und Adresse haben wir von dort (Art. 14 DSGVO).", namedBy, old.Person.FullName, conference.Name]),
            new Paragraph(text["Bitte bestätigen Sie bis {0}. So lange ist der Platz für Sie reserviert.", Until(conference, substitute)]),
            new Button(text["Teilnahme bestätigen"], site.Value.Url(Addresses.ConfirmRegistration, secret)),
            Summary(conference, substitute),
            new Paragraph(text["Ihre übrigen Angaben können Sie danach unter „Mein Kongress“ ergänzen. Wie wir mit Ihren Daten umgehen, steht in der Datenschutzerklärung."]),
            new Link(text["Datenschutzerklärung"], site.Value.Url(Addresses.Privacy)),
        ]) with
    { PointlessAfter = substitute.HeldUntil };

    /// <param name="namedBy">Null: <paramref name="old"/> themself.</param>
    public Letter Replaced(Conference conference, Registration old, Registration substitute, string? namedBy) => Write(
        "Registration.Replaced", conference, old,
        () => text["Ihre Vertretung ist eingetragen – {0}", conference.Name],
        () =>
        [
            .. namedBy is null ? Array.Empty<LetterBlock>() : [new Paragraph(text["{0} hat an Ihrer Stelle jemand anderen angemeldet.", namedBy])],
            new Paragraph(text["{0} kommt an Ihrer Stelle zum {1} und bekommt ein eigenes Ticket. Ihr Ticket gilt nicht mehr.", substitute.Person.FullName, conference.Name]),
            new Paragraph(text["Ihre Vertretung muss noch bestätigen, bis {0}. Sonst geht der Platz an die nächste Person; wir sagen Ihnen dann Bescheid.", Until(conference, substitute)]),
        ]);

    private Letter Write(string kind, Conference conference, Registration registration, Func<string> subject, Func<IReadOnlyList<LetterBlock>> blocks) => InLanguage(
        registration,
        () => new Letter(kind, registration.Email, registration.Person.FullName, subject(),
        [
            new Paragraph(text["Guten Tag {0},", registration.Person.FullName]),
            .. blocks(),
            .. conference.RegardsAndContact(text),
        ])
        {
            SubjectId = registration.Id,
            Language = registration.Language,
        }.From(conference));

    private static T InLanguage<T>(Registration registration, Func<T> write)
    {
        using var language = Language.Use(registration.Language);
        return write();
    }

    private Facts Summary(Conference conference, Registration registration) => new(
    [
        (text["Name"], registration.Person.FullName),
        (text["Organisation"], registration.Person.Organisation),
        (text["Teilnahme"], RegistrationTexts.Attendance(text, conference, registration.Attendance)),
        (text["Anmeldenummer"], registration.Code),
    ]);

    private IEnumerable<LetterBlock> Manage() =>
    [
        new Paragraph(text["Ansehen, ändern, eine Vertretung nennen oder stornieren können Sie jederzeit unter „Mein Kongress“:"]),
        new Link(text["Mein Kongress"], site.Value.Url(Addresses.MyConference)),
    ];

    private static string Until(Conference conference, Registration registration) => conference.Time.DayAndTime(registration.HeldUntil!.Value);
}
