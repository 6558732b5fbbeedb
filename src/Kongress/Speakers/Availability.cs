namespace Kongress.Speakers;

public enum AvailabilityKind
{
    Available,

    /// <summary>Available, and best then.</summary>
    Preferred,
    Unavailable,
}

/// <summary>What is known about a time.</summary>
public enum Presence
{
    /// <summary>Nothing was said: neither a yes nor a no.</summary>
    Unknown,
    Available,
    Preferred,
    Unavailable,
}

/// <summary>A stretch of time of a person or a room, in UTC, half-open.</summary>
/// <param name="ownerId">A speaker or a room.</param>
public sealed class Availability(Guid conferenceId, Guid ownerId, DateTimeOffset startsAt, DateTimeOffset endsAt, AvailabilityKind kind)
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; } = conferenceId;

    public Guid OwnerId { get; private set; } = ownerId;

    public DateTimeOffset StartsAt { get; private set; } = startsAt;

    public DateTimeOffset EndsAt { get; private set; } = endsAt;

    public AvailabilityKind Kind { get; private set; } = kind;
}

/// <summary>Answers from the stretches of one person or room.</summary>
public static class Availabilities
{
    /// <summary>What is known about the whole of [start, end).</summary>
    /// <remarks>
    /// A no that touches any part wins. A yes must cover the whole; stretches that touch or overlap count as one.
    /// Who only said when they cannot, can at all other times; who only said when they can, cannot at others. Who said nothing is unknown.
    /// </remarks>
    public static Presence At(IReadOnlyCollection<Availability> stretches, DateTimeOffset start, DateTimeOffset end)
    {
        if (stretches.Count == 0) return Presence.Unknown;
        if (stretches.Any(s => s.Kind is AvailabilityKind.Unavailable && s.StartsAt < end && start < s.EndsAt)) return Presence.Unavailable;
        if (Covers(stretches.Where(s => s.Kind is AvailabilityKind.Preferred), start, end)) return Presence.Preferred;
        if (Covers(stretches.Where(s => s.Kind is not AvailabilityKind.Unavailable), start, end)) return Presence.Available;
        return stretches.All(s => s.Kind is AvailabilityKind.Unavailable) ? Presence.Available : Presence.Unavailable;
    }

    private static bool Covers(IEnumerable<Availability> stretches, DateTimeOffset start, DateTimeOffset end)
    {
        var reached = start;
        foreach (var stretch in stretches.OrderBy(s => s.StartsAt))
        {
            if (stretch.StartsAt > reached) break;
            if (stretch.EndsAt > reached) reached = stretch.EndsAt;
        }

        return reached >= end;
    }
}
