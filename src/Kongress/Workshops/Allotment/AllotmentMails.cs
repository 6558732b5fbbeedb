using Kongress.Conferences;
using Kongress.Mail;
using Kongress.Shared;
using Microsoft.Extensions.Localization;
using static Kongress.Mail.LetterBlock;

namespace Kongress.Workshops.Allotment;

/// <summary>The one mail after the allotment: what came true, and what did not and why.</summary>
public sealed class AllotmentMails(IStringLocalizer<Texts> text, WorkshopMails mails)
{
    /// <param name="workshops">All of the edition, by id.</param>
    public Letter Result(Conference conference, PlanPerson person, IReadOnlyDictionary<Guid, Workshop> workshops) => mails.Write(
        "Workshop.Allotted",
        conference,
        person.Registration,
        () => person.Seats.Count switch { 0 => OnlyForWantOfSeats(person) ? text["Ihre Workshop-Wünsche: leider kein Platz"] : text["Ihre Workshop-Wünsche: das Ergebnis"], 1 => text["Ihr Platz im Workshop „{0}“", person.Seats[0].Title], var seats => text["Ihre Plätze in {0} Workshops", seats] },
        () =>
        [
            new Paragraph(person.Seats.Count == 0
                ? OnlyForWantOfSeats(person) ? text["die Workshop-Plätze sind vergeben. Für Ihre Wünsche war leider kein Platz frei: Es gab mehr Wünsche als Plätze."] : text["die Workshop-Plätze sind vergeben. Einen neuen Platz haben Sie dabei nicht bekommen."]
                : text["die Workshop-Plätze sind vergeben. Diese Plätze gehören Ihnen; Sie müssen nichts weiter tun."]),
            .. person.Seats.Select(seat => workshops[seat.Id]).SelectMany(seat => (LetterBlock[])[mails.When(conference, seat), .. mails.BeThere(conference, seat)]),
            .. Missed(person) is { Count: > 0 } missed ? new LetterBlock[] { new Paragraph(text["Das hat nicht geklappt:"]), new Bullets(missed) } : [],
            new Paragraph(text["Freie Plätze vergeben wir ab jetzt der Reihe nach, und auf die Wartelisten können Sie sich eintragen."]),
            .. person.Seats.Count == 0 ? Array.Empty<LetterBlock>() : [new Paragraph(text["Sie können nicht kommen? Geben Sie den Platz bitte zurück: Andere warten darauf."])],
            mails.Choose(),
        ],
        conference.EndsAt);

    private static bool OnlyForWantOfSeats(PlanPerson person) => person.Wishes.All(w => w.Result is WishResult.NoSeat);

    private List<string> Missed(PlanPerson person) =>
        [.. person.Wishes.Where(w => w.Result is WishResult.NotForThem or WishResult.Overlaps or WishResult.HasEnough or WishResult.HasEnoughInBlock or WishResult.NoSeat or WishResult.DeniedByHand).Select(w => $"{w.Workshop.Title}: {Why(text, w)}")];

    /// <summary>Why a wish came true or did not, in half a sentence.</summary>
    public static string Why(IStringLocalizer<Texts> text, WishOutcomeRow wish) => wish.Result switch
    {
        WishResult.Granted or WishResult.GrantedByHand => text["Ihr Platz ist sicher"],
        WishResult.HasIt => text["Sie sind hier schon eingetragen."],
        WishResult.DeniedByHand => text["von der Organisation anders entschieden"],
        WishResult.NotForThem => text["für andere vorgesehen, oder Sie sind an dem Tag nicht angemeldet"],
        WishResult.Overlaps => text["zur selben Zeit wie „{0}“", wish.Because!.Title],
        WishResult.HasEnough => text["Sie haben schon so viele Workshops, wie möglich sind"],
        WishResult.HasEnoughInBlock => text["im Zeitblock „{0}“ haben Sie schon so viele Workshops, wie möglich sind", wish.Block!],
        WishResult.NoSeat => text["mehr Wünsche als Plätze"],
    };
}
