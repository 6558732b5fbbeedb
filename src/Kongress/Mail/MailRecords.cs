using Kongress.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kongress.Mail;

/// <summary>When mails go. Mails know addresses and no accounts: what was written to a person is shown by the accounts, which know both.</summary>
public sealed class MailRecords(KongressDb db, IOptions<MailOptions> options) : IHoldsPersonalData
{
    public Task<IReadOnlyList<PersonalDataPart>> ShowAsync(Guid accountId, CancellationToken ct) => Task.FromResult<IReadOnlyList<PersonalDataPart>>([]);

    /// <summary>Deletes by the last time at which a mail was due: one that was sent again begins anew.</summary>
    public Task<int> EraseDueAsync(DateTimeOffset now, CancellationToken ct)
    {
        var end = now.AddDays(-options.Value.KeepDays);
        return db.InTransactionAsync(() => db.Set<OutgoingMail>().Settled().Where(m => m.DueAt <= end).ExecuteDeleteAsync(ct), ct);
    }
}

public static class OutgoingMailQueries
{
    /// <summary>Mails to which nothing happens any more by itself: sent, failed or stopped. What still waits is never deleted.</summary>
    public static IQueryable<OutgoingMail> Settled(this IQueryable<OutgoingMail> mails) =>
        mails.Where(m => m.State == MailState.Sent || m.State == MailState.Failed || m.State == MailState.Aborted);
}
