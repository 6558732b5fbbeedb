using Kongress.Conferences;
using Kongress.Mail;
using Kongress.Shared;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using static Kongress.Mail.LetterBlock;

namespace Kongress.Registrations.Invitations;

/// <summary>The mails that invite somebody, each in the language of the invitation.</summary>
public sealed class InvitationMails(IStringLocalizer<Texts> text, IOptions<SiteOptions> site)
{
    public Letter Invited(Conference conference, Invitation invitation, string secret) => Write(
        "Registration.Invited", conference, invitation, secret, () => text["Einladung zum {0}", conference.Name], () => text["wir laden Sie herzlich zum {0} ein ({1}, {2}).", conference.Name, conference.DatesText, conference.VenueName]);

    /// <summary>To somebody who has not answered, once.</summary>
    public Letter Reminder(Conference conference, Invitation invitation, string secret) => Write(
        "Registration.InvitationReminder", conference, invitation, secret, () => text["Erinnerung: Einladung zum {0}", conference.Name], () => text["wir haben Sie zum {0} eingeladen ({1}, {2}) und noch nichts von Ihnen gehört.", conference.Name, conference.DatesText, conference.VenueName]);

    private Letter Write(string kind, Conference conference, Invitation invitation, string secret, Func<string> subject, Func<string> opening)
    {
        using var language = Language.Use(invitation.Language);
        var until = conference.Time.DayAndTime(invitation.EndsAt);
        return new Letter(kind, invitation.Email, invitation.Email, subject(),
        [
            new Paragraph(text["Guten Tag,"]),
            new Paragraph(opening()),
            new Paragraph(text["Bitte antworten Sie bis {0}. Über den Link melden Sie sich an, oder Sie sagen ab. Die Einladung gilt nur für diese Adresse.", until]),
            new Button(text["Einladung ansehen"], site.Value.Url(Addresses.Invitation, secret)),
            new Paragraph(text["Ihre Adresse hat uns die einladende Stelle genannt, um Sie einzuladen. Antworten Sie nicht, löschen wir sie spätestens {0} Tage nach dem Kongress.", conference.KeepEndedDays]),
            .. conference.RegardsAndContact(text),
        ])
        {
            SubjectId = invitation.Id,
            Language = invitation.Language,
            PointlessAfter = invitation.EndsAt,
        }.From(conference);
    }
}
