using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Programme.Board;
using Kongress.Programme.Conflicts;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Programme.Releases;

public enum ReleaseOutcome
{
    /// <summary>Everybody sees it now.</summary>
    Released,

    /// <summary>It waits for its time.</summary>
    Scheduled,

    /// <summary>Another release has the name, whatever the case.</summary>
    NameTaken,

    /// <summary>A word that addresses use for something else.</summary>
    NameReserved,

    /// <summary>The programme would stay as it is.</summary>
    NothingChanged,

    /// <summary>There are errors, and no reason was given to release all the same.</summary>
    ErrorsRemain,

    /// <summary>The draft is not the one that was looked at any more.</summary>
    ChangedMeanwhile,
    NotFound,
}

/// <summary>What a release would do.</summary>
public sealed record ReleasePreview(long Revision, Snapshot Current, Snapshot Next, IReadOnlyList<SlotDifference> Differences, IReadOnlyList<Recipient> Recipients, IReadOnlyList<Conflict> Errors)
{
    /// <summary>Those who are told but have no address: somebody has to call them.</summary>
    public IEnumerable<Recipient> Unreachable => Recipients.Where(r => r.Addresses.Count == 0);
}

/// <param name="Revision">The revision of the preview; null: whatever the draft is now.</param>
/// <param name="PublishAt">Null: now.</param>
/// <param name="OverrideReason">Why errors do not stop the release.</param>
public sealed record ReleaseOrder(string Name, string Note, ReleaseScope Scope, long? Revision = null, DateTimeOffset? PublishAt = null, string? OverrideReason = null);

/// <summary>Publishes the programme, and tells those whom it concerns once.</summary>
public sealed class ReleaseDesk(KongressDb db, Drafts drafts, Outbox outbox, ReleaseMails mails, CurrentProgramme current, TimeProvider clock)
{
    private static readonly string[] Reserved = ["ENTWURF", "AKTUELL", "DRAFT", "LATEST", "CURRENT"];

    /// <summary>What a release of the scope would change, whom it would tell, and what stands in its way.</summary>
    public async Task<ReleasePreview> PreviewAsync(Guid conferenceId, ReleaseScope scope, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var draft = await drafts.ReadAsync(db, conferenceId, ct);
        var previous = await LatestAsync(conferenceId, ct);
        var before = previous?.Snapshot ?? Snapshot.Empty;
        var next = SnapshotBuilder.Build(draft, before, scope, now);
        var differences = Differences.Between(before, next, Day(draft.Conference));
        var errors = ConflictFinder.Find(draft, now).Where(c => c.Severity is Severity.Error && !draft.Accepted.ContainsKey(c.Key)).ToList();
        return new ReleasePreview(draft.Revision, before, next, differences, await Recipients.OfAsync(db, conferenceId, differences, ct), errors);
    }

    public async Task<(ReleaseOutcome Outcome, Release? Release)> ReleaseAsync(Guid conferenceId, ReleaseOrder order, Guid accountId, CancellationToken ct) => Forget(await db.InTransactionAsync(
        async () =>
        {
            var revision = await db.LockDraftAsync(conferenceId, ct);
            // The lock itself counts as one; before it the draft was what the person saw.
            if (order.Revision is { } seen && seen != revision - 1) return (ReleaseOutcome.ChangedMeanwhile, null);
            var preview = await PreviewAsync(conferenceId, order.Scope, ct);
            if (preview.Differences.Count == 0 && preview.Current.ToJson().AsSpan().SequenceEqual(preview.Next.ToJson())) return (ReleaseOutcome.NothingChanged, null);
            if (preview.Errors.Count > 0 && string.IsNullOrWhiteSpace(order.OverrideReason)) return (ReleaseOutcome.ErrorsRemain, null);
            return await AddAsync(conferenceId, order, preview.Next, preview.Errors.Count > 0 ? order.OverrideReason : null, accountId, ct);
        },
        ct));

    /// <summary>Publishes an old version anew, under a name of its own. The draft stays as it is.</summary>
    public async Task<(ReleaseOutcome Outcome, Release? Release)> RollBackAsync(Guid conferenceId, Guid releaseId, string name, string note, Guid accountId, CancellationToken ct) => Forget(await db.InTransactionAsync(
        async () =>
        {
            await db.LockDraftAsync(conferenceId, ct);
            var old = await db.Set<Release>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == releaseId && r.ConferenceId == conferenceId, ct);
            if (old is null) return (ReleaseOutcome.NotFound, null);
            var conference = await db.ConferenceWithDaysAsync(conferenceId, ct);
            var latest = (await LatestAsync(conferenceId, ct))!.Snapshot;
            if (Differences.Between(latest, old.Snapshot, Day(conference)).Count == 0) return (ReleaseOutcome.NothingChanged, null);
            var again = SnapshotBuilder.Again(old.Snapshot, latest, Day(conference), clock.GetUtcNow());
            return await AddAsync(conferenceId, new ReleaseOrder(name, note, ReleaseScope.Everything), again, null, accountId, ct);
        },
        ct));

    /// <summary>Takes back a release whose time has not come. False: there is none such.</summary>
    public Task<bool> WithdrawAsync(Guid conferenceId, Guid releaseId, Guid accountId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockDraftAsync(conferenceId, ct);
            var now = clock.GetUtcNow();
            var release = await db.Set<Release>().SingleOrDefaultAsync(r => r.Id == releaseId && r.ConferenceId == conferenceId && r.PublishAt > now, ct);
            if (release is null) return false;
            db.Remove(release);
            db.Record(new Change(conferenceId, accountId, "Release.Withdrawn", release.Id, now, release.Name));
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);

    /// <summary>Writes the mails of releases whose time has come. Safe to run as often and anywhere as one likes; returns how many mails.</summary>
    public async Task<int> TellDueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db.Set<Release>().Where(r => r.ToldAt == null && r.PublishAt <= now).OrderBy(r => r.Number).Select(r => new { r.Id, r.ConferenceId }).ToListAsync(ct);
        var written = 0;
        foreach (var release in due)
        {
            written += await db.InTransactionAsync(
                async () =>
                {
                    await db.LockDraftAsync(release.ConferenceId, ct);
                    var row = await db.Set<Release>().SingleAsync(r => r.Id == release.Id, ct);
                    return row.ToldAt is null ? await TellAsync(row, ct) : 0;
                },
                ct);
        }

        if (due.Count > 0) current.Forget();
        return written;
    }

    /// <summary>Every release of an edition, the newest first, without its content.</summary>
    public Task<List<ReleaseLine>> ListAsync(Guid conferenceId, CancellationToken ct) => db.Set<Release>().Where(r => r.ConferenceId == conferenceId).OrderByDescending(r => r.Number)
        .Select(r => new ReleaseLine(r.Id, r.Number, r.Name, r.Note, r.MadeAt, r.PublishAt, r.ToldAt, r.OverrideReason)).ToListAsync(ct);

    public Task<Release?> FindAsync(Guid conferenceId, Guid releaseId, CancellationToken ct) =>
        db.Set<Release>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == releaseId && r.ConferenceId == conferenceId, ct);

    /// <summary>The congress day of an instant, as differences see it.</summary>
    public static Func<DateTimeOffset, DateOnly> Day(Conference conference) => instant => Opening.DayOf(conference, instant) ?? conference.Time.Day(instant);

    private async Task<(ReleaseOutcome, Release?)> AddAsync(Guid conferenceId, ReleaseOrder order, Snapshot snapshot, string? overrideReason, Guid accountId, CancellationToken ct)
    {
        var key = Release.Key(order.Name);
        if (Reserved.Contains(key)) return (ReleaseOutcome.NameReserved, null);
        if (await db.Set<Release>().AnyAsync(r => r.ConferenceId == conferenceId && r.NameKey == key, ct)) return (ReleaseOutcome.NameTaken, null);
        var now = clock.GetUtcNow();
        var publishAt = order.PublishAt > now ? order.PublishAt.Value : now;
        var number = 1 + (await db.Set<Release>().Where(r => r.ConferenceId == conferenceId).MaxAsync(r => (int?)r.Number, ct) ?? 0);
        var release = new Release(conferenceId, number, order.Name.Trim(), order.Note.Trim(), snapshot, accountId, now, publishAt, overrideReason);
        db.Add(release);
        db.Record(new Change(conferenceId, accountId, "Release.Made", release.Id, now, overrideReason is null ? release.Name : $"{release.Name}; errors overridden: {overrideReason}"));
        await db.SaveChangesAsync(ct);
        if (publishAt > now) return (ReleaseOutcome.Scheduled, release);
        await TellAsync(release, ct);
        return (ReleaseOutcome.Released, release);
    }

    // Compared with what the public saw just before, whatever the draft has become since.
    private async Task<int> TellAsync(Release release, CancellationToken ct)
    {
        var conference = await db.ConferenceWithDaysAsync(release.ConferenceId, ct);
        var before = (await db.Set<Release>().AsNoTracking().Where(r => r.ConferenceId == release.ConferenceId && r.Number < release.Number).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct))?.Snapshot ?? Snapshot.Empty;
        var after = release.Snapshot;
        var written = 0;
        foreach (var recipient in await Recipients.OfAsync(db, release.ConferenceId, Differences.Between(before, after, Day(conference)), ct))
        {
            foreach (var letter in mails.Changes(conference, release, recipient, before, after))
            {
                outbox.Add(letter);
                written++;
            }
        }

        release.MarkTold(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return written;
    }

    // What is planned next builds on what was released last, even if that still waits for its time.
    private Task<Release?> LatestAsync(Guid conferenceId, CancellationToken ct) =>
        db.Set<Release>().AsNoTracking().Where(r => r.ConferenceId == conferenceId).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);

    private (ReleaseOutcome, Release?) Forget((ReleaseOutcome, Release?) result)
    {
        current.Forget();
        return result;
    }
}

public sealed record ReleaseLine(Guid Id, int Number, string Name, string Note, DateTimeOffset MadeAt, DateTimeOffset PublishAt, DateTimeOffset? ToldAt, string? OverrideReason);
