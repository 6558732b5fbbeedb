using Kongress.Conferences;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Shared;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using static Kongress.Mail.LetterBlock;

namespace Kongress.Workshops.Withdrawals;

/// <summary>The mail that confirms what was given up and what is left, in the language of its reader.</summary>
public sealed class WithdrawalMails(IStringLocalizer<Texts> text, IOptions<SiteOptions> site)
{
    /// <param name="registration">As it is now.</param>
    /// <param name="hasCompanions">Somebody accompanies the person, and comes on the same days.</param>
    /// <param name="reason">Of an organiser; null when the person gave it up.</param>
    public Letter Withdrawn(
        Conference conference, Registration registration, IReadOnlyList<CongressPart> parts, IReadOnlyList<Workshop> workshops, bool hasCompanions, string? reason, DateTimeOffset now)
    {
        using var language = Language.Use(registration.Language);
        return new Letter("Registration.PartCancelled", registration.Email, registration.Person.FullName, text["Ihre Teilabsage – {0}", conference.Name],
        [
            new Paragraph(text["Guten Tag {0},", registration.Person.FullName]),
            new Paragraph(reason is null
                ? text["Ihre Teilabsage ist eingetragen. Zu diesen Teilen des Kongresses kommen Sie nicht:"]
                : text["wir mussten Ihre Teilnahme an diesen Teilen des Kongresses absagen:"]),
            new Bullets([.. parts.Select(part => Name(text, conference, part)), .. workshops.Select(w => text["Workshop „{0}“", w.Place.Title].Value)]),
            .. reason is null ? Array.Empty<LetterBlock>() : [new Paragraph(text["Der Grund: {0}", reason])],
            new Paragraph(registration.Status is RegistrationStatus.Confirmed ? text["Alles andere bleibt, und Ihr Ticket gilt weiter."] : text["Alles andere bleibt, wie es ist."]),
            .. hasCompanions && parts.Count > 0 ? [new Paragraph(text["Ihre Begleitperson kommt an denselben Tagen wie Sie. Bitte sagen Sie ihr Bescheid."])] : Array.Empty<LetterBlock>(),
            new Facts([(text["Dabei"], RegistrationTexts.Attendance(text, conference, registration.Attendance))]),
            new Link(text["Mein Kongress"], site.Value.Url(Addresses.MyConference)),
            conference.Regards(text),
        ])
        {
            SubjectId = registration.Id,
            Language = registration.Language,
            Attachments = [new LetterAttachment("kongress.ics", "text/calendar; method=PUBLISH; charset=utf-8", RegistrationCalendar.Write(conference, registration, now))],
        }.From(conference);
    }

    /// <summary>"Tag 1: Mi., 18. März 2027".</summary>
    public static string Name(IStringLocalizer<Texts> text, Conference conference, CongressPart part)
    {
        var days = conference.Days.OrderBy(d => d.Date).ToList();
        return part switch
        {
            CongressPart.Day1 => days.Count > 0 ? text["Tag 1: {0}", ConferenceTime.DayText(days[0].Date)] : text["Tag 1"],
            CongressPart.Day2 => days.Count > 1 ? text["Tag 2: {0}", ConferenceTime.DayText(days[1].Date)] : text["Tag 2"],
            CongressPart.Evening => text["Abendveranstaltung"],
        };
    }
}
