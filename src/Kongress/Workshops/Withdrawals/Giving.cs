using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Workshops.Withdrawals;

/// <summary>What happens when somebody gives up a part and keeps the rest, whichever page they do it on. The caller has changed the attendance.</summary>
internal sealed class Giving(KongressDb db, Outbox outbox, WorkshopMails workshopMails, WithdrawalMails mails)
{
    private readonly Seats seats = new(db, outbox, workshopMails);

    /// <summary>The edition first and its workshops second, always in this order.</summary>
    public async Task LockAsync(Guid conferenceId, CancellationToken ct)
    {
        await db.LockAsync<Conference>(conferenceId, ct);
        // An edition without workshops has no rules, and then there are no seats to pass on.
        await db.LockAsync<WorkshopRules>(conferenceId, ct);
    }

    /// <summary>What has not begun of the workshops with a seat, an offer or a place in line.</summary>
    public async Task<List<Workshop>> AheadAsync(Registration registration, DateTimeOffset now, CancellationToken ct) =>
        [.. (await db.OwnAsync(registration.Id, ct)).Select(o => o.Workshop).Where(w => w.Place.StartsAt > now)];

    /// <summary>What goes: the workshops of the parts, and single ones. What has begun stays.</summary>
    public async Task<List<Own>> GoingAlongAsync(Registration registration, IReadOnlyList<CongressPart> parts, IReadOnlyCollection<Guid> workshops, DateTimeOffset now, CancellationToken ct) =>
        [.. (await db.OwnAsync(registration.Id, ct)).Where(o => o.Workshop.Place.StartsAt > now
            && (workshops.Contains(o.Workshop.Id) || parts.Any(part => Withdrawal.TakesAlong(part, o.Workshop))))];

    /// <summary>Ends the seats and passes them on, lets the companions follow, tells the person and notes it; saves.</summary>
    /// <param name="reason">Of an organiser; null when the person gave it up.</param>
    public async Task GiveUpAsync(
        Conference conference, Registration registration, IReadOnlyList<CongressPart> parts, List<(Own Own, SignUpStatus End)> given, Guid actorId, string? reason, DateTimeOffset now, CancellationToken ct)
    {
        var companions = await AssistantDesk.FollowDaysAsync(db, registration, ct);
        foreach (var ((signUp, workshop), end) in given)
        {
            signUp.End(end, now, reason);
            db.Record(new Change(conference.Id, actorId, "Workshop." + end, signUp.Id, now, string.Join("; ", new[] { workshop.Place.Code, reason }.OfType<string>())));
        }

        var workshops = given.ConvertAll(g => g.Own.Workshop);
        var what = string.Join(", ", parts.Select(part => part.ShortName()).Concat(workshops.Select(w => w.Place.Code)));
        db.Record(new Change(conference.Id, actorId, "Registration.PartCancelled", registration.Id, now, string.Join("; ", new[] { what, reason }.OfType<string>())));
        outbox.Add(mails.Withdrawn(conference, registration, parts, workshops, companions > 0, reason, now));
        if (given.Count > 0) await seats.PassOnAsync(conference, await db.Set<WorkshopRules>().SingleAsync(r => r.Id == conference.Id, ct), now, ct);
        else await db.SaveChangesAsync(ct);
    }
}
