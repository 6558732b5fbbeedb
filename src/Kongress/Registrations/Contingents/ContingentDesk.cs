using System.Globalization;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations.Contingents;

public enum ContingentOutcome
{
    Done,

    /// <summary>Somebody else changed the contingent since the form was opened.</summary>
    ChangedMeanwhile,

    /// <summary>The problems say why.</summary>
    Refused,
    NotFound,
}

/// <param name="Simulation">What happens, or happened; null where the change was refused.</param>
/// <param name="Version">What the form has to carry from now on.</param>
public sealed record ContingentResult(ContingentOutcome Outcome, IReadOnlyList<ContingentProblem> Problems, Simulation? Simulation, Guid Version);

/// <summary>The places of the edition as an organiser sees and changes them. A change is tried first, with the same arithmetic that makes it.</summary>
public sealed class ContingentDesk(KongressDb db, Outbox outbox, RegistrationMails mails, CurrentConference current, TimeProvider clock)
{
    /// <summary>More would be no table any more.</summary>
    public const int Most = 100;

    private readonly Places places = new(db, outbox, mails);

    /// <summary>What is taken, held, offered, waiting and free, in three queries.</summary>
    public async Task<PlaceTree> OverviewAsync(Guid conferenceId, CancellationToken ct) => new(
        await db.Set<Conference>().Where(c => c.Id == conferenceId).Select(c => c.Capacity).SingleAsync(ct),
        await db.Set<Contingent>().AsNoTracking().Where(c => c.ConferenceId == conferenceId).ToListAsync(ct),
        await Places.CountsAsync(db, conferenceId, ct),
        clock.GetUtcNow());

    /// <summary>All contingents of the edition by name.</summary>
    public async Task<IReadOnlyList<Contingent>> ListAsync(Guid conferenceId, CancellationToken ct) =>
        await db.Set<Contingent>().AsNoTracking().Where(c => c.ConferenceId == conferenceId).OrderBy(c => c.Settings.Name).ToListAsync(ct);

    /// <summary>What a change would do. Nothing is stored, nobody is told.</summary>
    public async Task<ContingentResult> TryAsync(Guid conferenceId, ContingentChange change, CancellationToken ct)
    {
        var conference = await db.ConferenceWithDaysAsync(conferenceId, ct);
        return (await PlanAsync(conference, await db.Set<Contingent>().AsNoTracking().Where(c => c.ConferenceId == conferenceId).ToListAsync(ct), change, clock.GetUtcNow(), ct)).Result;
    }

    /// <summary>Makes a change: everybody belongs to the right contingent at once, and who may moves up. Nobody loses a place.</summary>
    public async Task<ContingentResult> CarryOutAsync(Guid conferenceId, ContingentChange change, Guid organiserId, CancellationToken ct)
    {
        var result = await db.InTransactionAsync(
            async () =>
            {
                await db.LockAsync<Conference>(conferenceId, ct);
                var now = clock.GetUtcNow();
                var conference = await db.ConferenceWithDaysAsync(conferenceId, ct);
                var stored = await db.Set<Contingent>().Where(c => c.ConferenceId == conferenceId).ToListAsync(ct);
                var plan = await PlanAsync(conference, stored, change, now, ct);
                if (plan.Result.Outcome is not ContingentOutcome.Done) return plan.Result;

                db.AddRange(plan.After.Except(stored));
                await db.SaveChangesAsync(ct);
                await ReassignAsync(conferenceId, plan, organiserId, now, ct);
                foreach (var gone in stored.Except(plan.After)) await DissolveAsync(gone, ct);
                await RecordAsync(conference, change, plan, organiserId, now, ct);
                await places.PassOnAsync(conference, now, ct);
                return plan.Result;
            },
            ct);
        if (result.Outcome is ContingentOutcome.Done && change is ContingentChange.Total) current.Forget();
        return result;
    }

    private async Task<Plan> PlanAsync(Conference conference, List<Contingent> stored, ContingentChange change, DateTimeOffset now, CancellationToken ct)
    {
        if (change is ContingentChange.Keep { Id: { } id } keep && stored.SingleOrDefault(c => c.Id == id) is { } shown && shown.Version != keep.Version)
        {
            return Plan.Without(new ContingentResult(ContingentOutcome.ChangedMeanwhile, [], null, shown.Version));
        }

        // Before the change touches the contingents.
        var before = new PlaceTree(conference.Capacity, stored.ConvertAll(c => c.Copy()), await Places.CountsAsync(db, conference.Id, ct), now);
        if (change.Apply(conference.Id, stored) is not { } after) return Plan.Without(new ContingentResult(ContingentOutcome.NotFound, [], null, default));
        var problems = change.Check(conference.Capacity, after, now).ToList();
        if (problems.Count > 0)
        {
            db.ChangeTracker.Clear();
            return Plan.Without(new ContingentResult(ContingentOutcome.Refused, problems, null, change is ContingentChange.Keep k ? k.Version : default));
        }

        var people = (await db.Set<Registration>().AsNoTracking().Where(r => r.ConferenceId == conference.Id && r.ActiveEmail != null && r.Kind != AttendeeKind.Assistant).OrderBy(r => r.OrderNumber)
                .Select(r => new { r.Id, r.Email, r.Person.Level, r.Person.Land, r.SortOrganisation, r.InvitedTo, r.ContingentId, r.Status, r.HoldsPlace }).ToListAsync(ct))
            .ConvertAll(r => new Simulation.Place(r.Id, new Applicant(r.Email, r.Level, r.Land, r.SortOrganisation, r.InvitedTo), r.ContingentId, r.Status, r.HoldsPlace));
        // Another total cuts nothing anew: who has a place keeps it where it is.
        var assigned = people.ToDictionary(p => p.Id, p => change is ContingentChange.Total ? p.ContingentId : Assignment.Of(after, p.Applicant)?.Id);
        var simulation = Simulation.Of(before, change.Capacity(conference.Capacity), after, people, assigned, now, now < conference.StartsAt);
        return new Plan(new ContingentResult(ContingentOutcome.Done, [], simulation, default), after, [.. people.Where(p => assigned[p.Id] != p.ContingentId).Select(p => (p.Id, assigned[p.Id]))]);
    }

    // Rows at once, not one by one: a new contingent concerns half the congress.
    private async Task ReassignAsync(Guid conferenceId, Plan plan, Guid organiserId, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var group in plan.Moves.GroupBy(m => m.To))
        {
            var name = plan.After.SingleOrDefault(c => c.Id == group.Key)?.Settings.Name;
            foreach (var chunk in group.Select(m => m.Registration).Chunk(500))
            {
                await db.Set<Registration>().Where(r => chunk.Contains(r.Id)).ExecuteUpdateAsync(set => set.SetProperty(r => r.ContingentId, group.Key), ct);
                foreach (var id in chunk) db.Record(new Change(conferenceId, organiserId, "Registration.Reassigned", id, now, name));
            }
        }
    }

    // Everybody who is alive has been moved. Whoever ended keeps the row until it is erased, and must not hold the contingent back.
    private async Task DissolveAsync(Contingent gone, CancellationToken ct)
    {
        await db.Set<Registration>().Where(r => r.ConferenceId == gone.ConferenceId && r.ContingentId == gone.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.ContingentId, (Guid?)null), ct);
        db.Remove(gone);
    }

    private async Task RecordAsync(Conference conference, ContingentChange change, Plan plan, Guid organiserId, DateTimeOffset now, CancellationToken ct)
    {
        var effects = string.Create(CultureInfo.InvariantCulture, $"reassigned {plan.Result.Simulation!.Reassigned}, moved up {plan.Result.Simulation.MovingUpInAll}");
        switch (change)
        {
            case ContingentChange.Total total:
                var row = await db.Set<Conference>().SingleAsync(c => c.Id == conference.Id, ct);
                row.Capacity = total.Places;
                db.Record(new Change(conference.Id, organiserId, "Conference.Changed", conference.Id, now, string.Create(CultureInfo.InvariantCulture, $"Capacity, {conference.Capacity} → {total.Places}, {effects}")));
                break;
            case ContingentChange.Keep keep:
                var before = keep.Id is { } id ? plan.Result.Simulation.Before.Node(id).Contingent : null;
                var numbers = string.Create(CultureInfo.InvariantCulture, $"{keep.Settings.Name}: {(before is null ? "" : $"{before.Settings.Places} → ")}{keep.Settings.Places}, {effects}");
                db.Record(new Change(conference.Id, organiserId, before is null ? "Contingent.Added" : "Contingent.Changed", before?.Id ?? plan.After[^1].Id, now, numbers));
                break;
            case ContingentChange.Remove remove:
                db.Record(new Change(conference.Id, organiserId, "Contingent.Removed", remove.Id, now, $"{plan.Result.Simulation.Before.Node(remove.Id).Contingent!.Settings.Name}, {effects}"));
                break;
            default:
                throw new InvalidOperationException("No such change.");
        }
    }

    private sealed record Plan(ContingentResult Result, IReadOnlyList<Contingent> After, IReadOnlyList<(Guid Registration, Guid? To)> Moves)
    {
        public static Plan Without(ContingentResult result) => new(result, [], []);
    }
}
