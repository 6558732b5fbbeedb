using Kongress.Data;
using Kongress.Mail;
using Kongress.Shared;
using static Kongress.Mail.LetterBlock;

namespace Kongress.Conferences;

/// <param name="Page">The address of the page, as far as the person knows it.</param>
/// <param name="Email">For an answer; null or empty: the report is anonymous.</param>
public sealed record BarrierReport(string Page, string Text, string? Email);

/// <summary>Takes reports of barriers and passes them to the contact of the edition. An answer is due within a month (§ 12b BGG).</summary>
public sealed class BarrierDesk(KongressDb db, Outbox outbox, TimeProvider clock)
{
    public Task ReportAsync(Conference conference, BarrierReport report, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var to = conference.AccessibilityContactEmail.Length > 0 ? conference.AccessibilityContactEmail : conference.ContactEmail;
            if (MailAddressAttribute.IsMailAddress(to))
            {
                outbox.Add(new Letter("Barrier.Reported", to, conference.AccessibilityContactName, $"Barriere gemeldet – {conference.Name}",
                [
                    new Paragraph("auf den Seiten des Kongresses wurde eine Barriere gemeldet. Eine Antwort ist innerhalb eines Monats fällig."),
                    new Facts([("Seite", report.Page), ("Antwort an", string.IsNullOrWhiteSpace(report.Email) ? "nicht gewünscht" : report.Email)]),
                    new Paragraph(report.Text),
                ])
                {
                    ConferenceId = conference.Id,
                    SubjectId = conference.Id,
                    SenderName = conference.Name,
                    ReplyTo = string.IsNullOrWhiteSpace(report.Email) ? null : report.Email,
                });
            }

            db.Record(new Change(conference.Id, Actor.Public, "Barrier.Reported", conference.Id, clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
        },
        ct);
}
