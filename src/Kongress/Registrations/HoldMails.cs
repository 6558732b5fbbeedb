using Kongress.Conferences;
using Kongress.Mail;
using Kongress.Shared;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using static Kongress.Mail.LetterBlock;

namespace Kongress.Registrations;

/// <summary>The mails about the time that somebody has to confirm whom others registered.</summary>
public sealed class HoldMails(IStringLocalizer<Texts> text, IOptions<SiteOptions> site)
{
    /// <summary>Half-way: there is still something to do, until when, and how.</summary>
    public Letter StillToConfirm(Conference conference, Registration registration, string secret)
    {
        using var language = Language.Use(registration.Language);
        var until = conference.Time.DayAndTime(registration.HeldUntil!.Value);
        return new Letter("Registration.StillToConfirm", registration.Email, registration.Person.FullName, text["Bitte bestätigen Sie noch bis {0} – {1}", until, conference.Name],
        [
            new Paragraph(text["Guten Tag {0},", registration.Person.FullName]),
            new Paragraph(text["Sie sind zum {0} eingetragen ({1}, {2}), haben aber noch nicht bestätigt.", conference.Name, conference.DatesText, conference.VenueName]),
            new Paragraph(registration.HoldsPlace
                ? text["Bis {0} ist ein Platz für Sie reserviert. Danach geht er an die nächste Person.", until]
                : text["Zurzeit sind alle Plätze vergeben. Bitte bestätigen Sie persönlich bis {0}; Sie stehen dann auf der Warteliste, in der Reihenfolge der Anmeldungen.", until]),
            new Button(text["Anmeldung bestätigen"], site.Value.Url(Addresses.ConfirmRegistration, secret)),
            new Paragraph(text["Wer Sie eingetragen hat, steht in unserer ersten Nachricht. Möchten Sie nicht kommen, brauchen Sie nichts zu tun: Ohne Bestätigung verfällt der Eintrag und wird gelöscht."]),
            .. conference.RegardsAndContact(text),
        ])
        {
            SubjectId = registration.Id,
            Language = registration.Language,
            PointlessAfter = registration.HeldUntil,
        }.From(conference);
    }
}
