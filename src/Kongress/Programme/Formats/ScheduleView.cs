using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Shared;

namespace Kongress.Programme.Formats;

/// <summary>A column of the timetable: a room, several as one thing, or the whole house.</summary>
internal sealed record SchedulePlace(Guid Id, string Name);

/// <param name="Index">From 1.</param>
internal sealed record ScheduleDay(int Index, DateOnly Date, DateTimeOffset Start, DateTimeOffset End, IReadOnlyList<(SchedulePlace Place, IReadOnlyList<SnapshotSlot> Slots)> Places);

/// <summary>A programme as the schedule formats see it: days, then places, then events, and the names that only those formats need.</summary>
internal sealed class ScheduleView
{
    /// <summary>The name of the place of what happens everywhere.</summary>
    public const string Everywhere = "Alle Räume";

    /// <summary>Between the names of rooms that are used as one.</summary>
    public const string Together = " + ";

    /// <summary>Stands before the title of what was cancelled: these formats have no word for it.</summary>
    public const string CancelledMark = "Fällt aus: ";

    /// <summary>The text of the link that is the stream.</summary>
    public const string StreamTitle = "Livestream";

    private readonly string url;
    private readonly Dictionary<Guid, SchedulePlace> placesOfSlots;
    private readonly Dictionary<Guid, string> trackSlugs = [];
    private readonly HashSet<Guid> firsts;

    /// <param name="publicUrl">Base address of the installation.</param>
    public ScheduleView(PublicProgramme programme, string publicUrl)
    {
        Programme = programme;
        url = publicUrl.TrimEnd('/');
        var slots = programme.Snapshot.Slots;
        placesOfSlots = slots.ToDictionary(s => s.Id, PlaceOf);
        firsts = slots.GroupBy(s => s.Code).Select(g => g.First().Id).ToHashSet();
        Days = MakeDays();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var track in programme.Snapshot.Tracks) trackSlugs[track.Id] = Unique(TrackSlugOf(track.Name), taken);
    }

    public PublicProgramme Programme { get; }

    public IReadOnlyList<ScheduleDay> Days { get; }

    public string Title => CleanText.Of(Programme.Conference.Name);

    /// <summary>"kongress2027": what both schemas accept.</summary>
    public string Acronym => string.Create(CultureInfo.InvariantCulture, $"kongress{Days[0].Date.Year:0000}");

    public string Version => CleanText.Of(Programme.Name);

    public string ProgrammeUrl => url + Addresses.Programme;

    /// <summary>Programme and generator name the same product.</summary>
    public static (string Name, string Version) Generator => ("Kongress", typeof(ScheduleView).Assembly.GetName().Version!.ToString(3));

    public SchedulePlace PlaceFor(SnapshotSlot slot) => placesOfSlots[slot.Id];

    /// <summary>The places that are not rooms, each once.</summary>
    public IEnumerable<SchedulePlace> CombinedPlaces => Programme.Snapshot.Slots.Where(s => Programme.RoomsOf(s).Count() != 1).Select(PlaceFor).DistinctBy(p => p.Id);

    public string? Url(SnapshotSlot slot) => slot.HasPage ? $"{ProgrammeUrl}/{slot.Code}" : null;

    public string Url(SnapshotPerson person) => $"{url}{Addresses.Speakers}/{person.Code}";

    public string Url(SnapshotRoom room) => $"{url}{Addresses.Rooms}/{room.Code}";

    public string TrackSlug(SnapshotTrack track) => trackSlugs[track.Id];

    /// <summary>The code belongs to the session; where a session is repeated only its first event may carry it.</summary>
    public string? Code(SnapshotSlot slot) => firsts.Contains(slot.Id) ? slot.Code : null;

    /// <summary>Unique by the number, and long enough by it whatever the title is.</summary>
    public string Slug(SnapshotSlot slot)
    {
        var title = SlugOf(slot.Title);
        return string.Create(CultureInfo.InvariantCulture, $"{Acronym}-{slot.Number:0000}{(title.Length == 0 ? "" : "-")}{title}");
    }

    public static string TitleOf(SnapshotSlot slot) => (slot.IsCancelled ? CancelledMark : "") + CleanText.Of(slot.Title);

    public static string TypeOf(SnapshotSlot slot) => slot.Kind.ToString().ToLowerInvariant();

    /// <summary>Named people in the order of protocol.</summary>
    public IEnumerable<(SnapshotPerson Person, ParticipationRole Role)> PeopleOf(SnapshotSlot slot) =>
        from participation in slot.People
        let person = Programme.PersonOf(participation)
        where person is not null
        select (person, participation.Role);

    /// <summary>The stream first; what is no address of the web is left out.</summary>
    public static IEnumerable<(string Url, bool IsStream)> LinksOf(SnapshotSlot slot) =>
        from link in slot.Links.Select(l => (Text: l, IsStream: false)).Prepend((Text: slot.StreamUrl, IsStream: true))
        let address = WebAddress.Of(link.Text)
        where address is not null
        select (address, link.IsStream);

    /// <summary>"01:30", also beyond a day: hours and minutes are the only form that all readers understand alike.</summary>
    public static string Duration(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    public string Clock(DateTimeOffset instant) => Programme.Conference.Time.Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"2027-03-28T11:00:00+02:00".</summary>
    public string Iso(DateTimeOffset instant) => Programme.Conference.Time.WithOffset(instant).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Colour(SnapshotTrack track) =>
        track.Colour.Length == 7 && track.Colour[0] == '#' && track.Colour.Skip(1).All(char.IsAsciiHexDigit) ? track.Colour : "#171a2b";

    private SchedulePlace PlaceOf(SnapshotSlot slot)
    {
        var rooms = Programme.RoomsOf(slot).ToList();
        return rooms.Count switch
        {
            0 => new SchedulePlace(Derived(Programme.Conference.Id), Everywhere),
            1 => new SchedulePlace(rooms[0].Id, CleanText.Of(rooms[0].Name)),
            _ => new SchedulePlace(Derived([.. rooms.Select(r => r.Id)]), string.Join(Together, rooms.Select(r => CleanText.Of(r.Name)))),
        };
    }

    private List<ScheduleDay> MakeDays()
    {
        var conference = Programme.Conference;
        var byDay = Programme.Snapshot.Slots.ToLookup(Programme.DayOf);
        var dates = conference.Days.Select(d => d.Date).Concat(byDay.Select(g => g.Key)).Distinct().Order().ToList();
        // A schedule without a day is none; this is an edition whose days are not known yet.
        if (dates.Count == 0) dates.Add(conference.Time.Day(Programme.PublishedAt));
        return [.. dates.Select((date, i) => Day(i + 1, date, [.. byDay[date]]))];
    }

    private ScheduleDay Day(int index, DateOnly date, List<SnapshotSlot> slots)
    {
        var time = Programme.Conference.Time;
        var opening = Programme.Conference.Days.FirstOrDefault(d => d.Date == date);
        var starts = slots.Select(s => s.StartsAt).Append(time.Instant(date, opening?.StartsAt ?? (slots.Count == 0 ? TimeOnly.MinValue : new TimeOnly(23, 59))));
        var ends = slots.Select(s => s.EndsAt).Append(time.Instant(date, opening?.EndsAt ?? (slots.Count == 0 ? new TimeOnly(23, 59) : TimeOnly.MinValue)));
        var order = Programme.Snapshot.Rooms.Select((room, i) => (room.Id, i)).ToDictionary(x => x.Id, x => x.i);
        var places = slots.GroupBy(s => PlaceFor(s).Id)
            .OrderBy(g => Programme.RoomsOf(g.First()).Select(r => order[r.Id]).DefaultIfEmpty(-1).First()).ThenBy(g => PlaceFor(g.First()).Name, StringComparer.Ordinal)
            .Select(g => (PlaceFor(g.First()), (IReadOnlyList<SnapshotSlot>)[.. g]));
        return new ScheduleDay(index, date, starts.Min(), ends.Max(), [.. places]);
    }

    // Always the same for the same rooms, so that readers know the place again.
    private static Guid Derived(params Guid[] ids)
    {
        var hash = SHA256.HashData([.. ids.SelectMany(id => id.ToByteArray())]);
        return new Guid(hash.AsSpan(0, 16));
    }

    // Schedule.xml wants a letter first and two characters at least.
    private static string TrackSlugOf(string name)
    {
        var slug = SlugOf(name);
        return slug.Length >= 2 && char.IsAsciiLetter(slug[0]) ? slug : slug.Length == 0 ? "thema" : "thema-" + slug;
    }

    private static string Unique(string slug, HashSet<string> taken)
    {
        var unique = slug;
        for (var n = 2; !taken.Add(unique); n++) unique = string.Create(CultureInfo.InvariantCulture, $"{slug}-{n}");
        return unique;
    }

    /// <summary>Small letters, digits and single hyphens between them; empty where the text has neither.</summary>
    private static string SlugOf(string text)
    {
        var words = new StringBuilder();
        foreach (var c in SearchForm.Of(text))
        {
            if (char.IsAsciiLetterOrDigit(c)) words.Append(char.ToLowerInvariant(c));
            else if (words.Length > 0 && words[^1] != '-') words.Append('-');
        }

        var slug = words.Length > 60 ? words.ToString(0, 60) : words.ToString();
        return slug.Trim('-');
    }
}
