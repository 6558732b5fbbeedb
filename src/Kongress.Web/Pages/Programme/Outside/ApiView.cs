using Kongress.Programme.Releases;
using Kongress.Shared;

namespace Kongress.Web.Pages.Programme.Outside;

/// <summary>A released programme as the API tells it.</summary>
/// <param name="publicUrl">Base address of the installation.</param>
internal sealed class ApiView(PublicProgramme programme, string publicUrl)
{
    private readonly string url = publicUrl.TrimEnd('/');

    public ApiRelease Release => new(programme.Number, programme.Name, programme.Note, Local(programme.PublishedAt));

    public ApiConference Conference
    {
        get
        {
            var conference = programme.Conference;
            var days = conference.Days.Select(day => new ApiDay(day.Date, At(day.Date, day.DoorsOpenAt), At(day.Date, day.StartsAt), At(day.Date, day.EndsAt), day.EveningStartsAt is { } evening ? At(day.Date, evening) : null));
            return new(conference.Number, conference.Name, conference.Motto, conference.HostLand, conference.Host, new ApiVenue(conference.VenueName, conference.VenueAddress), conference.TimeZone, [.. days], url + Addresses.Programme, Release);
        }
    }

    public ApiSessions Sessions => new(
        programme.Conference.Name, programme.Conference.TimeZone, url + Addresses.Programme, Release, [.. programme.Snapshot.Slots.GroupBy(s => s.Code).Select(g => Session([.. g]))]);

    public ApiSpeakers Speakers => new(Release, [.. programme.Snapshot.People.Select(Speaker)]);

    public ApiRooms Rooms => new(Release, [.. programme.Snapshot.Rooms.Select(r => new ApiRoom(r.Code, r.Name, r.Capacity, r.IsStepFree, r.HasHearingLoop, r.Directions, $"{url}{Addresses.Rooms}/{r.Code}"))]);

    /// <summary>Null: the programme has no such session.</summary>
    public ApiSession? SessionOf(string code) =>
        programme.Snapshot.Slots.Where(s => string.Equals(s.Code, code, StringComparison.OrdinalIgnoreCase)).ToList() is { Count: > 0 } slots ? Session(slots) : null;

    /// <summary>Null: nobody of that code is announced.</summary>
    public ApiSpeaker? SpeakerOf(string code) => programme.Person(code) is { } person ? Speaker(person) : null;

    private ApiSession Session(List<SnapshotSlot> slots)
    {
        var slot = slots[0];
        return new(
            slot.Code,
            slot.Kind,
            slot.Title,
            slot.Subtitle,
            slot.Language,
            slot.Abstract,
            programme.TrackOf(slot) is { } track ? new ApiTrack(track.Name, track.Colour) : null,
            slot.Audience,
            slot.Seats,
            slot.IsRecorded,
            slot.IsCancelled,
            slot.StreamUrl is { Length: > 0 } stream ? stream : null,
            slot.Links,
            slot.HasPage ? $"{url}{Addresses.Programme}/{slot.Code}" : null,
            [.. slots.Select(s => new ApiTime(s.Id, Local(s.StartsAt), Local(s.EndsAt), s.Minutes, [.. programme.RoomsOf(s).Select(r => new ApiPlace(r.Code, r.Name))], s.Sequence, Local(s.ChangedAt)))],
            [.. slot.People.Select(p => programme.PersonOf(p) is { } person ? new ApiPart(person.Code, person.Name, p.Role, p.Function, p.Organisation) : new ApiPart(null, null, p.Role, "", ""))]);
    }

    private ApiSpeaker Speaker(SnapshotPerson person) => new(
        person.Code,
        person.Name,
        person.Function,
        person.Organisation,
        person.Level,
        person.Land,
        person.Biography,
        person.Links,
        $"{url}{Addresses.Speakers}/{person.Code}",
        [.. programme.SlotsOf(person).DistinctBy(s => s.Code).Select(s => new ApiAppearance(s.Code, s.Title, s.People.First(p => p.PersonId == person.Id).Role))]);

    private DateTimeOffset Local(DateTimeOffset instant) => programme.Conference.Time.WithOffset(instant);

    private DateTimeOffset At(DateOnly day, TimeOnly time) => Local(programme.Conference.Time.Instant(day, time));
}
