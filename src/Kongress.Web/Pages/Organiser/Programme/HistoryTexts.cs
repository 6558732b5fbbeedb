using System.Globalization;
using System.Text.RegularExpressions;
using Kongress.Programme.Board;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Kongress.Web.Pages.Organiser.Workshops;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Organiser.Programme;

/// <summary>Audit rows of the programme in words. The log holds ids and states; names come from the plan as it is now.</summary>
internal static partial class HistoryTexts
{
    /// <summary>One that is not known here is shown as it is stored.</summary>
    public static string Action(string action) => action switch
    {
        "Session.Created" => "Angelegt",
        "Session.Repeated" => "Als zweiter Termin angelegt",
        "Session.Changed" => "Angaben geändert",
        "Session.State" => "Stand geändert",
        "Session.Announced" => "Entscheidung mitgeteilt",
        "Participation.Added" => "Person eingetragen",
        "Participation.Changed" => "Funktion, Organisation oder „wird gebraucht“ geändert",
        "Participation.Cancelled" => "Person vom Programmpunkt genommen",
        "Participation.Replaced" => "Person ersetzt",
        "Participation.Ordered" => "Reihenfolge geändert",
        "Participation.Invited" => "Einladung geschickt",
        "Participation.Answered" => "Antwort",
        "Slot.Placed" => "Auf die Tafel gesetzt",
        "Slot.Moved" => "Auf der Tafel verschoben",
        "Slot.Removed" => "Von der Tafel genommen",
        "Slot.Undone" => "Schritt auf der Tafel zurückgenommen",
        "Slot.Redone" => "Schritt auf der Tafel wiederholt",
        "Speaker.Created" => "Angelegt",
        "Speaker.Changed" => "Angaben geändert",
        "Speaker.Arrived" => "Ist da",
        "Speaker.NotThere" => "Doch nicht da",
        "Availability.Set" => "Zeiten geändert",
        "Portrait.Set" => "Porträt gesetzt",
        "Portrait.Changed" => "Porträt geändert",
        "Portrait.Removed" => "Porträt entfernt",
        "SessionFile.Added" => "Datei hinzugefügt",
        "SessionFile.Shown" => "Datei veröffentlicht",
        "SessionFile.Hidden" => "Datei nicht mehr veröffentlicht",
        "SessionFile.Removed" => "Datei entfernt",
        "Room.Created" or "Track.Created" => "Angelegt",
        "Room.Changed" or "Track.Changed" => "Angaben geändert",
        "Track.Ordered" => "Reihenfolge der Themen geändert",
        "Room.Ordered" => "Reihenfolge der Räume geändert",
        "Room.Deleted" => "Raum gelöscht",
        "Track.Deleted" => "Thema gelöscht",
        "Conflict.Accepted" => "Konflikt hingenommen",
        "Conflict.Reopened" => "Konflikt wieder offen",
        "Release.Made" => "Fassung gemacht",
        "Release.Withdrawn" => "Fassung zurückgenommen",
        "Workshop.Opened" => "Plätze begrenzt",
        "Workshop.Changed" => "Plätze und Regeln geändert",
        "Workshop.Lifted" => "Begrenzung der Plätze aufgehoben",
        "Programme.Imported" => "Programm eingelesen",
        _ => action,
    };

    /// <summary>What a row says besides: ids become names as the plan has them now, states and fields become words.</summary>
    public static string? Detail(IStringLocalizer<Texts> text, Draft draft, Session? session, string action, string? detail)
    {
        if (detail is null) return null;
        string Named(string part) => Id().Replace(part, match => Person(draft, session, Guid.Parse(match.Value)));
        switch (action)
        {
            case "Session.State":
                var (states, reason) = detail.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var at ? (detail[..at], detail[at..]) : (detail, "");
                return string.Join(" → ", states.Split(" → ").Select(State)) + reason;
            case "Session.Repeated":
                return "von " + detail;
            case "Session.Announced" when detail.Split(", ") is [var state, var mails]:
                return $"{State(state)}, {mails.Replace(" mails", " E-Mails", StringComparison.Ordinal)}";
            case "Session.Changed":
                return string.Join(", ", detail.Split(", ").Select(Field));
            case "Participation.Added" when detail.Split(' ') is [var role, var id]:
                return $"{Named(id)} ({(Enum.TryParse<ParticipationRole>(role, out var known) ? PlanTexts.Role(text, known) : role)})";
            case "Participation.Answered" when detail.Split(": ") is [var id, var answer]:
                return $"{Named(id)}: {(Enum.TryParse<ParticipationState>(answer.Split(' ')[0], out var given) ? PlanTexts.Of(given).Word : answer)}{(answer.EndsWith("(office)", StringComparison.Ordinal) ? " (durch das Büro)" : "")}";
            case "Workshop.Opened" or "Workshop.Changed":
                return WorkshopHistoryTexts.Detail(detail, draft.Conference.Time);
            case "Workshop.Lifted":
                return null;
            case "Slot.Placed" or "Slot.Moved" or "Slot.Removed" or "Slot.Undone" or "Slot.Redone":
                return Placed().Replace(detail, place => DateOnly.TryParseExact(place.Groups[1].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    ? $"{ConferenceTime.DayText(day)}, {place.Groups[2].Value} Uhr, {place.Groups[3].Value} Minuten" : place.Value);
            case "Availability.Set":
                return detail.Replace(" stretches", " Zeiten", StringComparison.Ordinal);
            default:
                return Named(detail);
        }
    }

    private static string State(string word) => Enum.TryParse<SessionState>(word, out var state) ? PlanTexts.Of(state).Word : word;

    private static string Field(string name) => name switch
    {
        nameof(SessionContent.Kind) => "Format",
        nameof(SessionContent.Title) => "Titel",
        nameof(SessionContent.Subtitle) => "Untertitel",
        nameof(SessionContent.Language) => "Sprache",
        nameof(SessionContent.Abstract) => "Beschreibung",
        nameof(SessionContent.TrackId) => "Thema",
        nameof(SessionContent.Audience) => "Zielgruppe",
        nameof(SessionContent.Minutes) => "Dauer",
        nameof(SessionContent.Seats) => "Plätze",
        nameof(SessionContent.ExpectedAudience) => "Erwartetes Publikum",
        nameof(SessionContent.Equipment) => "Ausstattung",
        nameof(SessionContent.NeedsStepFree) => "Stufenfrei",
        nameof(SessionContent.NeedsInterpreter) => "Dolmetschen",
        nameof(SessionContent.IsRecorded) => "Aufzeichnung",
        nameof(SessionContent.StreamUrl) => "Stream",
        nameof(SessionContent.Links) => "Links",
        nameof(SessionContent.SlidesDue) => "Folien bis",
        _ => name,
    };

    private static string Person(Draft draft, Session? session, Guid id) =>
        session?.Participations.FirstOrDefault(p => p.Id == id) is { } p && draft.Speakers.GetValueOrDefault(p.SpeakerId) is { } speaker ? speaker.Profile.FullName : "eine Person";

    [GeneratedRegex(@"\b(20\d\d-[01]\d-[0-3]\d) (\d\d:\d\d), (\d+) min", RegexOptions.CultureInvariant)]
    private static partial Regex Placed();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
