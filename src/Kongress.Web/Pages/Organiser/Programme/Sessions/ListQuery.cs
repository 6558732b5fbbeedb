using System.Globalization;
using Kongress.Programme.Board;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kongress.Web.Pages.Organiser.Programme.Sessions;

/// <summary>The filters of the list as they stand in the address. What cannot be read counts as not given.</summary>
public sealed class ListQuery
{
    [FromQuery(Name = "suche")]
    public string? Search { get; set; }

    [FromQuery(Name = "stand")]
    public string? State { get; set; }

    [FromQuery(Name = "format")]
    public string? Kind { get; set; }

    [FromQuery(Name = "thema")]
    public string? Track { get; set; }

    /// <summary>"mit" or "ohne" a slot.</summary>
    [FromQuery(Name = "ort")]
    public string? Place { get; set; }

    [FromQuery(Name = "mitteilen")]
    public string? ToAnnounce { get; set; }

    [FromQuery(Name = "sortierung")]
    public string? Sort { get; set; }

    [FromQuery(Name = "seite")]
    public string? Page { get; set; }

    public int PageNumber => int.TryParse(Page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    public bool IsFiltered => new[] { Search, State, Kind, Track, Place, ToAnnounce }.Any(value => !string.IsNullOrWhiteSpace(value));

    public IEnumerable<Session> Apply(Draft draft)
    {
        var (state, kind) = (Read<SessionState>(State), Read<SessionKind>(Kind));
        var track = Guid.TryParse(Track, out var id) ? id : (Guid?)null;
        var words = SearchForm.Query(Search is { Length: > 200 } ? Search[..200] : Search);
        var starts = draft.Slots.Where(s => s.SessionId is not null).GroupBy(s => s.SessionId!.Value).ToDictionary(g => g.Key, g => g.Min(s => s.StartsAt));
        var found = draft.Sessions.Values.Where(s =>
            (state is null || s.State == state)
            && (kind is null || s.Content.Kind == kind)
            && (track is null || s.Content.TrackId == track)
            && (Place is not "mit" || starts.ContainsKey(s.Id))
            && (Place is not "ohne" || (!starts.ContainsKey(s.Id) && (s.State.IsOn() || s.State is SessionState.Draft or SessionState.Proposed)))
            && (ToAnnounce is not "true" || s.AwaitsAnnouncement)
            && Fits(draft, s, words));
        return Sort switch
        {
            "stand" => found.OrderBy(s => s.State).ThenBy(s => s.Content.Title, StringComparer.CurrentCulture),
            "zeit" => found.OrderBy(s => starts.GetValueOrDefault(s.Id, DateTimeOffset.MaxValue)).ThenBy(s => s.Content.Title, StringComparer.CurrentCulture),
            "neu" => found.OrderByDescending(s => s.Id),
            _ => found.OrderBy(s => s.Content.Title, StringComparer.CurrentCulture).ThenBy(s => s.Id),
        };
    }

    // Words of the session or of somebody on it; nothing but signs is found nowhere.
    private bool Fits(Draft draft, Session session, IReadOnlyList<string> words)
    {
        if (string.IsNullOrWhiteSpace(Search)) return true;
        if (words.Count == 0) return false;
        var people = session.Participations.Where(p => p.IsOn).Select(p => draft.Speakers.GetValueOrDefault(p.SpeakerId)?.SearchText);
        var text = string.Concat(people.Prepend(session.SearchText));
        return words.All(word => text.Contains(" " + word, StringComparison.Ordinal)) || string.Equals(Search.Trim(), session.Code, StringComparison.OrdinalIgnoreCase);
    }

    // Names only: a number would mean something else after the next change of the enum.
    private static T? Read<T>(string? text) where T : struct, Enum =>
        text is { Length: > 0 } && char.IsAsciiLetter(text[0]) && Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
