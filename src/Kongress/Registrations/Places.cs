using Kongress.Accounts;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations;

/// <summary>Counts and passes on the places of an edition. Every call needs the lock of the conference row.</summary>
internal sealed class Places(KongressDb db, Outbox outbox, RegistrationMails mails)
{
    /// <summary>What was true when the lock was taken, and stays true until the commit.</summary>
    /// <param name="OrderNumber">The next number in the order of submission; the lock gives it to this transaction alone.</param>
    public sealed record Situation(long OrderNumber, int Capacity, int Taken, bool SomebodyWaits, DateTimeOffset OpensAt, DateTimeOffset ClosesAt)
    {
        /// <summary>Whether somebody new gets a place without overtaking anybody.</summary>
        public bool IsFree => Taken < Capacity && !SomebodyWaits;
    }

    public Task<Situation> LookAsync(Guid conferenceId, CancellationToken ct) => db.Set<Conference>()
        .Where(c => c.Id == conferenceId)
        .Select(c => new Situation(
            c.LockCount,
            c.Capacity,
            db.Set<Registration>().Count(r => r.ConferenceId == conferenceId && r.HoldsPlace),
            db.Set<Registration>().Any(r => r.ConferenceId == conferenceId && !r.HoldsPlace
                && (r.Status == RegistrationStatus.WaitingList || r.Status == RegistrationStatus.UnderReview || r.Status == RegistrationStatus.AwaitingEmail)),
            c.RegistrationOpensAt,
            c.RegistrationClosesAt))
        .SingleAsync(ct);

    /// <summary>Gives every free place to the next in line. Returns how many were given.</summary>
    /// <remarks>
    /// Saves first, so that places freed by the caller are counted. Those on the waiting list are asked by mail;
    /// those whose address or admission is still open simply hold a place from now on, as they stood in line too.
    /// </remarks>
    public async Task<int> PassOnAsync(Conference conference, DateTimeOffset now, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        var situation = await LookAsync(conference.Id, ct);
        var free = situation.Capacity - situation.Taken;
        if (free <= 0 || !situation.SomebodyWaits || now >= conference.StartsAt) return 0;

        var next = await db.Set<Registration>()
            .Where(r => r.ConferenceId == conference.Id && !r.HoldsPlace
                && (r.Status == RegistrationStatus.WaitingList || r.Status == RegistrationStatus.UnderReview || r.Status == RegistrationStatus.AwaitingEmail))
            .OrderBy(r => r.OrderNumber)
            .Take(free)
            .ToListAsync(ct);
        foreach (var registration in next)
        {
            registration.GivePlace(conference.OfferEnd(now));
            if (registration.Status is RegistrationStatus.Offered)
            {
                var (token, secret) = LinkToken.Issue(RegistrationLinks.Offer, registration.Id, registration.HeldUntil!.Value);
                db.Add(token);
                outbox.Add(mails.Offer(conference, registration, secret));
                db.Record(new Change(conference.Id, Actor.System, "Registration.Offered", registration.Id, now));
            }
        }

        await db.SaveChangesAsync(ct);
        return next.Count;
    }

    /// <summary>Makes the ticket of a confirmed registration and the mail that brings it.</summary>
    public Ticket IssueTicket(Conference conference, Registration registration, DateTimeOffset now)
    {
        var ticket = new Ticket(registration, now);
        db.Add(ticket);
        outbox.Add(mails.Confirmed(conference, registration, ticket));
        return ticket;
    }

    /// <summary>The account of an address, made when there is none. The address must have been proved.</summary>
    public async Task<Account> AccountOfAsync(Registration registration, DateTimeOffset now, CancellationToken ct)
    {
        var name = registration.Email.ToUpperInvariant();
        var account = await db.Set<Account>().SingleOrDefaultAsync(a => a.NormalizedEmail == name, ct);
        if (account is null)
        {
            account = new Account(registration.Email) { CreatedAt = now, Language = registration.Language };
            db.Add(account);
        }

        account.EmailConfirmed = true;
        return account;
    }

    /// <summary>Revokes the valid ticket, if there is one.</summary>
    public async Task RevokeTicketAsync(Registration registration, DateTimeOffset now, CancellationToken ct)
    {
        var ticket = await db.Set<Ticket>().SingleOrDefaultAsync(t => t.ActiveFor == registration.Id, ct);
        ticket?.Revoke(now);
    }
}

/// <summary>Purposes of the links in the mails of this feature.</summary>
internal static class RegistrationLinks
{
    public const string Confirm = "Registration.Confirm";
    public const string Offer = "Registration.Offer";
}
