using System.Text.Json;
using System.Text.Json.Serialization;
using Kongress.Programme.Sessions;
using Kongress.Shared;

namespace Kongress.Programme.Releases;

/// <summary>The whole programme as the public sees it at one moment: texts, people, rooms and times. Made of values only.</summary>
/// <remarks>Nothing in it is private: whoever is not named yet is not in it by name, and blockers are not in it at all.</remarks>
public sealed record Snapshot
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    public static readonly Snapshot Empty = new();

    public IReadOnlyList<SnapshotRoom> Rooms { get; init; } = [];

    public IReadOnlyList<SnapshotTrack> Tracks { get; init; } = [];

    public IReadOnlyList<SnapshotPerson> People { get; init; } = [];

    /// <summary>In the order of their start, then of their rooms.</summary>
    public IReadOnlyList<SnapshotSlot> Slots { get; init; } = [];

    /// <summary>Slots that earlier releases had and this one has not: calendars are told that they are off.</summary>
    public IReadOnlyList<SnapshotSlot> Gone { get; init; } = [];

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    public static Snapshot FromJson(byte[] json) => JsonSerializer.Deserialize<Snapshot>(json, Json)!;
}

public sealed record SnapshotRoom(Guid Id, string Code, string Name, int Capacity, bool IsStepFree, bool HasHearingLoop, string Directions);

public sealed record SnapshotTrack(Guid Id, string Name, string Colour);

/// <summary>A person by name.</summary>
public sealed record SnapshotPerson
{
    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public string SortName { get; init; } = "";

    public string? Function { get; init; }

    public string Organisation { get; init; } = "";

    public AdministrativeLevel? Level { get; init; }

    public Land? Land { get; init; }

    public string Biography { get; init; } = "";

    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>The version of the portrait; null: none, or none that may be shown.</summary>
    public Guid? Portrait { get; init; }

    public string PortraitAltText { get; init; } = "";
}

/// <summary>A session at its place and time.</summary>
public sealed record SnapshotSlot
{
    public Guid Id { get; init; }

    public int Number { get; init; }

    public Guid SessionId { get; init; }

    public string Code { get; init; } = "";

    public SessionKind Kind { get; init; }

    public string Title { get; init; } = "";

    public string Subtitle { get; init; } = "";

    public string Language { get; init; } = "de";

    public string Abstract { get; init; } = "";

    public Guid? TrackId { get; init; }

    public Audience Audience { get; init; }

    public int? Seats { get; init; }

    public bool IsRecorded { get; init; }

    public string StreamUrl { get; init; } = "";

    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>It does not take place; shown as cancelled in its slot.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>In the order of the board; empty: everywhere.</summary>
    public IReadOnlyList<Guid> RoomIds { get; init; } = [];

    public DateTimeOffset StartsAt { get; init; }

    public int Minutes { get; init; }

    /// <summary>In the order of protocol.</summary>
    public IReadOnlyList<SnapshotParticipation> People { get; init; } = [];

    /// <summary>How often time, room or state changed since the first release (RFC 5545, SEQUENCE).</summary>
    public int Sequence { get; init; }

    /// <summary>When the release came that last changed anything about it.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>When it was to begin before it was moved last; null: it was never moved in time since it was first released.</summary>
    public DateTimeOffset? PreviousStart { get; init; }

    [JsonIgnore]
    public DateTimeOffset EndsAt => StartsAt.AddMinutes(Minutes);

    /// <summary>It has a page of its own; breaks have none.</summary>
    [JsonIgnore]
    public bool HasPage => Kind is not SessionKind.Break;
}

/// <param name="PersonId">Null: "wird bekannt gegeben".</param>
public sealed record SnapshotParticipation(Guid? PersonId, ParticipationRole Role, string Function, string Organisation);
