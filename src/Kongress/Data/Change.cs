using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kongress.Data;

/// <summary>One audit row: who did what to which subject, and when. Rows are added, never changed.</summary>
/// <remarks>
/// Holds ids and outcomes, no names, addresses or texts about health: the log outlives the personal data it speaks of.
/// A reason that an organiser typed is kept, as it explains a decision.
/// </remarks>
public sealed class Change
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid? ConferenceId { get; private set; }

    /// <summary>The account that acted; null for the system itself and for people without an account.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>Verb in the past tense with its feature: "Registration.Approved". At most 60 characters.</summary>
    public string Action { get; private set; } = "";

    public Guid SubjectId { get; private set; }

    /// <summary>What changed in figures, states or field names, or the reason that was given. At most 1000 characters, cut silently.</summary>
    public string? Detail { get; private set; }

    public DateTimeOffset At { get; private set; }

    private Change()
    {
    }

    public Change(Guid? conferenceId, Actor actor, string action, Guid subjectId, DateTimeOffset now, string? detail = null)
    {
        ConferenceId = conferenceId;
        ActorId = actor.AccountId;
        Action = action;
        SubjectId = subjectId;
        At = now;
        Detail = detail is { Length: > 1000 } ? detail[..1000] : detail;
    }
}

/// <summary>Who acts: an account, or nobody in particular (<see cref="System"/> for jobs, <see cref="Public"/> for people who hold a link).</summary>
public readonly record struct Actor(Guid? AccountId)
{
    public static readonly Actor System;
    public static readonly Actor Public;

    public static implicit operator Actor(Guid accountId) => new(accountId);

    public static Actor FromGuid(Guid accountId) => new(accountId);

    /// <summary>The account, or the public where there is none yet.</summary>
    public static Actor FromNullable(Guid? accountId) => new(accountId);
}

internal sealed class ChangeTable : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> change)
    {
        change.ToTable("Changes");
        change.Property(c => c.Action).HasMaxLength(60);
        change.Property(c => c.Detail).HasMaxLength(1000);
        change.HasIndex(c => new { c.SubjectId, c.At });
        change.HasIndex(c => new { c.ConferenceId, c.At });
    }
}
