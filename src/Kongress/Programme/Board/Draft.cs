using Kongress.Conferences;
using Kongress.Programme.Sessions;
using Kongress.Speakers;

namespace Kongress.Programme.Board;

/// <summary>The plan that is being worked on, all of it, as it was at one revision. Detached and shared: never change what is in it.</summary>
public sealed record Draft
{
    public required Conference Conference { get; init; }

    public long Revision { get; init; }

    /// <summary>In their order.</summary>
    public IReadOnlyList<Room> Rooms { get; init; } = [];

    public IReadOnlyList<Track> Tracks { get; init; } = [];

    public IReadOnlyDictionary<Guid, Session> Sessions { get; init; } = new Dictionary<Guid, Session>();

    public IReadOnlyDictionary<Guid, Speaker> Speakers { get; init; } = new Dictionary<Guid, Speaker>();

    /// <summary>Of speakers and rooms, by their id.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<Availability>> Availabilities { get; init; } = new Dictionary<Guid, IReadOnlyList<Availability>>();

    public IReadOnlyList<Slot> Slots { get; init; } = [];

    /// <summary>Conflicts that may stay, with the reason.</summary>
    public IReadOnlyDictionary<string, string> Accepted { get; init; } = new Dictionary<string, string>();

    /// <summary>How many people marked a session.</summary>
    public IReadOnlyDictionary<Guid, int> Interest { get; init; } = new Dictionary<Guid, int>();

    /// <summary>Portrait and its version, of those who have one.</summary>
    public IReadOnlyDictionary<Guid, (Guid Version, string AltText)> Portraits { get; init; } = new Dictionary<Guid, (Guid, string)>();

    /// <summary>Sessions with slides.</summary>
    public IReadOnlySet<Guid> WithSlides { get; init; } = new HashSet<Guid>();

    public Session? SessionOf(Slot slot) => slot.SessionId is { } id ? Sessions.GetValueOrDefault(id) : null;

    public IReadOnlyList<Availability> AvailabilitiesOf(Guid ownerId) => Availabilities.GetValueOrDefault(ownerId, []);

    /// <summary>Sessions that take place or may do so, and have no slot.</summary>
    public IEnumerable<Session> Unplaced
    {
        get
        {
            var placed = Slots.Select(s => s.SessionId).ToHashSet();
            return Sessions.Values.Where(s => s.State is SessionState.Draft or SessionState.Proposed or SessionState.Accepted or SessionState.Confirmed)
                .Where(s => !placed.Contains(s.Id)).OrderBy(s => s.Content.Title, StringComparer.CurrentCulture);
        }
    }
}
