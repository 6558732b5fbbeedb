using Kongress.Programme.Sessions;
using Kongress.Shared;

namespace Kongress.Web.Pages.Programme.Outside;

/// <summary>The version of the programme that is public now.</summary>
/// <param name="Number">Counts up within the edition, from 1.</param>
/// <param name="Note">What changed, in the words of the organisers; may be empty.</param>
/// <param name="PublishedAt">With the offset of the venue at that time, as every time here.</param>
public sealed record ApiRelease(int Number, string Name, string Note, DateTimeOffset PublishedAt);

/// <summary>The current edition.</summary>
/// <param name="Number">Number of the edition.</param>
/// <param name="Motto">May be empty.</param>
/// <param name="HostLand">The Land that is host.</param>
/// <param name="Host">Who invites.</param>
/// <param name="TimeZone">IANA zone of the venue.</param>
/// <param name="Url">The page of the programme.</param>
public sealed record ApiConference(int Number, string Name, string Motto, Land HostLand, string Host, ApiVenue Venue, string TimeZone, IReadOnlyList<ApiDay> Days, string Url, ApiRelease Release);

/// <param name="Address">Lines as on a letter.</param>
public sealed record ApiVenue(string Name, string Address);

/// <param name="EveningStartsAt">Null: the day has no evening event.</param>
public sealed record ApiDay(DateOnly Date, DateTimeOffset DoorsOpenAt, DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTimeOffset? EveningStartsAt);

/// <summary>All sessions, breaks included, in the order of their first start.</summary>
/// <param name="Title">Name of the congress.</param>
/// <param name="TimeZone">IANA zone of the venue.</param>
/// <param name="Url">The page of the programme.</param>
public sealed record ApiSessions(string Title, string TimeZone, string Url, ApiRelease Release, IReadOnlyList<ApiSession> Sessions);

/// <param name="Code">Stays the same whatever becomes of the session.</param>
/// <param name="Language">"de" or "en".</param>
/// <param name="Abstract">Markdown.</param>
/// <param name="Track">Null: it belongs to none.</param>
/// <param name="Seats">Null: not limited beyond the room.</param>
/// <param name="IsCancelled">It does not take place and keeps its times, so that everybody sees it.</param>
/// <param name="StreamUrl">Null: there is no stream.</param>
/// <param name="Url">Its page; null: it has none, as breaks.</param>
/// <param name="Times">At least one; more where it is repeated.</param>
public sealed record ApiSession(
    string Code,
    SessionKind Kind,
    string Title,
    string Subtitle,
    string Language,
    string Abstract,
    ApiTrack? Track,
    Audience Audience,
    int? Seats,
    bool IsRecorded,
    bool IsCancelled,
    string? StreamUrl,
    IReadOnlyList<string> Links,
    string? Url,
    IReadOnlyList<ApiTime> Times,
    IReadOnlyList<ApiPart> People);

/// <param name="Id">Stays the same when it is moved; the guid of the schedule formats.</param>
/// <param name="Rooms">Several: used as one. None: everywhere.</param>
/// <param name="Sequence">How often time, room or state changed since the first release.</param>
/// <param name="ChangedAt">When the release came that last changed anything about it.</param>
public sealed record ApiTime(Guid Id, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Minutes, IReadOnlyList<ApiPlace> Rooms, int Sequence, DateTimeOffset ChangedAt);

/// <summary>A room by name.</summary>
public sealed record ApiPlace(string Code, string Name);

/// <param name="Colour">"#rrggbb".</param>
public sealed record ApiTrack(string Name, string Colour);

/// <summary>Somebody on a session, in the order of protocol.</summary>
/// <param name="Code">Null, as the name: not announced yet.</param>
/// <param name="Function">As on the day of the congress.</param>
public sealed record ApiPart(string? Code, string? Name, ParticipationRole Role, string Function, string Organisation);

/// <summary>Everybody who is announced, in the order of their names.</summary>
public sealed record ApiSpeakers(ApiRelease Release, IReadOnlyList<ApiSpeaker> Speakers);

/// <param name="Level">Null: not given.</param>
/// <param name="Land">Null: not given.</param>
/// <param name="Biography">May be empty.</param>
/// <param name="Url">The page of the person.</param>
public sealed record ApiSpeaker(string Code, string Name, string? Function, string Organisation, AdministrativeLevel? Level, Land? Land, string Biography, IReadOnlyList<string> Links, string Url, IReadOnlyList<ApiAppearance> Sessions);

/// <summary>A session of a person.</summary>
public sealed record ApiAppearance(string Code, string Title, ParticipationRole Role);

/// <summary>The rooms in which something happens, in the order of the house.</summary>
public sealed record ApiRooms(ApiRelease Release, IReadOnlyList<ApiRoom> Rooms);

/// <param name="Directions">How to get there; may be empty.</param>
/// <param name="Url">The page of the room.</param>
public sealed record ApiRoom(string Code, string Name, int Capacity, bool IsStepFree, bool HasHearingLoop, string Directions, string Url);
