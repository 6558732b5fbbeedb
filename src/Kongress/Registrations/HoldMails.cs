using Kongress.Conferences;
using Kongress.Mail;
using Kongress.Registrations.Groups;
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

    /// <summary>To somebody whose substitute did not confirm: the place is gone, and what can be done.</summary>
    public Letter SubstituteLapsed(Conference conference, Registration old, Registration substitute, bool isOpen)
    {
        using var language = Language.Use(old.Language);
        return new Letter("Registration.SubstituteLapsed", old.Email, old.Person.FullName, text["Ihre Vertretung hat nicht bestätigt – {0}", conference.Name],
        [
            new Paragraph(text["Guten Tag {0},", old.Person.FullName]),
            new Paragraph(text["{0} sollte an Ihrer Stelle zum {1} kommen, hat aber nicht rechtzeitig bestätigt. Der Platz geht an die nächste Person.", substitute.Person.FullName, conference.Name]),
            .. isOpen
                ? new LetterBlock[]
                {
                    new Paragraph(text["Soll doch noch jemand kommen, melden Sie sich oder die Person bitte neu an. Ist kein Platz frei, geht es über die Warteliste."]),
                    new Link(text["Zur Anmeldung"], site.Value.Url(Addresses.Register)),
                }
                : [new Paragraph(text["Die Anmeldung ist geschlossen. Soll doch noch jemand kommen, schreiben Sie uns bitte."])],
            .. conference.RegardsAndContact(text),
        ])
        {
            SubjectId = old.Id,
            Language = old.Language,
        }.From(conference);
    }

    /// <summary>The same to the contact of the person's group.</summary>
    /// <param name="member">The row of the group.</param>
    /// <param name="secret">Of a new link to the group.</param>
    public Letter SubstituteLapsed(Conference conference, Group group, GroupMember member, Registration old, Registration substitute, bool isOpen, string secret)
    {
        using var language = Language.Use(group.Language);
        return new Letter("Group.SubstituteLapsed", group.ContactEmail, group.ContactName, text["Eine Vertretung hat nicht bestätigt – {0}", conference.Name],
        [
            new Paragraph(text["Guten Tag {0},", group.ContactName]),
            new Paragraph(text["{0} sollte an Stelle von {1} zum {2} kommen, hat aber nicht rechtzeitig bestätigt. Der Platz geht an die nächste Person.", substitute.Person.FullName, old.Person.FullName, conference.Name]),
            new Paragraph(isOpen
                ? text["In Ihrer Sammelanmeldung können Sie {0} noch einmal anmelden. Ist kein Platz frei, geht es über die Warteliste.", member.Name]
                : text["Die Anmeldung ist geschlossen. Soll doch noch jemand kommen, schreiben Sie uns bitte."]),
            new Button(text["Sammelanmeldung ansehen"], site.Value.Url(Addresses.Group, secret)),
            .. conference.RegardsAndContact(text),
        ])
        {
            SubjectId = group.Id,
            Language = group.Language,
            IsSecret = true,
            PointlessAfter = conference.EndsAt,
        }.From(conference);
    }
}
