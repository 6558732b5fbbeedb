using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Programme.Releases;
using Kongress.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Workshops;

/// <summary>What a person does about workshops: sign up, swap, give back, answer an offer. And the round of every minute.</summary>
public sealed class SignUpDesk(KongressDb db, Outbox outbox, WorkshopMails mails, ReleaseMails releaseMails, TimeProvider clock)
{
    private readonly Seats seats = new(db, outbox, mails);

    /// <summary>Takes a seat, or a place on the waiting list where none is free. Once nobody moves up any more, whoever waits takes a free seat in the same way. Safe to call twice, safe under load.</summary>
    /// <param name="swap">The person agrees to give back their seats at the same time. They keep them when no seat is got.</param>
    /// <param name="instead">A workshop in the same block whose seat the person agrees to give back for this one, likewise.</param>
    public Task<SignUpResult> SignUpAsync(Conference conference, Guid workshopId, Guid accountId, bool swap, CancellationToken ct, Guid? instead = null) => seats.UnderLockAsync<SignUpResult>(
        conference,
        workshopId,
        accountId,
        SignUpOutcome.NotFound,
        clock,
        async (look, now) =>
        {
            var (rules, workshop) = (look.Rules, look.Workshop);
            if (look.Registration is not { } registration) return SignUpOutcome.NotRegistered;
            var own = await db.OwnAsync(registration.Id, ct);
            var still = Turn.Standstill(workshop, now);
            var isLate = still is { Kind: TurnKind.TooLate };
            var mine = own.Find(o => o.Workshop.Id == workshopId);
            if (mine is not null && !(isLate && mine.SignUp.Status is SignUpStatus.Waiting)) return SignUpOutcome.AlreadyThere;
            if (workshop.RefusalFor(registration, now) is { } refused) return refused;

            // Where nobody moves up for now, a newcomer does not either. Where nobody will any more, who comes first has the seat.
            // Elsewhere those in line come first, and whoever still waits then was passed over.
            var standsStill = look.Waiting > 0 && still is not null && !isLate;
            if (look.Waiting > 0 && still is null && workshop.FreeFor(isInGroup: true, look.Holders, now) > 0 && await seats.GiveFreeAsync(conference, rules, now, ct) > 0)
            {
                look = (await db.LookAsync(conference.Id, workshopId, accountId, now, ct))!;
                own = await db.OwnAsync(registration.Id, ct);
            }

            var overlapping = own.Where(o => o.SignUp.Status is SignUpStatus.Seated && o.Workshop.Overlaps(workshop)).ToList();
            var (inAll, inBlock) = (Bound.InAll(rules, workshop, own), Bound.InBlock(rules, workshop, own, conference.Time));
            if (standsStill || workshop.FreeFor(workshop.IsKeptFor(registration.Person), look.Holders, now) == 0)
            {
                if (isLate) return SignUpOutcome.TooLate;
                if (look.Waiting >= workshop.Settings.MostWaiting) return SignUpOutcome.Full;
                if (inBlock?.FullForLine(now) is { } enough) return new SignUpResult(SignUpOutcome.TooManyInBlock, Titles(enough), inBlock.Block!.Name);
                if (inAll?.FullForLine(now) is not null) return SignUpOutcome.TooMany;
                Add(new SignUp(workshop, registration.Id, rules.LockCount, now), "Workshop.Waiting", workshop, accountId, now);
                await db.SaveChangesAsync(ct);
                return SignUpOutcome.Waiting;
            }

            if (overlapping.Count > 0 && !swap) return new SignUpResult(SignUpOutcome.Overlaps, Titles(overlapping));
            var seatInstead = inBlock?.SeatIn(instead, now);
            if (inBlock?.FullForSeat(now, seatInstead) is { } full) return new SignUpResult(SignUpOutcome.TooManyInBlock, Titles(full), inBlock.Block!.Name);
            if (inAll?.FullForSeat(now, seatInstead) is not null) return SignUpOutcome.TooMany;
            var given = Given(overlapping, seatInstead);
            var signUp = mine?.SignUp ?? new SignUp(workshop, registration.Id, rules.LockCount, now);
            signUp.Seat(now);
            Add(signUp, "Workshop.Seated", workshop, accountId, now, isNew: mine is null);
            seats.Release(conference, given, accountId, now);
            outbox.Add(mails.Confirmed(conference, registration, workshop, [.. given.Select(o => o.Workshop)]));
            if (given.Count > 0) await seats.GiveFreeAsync(conference, rules, now, ct);
            else await db.SaveChangesAsync(ct);
            return given.Count == 0 ? SignUpOutcome.Seated : new SignUpResult(SignUpOutcome.Swapped, Titles(given));
        },
        ct);

    /// <summary>Gives a seat back, declines an offer or leaves the waiting list. A freed seat goes to the next in line at once.</summary>
    public Task<GiveBackOutcome> GiveBackAsync(Conference conference, Guid workshopId, Guid accountId, CancellationToken ct) => WithOwnAsync(
        conference,
        workshopId,
        accountId,
        GiveBackOutcome.NotSignedUp,
        async (look, _, own, now) =>
        {
            var given = own.Find(o => o.Workshop.Id == workshopId);
            if (given is null) return GiveBackOutcome.NotSignedUp;
            if (given.Workshop.Place.IsOn && now >= given.Workshop.Place.StartsAt) return GiveBackOutcome.Started;

            var heldSeat = given.SignUp.HoldsSeat;
            given.SignUp.End(given.SignUp.Status is SignUpStatus.Offered ? SignUpStatus.Declined : SignUpStatus.GivenBack, now);
            db.Record(new Change(conference.Id, accountId, heldSeat ? "Workshop.GivenBack" : "Workshop.LeftWaitingList", given.SignUp.Id, now, given.Workshop.Place.Code));
            await seats.GiveFreeAsync(conference, look.Rules, now, ct);
            return heldSeat ? GiveBackOutcome.GivenBack : GiveBackOutcome.LeftWaitingList;
        },
        ct);

    /// <summary>Takes the offered seat. Safe to call twice.</summary>
    /// <param name="swap">The person agrees to give back their seats at the same time.</param>
    /// <param name="instead">A workshop in the same block whose seat the person agrees to give back for this one.</param>
    public Task<AcceptResult> AcceptAsync(Conference conference, Guid workshopId, Guid accountId, bool swap, CancellationToken ct, Guid? instead = null) => WithOwnAsync<AcceptResult>(
        conference,
        workshopId,
        accountId,
        AcceptOutcome.Ended,
        async (look, registration, own, now) =>
        {
            var offered = own.Find(o => o.Workshop.Id == workshopId);
            if (offered?.SignUp.Status is SignUpStatus.Seated) return AcceptOutcome.AlreadyAccepted;
            if (offered?.SignUp.Status is not SignUpStatus.Offered || now >= offered.Workshop.StopsAt) return AcceptOutcome.Ended;
            var overlapping = own.Where(o => o.SignUp.Status is SignUpStatus.Seated && o.Workshop.Overlaps(offered.Workshop)).ToList();
            if (overlapping.Count > 0 && !swap) return new AcceptResult(AcceptOutcome.Overlaps, Titles(overlapping));
            var inBlock = Bound.InBlock(look.Rules, offered.Workshop, own, conference.Time);
            var seatInstead = inBlock?.SeatIn(instead, now);
            if (inBlock?.FullForOffer(seatInstead) is { } full) return new AcceptResult(AcceptOutcome.TooManyInBlock, Titles(full), inBlock.Block!.Name);
            if (Bound.InAll(look.Rules, offered.Workshop, own)?.FullForOffer(seatInstead) is not null) return AcceptOutcome.TooMany;
            var given = Given(overlapping, seatInstead);

            offered.SignUp.Seat(now);
            db.Record(new Change(conference.Id, accountId, "Workshop.OfferAccepted", offered.SignUp.Id, now, offered.Workshop.Place.Code));
            seats.Release(conference, given, accountId, now);
            outbox.Add(mails.Confirmed(conference, registration, offered.Workshop, [.. given.Select(o => o.Workshop)]));
            await seats.GiveFreeAsync(conference, look.Rules, now, ct);
            return given.Count == 0 ? AcceptOutcome.Accepted : new AcceptResult(AcceptOutcome.Swapped, Titles(given));
        },
        ct);

    /// <summary>Follows the released programme, ends what was not answered in time or whose registration ended, and passes the seats on. Run every minute; safe to run anywhere at any time.</summary>
    public async Task PassTimeAsync(CancellationToken ct)
    {
        foreach (var id in await db.Set<WorkshopRules>().Where(r => db.Set<Conference>().Any(c => c.Id == r.Id && c.IsCurrent)).Select(r => r.Id).ToListAsync(ct))
        {
            await seats.UnderLockAsync(
                id,
                0,
                clock,
                async (conference, rules, now) =>
                {
                    await FollowAsync(conference, ct);
                    return await seats.PassOnAsync(conference, rules, now, ct);
                },
                ct);
        }
    }

    // A release takes the workshops along itself. This is the net below it: days of the edition that changed, a workshop that was opened meanwhile.
    // What counts is the newest release that has told its people, read behind the lock: an older one would move the workshops back,
    // and one whose time has just come tells everything in one mail itself.
    private async Task FollowAsync(Conference conference, CancellationToken ct)
    {
        if (await db.NewestToldReleaseAsync(conference.Id, ct) is not { } release) return;
        var programme = release.Snapshot;
        foreach (var recipient in Recipients.Of(await new Placements(db, mails, clock).TakeOverAsync(conference, programme, ct)))
        {
            outbox.Add(releaseMails.Changes(conference, release, recipient, Snapshot.Empty, programme));
        }
    }

    // What goes back for a new seat: what is at the same time, and what the person named in its block.
    private static List<Own> Given(List<Own> overlapping, Own? instead) => instead is null || overlapping.Contains(instead) ? overlapping : [.. overlapping, instead];

    private static List<string> Titles(IEnumerable<Own> own) => [.. own.Select(o => o.Workshop.Place.Title)];

    private void Add(SignUp signUp, string action, Workshop workshop, Guid accountId, DateTimeOffset now, bool isNew = true)
    {
        if (isNew) db.Add(signUp);
        db.Record(new Change(workshop.ConferenceId, accountId, action, signUp.Id, now, workshop.Place.Code));
    }

    // With all that the person has, for what needs a registration.
    private Task<T> WithOwnAsync<T>(
        Conference conference, Guid workshopId, Guid accountId, T notFound, Func<Look, Registration, List<Own>, DateTimeOffset, Task<T>> work, CancellationToken ct) => seats.UnderLockAsync(
        conference,
        workshopId,
        accountId,
        notFound,
        clock,
        async (look, now) => look.Registration is { } registration ? await work(look, registration, await db.OwnAsync(registration.Id, ct), now) : notFound,
        ct);
}
