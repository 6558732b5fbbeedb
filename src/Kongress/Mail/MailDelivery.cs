using Kongress.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Kongress.Mail;

/// <summary>Brings due mails to their recipients: at least once, with the same Message-ID on every try.</summary>
/// <remarks>
/// A mail belongs to a worker while its lease lasts, so that several rounds and nodes never send it at the same time.
/// A killed worker's mails are due again when the lease ends; whether the last one had left already nobody knows, hence "at least".
/// </remarks>
public sealed class MailDelivery(IServiceScopeFactory scopes, IOptions<MailOptions> options, TimeProvider clock, ILogger<MailDelivery> log)
{
    private const int Batch = 50;

    /// <summary>How long the mails of a killed worker wait before somebody else takes them.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>Delivers what is due; returns how many left. Safe to run anywhere at any time.</summary>
    public async Task<int> DeliverDueAsync(CancellationToken ct)
    {
        await using var carrier = Carrier();
        var sent = 0;
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<KongressDb>();
            var mails = await ClaimAsync(db, ct);
            if (mails.Count == 0) return sent;

            string? broken = null;
            foreach (var mail in mails)
            {
                // One at a time: EF compares all that it follows, byte by byte, at each save, and one lost lease would keep the others from being stored.
                db.ChangeTracker.Clear();
                db.Attach(mail);
                // The mail in hand learns why the line broke; those behind it go back untried.
                if (broken is not null) mail.GiveBack();
                else broken = await DeliverAsync(carrier, mail, ct);
                if (mail.State is MailState.Sent) sent++;
                await SaveAsync(db, mail, ct);
            }

            if (broken is null) continue;
            log.LogWarning("Mail delivery stopped: {Reason}", broken);
            return sent;
        }
    }

    // Null: go on with the next one. Otherwise the reason why no further mail can leave now.
    private async Task<string?> DeliverAsync(MailCarrier carrier, OutgoingMail mail, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (mail.IsPointless(now))
        {
            mail.GiveBack();
            mail.Abort("Die Nachricht kam nicht mehr rechtzeitig an und wurde nicht verschickt.");
            return null;
        }

        try
        {
            using var stream = new MemoryStream(mail.Content);
            await carrier.HandOverAsync(mail.Id, await MimeMessage.LoadAsync(stream, ct), ct);
            mail.MarkSent(clock.GetUtcNow());
            return null;
        }
        catch (MailRefusedException e)
        {
            if (e.IsFinal) mail.Fail(e.Message);
            else mail.Postpone(e.Message, clock.GetUtcNow());
            log.LogWarning("Mail {MailId} was refused, try {Attempt}, final: {IsFinal}", mail.Id, mail.Attempts, e.IsFinal);
            return null;
        }
        catch (MailLineException e)
        {
            mail.Postpone(e.Message, clock.GetUtcNow());
            return e.Message;
        }
        catch (FormatException e)
        {
            mail.Fail("The stored message cannot be read: " + e.Message);
            return null;
        }
    }

    private async Task<List<OutgoingMail>> ClaimAsync(KongressDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var lease = Guid.CreateVersion7();
        var mails = db.Set<OutgoingMail>();
        // One state after the other, so that each is read in the order of its index, however many wait behind the first ones.
        var due = await mails.Where(m => m.State == MailState.Due && m.DueAt <= now).OrderBy(m => m.DueAt).Select(m => m.Id).Take(Batch).ToListAsync(ct);
        if (due.Count == 0) due = await mails.Where(m => m.State == MailState.Sending && m.LeaseEndsAt < now).OrderBy(m => m.LeaseEndsAt).Select(m => m.Id).Take(Batch).ToListAsync(ct);
        if (due.Count == 0) return [];

        // Another worker may have been quicker: the condition is asked again in the update, in words that leave the keys to find the rows.
        await db.InTransactionAsync(
            () => mails.Where(m => due.Contains(m.Id) && m.State != MailState.Sent && m.State != MailState.Failed && m.State != MailState.Aborted && m.DueAt <= now && (m.LeaseEndsAt == null || m.LeaseEndsAt < now)).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.State, MailState.Sending).SetProperty(m => m.LeaseId, lease).SetProperty(m => m.LeaseEndsAt, now + Lease), ct),
            ct);
        // By their keys: an outbox keeps the mails of the whole congress, and a lease has no index.
        return await mails.AsNoTracking().Where(m => due.Contains(m.Id) && m.LeaseId == lease).OrderBy(m => m.DueAt).ThenBy(m => m.Id).ToListAsync(ct);
    }

    // The answer of the server is kept even when the host is stopping: an unsaved success would be sent twice.
    private async Task SaveAsync(KongressDb db, OutgoingMail mail, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct.IsCancellationRequested ? CancellationToken.None : ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            log.LogWarning("The lease of mail {MailId} was lost, and with it what became of this try", mail.Id);
        }
    }

    private MailCarrier Carrier() => options.Value.Smtp.Host.Length > 0 ? new SmtpCarrier(options.Value.Smtp) : new FolderCarrier(options.Value.Pickup);
}
