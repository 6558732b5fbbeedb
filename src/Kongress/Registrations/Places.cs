using Kongress.Accounts;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations.Contingents;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations;

/// <summary>Counts and passes on the places of an edition. Every call needs the lock of the conference row.</summary>
internal sealed class Places(KongressDb db, Outbox outbox, RegistrationMails mails)
{
    /// <summary>What was true when the lock was taken, and stays true until the commit.</summary>
    /// <param name="OrderNumber">The next number in the order of submission; the lock gives it to this transaction alone.</param>
    /// <param name="Contingents">Of the edition; empty where there are none, and everybody takes from the same places.</param>
    /// <param name="Tree">Who holds places, and whether anybody waits; not how many.</param>
    public sealed record Situation(long OrderNumber, IReadOnlyList<Contingent> Contingents, PlaceTree Tree, DateTimeOffset OpensAt, DateTimeOffset ClosesAt)
    {
        /// <summary>The contingent of somebody, by what they say of themselves; null: the places open to everybody.</summary>
        public Guid? ContingentFor(Applicant applicant) => Assignment.Of(Contingents, applicant)?.Id;
    }

    /// <summary>Counts in three queries who holds a place. Of those who wait only whether there are any: thousands may, and each new one would count them all.</summary>
    public async Task<Situation> LookAsync(Guid conferenceId, DateTimeOffset now, CancellationToken ct)
    {
        var edition = await PlaceLooks.Edition.For(db)(db, conferenceId, false, ct);
        var contingents = await PlaceLooks.Contingents.For(db)(db, conferenceId, false).ToListAsync(ct);
        var counts = await PlaceLooks.Holding.For(db)(db, conferenceId, true).ToListAsync(ct);
        counts.AddRange(contingents.Where(c => c.SomebodyWaits).Select(c => OneWaits(c.Contingent.Id)));
        if (edition.SomebodyWaits) counts.Add(OneWaits(null));
        var all = contingents.ConvertAll(c => c.Contingent);
        return new Situation(edition.LockCount, all, new PlaceTree(edition.Capacity, all, counts, now), edition.OpensAt, edition.ClosesAt);

        static PlaceCount OneWaits(Guid? contingentId) => new(contingentId, RegistrationStatus.WaitingList, false, 1);
    }

    /// <summary>Who holds a place and who waits, by contingent and state.</summary>
    internal static Task<List<PlaceCount>> CountsAsync(KongressDb db, Guid conferenceId, CancellationToken ct) => db.Set<Registration>()
        .Where(r => r.ConferenceId == conferenceId && (r.HoldsPlace
            || r.Status == RegistrationStatus.WaitingList || r.Status == RegistrationStatus.UnderReview || r.Status == RegistrationStatus.AwaitingEmail))
        .GroupBy(r => new { r.ContingentId, r.Status, r.HoldsPlace })
        .Select(g => new PlaceCount(g.Key.ContingentId, g.Key.Status, g.Key.HoldsPlace, g.Count()))
        .ToListAsync(ct);

    /// <summary>Gives every free place to the next in line who may have it. Returns how many were given.</summary>
    /// <remarks>
    /// Saves first, so that places freed by the caller are counted. Those on the waiting list are asked by mail;
    /// those whose address or admission is still open simply hold a place from now on, as they stood in line too.
    /// </remarks>
    public async Task<int> PassOnAsync(Conference conference, DateTimeOffset now, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        if (now >= conference.StartsAt) return 0;
        var tree = (await LookAsync(conference.Id, now, ct)).Tree;
        var candidates = new List<Registration>();
        foreach (var pool in tree.Pools.Where(p => p.WaitingHere > 0 && p.Room > 0)) candidates.AddRange(await NextInLineAsync(conference.Id, tree, pool, ct));

        // Where several contingents share what is left of the whole, the order of submission decides.
        var next = candidates.OrderBy(r => r.OrderNumber).Where(r => tree.Give(r.ContingentId)).ToList();
        foreach (var registration in next)
        {
            registration.GivePlace(conference.OfferEnd(now));
            if (registration.Status is RegistrationStatus.Offered) outbox.Add(mails.Offer(conference, registration, db.NewLink(RegistrationLinks.Offer, registration)));
            db.Record(new Change(conference.Id, Actor.System, registration.Status is RegistrationStatus.Offered ? "Registration.Offered" : "Registration.PlaceHeld", registration.Id, now));
        }

        await db.SaveChangesAsync(ct);
        return next.Count;
    }

    /// <summary>Somebody changed what they say of themselves: in line, they stand in the right contingent from now on, and get a place at once where there is one. Who has a place keeps it.</summary>
    public async Task FollowChangeAsync(Conference conference, Registration registration, DateTimeOffset now, CancellationToken ct)
    {
        if (!registration.Waits) return;
        var contingent = (await LookAsync(conference.Id, now, ct)).ContingentFor(Applicant.Of(registration));
        if (contingent == registration.ContingentId) return;
        registration.PutInto(contingent);
        await PassOnAsync(conference, now, ct);
    }

    private IQueryable<Registration> Waiting(Guid conferenceId)
    {
        // As a parameter: SQLite finds no bare "NOT HoldsPlace" in an index.
        var no = false;
        return db.Set<Registration>().Where(r => r.ConferenceId == conferenceId && r.HoldsPlace == no
            && (r.Status == RegistrationStatus.WaitingList || r.Status == RegistrationStatus.UnderReview || r.Status == RegistrationStatus.AwaitingEmail));
    }

    private Task<List<Registration>> NextInLineAsync(Guid conferenceId, PlaceTree tree, PlacePool pool, CancellationToken ct)
    {
        var waiting = Waiting(conferenceId);
        if (tree.Pools.Count > 1)
        {
            var contingents = pool.ContingentIds.Select(id => (Guid?)id).ToList();
            var isRoot = pool == tree.Root;
            waiting = waiting.Where(r => contingents.Contains(r.ContingentId) || (isRoot && r.ContingentId == null));
        }

        return waiting.OrderBy(r => r.OrderNumber).Take(pool.Room).ToListAsync(ct);
    }

    /// <summary>Makes the ticket of a confirmed registration and the mail that brings it.</summary>
    /// <param name="wasInvited">Whether the place came by a code or an invitation that was used after the registration.</param>
    public Ticket IssueTicket(Conference conference, Registration registration, DateTimeOffset now, bool wasInvited = false)
    {
        var ticket = new Ticket(registration, now);
        db.Add(ticket);
        outbox.Add(mails.Confirmed(conference, registration, ticket, wasInvited));
        return ticket;
    }

    /// <summary>For the owner of an address that is registered already: what is true of it. An offer comes with a new link, stored with the caller's save.</summary>
    public Letter AlreadyRegistered(Conference conference, Registration known) => known.Status is RegistrationStatus.Offered
        ? mails.AlreadyOffered(conference, known, db.NewLink(RegistrationLinks.Offer, known))
        : mails.AlreadyRegistered(conference, known);

    /// <summary>The account of an address, made when there is none. The address must have been proved.</summary>
    public async Task<Account> AccountOfAsync(Registration registration, DateTimeOffset now, CancellationToken ct)
    {
        var account = await db.AccountOfAsync(registration.Email, registration.Language, now, ct);
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

/// <summary>The links in the mails of this feature.</summary>
internal static class RegistrationLinks
{
    public const string Confirm = "Registration.Confirm";
    public const string Offer = "Registration.Offer";

    /// <summary>The secret of a new link, good as long as the place is held; stored with the caller's save.</summary>
    public static string NewLink(this KongressDb db, string purpose, Registration registration) => db.NewLink(purpose, registration.Id, registration.HeldUntil!.Value);
}
