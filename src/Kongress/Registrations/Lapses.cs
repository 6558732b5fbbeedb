using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations.Groups;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations;

/// <summary>Tells those who counted on a substitute that the substitute did not confirm. Every call needs the lock of the conference row.</summary>
internal sealed class Lapses(KongressDb db, Outbox outbox, HoldMails mails)
{
    /// <summary>Writes to whoever named one of <paramref name="ended"/>, and to the contact of the group that the place came from. Three queries at most, whatever the number; stored by the caller.</summary>
    public async Task TellAsync(Conference conference, IReadOnlyList<Registration> ended, DateTimeOffset now, CancellationToken ct)
    {
        var predecessors = await db.Set<Registration>().AsNoTracking().Where(r => r.ConferenceId == conference.Id && r.ReplacedById != null).ToDictionaryAsync(r => r.ReplacedById!.Value, ct);
        var lapsed = ended.Where(r => predecessors.ContainsKey(r.Id)).ToList();
        if (lapsed.Count == 0) return;
        // A substitute may have been named by a substitute: the group knows the first of them, or the one whom its contact named.
        var chains = lapsed.ToDictionary(r => r.Id, r => Chain(r, predecessors));
        var ids = chains.Values.SelectMany(chain => chain).Select(r => r.Id).ToHashSet();
        var members = await (
            from m in db.Set<GroupMember>().AsNoTracking()
            join g in db.Set<Group>().AsNoTracking() on m.GroupId equals g.Id
            where m.RegistrationId != null && ids.Contains(m.RegistrationId.Value)
            select new { Member = m, Group = g }).ToListAsync(ct);
        var isOpen = conference.RegistrationIsOpen(now);
        foreach (var substitute in lapsed)
        {
            var old = predecessors[substitute.Id];
            outbox.Add(mails.SubstituteLapsed(conference, old, substitute, isOpen));
            if (members.Find(m => chains[substitute.Id].Exists(r => r.Id == m.Member.RegistrationId)) is not { } row) continue;
            outbox.Add(mails.SubstituteLapsed(conference, row.Group, row.Member, old, substitute, isOpen, db.NewLink(GroupDesk.Link, row.Group.Id, conference.EndsAt)));
        }
    }

    private static List<Registration> Chain(Registration last, Dictionary<Guid, Registration> predecessors)
    {
        var chain = new List<Registration> { last };
        while (predecessors.TryGetValue(chain[^1].Id, out var before)) chain.Add(before);
        return chain;
    }
}
