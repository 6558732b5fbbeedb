using Kongress.Conferences;
using Kongress.Mail;
using Kongress.Shared;
using Kongress.Speakers;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using static Kongress.Mail.LetterBlock;

namespace Kongress.Programme.Sessions;

/// <summary>The mails to the people on a session and to their offices.</summary>
public sealed class ParticipationMails(IStringLocalizer<Texts> text, IOptions<SiteOptions> site)
{
    /// <summary>Asks for an answer. Person and office get a link each, as each may answer.</summary>
    public Letter Invitation(Conference conference, Session session, Participation participation, Speaker speaker, string? when, bool toAssistant, string secret) => Write(
        "Programme.Invitation", conference, session, speaker, toAssistant ? speaker.Contact.AssistantEmail! : speaker.Contact.Email!, toAssistant,
        () => text["Einladung: {0} – {1}", session.Content.Title, conference.Name],
        () =>
        [
            new Paragraph(toAssistant
                ? text["wir möchten {0} für einen Beitrag zum {1} gewinnen. Sie können für {0} antworten.", speaker.Profile.FullName, conference.Name]
                : text["wir möchten Sie für einen Beitrag zum {0} gewinnen.", conference.Name]),
            new Facts(
            [
                (text["Programmpunkt"], session.Content.Title),
                (text["Format"], ProgrammeTexts.Name(text, session.Content.Kind)),
                (text["Ihre Rolle"], ProgrammeTexts.Name(text, participation.Role)),
                (text["Zeit"], when ?? text["{0} ({1})", conference.DatesText, text["die genaue Zeit folgt"]]),
                (text["Ort"], conference.VenueName),
            ]),
            new Paragraph(text["Bitte sagen Sie uns, ob wir mit Ihnen rechnen dürfen. Sie brauchen dafür kein Konto und können Ihre Antwort später ändern."]),
            new Button(text["Zusagen, vielleicht oder absagen"], site.Value.Url(Addresses.Answer, secret)),
        ]);

    /// <summary>What was decided about the session; one letter for each address.</summary>
    public IEnumerable<Letter> Decision(Conference conference, Session session, Speaker speaker) => speaker.Contact.Addresses.Select(address => Write(
        "Programme.Decision", conference, session, speaker, address, address != speaker.Contact.Email,
        () => session.State switch
        {
            SessionState.Rejected => text["Leider nicht im Programm: {0}", session.Content.Title],
            SessionState.Cancelled => text["Fällt aus: {0}", session.Content.Title],
            _ => text["Im Programm: {0}", session.Content.Title],
        },
        () =>
        [
            new Paragraph(session.State switch
            {
                SessionState.Rejected => text["vielen Dank für Ihren Vorschlag „{0}“. Wir konnten ihn dieses Mal leider nicht ins Programm aufnehmen.", session.Content.Title],
                SessionState.Cancelled => text["der Programmpunkt „{0}“ findet leider nicht statt. Danke, dass Sie sich die Zeit genommen hätten.", session.Content.Title],
                _ => text["schön: Der Programmpunkt „{0}“ ist im Programm des {1}.", session.Content.Title, conference.Name],
            }),
            new Link(text["Ihre Beiträge und Angaben"], site.Value.Url(Addresses.SpeakerDesk)),
        ]));

    private Letter Write(string kind, Conference conference, Session session, Speaker speaker, string address, bool toAssistant, Func<string> subject, Func<IReadOnlyList<LetterBlock>> blocks)
    {
        using var language = Language.Use(speaker.Contact.Language);
        var name = toAssistant ? speaker.Contact.AssistantName ?? "" : speaker.Profile.FullName;
        return new Letter(kind, address, name, subject(),
        [
            new Paragraph(name.Length > 0 ? text["Guten Tag {0},", name] : text["Guten Tag,"]),
            .. blocks(),
            conference.Regards(text),
        ])
        {
            SubjectId = session.Id,
            Language = speaker.Contact.Language,
            PointlessAfter = conference.EndsAt,
        }.From(conference);
    }
}
