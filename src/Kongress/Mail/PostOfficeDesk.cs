using Kongress.Data;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Mail;

public enum MailActionOutcome
{
    Done,

    /// <summary>The mail is in a state in which this makes no sense (any more).</summary>
    NotPossible,
    NotFound,
}

/// <summary>What an organiser does with a mail: send a failed one again, stop one that waits.</summary>
public sealed class PostOfficeDesk(KongressDb db, TimeProvider clock)
{
    public Task<MailActionOutcome> SendAgainAsync(Guid mailId, Guid organiserId, CancellationToken ct) =>
        ActAsync(mailId, organiserId, "Mail.SentAgain", mail => mail.SendAgain(clock.GetUtcNow()), ct);

    public Task<MailActionOutcome> AbortAsync(Guid mailId, Guid organiserId, CancellationToken ct) =>
        ActAsync(mailId, organiserId, "Mail.Aborted", mail => mail.Abort("Von der Organisation angehalten."), ct);

    private Task<MailActionOutcome> ActAsync(Guid mailId, Guid organiserId, string action, Func<OutgoingMail, bool> act, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var mail = await db.Set<OutgoingMail>().SingleOrDefaultAsync(m => m.Id == mailId, ct);
            if (mail is null) return MailActionOutcome.NotFound;
            if (!act(mail)) return MailActionOutcome.NotPossible;
            db.Record(new Change(mail.ConferenceId, organiserId, action, mail.Id, clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
            return MailActionOutcome.Done;
        },
        ct);
}
