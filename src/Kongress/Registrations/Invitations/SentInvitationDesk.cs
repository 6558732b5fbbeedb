using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations.Invitations;

/// <summary>What an organiser does about one personal invitation that has gone out. All of it is audited.</summary>
public sealed class SentInvitationDesk(KongressDb db, Outbox outbox, InvitationMails mails, RegistrationMails registrationMails, TimeProvider clock)
{
    // Between two mails: a second press sends nothing.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly Entrances entrances = new(db);
    private readonly Endings endings = new(db, outbox, registrationMails);

    /// <summary>Sends an open invitation once more, with a new link; older ones stay good. The automatic reminder counts from now.</summary>
    public Task<ResendOutcome> ResendAsync(Guid conferenceId, Guid id, Guid organiserId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockAsync<Conference>(conferenceId, ct);
            var now = clock.GetUtcNow();
            if (await db.Set<Invitation>().SingleOrDefaultAsync(i => i.Id == id && i.ConferenceId == conferenceId, ct) is not { } invitation) return ResendOutcome.NotFound;
            if (!invitation.IsOpen(now) || await entrances.IsAnsweredAsync(invitation, ct)) return ResendOutcome.NotOpen;
            if (invitation.InvitedAt > now - Pause || invitation.RemindedAt > now - Pause) return ResendOutcome.JustSent;
            var conference = await db.ConferenceWithDaysAsync(conferenceId, ct);
            invitation.SendAgain(now, InvitationDesk.RemindAt(conference, now, invitation.EndsAt));
            outbox.Add(mails.Invited(conference, invitation, entrances.NewLink(invitation)));
            db.Record(new Change(conferenceId, organiserId, "Invitation.Resent", id, now));
            await db.SaveChangesAsync(ct);
            return ResendOutcome.Sent;
        },
        ct);

    /// <summary>Takes an invitation back: its links end at once. A place that is held for its unconfirmed address is free and goes to the next in line.</summary>
    /// <remarks>Nobody is told that there is no invitation any more; who had sent the form hears that the registration is cancelled.</remarks>
    public Task<WithdrawOutcome> WithdrawAsync(Guid conferenceId, Guid id, Guid organiserId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockAsync<Conference>(conferenceId, ct);
            var now = clock.GetUtcNow();
            if (await db.Set<Invitation>().SingleOrDefaultAsync(i => i.Id == id && i.ConferenceId == conferenceId, ct) is not { } invitation) return WithdrawOutcome.NotFound;
            if (!invitation.IsOpen(now)) return WithdrawOutcome.Ended;
            var own = await db.Set<Registration>().SingleOrDefaultAsync(r => r.ConferenceId == conferenceId && r.ActiveEmail == invitation.Email && r.InvitationId == id, ct);
            if (own is { Status: not RegistrationStatus.AwaitingEmail }) return WithdrawOutcome.Registered;

            var heldPlace = own is { HoldsPlace: true };
            await entrances.EndLinksAsync([id], now, ct);
            invitation.End(now);
            db.Record(new Change(conferenceId, organiserId, "Invitation.Withdrawn", id, now));
            if (own is null) await db.SaveChangesAsync(ct);
            else await endings.CancelAsync(await db.ConferenceWithDaysAsync(conferenceId, ct), own, organiserId, null, now, ct);
            return heldPlace ? WithdrawOutcome.WithdrawnWithPlace : WithdrawOutcome.Withdrawn;
        },
        ct);
}
