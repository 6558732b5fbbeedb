using Kongress.Data;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations.Groups;

/// <summary>A group as organisers see it. A place that somebody passed on counts as far as the substitute is.</summary>
/// <param name="People">All whom the contact named.</param>
/// <param name="Open">Have yet to confirm, or are under review.</param>
/// <param name="Waiting">On the waiting list, or asked to say yes to a place.</param>
/// <param name="Known">Were registered before; they stand in the list by themselves.</param>
public sealed record GroupRow(Group Group, int People, int Confirmed, int Open, int Waiting, int Ended, int Known);

/// <summary>The groups of an edition: two queries, whatever their number, and a third where somebody has a substitute.</summary>
public sealed class GroupList(KongressDb db)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<GroupRow>> AllAsync(Guid conferenceId, CancellationToken ct)
    {
        var groups = await db.Set<Group>().AsNoTracking().Where(g => g.ConferenceId == conferenceId).OrderByDescending(g => g.CreatedAt).ToListAsync(ct);
        var counts = (await (
            from member in db.Set<GroupMember>()
            join g in db.Set<Group>() on member.GroupId equals g.Id
            join r in db.Set<Registration>() on member.RegistrationId equals r.Id into registrations
            from registration in registrations.DefaultIfEmpty()
            where g.ConferenceId == conferenceId
            group member by new { member.GroupId, Status = (RegistrationStatus?)registration.Status, registration.ReplacedById } into same
            select new { same.Key.GroupId, same.Key.Status, same.Key.ReplacedById, Count = same.Count() }).ToListAsync(ct)).ToLookup(c => c.GroupId);
        var substitutes = counts.Any(group => group.Any(c => c.ReplacedById != null)) ? await db.SubstitutesAsync(conferenceId, ct) : [];
        RegistrationStatus? Now(RegistrationStatus? status, Guid? replacedById) =>
            replacedById is { } id && substitutes.TryGetValue(id, out var next) ? (Substitutes.LastAfter(next, substitutes) ?? next).Status : status;

        return groups.ConvertAll(group =>
        {
            int Of(params RegistrationStatus?[] states) => counts[group.Id].Where(c => states.Contains(Now(c.Status, c.ReplacedById))).Sum(c => c.Count);
            return new GroupRow(
                group,
                counts[group.Id].Sum(c => c.Count),
                Of(RegistrationStatus.Confirmed),
                Of(RegistrationStatus.AwaitingEmail, RegistrationStatus.UnderReview),
                Of(RegistrationStatus.WaitingList, RegistrationStatus.Offered),
                Of(RegistrationStatus.Rejected, RegistrationStatus.Cancelled, RegistrationStatus.Expired, RegistrationStatus.Replaced),
                Of((RegistrationStatus?)null));
        });
    }
}
