using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations.Groups;
using Kongress.Registrations.Imports;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations;

/// <summary>Reminds people whom an office, an organiser or a colleague registered, before the place that is held for them goes on.</summary>
public sealed class HoldDesk(KongressDb db, Outbox outbox, HoldMails mails, TimeProvider clock)
{
    private const string Reminded = "Registration.RemindedToConfirm";
    private const int Batch = 50;

    /// <summary>Writes to those for whom half of the time to confirm is over, once to each, in working time only. Run every quarter of an hour; safe to run anywhere at any time.</summary>
    /// <remarks>Who registers themself looks for the mail at once and is not reminded.</remarks>
    public async Task RemindDueAsync(CancellationToken ct)
    {
        foreach (var id in await db.Set<Conference>().Where(c => c.IsCurrent).Select(c => c.Id).ToListAsync(ct))
        {
            int round;
            do round = await db.InTransactionAsync(() => RemindAsync(id, ct), ct);
            while (round == Batch);
        }
    }

    // Under the lock of the edition nobody confirms between the look and the mail.
    private async Task<int> RemindAsync(Guid conferenceId, CancellationToken ct)
    {
        await db.LockAsync<Conference>(conferenceId, ct);
        var now = clock.GetUtcNow();
        var conference = await db.ConferenceWithDaysAsync(conferenceId, ct);
        if (!conference.IsWorkingTime(now)) return 0;
        var all = db.Set<Registration>().Where(r => r.ConferenceId == conferenceId);
        var open = await all
            .Where(r => r.Status == RegistrationStatus.AwaitingEmail && r.HeldUntil > now
                && (db.Set<GroupMember>().Any(m => m.RegistrationId == r.Id) || db.Set<ImportedAttendee>().Any(i => i.RegistrationId == r.Id) || all.Any(old => old.ReplacedById == r.Id))
                && !db.Set<Change>().Any(c => c.SubjectId == r.Id && c.Action == Reminded))
            .OrderBy(r => r.OrderNumber)
            .Select(r => new
            {
                r.Id,
                r.SubmittedAt,
                r.HeldUntil,
                // Sent by hand once more, the time began anew.
                SentAgainAt = db.Set<Change>().Where(c => c.SubjectId == r.Id && (c.Action == "Group.MemberRemindedToConfirm" || c.Action == "Registration.Resent")).OrderByDescending(c => c.At).Select(c => (DateTimeOffset?)c.At).FirstOrDefault(),
            })
            .ToListAsync(ct);
        var due = open.Where(r => now - (r.SentAgainAt ?? r.SubmittedAt) >= r.HeldUntil - now).Take(Batch).Select(r => r.Id).ToList();
        foreach (var registration in await all.Where(r => due.Contains(r.Id)).OrderBy(r => r.OrderNumber).ToListAsync(ct))
        {
            outbox.Add(mails.StillToConfirm(conference, registration, db.NewLink(RegistrationLinks.Confirm, registration)));
            db.Record(new Change(conferenceId, Actor.System, Reminded, registration.Id, now));
        }

        await db.SaveChangesAsync(ct);
        return due.Count;
    }
}
