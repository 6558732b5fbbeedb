using Kongress.Programme.Conflicts;

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

    /// <summary>An earlier release still waits for a later time: it has to be withdrawn first.</summary>
    AnotherWaits,
    NotFound,
}

/// <summary>What a release would do.</summary>
/// <param name="CurrentId">The release that it would follow; null: it would be the first.</param>
public sealed record ReleasePreview(long Revision, Guid? CurrentId, Snapshot Current, Snapshot Next, IReadOnlyList<SlotDifference> Differences, IReadOnlyList<Recipient> Recipients, IReadOnlyList<Conflict> Errors)
{
    /// <summary>Those who are told but have no address: somebody has to call them.</summary>
    public IEnumerable<Recipient> Unreachable => Recipients.Where(r => r.Address is null);

    /// <summary>The mails that are written.</summary>
    public IEnumerable<Recipient> Reached => Recipients.Where(r => r.Address is not null);
}

/// <param name="Revision">The revision of the preview; null: whatever the draft is now.</param>
/// <param name="PublishAt">Null: now.</param>
/// <param name="OverrideReason">Why errors do not stop the release.</param>
public sealed record ReleaseOrder(string Name, string Note, ReleaseScope Scope, long? Revision = null, DateTimeOffset? PublishAt = null, string? OverrideReason = null);

/// <summary>Two versions of the programme side by side.</summary>
/// <param name="NewName">Null: the draft as it is now.</param>
public sealed record ReleaseComparison(string OldName, string? NewName, Snapshot Old, Snapshot New, IReadOnlyList<SlotDifference> Differences);

/// <summary>A release without its content.</summary>
public sealed record ReleaseLine(Guid Id, int Number, string Name, string Note, DateTimeOffset MadeAt, DateTimeOffset PublishAt, DateTimeOffset? ToldAt, string? OverrideReason);
