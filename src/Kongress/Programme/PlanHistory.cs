using Kongress.Accounts;
using Kongress.Data;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Programme;

/// <param name="Actor">Name or address of the account that acted; null for people with a link and for the system.</param>
public sealed record PlanChange(DateTimeOffset At, string Action, string? Detail, string? Actor);

/// <param name="SubjectId">The session, person, room or release that it was done to.</param>
/// <inheritdoc cref="PlanChange"/>
public sealed record PlanStep(DateTimeOffset At, string Action, Guid SubjectId, string? Detail, string? Actor);

/// <summary>What was done to a session, a person or a room of the programme, by whom and when.</summary>
public sealed class PlanHistory(KongressDb db)
{
    private const int Most = 200;

    /// <summary>The newest first, at most 200; one query.</summary>
    public Task<List<PlanChange>> OfAsync(Guid subjectId, CancellationToken ct) => (
        from change in db.Set<Change>().AsNoTracking()
        where change.SubjectId == subjectId
        join account in db.Set<Account>() on change.ActorId equals account.Id into accounts
        from actor in accounts.DefaultIfEmpty()
        orderby change.At descending, change.Id descending
        select new PlanChange(change.At, change.Action, change.Detail, actor == null ? null : actor.DisplayName == "" ? actor.Email : actor.DisplayName)).Take(Most).ToListAsync(ct);

    /// <summary>What was done to the whole plan since, the newest first, at most 200; one query.</summary>
    public Task<List<PlanStep>> SinceAsync(Guid conferenceId, DateTimeOffset since, CancellationToken ct) => (
        from change in db.Set<Change>().AsNoTracking()
        where change.ConferenceId == conferenceId && change.At >= since
            && (change.Action.StartsWith("Programme.") || change.Action.StartsWith("Session.") || change.Action.StartsWith("Participation.") || change.Action.StartsWith("Slot.") || change.Action.StartsWith("Speaker.") || change.Action.StartsWith("Availability.")
                || change.Action.StartsWith("Portrait.") || change.Action.StartsWith("Room.") || change.Action.StartsWith("Track.") || change.Action.StartsWith("Conflict.") || change.Action.StartsWith("Release."))
        join account in db.Set<Account>() on change.ActorId equals account.Id into accounts
        from actor in accounts.DefaultIfEmpty()
        orderby change.At descending, change.Id descending
        select new PlanStep(change.At, change.Action, change.SubjectId, change.Detail, actor == null ? null : actor.DisplayName == "" ? actor.Email : actor.DisplayName)).Take(Most).ToListAsync(ct);
}
