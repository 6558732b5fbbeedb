using Kongress.Data;
using Kongress.Mail;
using Kongress.Shared;
using static Kongress.Mail.LetterBlock;

namespace Kongress.Conferences;

/// <param name="Page">The address of the page, as far as the person knows it.</param>
/// <param name="Email">For an answer; null or empty: the report is anonymous.</param>
/// <param name="Name">For the salutation of the answer; null or empty: none was given.</param>
public sealed record BarrierReport(string Page, string Text, string? Email, string? Name);

public enum BarrierOutcome
{
    Received,

    /// <summary>The edition names neither an accessibility contact nor any other address: nobody would read the report.</summary>
    NobodyToTell,
}

/// <summary>Takes reports of barriers and passes them to the contact of the edition. An answer is due within a month (§ 12b BGG).</summary>
public sealed class BarrierDesk(KongressDb db, Outbox outbox, TimeProvider clock)
{
    public Task<BarrierOutcome> ReportAsync(Conference conference, BarrierReport report, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var to = conference.AccessibilityContactEmail.Length > 0 ? conference.AccessibilityContactEmail : conference.ContactEmail;
            if (!MailAddressAttribute.IsMailAddress(to)) return BarrierOutcome.NobodyToTell;

            var answerTo = string.IsNullOrWhiteSpace(report.Email) ? null : report.Email.Trim();
            outbox.Add(new Letter("Barrier.Reported", to.Trim(), conference.AccessibilityContactName, $"Barriere gemeldet – {conference.Name}",
            [
                new Paragraph("Guten Tag,"),
                new Paragraph("auf den Seiten des Kongresses wurde eine Barriere gemeldet. Eine Antwort ist innerhalb eines Monats fällig."),
                new Facts([("Seite", Or(report.Page, "nicht angegeben")), ("Name", Or(report.Name, "nicht angegeben")), ("Antwort an", answerTo ?? "nicht gewünscht")]),
                new Heading("Die Meldung"),
                new Paragraph(report.Text),
            ])
            {
                ConferenceId = conference.Id,
                SubjectId = conference.Id,
                SenderName = conference.Name,
                ReplyTo = answerTo,
            });
            db.Record(new Change(conference.Id, Actor.Public, "Barrier.Reported", conference.Id, clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
            return BarrierOutcome.Received;
        },
        ct);

    private static string Or(string? text, string otherwise) => string.IsNullOrWhiteSpace(text) ? otherwise : text;
}
