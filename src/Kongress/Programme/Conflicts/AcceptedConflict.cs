namespace Kongress.Programme.Conflicts;

/// <summary>Somebody looked at a conflict and said why it may stay.</summary>
public sealed class AcceptedConflict(Guid conferenceId, string key, string reason, Guid accountId, DateTimeOffset at)
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; } = conferenceId;

    /// <inheritdoc cref="Conflict.Key"/>
    public string Key { get; private set; } = key;

    public string Reason { get; private set; } = reason;

    public Guid AccountId { get; private set; } = accountId;

    public DateTimeOffset At { get; private set; } = at;
}
