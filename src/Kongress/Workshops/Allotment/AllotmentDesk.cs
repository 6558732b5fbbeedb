using System.Globalization;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Workshops.Allotment;

public enum PublishOutcome
{
    Published,

    /// <summary>By somebody else, or by the first of two clicks; nothing happened twice.</summary>
    AlreadyPublished,

    /// <summary>What goes in is not what the preview was made of.</summary>
    Changed,

    /// <summary>People may still change their wishes.</summary>
    WishesOpen,
    NotFound,
}

/// <param name="Difference">What has changed since the preview; only for <see cref="PublishOutcome.Changed"/>.</param>
/// <param name="Mails">How many people were told.</param>
public sealed record PublishResult(PublishOutcome Outcome, RunDifference? Difference = null, int Seats = 0, int Mails = 0);

public enum AdjustOutcome
{
    Adjusted,

    /// <summary>Left to the draw again.</summary>
    Lifted,
    ReasonMissing,

    /// <summary>Given by hand would be more seats than there are.</summary>
    Full,

    /// <summary>The person has, or got by hand, a seat at that time.</summary>
    Overlaps,

    /// <summary>The workshop is not allotted by wishes, was before, or has begun.</summary>
    NotAllotting,

    /// <summary>No such person with a confirmed registration.</summary>
    NotFound,
}

/// <summary>The organiser's side of the allotment: dates, draws, seats by hand, publication. All of it is audited.</summary>
public sealed class AllotmentDesk(KongressDb db, Outbox outbox, WorkshopMails mails, AllotmentMails letters, TimeProvider clock)
{
    public const int Seeds = 1_000_000;

    private readonly Seats seats = new(db, outbox, mails);

    /// <summary>When people make their wishes, and how many.</summary>
    /// <returns>False: no session has limited seats yet.</returns>
    public Task<bool> SaveDatesAsync(Guid conferenceId, DateTimeOffset from, DateTimeOffset until, int most, Guid organiserId, CancellationToken ct) => seats.UnderLockAsync(
        conferenceId,
        false,
        clock,
        async (_, rules, now) =>
        {
            rules.SetWishes(from, until, most);
            db.Record(new Change(conferenceId, organiserId, "Workshop.WishesChanged", conferenceId, now, FormattableString.Invariant($"{from.UtcDateTime:s}Z–{until.UtcDateTime:s}Z, {most}")));
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);

    /// <summary>Keeps a draw for looking at. Nobody is told, no seat is given.</summary>
    /// <param name="seed">0 to 999999.</param>
    /// <returns>The id of the draw; null: nothing is to be allotted.</returns>
    public Task<Guid?> DrawAsync(Guid conferenceId, int seed, Guid organiserId, CancellationToken ct) => seats.UnderLockAsync<Guid?>(
        conferenceId,
        null,
        clock,
        async (conference, rules, now) =>
        {
            var facts = await DrawFacts.ReadAsync(db, conference, rules, now, ct);
            if (facts.Input.Workshops.Count == 0) return null;
            var number = 1 + (await db.Set<AllotmentRun>().Where(r => r.ConferenceId == conferenceId).MaxAsync(r => (int?)r.Number, ct) ?? 0);
            var run = new AllotmentRun(conferenceId, number, seed, RunInputs.Of(facts.Input), organiserId, now);
            db.Add(run);
            db.Record(new Change(conferenceId, organiserId, "Workshop.Drawn", run.Id, now, FormattableString.Invariant($"Draw {number}, seed {seed}")));
            await db.SaveChangesAsync(ct);
            return run.Id;
        },
        ct);

    /// <summary>Gives the seats of a draw, opens the rest for who comes first, tells everybody who wished, and keeps what each got and why: exactly once, in one transaction.</summary>
    public Task<PublishResult> PublishAsync(Guid conferenceId, Guid runId, Guid organiserId, CancellationToken ct) => seats.UnderLockAsync(
        conferenceId,
        new PublishResult(PublishOutcome.NotFound),
        clock,
        async (conference, rules, now) =>
        {
            var run = await db.Set<AllotmentRun>().SingleOrDefaultAsync(r => r.Id == runId && r.ConferenceId == conferenceId, ct);
            if (run is null) return new PublishResult(PublishOutcome.NotFound);
            if (run.PublishedAt is not null) return new PublishResult(PublishOutcome.AlreadyPublished);
            if (rules.WishesUntil is { } until && now < until) return new PublishResult(PublishOutcome.WishesOpen);
            var facts = await DrawFacts.ReadAsync(db, conference, rules, now, ct);
            var difference = run.ReadInputs().Difference(RunInputs.Of(facts.Input));
            if (!difference.IsNone) return new PublishResult(PublishOutcome.Changed, difference);

            var plan = AllotmentPlan.Make(facts, run.Seed);
            await GiveAsync(conference, rules, facts, plan, organiserId, now, ct);
            // Those that are not in the programme yet took no part: their seats are still to be allotted.
            foreach (var drawn in facts.Input.Workshops) facts.Workshops[drawn.Id].Allot(now);
            foreach (var person in plan.People) outbox.Add(letters.Result(conference, person, facts.Workshops));
            run.Publish(plan.Counts, now);
            db.AddRange(plan.People.Select(person => new AllotmentResult(run, person)));
            db.Record(new Change(conferenceId, organiserId, "Workshop.AllotmentPublished", run.Id, now, FormattableString.Invariant($"Draw {run.Number}, seed {run.Seed}: {plan.Counts.Seats} seats, {plan.People.Count} people")));
            await seats.PassOnAsync(conference, rules, now, ct);
            return new PublishResult(PublishOutcome.Published, null, plan.Counts.Seats, plan.People.Count);
        },
        ct);

    /// <summary>Settles one person's place in one workshop before the draw. An earlier setting is replaced.</summary>
    /// <param name="kind">Null: left to the draw again.</param>
    /// <param name="reason">Required; kept with the setting and in the audit, told to nobody.</param>
    public Task<AdjustOutcome> AdjustAsync(Guid conferenceId, Guid registrationId, Guid workshopId, AdjustmentKind? kind, string? reason, Guid organiserId, CancellationToken ct) => seats.UnderLockAsync(
        conferenceId,
        AdjustOutcome.NotFound,
        clock,
        async (conference, rules, now) =>
        {
            if (!await db.Set<Registration>().AnyAsync(r => r.Id == registrationId && r.ConferenceId == conferenceId && r.Status == RegistrationStatus.Confirmed, ct)) return AdjustOutcome.NotFound;
            var workshop = await db.Set<Workshop>().SingleOrDefaultAsync(w => w.Id == workshopId && w.ConferenceId == conferenceId, ct);
            if (workshop is not { IsAllotting: true, Place.IsOn: true } || workshop.Place.StartsAt <= now) return AdjustOutcome.NotAllotting;
            if (string.IsNullOrWhiteSpace(reason)) return AdjustOutcome.ReasonMissing;
            var old = await db.Set<Adjustment>().SingleOrDefaultAsync(a => a.RegistrationId == registrationId && a.WorkshopId == workshopId, ct);
            if (old is not null) db.Remove(old);
            await db.SaveChangesAsync(ct);
            if (kind is AdjustmentKind.Give)
            {
                var facts = await DrawFacts.ReadAsync(db, conference, rules, now, ct);
                var here = facts.Input.Workshops.Single(w => w.Id == workshopId);
                var refused = await OverlapsAsync(facts, workshop, registrationId, ct) ? AdjustOutcome.Overlaps : here.Free + here.Kept == 0 ? AdjustOutcome.Full : AdjustOutcome.Adjusted;
                if (refused is not AdjustOutcome.Adjusted)
                {
                    if (old is not null) db.Add(new Adjustment(workshop, registrationId, old.Kind, old.Reason, old.MadeAt));
                    await db.SaveChangesAsync(ct);
                    return refused;
                }
            }

            if (kind is { } set) db.Add(new Adjustment(workshop, registrationId, set, reason.Trim(), now));
            db.Record(new Change(conferenceId, organiserId, kind switch { AdjustmentKind.Give => "Workshop.GivenByHand", AdjustmentKind.Deny => "Workshop.DeniedByHand", null => "Workshop.LeftToDraw" }, registrationId, now, $"{workshop.Place.Code}: {reason.Trim()}"));
            await db.SaveChangesAsync(ct);
            return kind is null ? AdjustOutcome.Lifted : AdjustOutcome.Adjusted;
        },
        ct);

    private async Task<bool> OverlapsAsync(DrawFacts facts, Workshop workshop, Guid registrationId, CancellationToken ct) =>
        facts.Given.Any(g => g.RegistrationId == registrationId && facts.Workshops[g.WorkshopId].Overlaps(workshop))
        || (await db.OwnAsync(registrationId, ct)).Exists(o => o.SignUp.HoldsSeat && (o.Workshop.Id == workshop.Id || o.Workshop.Overlaps(workshop)));

    private async Task GiveAsync(Conference conference, WorkshopRules rules, DrawFacts facts, AllotmentPlan plan, Guid organiserId, DateTimeOffset now, CancellationToken ct)
    {
        var ids = facts.Input.Workshops.Select(w => w.Id).ToList();
        // Whoever waited there before the workshop was allotted has a sign-up already.
        var waiting = await db.Set<SignUp>().Where(s => ids.Contains(s.WorkshopId) && s.ActiveFor != null && !s.HoldsSeat).ToDictionaryAsync(s => (s.RegistrationId, s.WorkshopId), ct);
        foreach (var person in plan.People)
        {
            foreach (var row in person.Wishes.Where(w => w.IsSeat))
            {
                if (!waiting.TryGetValue((person.Registration.Id, row.Workshop.Id), out var signUp))
                {
                    signUp = new SignUp(facts.Workshops[row.Workshop.Id], person.Registration.Id, rules.LockCount, now);
                    db.Add(signUp);
                }

                signUp.Seat(now);
                var rank = row.Rank.ToString(CultureInfo.InvariantCulture);
                db.Record(new Change(conference.Id, organiserId, "Workshop.Allotted", signUp.Id, now, row.Reason is null ? $"{row.Workshop.Code}: wish {rank}" : $"{row.Workshop.Code}: {row.Reason}"));
            }
        }
    }
}
