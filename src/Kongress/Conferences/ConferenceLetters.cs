using Kongress.Mail;
using Kongress.Shared;
using Microsoft.Extensions.Localization;
using static Kongress.Mail.LetterBlock;

namespace Kongress.Conferences;

/// <summary>What the letters about an edition have in common. Called while the language of the reader is in use.</summary>
public static class ConferenceLetters
{
    /// <summary>The closing of a letter: regards of the host.</summary>
    public static Paragraph Regards(this Conference conference, IStringLocalizer<Texts> text) => new(text["Freundliche Grüße"] + "\n" + conference.Host);

    /// <summary>The closing of a letter after which somebody may have questions: regards, and whom to ask, where the edition has a contact.</summary>
    public static IEnumerable<LetterBlock> RegardsAndContact(this Conference conference, IStringLocalizer<Texts> text)
    {
        yield return conference.Regards(text);
        if (conference.ContactEmail.Length > 0) yield return new Paragraph(text["Fragen? {0}", string.Join(", ", new[] { conference.ContactEmail, conference.ContactPhone }.Where(c => c.Length > 0))]);
    }

    /// <summary>The edition sends the letter, and answers go to its contact.</summary>
    public static Letter From(this Letter letter, Conference conference) => letter with { ConferenceId = conference.Id, SenderName = conference.Name, ReplyTo = conference.ContactEmail };
}
