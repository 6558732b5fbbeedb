using Kongress.Conferences;
using Kongress.Mail;
using Kongress.Programme;
using Kongress.Programme.Releases;
using Kongress.Registrations;
using Kongress.Shared;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using static Kongress.Mail.LetterBlock;

namespace Kongress.Workshops;

/// <summary>What a change of the programme makes of an entry.</summary>
public enum EntryFate
{
    Stays,

    /// <summary>The workshop is off, or on a day on which the person does not come.</summary>
    Lost,

    /// <summary>The workshop takes place after all, or is back on a day on which the person comes, and they have the seat again.</summary>
    SeatReturned,
    WaitsAgain,
}

/// <summary>The mails about seats in workshops, each in the language of its reader.</summary>
public sealed class WorkshopMails(IStringLocalizer<Texts> text, IOptions<SiteOptions> site)
{
    /// <param name="given">What was given back for it.</param>
    public Letter Confirmed(Conference conference, Registration registration, Workshop workshop, IReadOnlyList<Workshop> given) => Write(
        "Workshop.Confirmed", conference, registration, workshop,
        () => text["Ihr Platz im Workshop „{0}“", workshop.Place.Title],
        () =>
        [
            new Paragraph(text["Sie haben einen Platz im Workshop „{0}“.", workshop.Place.Title]),
            .. given.Select(g => new Paragraph(text["Ihren Platz in „{0}“ haben wir dafür freigegeben.", g.Place.Title])),
            When(conference, workshop.Place),
            .. BeThere(conference, workshop),
            new Paragraph(text["Sie können nicht kommen? Geben Sie den Platz bitte zurück: Andere warten darauf."]),
            Choose(),
        ]);

    public Letter MovedUp(Conference conference, Registration registration, Workshop workshop) => Write(
        "Workshop.MovedUp", conference, registration, workshop,
        () => text["Sie sind nachgerückt: „{0}“", workshop.Place.Title],
        () =>
        [
            new Paragraph(text["im Workshop „{0}“ ist ein Platz frei geworden, und Sie waren an der Reihe. Der Platz gehört jetzt Ihnen; Sie müssen nichts weiter tun.", workshop.Place.Title]),
            When(conference, workshop.Place),
            .. BeThere(conference, workshop),
            new Paragraph(text["Sie können nicht kommen? Geben Sie den Platz bitte zurück: Andere warten darauf."]),
            Choose(),
        ]);

    /// <param name="overlapping">Seats of the person at the same time: taking the offer gives them back.</param>
    public Letter Offer(Conference conference, Registration registration, Workshop workshop, DateTimeOffset until, IReadOnlyList<Workshop> overlapping) => Write(
        "Workshop.Offer", conference, registration, workshop,
        () => text["Ein Platz im Workshop „{0}“ ist frei – bitte bis {1} zusagen", workshop.Place.Title, conference.Time.DayAndTime(until)],
        () =>
        [
            new Paragraph(text["im Workshop „{0}“ ist ein Platz frei geworden, und Sie sind an der Reihe.", workshop.Place.Title]),
            new Paragraph(text["Der Platz ist bis {0} für Sie reserviert. Danach geben wir ihn frei.", conference.Time.DayAndTime(until)]),
            .. overlapping.Select(o => new Paragraph(text["Zur selben Zeit haben Sie einen Platz in „{0}“. Sagen Sie zu, geben Sie diesen Platz zurück; sagen Sie ab, behalten Sie ihn.", o.Place.Title])),
            When(conference, workshop.Place),
            new Button(text["Platz annehmen oder ablehnen"], site.Value.Url(Addresses.Workshops)),
        ]) with
    { PointlessAfter = until };

    /// <summary>An organiser has the waiting list stop earlier.</summary>
    public Letter OfferShortened(Conference conference, Registration registration, Workshop workshop, DateTimeOffset until) => Write(
        "Workshop.OfferShortened", conference, registration, workshop,
        () => text["Platz im Workshop „{0}“: bitte schon bis {1} zusagen", workshop.Place.Title, conference.Time.DayAndTime(until)],
        () =>
        [
            new Paragraph(text["wir haben Ihnen einen Platz im Workshop „{0}“ angeboten. Er ist jetzt nur noch bis {1} für Sie reserviert.", workshop.Place.Title, conference.Time.DayAndTime(until)]),
            When(conference, workshop.Place),
            new Button(text["Platz annehmen oder ablehnen"], site.Value.Url(Addresses.Workshops)),
        ]) with
    { PointlessAfter = until };

    /// <param name="canSignUp">The person could sign up anew.</param>
    public Letter OfferEnded(Conference conference, Registration registration, Workshop workshop, bool canSignUp) => Write(
        "Workshop.OfferEnded", conference, registration, workshop,
        () => text["Das Angebot für „{0}“ ist abgelaufen", workshop.Place.Title],
        () =>
        [
            new Paragraph(text["wir hatten Ihnen einen Platz im Workshop „{0}“ angeboten. Die Frist ist abgelaufen, und wir haben den Platz freigegeben.", workshop.Place.Title]),
            .. canSignUp ? [new Paragraph(text["Möchten Sie doch noch dabei sein, tragen Sie sich bitte neu ein."])] : Array.Empty<LetterBlock>(),
            Choose(),
        ]);

    /// <summary>The person no longer comes on the day of the workshop.</summary>
    public Letter DayGivenUp(Conference conference, Registration registration, Workshop workshop) => Write(
        "Workshop.DayGivenUp", conference, registration, workshop,
        () => text["Ihr Eintrag für „{0}“ ist gelöscht", workshop.Place.Title],
        () =>
        [
            new Paragraph(text["Sie haben angegeben, an diesem Tag nicht zu kommen. Ihren Eintrag für den Workshop „{0}“ haben wir deshalb gelöscht.", workshop.Place.Title]),
            When(conference, workshop.Place),
            Choose(),
        ]);

    public Letter Removed(Conference conference, Registration registration, Workshop workshop, string reason) => Write(
        "Workshop.Removed", conference, registration, workshop,
        () => text["Ihr Eintrag für „{0}“ ist gelöscht", workshop.Place.Title],
        () =>
        [
            new Paragraph(text["wir mussten Ihren Eintrag für den Workshop „{0}“ löschen.", workshop.Place.Title]),
            new Paragraph(text["Der Grund: {0}", reason]),
            Choose(),
        ]);

    /// <summary>What becomes of an entry when the programme moved or cancelled the workshop: a piece of the one mail about a release, in the language that is set.</summary>
    /// <param name="offeredUntil">Until when a seat is held for the person; null: none is offered.</param>
    /// <param name="overlapping">Other seats of the person that are now at the same time.</param>
    /// <param name="free">What has free seats at that time.</param>
    public IReadOnlyList<LetterBlock> Changed(Conference conference, WorkshopPlace place, WorkshopPlace before, ChangeClass change, EntryFate fate, DateTimeOffset? offeredUntil, DateTimeOffset now, IReadOnlyList<Workshop> overlapping, IReadOnlyList<Workshop> free)
    {
        (string, string)[] None = [];
        string Whole(WorkshopPlace at) => Join(ProgrammeTexts.When(conference.Time, at.StartsAt, (int)(at.EndsAt - at.StartsAt).TotalMinutes), at.Room);
        return
        [
            new Facts([(text["Änderung"], ProgrammeTexts.Name(text, change)), .. before.IsOn ? [(text["Bisher"], Whole(before))] : None, .. place.IsOn ? [(before.IsOn ? text["Neu"] : text["Wann und wo"], Whole(place))] : None]),
            new Paragraph(fate switch
            {
                EntryFate.Stays when offeredUntil is { } until => until > now ? text["Der angebotene Platz ist jetzt bis {0} für Sie reserviert.", conference.Time.DayAndTime(until)] : text["Das Angebot gilt damit nicht mehr: Bis zum Beginn ist zu wenig Zeit."],
                EntryFate.Stays => text["Ihr Eintrag gilt weiter."],
                EntryFate.Lost => place.IsOn ? text["An diesem Tag kommen Sie nicht: Ihr Eintrag ist gelöscht."] : text["Ihr Eintrag ist gelöscht."],
                EntryFate.SeatReturned => text["Sie haben Ihren Platz wieder. Passt er nicht mehr? Dann geben Sie ihn bitte zurück."],
                EntryFate.WaitsAgain => text["Sie stehen wieder auf der Warteliste."],
            }),
            .. overlapping.Select(o => new Paragraph(text["Das ist jetzt zur selben Zeit wie Ihr Workshop „{0}“. Bitte geben Sie einen der beiden Plätze zurück.", o.Place.Title])),
            .. fate is EntryFate.Lost || overlapping.Count > 0 ? Free(conference, free) : [],
        ];
    }

    private Letter Write(string kind, Conference conference, Registration registration, Workshop workshop, Func<string> subject, Func<IReadOnlyList<LetterBlock>> blocks) =>
        Write(kind, conference, registration, subject, blocks, workshop.Place.IsOn ? workshop.Place.EndsAt : null);

    /// <summary>A letter in the language of its reader, with salutation and signature around the blocks.</summary>
    internal Letter Write(string kind, Conference conference, Registration registration, Func<string> subject, Func<IReadOnlyList<LetterBlock>> blocks, DateTimeOffset? pointlessAfter)
    {
        using var language = Language.Use(registration.Language);
        return new Letter(kind, registration.Email, registration.Person.FullName, subject(),
        [
            new Paragraph(text["Guten Tag {0},", registration.Person.FullName]),
            .. blocks(),
            .. conference.RegardsAndContact(text),
        ])
        {
            SubjectId = registration.Id,
            Language = registration.Language,
            PointlessAfter = pointlessAfter,
        }.From(conference);
    }

    /// <summary>Until when a seat waits for its person; nothing where it always does.</summary>
    internal LetterBlock[] BeThere(Conference conference, Workshop workshop) =>
        workshop.ReleasedAt is { } at ? [new Paragraph(text["Bitte seien Sie bis {0} da; danach geben wir leere Plätze weiter.", conference.Time.TimeText(at)])] : [];

    internal Facts When(Conference conference, Workshop workshop) => When(conference, workshop.Place);

    private Facts When(Conference conference, WorkshopPlace place) => new([(text["Workshop"], place.Title), (text["Wann und wo"], At(conference, place))]);

    private LetterBlock[] Free(Conference conference, IReadOnlyList<Workshop> free) => free.Count == 0 ? [] :
    [
        new Paragraph(text["Zur selben Zeit sind noch Plätze frei:"]),
        new Bullets([.. free.Select(w => $"{w.Place.Title} ({At(conference, w.Place)})")]),
    ];

    private static string At(Conference conference, WorkshopPlace place) => Join(conference.Time.DayAndTime(place.StartsAt), place.Room);

    private static string Join(string time, string room) => room.Length > 0 ? $"{time}, {room}" : time;

    internal Link Choose() => new(text["Workshops ansehen"], site.Value.Url(Addresses.Workshops));
}
