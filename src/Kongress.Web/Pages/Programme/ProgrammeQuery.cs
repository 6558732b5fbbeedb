using System.Globalization;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Kongress.Workshops;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Kongress.Web.Pages.Programme;

/// <summary>View, day and filters of the programme as they stand in the address, so that a choice can be shared. What cannot be read counts as not given.</summary>
public sealed class ProgrammeQuery
{
    public const string Table = "tabelle";

    public const string Free = "frei";

    /// <summary>"tabelle"; everything else is the list.</summary>
    [FromQuery(Name = "ansicht")]
    public string? View { get; set; }

    /// <summary>"2027-03-18"; all days without it.</summary>
    [FromQuery(Name = "tag")]
    public string? Day { get; set; }

    [FromQuery(Name = "suche")]
    public string? Search { get; set; }

    [FromQuery(Name = "thema")]
    public string? Track { get; set; }

    [FromQuery(Name = "format")]
    public string? Kind { get; set; }

    /// <summary>The code of a room.</summary>
    [FromQuery(Name = "raum")]
    public string? Room { get; set; }

    [FromQuery(Name = "niveau")]
    public string? Audience { get; set; }

    [FromQuery(Name = "sprache")]
    public string? Language { get; set; }

    /// <summary>"frei": only where seats are limited and left.</summary>
    [FromQuery(Name = "plaetze")]
    public string? Seats { get; set; }

    public bool IsTable => View == Table;

    public bool WantsSeats => Seats == Free;

    public DateOnly? ChosenDay => DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Some sessions may be left out, whatever the day.</summary>
    public bool IsFiltered => IsRefined || !string.IsNullOrWhiteSpace(Search);

    /// <summary>A choice that is folded away is set.</summary>
    public bool IsRefined => new[] { Track, Kind, Room, Audience, Language }.Any(value => !string.IsNullOrWhiteSpace(value)) || WantsSeats;

    /// <summary>What is to be seen of all days. Breaks belong to the whole programme and are left out of a choice.</summary>
    /// <param name="fillings">How full sessions with limited seats are, by their id.</param>
    public IReadOnlyList<SnapshotSlot> Apply(PublicProgramme programme, IReadOnlyDictionary<Guid, Filling> fillings)
    {
        var kind = Read<SessionKind>(Kind);
        var audience = Read<Audience>(Audience);
        var track = Guid.TryParse(Track, out var id) ? id : (Guid?)null;
        var room = string.IsNullOrWhiteSpace(Room) ? null : programme.Room(Room);
        var words = SearchForm.Query(Search is { Length: > 200 } ? Search[..200] : Search);
        return [.. programme.Snapshot.Slots.Where(s =>
            (s.HasPage || !IsFiltered)
            && (kind is null || s.Kind == kind)
            && (audience is null || s.Audience == audience)
            && (track is null || s.TrackId == track)
            && (room is null || s.RoomIds.Contains(room.Id))
            && (!WantsSeats || (fillings.TryGetValue(s.SessionId, out var filling) && filling is not Filling.Full))
            && (string.IsNullOrWhiteSpace(Language) || s.Language == Language)
            // Nothing but signs is found nowhere.
            && (string.IsNullOrWhiteSpace(Search) || (words.Count > 0 && programme.Finds(s, words))))];
    }

    /// <summary>The address of this choice with another day or view.</summary>
    public string With(DateOnly? day, bool asTable) => QueryHelpers.AddQueryString(Addresses.Programme, new[]
    {
        ("ansicht", asTable ? Table : null), ("tag", day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("suche", Search), ("thema", Track), ("format", Kind), ("raum", Room), ("niveau", Audience), ("sprache", Language), ("plaetze", WantsSeats ? Free : null),
    }.Where(v => !string.IsNullOrWhiteSpace(v.Item2)).Select(v => new KeyValuePair<string, string?>(v.Item1, v.Item2)));

    // Names only: a number would mean something else after the next change of the enum.
    private static T? Read<T>(string? text) where T : struct, Enum =>
        text is { Length: > 0 } && char.IsAsciiLetter(text[0]) && Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
