using System.Globalization;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations.Invitations;

/// <summary>Codes and personal invitations: made by organisers, answered through a link, reminded of once.</summary>
public sealed class InvitationDesk(KongressDb db, Outbox outbox, InvitationMails mails, RegistrationMails registrationMails, TimeProvider clock)
{
    /// <summary>Most addresses at once.</summary>
    public const int MostAtOnce = 300;

    /// <summary>So many days nobody is reminded after an invitation or a reminder, when an organiser reminds all.</summary>
    public const int QuietDays = 3;

    private static readonly TimeSpan RemindAfter = TimeSpan.FromDays(7);
    private static readonly TimeSpan Quiet = TimeSpan.FromDays(QuietDays);
    private readonly Entrances entrances = new(db);
    private readonly Places places = new(db, outbox, registrationMails);
    private readonly LateEntrances late = new(db, outbox, registrationMails);

    /// <summary>Whether a code is good now; the answer may be another one when the form is sent.</summary>
    public Task<(EntranceRefusal Refusal, Entrance Entrance)> TryCodeAsync(Guid conferenceId, string? code, CancellationToken ct) =>
        entrances.FindAsync(conferenceId, code, null, null, clock.GetUtcNow(), ct);

    /// <summary>The invitation of a link with where it stands; null for an unknown one.</summary>
    public async Task<(Invitation Invitation, InvitationState State)?> FindAsync(Guid conferenceId, string? secret, CancellationToken ct)
    {
        if (await entrances.InvitationAsync(conferenceId, secret, ct) is not var (invitation, link)) return null;
        var now = clock.GetUtcNow();
        var state = invitation.StateOf(await entrances.IsAnsweredAsync(invitation, ct), now);
        return (invitation, state is InvitationState.Open && !link.IsOpen(now) ? InvitationState.Ended : state);
    }

    /// <summary>The person does not come. Safe to call twice.</summary>
    public Task<DeclineOutcome> DeclineAsync(Guid conferenceId, string? secret, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockAsync<Conference>(conferenceId, ct);
            var now = clock.GetUtcNow();
            if (await entrances.InvitationAsync(conferenceId, secret, ct) is not var (invitation, link)) return DeclineOutcome.UnknownLink;
            if (await entrances.IsAnsweredAsync(invitation, ct)) return DeclineOutcome.Registered;
            if (invitation.DeclinedAt is not null) return DeclineOutcome.Declined;
            if (!invitation.IsOpen(now) || !link.IsOpen(now)) return DeclineOutcome.Ended;
            invitation.Decline(now);
            db.Record(new Change(conferenceId, Actor.Public, "Invitation.Declined", invitation.Id, now));
            await db.SaveChangesAsync(ct);
            return DeclineOutcome.Declined;
        },
        ct);

    /// <summary>All codes, the newest first; two queries.</summary>
    public async Task<IReadOnlyList<CodeRow>> CodesAsync(Guid conferenceId, CancellationToken ct) => await (
        from code in db.Set<InvitationCode>().AsNoTracking()
        where code.ConferenceId == conferenceId
        orderby code.CreatedAt descending
        select new CodeRow(
            code,
            db.Set<Registration>().Count(r => r.InvitationCodeId == code.Id && r.ActiveEmail != null),
            db.Set<Contingents.Contingent>().Where(c => c.Id == code.Settings.ContingentId).Select(c => c.Settings.Name).FirstOrDefault())).ToListAsync(ct);

    /// <param name="id">Null: a new one.</param>
    /// <param name="version">From the form.</param>
    public Task<(CodeOutcome Outcome, InvitationCode? Code)> SaveCodeAsync(Guid conferenceId, Guid? id, Guid version, InvitationCodeSettings settings, Guid organiserId, CancellationToken ct) => db.InTransactionAsync<(CodeOutcome, InvitationCode?)>(
        async () =>
        {
            await db.LockAsync<Conference>(conferenceId, ct);
            var now = clock.GetUtcNow();
            var code = id is null ? new InvitationCode(conferenceId, settings, now) : await db.Set<InvitationCode>().SingleOrDefaultAsync(c => c.Id == id && c.ConferenceId == conferenceId, ct);
            if (code is null) return (CodeOutcome.NotFound, null);
            if (id is not null && code.Version != version) return (CodeOutcome.ChangedMeanwhile, code);
            if (id is null) db.Add(code);
            code.Set(settings);
            db.Record(new Change(conferenceId, organiserId, id is null ? "InvitationCode.Added" : "InvitationCode.Changed", code.Id, now, string.Create(CultureInfo.InvariantCulture, $"{settings.Name}, {settings.Uses}, {settings.EndsAt:yyyy-MM-dd HH:mm}Z, {settings.Kind}")));
            await db.SaveChangesAsync(ct);
            return (CodeOutcome.Saved, code);
        },
        ct);

    /// <summary>All invitations by address, with where they stand; one query.</summary>
    public Task<IReadOnlyList<InvitationRow>> InvitationsAsync(Guid conferenceId, CancellationToken ct) => RowsAsync(conferenceId, null, ct);

    /// <summary>One of them; null: there is none of that id.</summary>
    public async Task<InvitationRow?> FindRowAsync(Guid conferenceId, Guid id, CancellationToken ct) => (await RowsAsync(conferenceId, id, ct)).SingleOrDefault();

    private async Task<IReadOnlyList<InvitationRow>> RowsAsync(Guid conferenceId, Guid? id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = await (
            from invitation in db.Set<Invitation>().AsNoTracking()
            where invitation.ConferenceId == conferenceId && (id == null || invitation.Id == id)
            orderby invitation.Email
            select new
            {
                Invitation = invitation,
                RegistrationId = db.Set<Registration>().Where(r => r.ConferenceId == conferenceId && r.ActiveEmail == invitation.Email).Select(r => (Guid?)r.Id).FirstOrDefault(),
                IsRegistered = db.Set<Registration>().Any(r => r.ConferenceId == conferenceId && r.ActiveEmail == invitation.Email
                    && (r.InvitationId == invitation.Id || r.Status == RegistrationStatus.Confirmed || r.Status == RegistrationStatus.Offered)),
                IsProved = db.Set<Registration>().Any(r => r.ConferenceId == conferenceId && r.ActiveEmail == invitation.Email && r.Status != RegistrationStatus.AwaitingEmail),
                Contingent = db.Set<Contingents.Contingent>().Where(c => c.Id == invitation.ContingentId).Select(c => c.Settings.Name).FirstOrDefault(),
            }).ToListAsync(ct);
        return rows.ConvertAll(r => new InvitationRow(r.Invitation, r.Invitation.StateOf(r.IsRegistered, now), r.RegistrationId, r.Contingent, r.Invitation.IsOpen(now) && !(r.IsRegistered && r.IsProved)));
    }

    /// <summary>Invites addresses by mail. Who has an open invitation, or a place, gets nothing; one that ended or was declined is opened anew on these terms, and its old links end.</summary>
    /// <remarks>Who is registered and still waits, or is under review, needs no link: the address is proved, and the place is theirs at once, where one is free.</remarks>
    public Task<InvitedResult> InviteAsync(Guid conferenceId, IReadOnlyCollection<string> addresses, InvitationTerms terms, Guid organiserId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockAsync<Conference>(conferenceId, ct);
            var now = clock.GetUtcNow();
            var conference = await db.ConferenceWithDaysAsync(conferenceId, ct);
            var emails = addresses.Select(a => a.Trim().ToLowerInvariant()).Distinct().Take(MostAtOnce).ToList();
            var invited = await db.Set<Invitation>().Where(i => i.ConferenceId == conferenceId && emails.Contains(i.Email)).ToDictionaryAsync(i => i.Email, ct);
            await entrances.EndLinksAsync([.. invited.Values.Where(i => !i.IsOpen(now)).Select(i => i.Id)], now, ct);
            var registered = await db.Set<Registration>().Where(r => r.ConferenceId == conferenceId && emails.Contains(r.ActiveEmail!)).ToDictionaryAsync(r => r.ActiveEmail!, ct);
            var situation = await places.LookAsync(conferenceId, now, ct);
            var (fresh, open, admitted, inLine, refused) = (0, 0, 0, 0, 0);
            foreach (var email in emails)
            {
                var known = registered.GetValueOrDefault(email);
                var old = invited.GetValueOrDefault(email);
                var isProved = known is { Status: not RegistrationStatus.AwaitingEmail };
                if (old?.IsOpen(now) == true && !isProved)
                {
                    open++;
                    continue;
                }

                var remindAt = RemindAt(conference, now, terms.EndsAt);
                var invitation = old ?? new Invitation(conferenceId, email, terms, now, remindAt);
                if (isProved && !late.Take(conference, situation, known!, Entrance.Of(invitation) with { InvitedTo = terms.ContingentId, Kind = terms.Kind }, organiserId, now))
                {
                    refused++;
                    continue;
                }

                if (old is null) db.Add(invitation);
                else invitation.Open(terms, now, remindAt);
                db.Record(new Change(conferenceId, organiserId, old is null ? "Invitation.Sent" : "Invitation.Renewed", invitation.Id, now, terms.Kind.ToString()));
                if (!isProved)
                {
                    fresh++;
                    outbox.Add(mails.Invited(conference, invitation, entrances.NewLink(invitation)));
                }
                else if (known!.HoldsPlace)
                {
                    admitted++;
                }
                else
                {
                    inLine++;
                }
            }

            if (admitted + inLine > 0) await places.PassOnAsync(conference, now, ct);
            else await db.SaveChangesAsync(ct);
            return new InvitedResult(fresh, open, refused, admitted, inLine);
        },
        ct);

    /// <summary>Reminds those who have not answered, each once: not who registered or ever did, not who declined, not after the end. Run every few minutes.</summary>
    public async Task RemindDueAsync(CancellationToken ct)
    {
        foreach (var id in await db.Set<Conference>().Where(c => c.IsCurrent).Select(c => c.Id).ToListAsync(ct))
        {
            await db.InTransactionAsync(() => RemindAsync(id, ct), ct);
        }
    }

    /// <summary>Whom <see cref="RemindAllAsync"/> would remind now, and whom it would leave out as they had a mail in the last days.</summary>
    public async Task<RemindPreview> PreviewRemindersAsync(Guid conferenceId, CancellationToken ct)
    {
        var quietSince = clock.GetUtcNow() - Quiet;
        var open = await Unanswered(conferenceId, clock.GetUtcNow()).Select(i => new { i.InvitedAt, i.RemindedAt }).ToListAsync(ct);
        var spared = open.Count(i => i.InvitedAt > quietSince || i.RemindedAt > quietSince);
        return new RemindPreview(open.Count - spared, spared);
    }

    /// <summary>An organiser reminds everybody who has not answered, but for those who had a mail in the last days: neither a second press nor a second organiser doubles a mail. Returns how many.</summary>
    public Task<int> RemindAllAsync(Guid conferenceId, Guid organiserId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockAsync<Conference>(conferenceId, ct);
            var now = clock.GetUtcNow();
            var quietSince = now - Quiet;
            var due = Unanswered(conferenceId, now).Where(i => i.InvitedAt <= quietSince && (i.RemindedAt == null || i.RemindedAt <= quietSince));
            return await RemindAsync(conferenceId, due, organiserId, now, ct);
        },
        ct);

    private async Task RemindAsync(Guid conferenceId, CancellationToken ct)
    {
        await db.LockAsync<Conference>(conferenceId, ct);
        var now = clock.GetUtcNow();
        await RemindAsync(conferenceId, Unanswered(conferenceId, now).Where(i => i.RemindAt <= now && i.RemindedAt == null), Actor.System, now, ct);
    }

    private async Task<int> RemindAsync(Guid conferenceId, IQueryable<Invitation> whom, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        var due = await whom.OrderBy(i => i.InvitedAt).ToListAsync(ct);
        if (due.Count == 0) return 0;
        var conference = await db.ConferenceWithDaysAsync(conferenceId, ct);
        foreach (var invitation in due)
        {
            invitation.Remind(now);
            outbox.Add(mails.Reminder(conference, invitation, entrances.NewLink(invitation)));
            db.Record(new Change(conferenceId, actor, "Invitation.Reminded", invitation.Id, now));
        }

        await db.SaveChangesAsync(ct);
        return due.Count;
    }

    // Who registered and cancelled since has answered, too. Who sent the form and never confirmed it has not.
    private IQueryable<Invitation> Unanswered(Guid conferenceId, DateTimeOffset now) => db.Set<Invitation>()
        .Where(i => i.ConferenceId == conferenceId && i.DeclinedAt == null && i.EndsAt > now
            && !db.Set<Registration>().Any(r => r.ConferenceId == conferenceId && r.Email == i.Email && (r.ActiveEmail != null || (r.AccountId != null && r.EndedAt >= i.InvitedAt))));

    // A week later, at the latest two days before the end, at nine in the morning; not at all where that leaves no day between.
    internal static DateTimeOffset? RemindAt(Conference conference, DateTimeOffset now, DateTimeOffset endsAt)
    {
        var at = now + RemindAfter < endsAt.AddDays(-2) ? now + RemindAfter : endsAt.AddDays(-2);
        var morning = conference.Time.Instant(conference.Time.Day(at), new TimeOnly(9, 0));
        return morning > now.AddDays(1) ? morning : null;
    }
}
