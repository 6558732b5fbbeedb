using Kongress.Conferences;
using Kongress.Data;
using Kongress.Programme.Board;
using Kongress.Programme.Releases;
using Kongress.Speakers;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Programme.Imports;

public enum ImportResult
{
    Done,

    /// <summary>The file brings nothing that is not here already.</summary>
    Nothing,

    /// <summary>Somebody worked on the programme since the report was made; the new report is in the answer.</summary>
    ChangedMeanwhile,

    /// <summary>The file cannot be read.</summary>
    Unreadable,
}

/// <summary>Takes over a programme from a file: first the report, then the same in one transaction. All of it is audited.</summary>
public sealed class ImportDesk(KongressDb db, Drafts drafts, TimeProvider clock)
{
    /// <summary>What carrying out the file would do; nothing is changed.</summary>
    public async Task<(ImportPlan? Plan, ImportRefusal? Refusal)> PreviewAsync(Guid conferenceId, byte[] content, CancellationToken ct)
    {
        var draft = await drafts.ReadAsync(db, conferenceId, ct);
        var reading = ImportReader.Read(content, draft.Conference.Time);
        return reading.File is { } file ? (await PlanAsync(draft, file, ct), null) : (null, reading.Refusal);
    }

    /// <param name="revision">Of the draft when the report was made; a report that is out of date is not carried out.</param>
    public async Task<(ImportResult Result, ImportPlan? Plan)> CarryOutAsync(Guid conferenceId, byte[] content, long revision, Guid actorId, CancellationToken ct)
    {
        // Read before the lock is taken: a large file must not keep others waiting.
        var time = (await db.ConferenceWithDaysAsync(conferenceId, ct)).Time;
        if (ImportReader.Read(content, time).File is not { } file) return (ImportResult.Unreadable, null);
        return await db.InTransactionAsync<(ImportResult, ImportPlan?)>(
            async () =>
            {
                var locked = await db.LockDraftAsync(conferenceId, ct);
                var plan = await PlanAsync(await drafts.ReadAsync(db, conferenceId, ct), file, ct);
                if (locked != revision + 1) return (ImportResult.ChangedMeanwhile, plan);
                if (plan.ChangesNothing) return (ImportResult.Nothing, plan);
                await new ImportWork(db, conferenceId, actorId, clock.GetUtcNow()).DoAsync(plan, locked, ct);
                await db.SaveChangesAsync(ct);
                return (ImportResult.Done, plan);
            },
            ct);
    }

    private async Task<ImportPlan> PlanAsync(Draft draft, ImportFile file, CancellationToken ct)
    {
        var conferenceId = draft.Conference.Id;
        var ids = file.Rows.Select(r => r.Id).Concat(file.Rows.Select(r => r.RoomGuid)).Concat(file.Rooms.Select(r => r.Id)).Concat(file.Rows.SelectMany(r => r.People ?? []).Select(p => p.Id)).OfType<Guid>().Distinct().ToList();
        var taken = new HashSet<Guid>();
        foreach (var some in ids.Chunk(500))
        {
            taken.UnionWith(await db.Set<Slot>().Where(s => s.ConferenceId != conferenceId && some.Contains(s.Id)).Select(s => s.Id).ToListAsync(ct));
            taken.UnionWith(await db.Set<Room>().Where(r => r.ConferenceId != conferenceId && some.Contains(r.Id)).Select(r => r.Id).ToListAsync(ct));
            taken.UnionWith(await db.Set<Speaker>().Where(s => s.ConferenceId != conferenceId && some.Contains(s.Id)).Select(s => s.Id).ToListAsync(ct));
        }

        var numbers = draft.Slots.ToDictionary(s => s.Number, s => s.Id);
        if (await db.Set<Release>().AsNoTracking().Where(r => r.ConferenceId == conferenceId).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct) is { } latest)
        {
            foreach (var slot in latest.Snapshot.Slots.Concat(latest.Snapshot.Gone)) numbers.TryAdd(slot.Number, slot.Id);
        }

        return ImportPlanner.Plan(draft, file, taken, numbers);
    }
}
