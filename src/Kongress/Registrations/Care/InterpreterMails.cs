using Kongress.Accounts;
using Kongress.Conferences;
using Kongress.Mail;
using Kongress.Shared;
using Microsoft.Extensions.Options;
using static Kongress.Mail.LetterBlock;

namespace Kongress.Registrations.Care;

/// <summary>The alarm to organisers, in German as all that staff read. It names nobody.</summary>
public sealed class InterpreterMails(IOptions<SiteOptions> site)
{
    public Letter OrderSoon(Conference conference, Account organiser, InterpreterState state)
    {
        using var language = Language.Use(Language.German);
        var day = ConferenceTime.DayText(state.OrderBy!.Value);
        return new Letter("Interpreters.OrderSoon", organiser.Email!, organiser.DisplayName, $"Bitte Dolmetschen bestellen bis {day} – {conference.Name}",
        [
            new Paragraph("Guten Tag,"),
            new Paragraph(state.Alarm is InterpreterAlarm.Late
                ? $"für den {conference.Name} wird Dolmetschen gebraucht. Der letzte Tag zum Bestellen war {day}; bitte fragen Sie sofort nach, was noch möglich ist."
                : $"für den {conference.Name} wird Dolmetschen gebraucht. Bitte bestellen Sie es bis {day}."),
            new Facts([("Noch zu bestellen", state.Kinds), ("Spätestens bestellen", day)]),
            new Paragraph("Für wen und wann, weiß die Betreuung. Ist alles bestellt, haken Sie es bitte ab; dann verschwindet der Hinweis."),
            new Button("Bestellung abhaken", site.Value.Url(Addresses.Organisation + "/kongress/dolmetschen")),
        ])
        {
            ConferenceId = conference.Id,
            SubjectId = conference.Id,
            SenderName = conference.Name,
            PointlessAfter = conference.StartsAt,
        };
    }
}
