using Kongress.Data;
using Kongress.Mail;

namespace Kongress.Workshops.Blocks;

public enum BlockOutcome
{
    Saved,
    Removed,

    /// <summary>Another block has a part of the same time.</summary>
    Overlaps,

    /// <summary>Another block has this name.</summary>
    NameTaken,

    /// <summary>There are <see cref="WorkshopRules.MostBlocks"/> already.</summary>
    TooMany,

    /// <summary>The rules are not those that were shown.</summary>
    ChangedMeanwhile,
    NotFound,
}

/// <param name="Other">The block that stands in the way; else null.</param>
public sealed record BlockResult(BlockOutcome Outcome, WorkshopBlock? Other = null);

/// <summary>What an organiser does with blocks. All of it is audited, and takes nobody's seat away; who may have more moves up at once.</summary>
public sealed class BlockDesk(KongressDb db, Outbox outbox, WorkshopMails mails, TimeProvider clock)
{
    private readonly Seats seats = new(db, outbox, mails);

    /// <summary>Adds a block, or changes the one with its id. Safe to call twice.</summary>
    /// <param name="version">Of the rules that were shown; null for a new block.</param>
    public async Task<BlockResult> SaveAsync(Guid conferenceId, WorkshopBlock block, Guid? version, Guid organiserId, CancellationToken ct)
    {
        if (version is null) await seats.EnsureRulesAsync(conferenceId, ct);
        return await UnderLockAsync(
            conferenceId,
            block.Id,
            version,
            (old, rules) =>
            {
                var others = rules.Blocks.Where(b => b.Id != block.Id).ToList();
                if (old is null && others.Count >= WorkshopRules.MostBlocks) return (new BlockResult(BlockOutcome.TooMany), null, null);
                if (others.Find(block.Overlaps) is { } overlapping) return (new BlockResult(BlockOutcome.Overlaps, overlapping), null, null);
                if (others.Find(b => string.Equals(b.Name, block.Name, StringComparison.OrdinalIgnoreCase)) is { } namesake) return (new BlockResult(BlockOutcome.NameTaken, namesake), null, null);
                if (old == block) return (new BlockResult(BlockOutcome.Saved), null, null);
                rules.SetBlocks([.. others, block]);
                return old is null
                    ? (new BlockResult(BlockOutcome.Saved), "Workshop.BlockAdded", Detail(block))
                    : (new BlockResult(BlockOutcome.Saved), "Workshop.BlockChanged", $"{Detail(old)} → {Detail(block)}");
            },
            organiserId,
            ct);
    }

    /// <summary>Takes a block away: its bounds no longer hold.</summary>
    /// <param name="version">Of the rules that were shown.</param>
    public Task<BlockResult> RemoveAsync(Guid conferenceId, Guid blockId, Guid version, Guid organiserId, CancellationToken ct) => UnderLockAsync(
        conferenceId,
        blockId,
        version,
        (old, rules) =>
        {
            rules.SetBlocks(rules.Blocks.Where(b => b.Id != blockId));
            return (new BlockResult(BlockOutcome.Removed), "Workshop.BlockRemoved", Detail(old!));
        },
        organiserId,
        ct);

    private Task<BlockResult> UnderLockAsync(
        Guid conferenceId, Guid blockId, Guid? version, Func<WorkshopBlock?, WorkshopRules, (BlockResult Result, string? Action, string? Detail)> change, Guid organiserId, CancellationToken ct) => seats.UnderLockAsync(
        conferenceId,
        new BlockResult(BlockOutcome.NotFound),
        clock,
        async (conference, rules, now) =>
        {
            var old = rules.Blocks.FirstOrDefault(b => b.Id == blockId);
            if (version is not null && old is null) return new BlockResult(BlockOutcome.NotFound);
            if (version is not null && version != rules.Version) return new BlockResult(BlockOutcome.ChangedMeanwhile);
            var (result, action, detail) = change(old, rules);
            if (action is null) return result;
            db.Record(new Change(conferenceId, organiserId, action, conferenceId, now, detail));
            await seats.PassOnAsync(conference, rules, now, ct);
            return result;
        },
        ct);

    // Organisers read it in the history.
    private static string Detail(WorkshopBlock block) =>
        FormattableString.Invariant($"„{block.Name}“: Tag {block.Day}, {block.From:HH:mm}–{block.Until:HH:mm}, mindestens {block.Fewest}, {(block.Most is { } most ? FormattableString.Invariant($"höchstens {most}") : "beliebig viele")}");
}
