using Kongress.Accounts;
using Kongress.Data;
using Kongress.Programme.Agendas;
using Kongress.Programme.Sessions;
using Kongress.Speakers;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Programme.Releases;

/// <summary>Somebody who is told of a release, and of what.</summary>
/// <param name="Addresses">Empty: the person cannot be reached by mail and has to be called.</param>
/// <param name="IsOnStage">On the sessions; otherwise somebody who marked them.</param>
public sealed record Recipient(Guid SubjectId, string Name, IReadOnlyList<string> Addresses, string Language, bool IsOnStage, IReadOnlyList<SlotDifference> Changes);

/// <summary>Finds out who is told what.</summary>
public static class Recipients
{
    /// <summary>One entry a person: those on changed sessions hear of every change, those who marked them of what is urgent.</summary>
    public static async Task<IReadOnlyList<Recipient>> OfAsync(KongressDb db, Guid conferenceId, IReadOnlyList<SlotDifference> differences, CancellationToken ct)
    {
        var sessions = differences.Select(d => d.Slot.SessionId).Distinct().ToList();
        var participations = await db.Set<Participation>().AsNoTracking().Where(p => sessions.Contains(p.SessionId)).ToListAsync(ct);
        // Whoever was named in the old version and was taken off since hears of it too.
        var onStage = differences.SelectMany(d => participations.Where(p => p.SessionId == d.Slot.SessionId && p.IsOn && p.State is not ParticipationState.Proposed).Select(p => p.SpeakerId)
            .Concat((d.Old?.People ?? []).Select(p => p.PersonId).OfType<Guid>()).Distinct().Select(speaker => (speaker, d))).ToLookup(x => x.speaker, x => x.d);
        var ids = onStage.Select(g => g.Key).ToList();
        var speakers = await db.Set<Speaker>().AsNoTracking().Where(s => ids.Contains(s.Id)).OrderBy(s => s.SortName).ToListAsync(ct);
        var told = speakers.Select(s => new Recipient(s.Id, s.Profile.FullName, [.. s.Contact.Addresses], s.Contact.Language, true, [.. onStage[s.Id]])).ToList();

        var urgent = differences.Where(d => d.IsUrgent && d.Old is not null).ToList();
        var urgentSessions = urgent.Select(d => d.Slot.SessionId).Distinct().ToList();
        var marked = await (
            from agenda in db.Set<Agenda>()
            join account in db.Set<Account>() on agenda.AccountId equals account.Id
            from item in agenda.Items
            where agenda.ConferenceId == conferenceId && agenda.WantsMail && urgentSessions.Contains(item.SessionId)
            select new { agenda.Id, account.Email, account.Language, item.SessionId }).ToListAsync(ct);
        var reached = told.SelectMany(t => t.Addresses).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var owner in marked.GroupBy(m => (m.Id, m.Email, m.Language)).Where(g => !reached.Contains(g.Key.Email!)).OrderBy(g => g.Key.Email, StringComparer.Ordinal))
        {
            var own = owner.Select(m => m.SessionId).ToHashSet();
            told.Add(new Recipient(owner.Key.Id, owner.Key.Email!, [owner.Key.Email!], owner.Key.Language, false, [.. urgent.Where(d => own.Contains(d.Slot.SessionId))]));
        }

        return told;
    }
}
