using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Programme.Board;
using Kongress.Programme.Conflicts;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Programme.Releases;

/// <summary>Publishes the programme, and tells those whom it concerns once.</summary>
public sealed class ReleaseDesk(KongressDb db, Drafts drafts, Outbox outbox, ReleaseMails mails, IFollowsReleases follower, CurrentProgramme current, TimeProvider clock)
{
    private static readonly string[] Reserved = ["ENTWURF", "AKTUELL", "DRAFT", "LATEST", "CURRENT"];

    /// <summary>What a release of the scope would change, whom it would tell, and what stands in its way.</summary>
    public async Task<ReleasePreview> PreviewAsync(Guid conferenceId, ReleaseScope scope, CancellationToken ct) =>
        await WithRecipientsAsync(conferenceId, await ForeseeAsync(conferenceId, scope, ct), ct);

    public async Task<(ReleaseOutcome Outcome, Release? Release)> ReleaseAsync(Guid conferenceId, ReleaseOrder order, Guid accountId, CancellationToken ct) => Forget(await db.InTransactionAsync(
        async () =>
        {
            var revision = await db.LockDraftAsync(conferenceId, ct);
            // The lock itself counts as one; before it the draft was what the person saw.
            if (order.Revision is { } seen && seen != revision - 1) return (ReleaseOutcome.ChangedMeanwhile, null);
            var preview = await ForeseeAsync(conferenceId, order.Scope, ct);
            if (preview.Differences.Count == 0 && preview.Current.ToJson().AsSpan().SequenceEqual(preview.Next.ToJson())) return (ReleaseOutcome.NothingChanged, null);
            if (preview.Errors.Count > 0 && string.IsNullOrWhiteSpace(order.OverrideReason)) return (ReleaseOutcome.ErrorsRemain, null);
            return await AddAsync(conferenceId, order, preview.Next, preview.Errors.Count > 0 ? order.OverrideReason : null, accountId, ct);
        },
        ct));

    /// <summary>What rolling back to a release would change, and whom it would tell; errors are not looked for. Null: there is none such.</summary>
    public async Task<ReleasePreview?> PreviewRollBackAsync(Guid conferenceId, Guid releaseId, CancellationToken ct) =>
        await ForeseeRollBackAsync(conferenceId, releaseId, ct) is { } preview ? await WithRecipientsAsync(conferenceId, preview, ct) : null;

    /// <summary>Publishes an old version anew, under a name of its own. The draft stays as it is.</summary>
    /// <param name="seenId">The newest release when the person looked at the preview; null: whatever it is now.</param>
    public async Task<(ReleaseOutcome Outcome, Release? Release)> RollBackAsync(Guid conferenceId, Guid releaseId, string name, string note, Guid? seenId, Guid accountId, CancellationToken ct) => Forget(await db.InTransactionAsync(
        async () =>
        {
            await db.LockDraftAsync(conferenceId, ct);
            if (await ForeseeRollBackAsync(conferenceId, releaseId, ct) is not { } preview) return (ReleaseOutcome.NotFound, null);
            if (seenId is not null && seenId != preview.CurrentId) return (ReleaseOutcome.ChangedMeanwhile, null);
            if (preview.Differences.Count == 0) return (ReleaseOutcome.NothingChanged, null);
            return await AddAsync(conferenceId, new ReleaseOrder(name, note, ReleaseScope.Everything), preview.Next, null, accountId, ct);
        },
        ct));

    /// <summary>A release beside another one, or beside what a release of the whole draft would be (<paramref name="otherId"/> null). Null: there is none such.</summary>
    public async Task<ReleaseComparison?> CompareAsync(Guid conferenceId, Guid releaseId, Guid? otherId, CancellationToken ct)
    {
        if (await FindAsync(conferenceId, releaseId, ct) is not { } release) return null;
        var old = release.Snapshot;
        if (otherId is not { } id)
        {
            var draft = await drafts.ReadAsync(db, conferenceId, ct);
            var next = SnapshotBuilder.Build(draft, old, ReleaseScope.Everything, clock.GetUtcNow());
            return new ReleaseComparison(release.Name, null, old, next, Differences.Between(old, next, Day(draft.Conference)));
        }

        if (await FindAsync(conferenceId, id, ct) is not { } other) return null;
        // The earlier one is the old one, whichever was asked for first.
        if (other.Number < release.Number) (release, other) = (other, release);
        return new ReleaseComparison(release.Name, other.Name, release.Snapshot, other.Snapshot, Differences.Between(release.Snapshot, other.Snapshot, Day(await db.ConferenceWithDaysAsync(conferenceId, ct))));
    }

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
        var due = await db.Set<Release>().Where(r => r.ToldAt == null && r.PublishAt <= now).Select(r => r.ConferenceId).Distinct().ToListAsync(ct);
        var written = 0;
        foreach (var conferenceId in due)
        {
            written += await db.InTransactionAsync(
                async () =>
                {
                    await db.LockDraftAsync(conferenceId, ct);
                    return await TellDueAsync(conferenceId, clock.GetUtcNow(), ct);
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

    // What would change, without asking whom it concerns.
    private async Task<ReleasePreview> ForeseeAsync(Guid conferenceId, ReleaseScope scope, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var draft = await drafts.ReadAsync(db, conferenceId, ct);
        var previous = await LatestAsync(conferenceId, ct);
        var before = previous?.Snapshot ?? Snapshot.Empty;
        var next = SnapshotBuilder.Build(draft, before, scope, now);
        var differences = Differences.Between(before, next, Day(draft.Conference));
        var errors = ConflictFinder.Find(draft, now).Where(c => c.Severity is Severity.Error && !draft.Accepted.ContainsKey(c.Key)).ToList();
        return new ReleasePreview(draft.Revision, previous?.Id, before, next, differences, [], errors);
    }

    private async Task<ReleasePreview?> ForeseeRollBackAsync(Guid conferenceId, Guid releaseId, CancellationToken ct)
    {
        if (await FindAsync(conferenceId, releaseId, ct) is not { } old) return null;
        var day = Day(await db.ConferenceWithDaysAsync(conferenceId, ct));
        var latest = (await LatestAsync(conferenceId, ct))!;
        var (before, next) = (latest.Snapshot, SnapshotBuilder.Again(old.Snapshot, latest.Snapshot, day, clock.GetUtcNow()));
        var differences = Differences.Between(before, next, day);
        return new ReleasePreview(await db.DraftRevisionAsync(conferenceId, ct), latest.Id, before, next, differences, [], []);
    }

    private async Task<(ReleaseOutcome, Release?)> AddAsync(Guid conferenceId, ReleaseOrder order, Snapshot snapshot, string? overrideReason, Guid accountId, CancellationToken ct)
    {
        var key = Release.Key(order.Name);
        if (Reserved.Contains(key)) return (ReleaseOutcome.NameReserved, null);
        if (await db.Set<Release>().AnyAsync(r => r.ConferenceId == conferenceId && r.NameKey == key, ct)) return (ReleaseOutcome.NameTaken, null);
        var now = clock.GetUtcNow();
        var publishAt = order.PublishAt > now ? order.PublishAt.Value : now;
        // Each builds on the one before it: one that overtook it would tell its changes too early, and take them back at its time.
        if (await db.Set<Release>().AnyAsync(r => r.ConferenceId == conferenceId && r.PublishAt > publishAt, ct)) return (ReleaseOutcome.AnotherWaits, null);
        var number = 1 + (await db.Set<Release>().Where(r => r.ConferenceId == conferenceId).MaxAsync(r => (int?)r.Number, ct) ?? 0);
        var release = new Release(conferenceId, number, order.Name.Trim(), order.Note.Trim(), snapshot, accountId, now, publishAt, overrideReason);
        db.Add(release);
        db.Record(new Change(conferenceId, accountId, "Release.Made", release.Id, now, overrideReason is null ? release.Name : $"{release.Name}; errors overridden: {overrideReason}"));
        await db.SaveChangesAsync(ct);
        if (publishAt > now) return (ReleaseOutcome.Scheduled, release);
        await TellDueAsync(conferenceId, now, ct);
        return (ReleaseOutcome.Released, release);
    }

    // In their order: one whose time came a moment ago must not take back what the one after it told.
    private async Task<int> TellDueAsync(Guid conferenceId, DateTimeOffset now, CancellationToken ct)
    {
        var written = 0;
        foreach (var release in await db.Set<Release>().Where(r => r.ConferenceId == conferenceId && r.ToldAt == null && r.PublishAt <= now).OrderBy(r => r.Number).ToListAsync(ct))
        {
            written += await TellAsync(release, ct);
        }

        return written;
    }

    // Compared with what the public saw just before, whatever the draft has become since.
    private async Task<int> TellAsync(Release release, CancellationToken ct)
    {
        var conference = await db.ConferenceWithDaysAsync(release.ConferenceId, ct);
        var before = (await db.Set<Release>().AsNoTracking().Where(r => r.ConferenceId == release.ConferenceId && r.Number < release.Number).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct))?.Snapshot ?? Snapshot.Empty;
        var after = release.Snapshot;
        var differences = Differences.Between(before, after, Day(conference));
        // The draft's lock is held, and the follower takes its own behind it. Nobody who holds that one asks for the draft's: it cannot be the other way round.
        var seats = await follower.FollowAsync(conference, after, ct);
        var letters = (await Recipients.OfAsync(db, release.ConferenceId, differences, seats, ct)).Where(r => r.Address is not null).Select(r => mails.Changes(conference, release, r, before, after)).ToList();
        foreach (var letter in letters) outbox.Add(letter);

        release.MarkTold(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return letters.Count;
    }

    private async Task<ReleasePreview> WithRecipientsAsync(Guid conferenceId, ReleasePreview preview, CancellationToken ct)
    {
        var seats = await follower.ForeseeAsync(await db.ConferenceWithDaysAsync(conferenceId, ct), preview.Current, preview.Next, ct);
        return preview with { Recipients = await Recipients.OfAsync(db, conferenceId, preview.Differences, seats, ct) };
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
