using Kongress.Conferences;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Shared;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using static Kongress.Mail.LetterBlock;

namespace Kongress.Reminders;

/// <summary>The mail that reminds: when, where, the ticket, and how to give the place to others.</summary>
public sealed class ReminderMails(IStringLocalizer<Texts> text, IOptions<SiteOptions> site)
{
    public Letter Reminder(Conference conference, Registration registration, Ticket ticket, DateTimeOffset now)
    {
        using var language = Language.Use(registration.Language);
        var days = conference.FirstDay.DayNumber - conference.Time.Day(now).DayNumber;
        var url = site.Value.PublicUrl.TrimEnd('/');
        var when = days switch
        {
            <= 1 => text["Morgen: {0}", conference.Name],
            7 => text["In einer Woche: {0}", conference.Name],
            14 => text["In zwei Wochen: {0}", conference.Name],
            _ => text["In {0} Tagen: {1}", days, conference.Name],
        };
        return new Letter("Reminder", registration.Email, registration.Person.FullName, days <= 0 ? text["Heute: {0}", conference.Name] : when,
        [
            new Paragraph(text["Guten Tag {0},", registration.Person.FullName]),
            new Paragraph(days <= 1
                ? text["es geht los. Hier steht alles, was Sie für den Weg und den Einlass brauchen."]
                : text["wir freuen uns auf Sie. Hier steht noch einmal das Wichtigste."]),
            new Facts(
            [
                (text["Dabei"], RegistrationTexts.Attendance(text, conference, registration.Attendance)),
                .. conference.Days.OrderBy(d => d.Date).Select(d => (ConferenceTime.DayText(d.Date), text["Einlass ab {0} Uhr, Beginn {1} Uhr", ConferenceTime.Clock(d.DoorsOpenAt), ConferenceTime.Clock(d.StartsAt)].Value)),
                (text["Ort"], $"{conference.VenueName}, {conference.VenueAddress.ReplaceLineEndings(", ")}"),
            ]),
            new Heading(text["Ihr Ticket"]),
            new Picture(TicketPicture.Png(ticket.Code), "ticket.png", text["QR-Code Ihres Tickets; der Code steht darunter als Text"], 240),
            new Code(Secret.Grouped(ticket.Code)),
            new Link(text["Ticket ansehen und drucken"], url + Addresses.Ticket),
            new Paragraph(text["Sie können doch nicht kommen? Stornieren Sie bitte, oder nennen Sie eine Vertretung: Andere warten auf einen Platz."]),
            new Link(text["Mein Kongress"], url + Addresses.MyConference),
            conference.Regards(text),
        ])
        {
            SubjectId = registration.Id,
            Language = registration.Language,
            PointlessAfter = conference.EndsAt,
        }.From(conference);
    }
}
