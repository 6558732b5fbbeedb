using Kongress.Data;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations.Groups;

/// <summary>A group as organisers see it.</summary>
/// <param name="People">All whom the contact named.</param>
/// <param name="Open">Have yet to confirm, or are under review.</param>
/// <param name="Waiting">On the waiting list, or asked to say yes to a place.</param>
/// <param name="Known">Were registered before; they stand in the list by themselves.</param>
public sealed record GroupRow(Group Group, int People, int Confirmed, int Open, int Waiting, int Ended, int Known);

/// <summary>The groups of an edition: two queries, whatever their number.</summary>
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
            group member by new { member.GroupId, Status = (RegistrationStatus?)registration.Status } into same
            select new { same.Key.GroupId, same.Key.Status, Count = same.Count() }).ToListAsync(ct)).ToLookup(c => c.GroupId);
        return groups.ConvertAll(group =>
        {
            int Of(params RegistrationStatus?[] states) => counts[group.Id].Where(c => states.Contains(c.Status)).Sum(c => c.Count);
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
