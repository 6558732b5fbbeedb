using Kongress.Programme;
using Kongress.Programme.Board;
using Kongress.Programme.Conflicts;
using Kongress.Programme.Sessions;
using Kongress.Shared;

namespace Kongress.Web.Pages.Organiser.Programme;

/// <summary>German words for conflicts: what does not fit, with whom, where, and by how much.</summary>
internal static class ConflictTexts
{
    /// <summary>Kind of the badge and its word.</summary>
    public static (string Kind, string Word) Of(Severity severity) => severity switch
    {
        Severity.Error => ("danger", "Fehler"),
        Severity.Warning => ("warning", "Warnung"),
        Severity.Hint => ("info", "Hinweis"),
    };

    /// <summary>The heading of a group of such conflicts.</summary>
    public static string Plural(Severity severity) => severity switch
    {
        Severity.Error => "Fehler",
        Severity.Warning => "Warnungen",
        Severity.Hint => "Hinweise",
    };

    /// <summary>The conflict in two or three words.</summary>
    public static string Name(ConflictKind kind) => kind switch
    {
        ConflictKind.RoomTwice => "Raum doppelt belegt",
        ConflictKind.PersonTwice => "Person doppelt eingeplant",
        ConflictKind.PersonUnavailable => "Person nicht verfügbar",
        ConflictKind.PersonUnknown => "Verfügbarkeit unbekannt",
        ConflictKind.RoomClosed => "Raum nicht verfügbar",
        ConflictKind.OutsideHours => "Außerhalb der Öffnungszeit",
        ConflictKind.RoomChangeover => "Zeit für den Umbau",
        ConflictKind.PersonChangeover => "Zeit für den Weg",
        ConflictKind.RoomTooSmall => "Raum zu klein",
        ConflictKind.RoomTight => "Raum knapp",
        ConflictKind.EquipmentMissing => "Ausstattung fehlt",
        ConflictKind.NotStepFree => "Nicht stufenfrei",
        ConflictKind.InterpreterMissing => "Dolmetschen fehlt",
        ConflictKind.Unconfirmed => "Zusage fehlt",
        ConflictKind.Declined => "Absage",
        ConflictKind.NobodyOnStage => "Niemand auf der Bühne",
        ConflictKind.NoModerator => "Moderation fehlt",
        ConflictKind.InBreak => "In der Pause",
        ConflictKind.BesidePlenary => "Neben dem Plenum",
        ConflictKind.BiographyMissing => "Kurzbiografie fehlt",
        ConflictKind.PortraitConsentMissing => "Zustimmung zum Porträt fehlt",
        ConflictKind.RecordingConsentMissing => "Zustimmung zur Aufzeichnung fehlt",
        ConflictKind.RecordingRefused => "Aufzeichnung abgelehnt",
        ConflictKind.SlidesMissing => "Folien fehlen",
        ConflictKind.NotDecided => "Nicht entschieden",
        ConflictKind.Unplaced => "Ohne Platz",
        ConflictKind.LengthDiffers => "Andere Länge",
    };

    /// <summary>One whole sentence that stands for itself: "„Auftakt“ (10:30–11:30 Uhr, Forum A): Ayşe Şahin ist gleichzeitig in „Podium“ (11:00–12:00 Uhr, Forum B)."</summary>
    public static string Sentence(Draft draft, Conflict conflict) => Subject(draft, conflict) is { } subject ? $"{subject}: {Sentence(draft, conflict, conflict.SlotId)}" : Sentence(draft, conflict, conflict.SlotId);

    /// <summary>The sentence beside a slot whose name the reader sees already; it names the other side only.</summary>
    /// <param name="from">One of the two slots of the conflict; anything else counts as the first.</param>
    public static string Sentence(Draft draft, Conflict conflict, Guid? from)
    {
        var turned = from is not null && from == conflict.OtherSlotId;
        var own = Slot(draft, turned ? conflict.OtherSlotId : conflict.SlotId);
        var other = Slot(draft, turned ? conflict.SlotId : conflict.OtherSlotId);
        var session = own is null ? conflict.SessionId is { } id ? draft.Sessions.GetValueOrDefault(id) : null : draft.SessionOf(own);
        var person = Person(draft, conflict.SpeakerId);
        var room = Room(draft, conflict.RoomId);
        return conflict.Kind switch
        {
            ConflictKind.RoomTwice => $"Im Raum {room} ist gleichzeitig {Words(draft, other)}.",
            ConflictKind.PersonTwice => $"{person} ist gleichzeitig in {Words(draft, other)}.",
            ConflictKind.PersonUnavailable => $"{person} kann {When(draft, own)} nicht.",
            ConflictKind.PersonUnknown => $"Ob {person} {When(draft, own)} kann, hat noch niemand gesagt.",
            ConflictKind.RoomClosed => $"Der Raum {room} steht {When(draft, own)} nicht zur Verfügung.",
            ConflictKind.OutsideHours => $"Das liegt nicht ganz in der Zeit, in der das Haus geöffnet ist{Hours(draft, own)}.",
            ConflictKind.RoomChangeover => $"Zwischen diesem Programmpunkt und {Words(draft, other)} {Remaining(conflict.Amount)} für den Umbau im Raum {room}; nötig sind {Minutes(Changeover(draft, conflict.RoomId))}.",
            ConflictKind.PersonChangeover => $"{person}: Zwischen diesem Programmpunkt und {Words(draft, other)} {Remaining(conflict.Amount)} für den Weg; nötig sind {Minutes(ConflictFinder.WalkMinutes)}.",
            ConflictKind.RoomTooSmall => $"Es sollen {session?.Content.Seats} Plätze vergeben werden, {Rooms(draft, own)} hat {conflict.Amount} zu wenig.",
            ConflictKind.RoomTight => $"Es werden mehr Menschen erwartet, als Platz haben ({Rooms(draft, own)}): {(conflict.Amount == 1 ? "Es fehlt 1 Platz" : $"Es fehlen {conflict.Amount} Plätze")}.",
            ConflictKind.EquipmentMissing => $"Im Raum {Rooms(draft, own)} fehlt: {PlanTexts.List((Equipment)conflict.Amount)}.",
            ConflictKind.NotStepFree => $"Der Raum {room} ist nicht stufenfrei, und jemand auf der Bühne oder im Publikum braucht das.",
            ConflictKind.InterpreterMissing => "Es wird gedolmetscht, aber niemand ist dafür eingetragen.",
            ConflictKind.Unconfirmed => $"{person} {Answer(session, conflict.SpeakerId)}.",
            ConflictKind.Declined => $"{person} hat abgesagt und wird gebraucht.",
            ConflictKind.NobodyOnStage => "Noch steht niemand auf der Bühne.",
            ConflictKind.NoModerator => "Das Podium hat noch keine Moderation.",
            ConflictKind.InBreak => IsOf(draft, own, SessionKind.Break) ? $"Während dieser Pause läuft {Words(draft, other)}." : $"Gleichzeitig ist Pause: {Words(draft, other)}.",
            ConflictKind.BesidePlenary => IsOf(draft, own, SessionKind.Plenary) ? $"Neben diesem Plenum läuft {Words(draft, other)}." : $"Gleichzeitig ist ein Plenum für alle: {Words(draft, other)}.",
            ConflictKind.BiographyMissing => $"Die Kurzbiografie von {person} fehlt; erbeten ist sie bis {ConferenceTime.DayText(draft.Conference.FirstDay.AddDays(-ConflictFinder.BiographyDays))}.",
            ConflictKind.PortraitConsentMissing => $"{person} hat noch nicht zugestimmt, dass das Porträt gezeigt wird. Bis dahin bleibt es verborgen.",
            ConflictKind.RecordingConsentMissing => $"Es soll aufgezeichnet werden; {person} hat dazu noch nichts gesagt.",
            ConflictKind.RecordingRefused => $"Es soll aufgezeichnet werden; {person} möchte das nicht.",
            ConflictKind.SlidesMissing => session?.Content.SlidesDue is { } due ? $"Die Folien fehlen; erbeten sind sie bis {ConferenceTime.DayText(due)}." : "Die Folien fehlen.",
            ConflictKind.NotDecided => $"Darüber ist noch nicht entschieden ({(session is null ? "–" : PlanTexts.Of(session.State).Word)}); eine Fassung lässt diesen Programmpunkt weg.",
            ConflictKind.Unplaced => "Das ist beschlossen, hat aber noch keine Zeit und keinen Raum.",
            ConflictKind.LengthDiffers => $"Die Zeit ist {Minutes(Math.Abs(conflict.Amount))} {(conflict.Amount < 0 ? "kürzer" : "länger")} als gewünscht ({Minutes(session?.Content.Minutes ?? 0)}).",
        };
    }

    /// <summary>What the conflict is about: „Auftakt“ (10:30–11:30 Uhr, Forum A). Null: it is about nothing that is still there.</summary>
    public static string? Subject(Draft draft, Conflict conflict) =>
        Slot(draft, conflict.SlotId) is { } slot ? Words(draft, slot)
        : conflict.SessionId is { } id && draft.Sessions.GetValueOrDefault(id) is { } session ? $"„{session.Content.Title}“"
        : null;

    /// <summary>„Auftakt“ (10:30–11:30 Uhr, Forum A); of a blocker its label.</summary>
    public static string Words(Draft draft, Slot? slot)
    {
        if (slot is null) return "etwas, das inzwischen weg ist";
        var title = draft.SessionOf(slot)?.Content.Title ?? (slot.Label.Length > 0 ? slot.Label : "Sperre");
        return $"„{title}“ ({ProgrammeTexts.Hours(draft.Conference.Time, slot.StartsAt, slot.Minutes)}, {Rooms(draft, slot)})";
    }

    private static Slot? Slot(Draft draft, Guid? id) => id is null ? null : draft.Slots.FirstOrDefault(s => s.Id == id);

    private static string Person(Draft draft, Guid? id) => id is { } known && draft.Speakers.GetValueOrDefault(known) is { } speaker ? speaker.Profile.FullName : "Jemand";

    private static string Room(Draft draft, Guid? id) => draft.Rooms.FirstOrDefault(r => r.Id == id)?.Name ?? "ohne Namen";

    private static string Rooms(Draft draft, Slot? slot) =>
        string.Join(" + ", draft.Rooms.Where(r => slot?.RoomIds.Contains(r.Id) == true).Select(r => r.Name)) is { Length: > 0 } names ? names : "alle Räume";

    private static int Changeover(Draft draft, Guid? roomId) => draft.Rooms.FirstOrDefault(r => r.Id == roomId)?.ChangeoverMinutes ?? 0;

    private static string When(Draft draft, Slot? slot) => slot is null ? "zu dieser Zeit" : "von " + ProgrammeTexts.Hours(draft.Conference.Time, slot.StartsAt, slot.Minutes).Replace("–", " bis ", StringComparison.Ordinal);

    private static string Hours(Draft draft, Slot? slot)
    {
        if (slot is null || draft.Conference.Days.FirstOrDefault(d => d.Date == Opening.DayOf(draft.Conference, slot.StartsAt)) is not { } day) return "";
        var (from, to) = Opening.Of(draft.Conference, day);
        return $" ({ConferenceTime.Clock(TimeOnly.FromDateTime(draft.Conference.Time.Local(from)))}–{draft.Conference.Time.TimeText(to)})";
    }

    private static string Minutes(int minutes) => minutes == 1 ? "1 Minute" : $"{minutes} Minuten";

    private static string Remaining(int minutes) => minutes switch { 0 => "bleibt keine Zeit", 1 => "bleibt nur 1 Minute", _ => $"bleiben nur {minutes} Minuten" };

    private static bool IsOf(Draft draft, Slot? slot, SessionKind kind) => slot is not null && draft.SessionOf(slot)?.Content.Kind == kind;

    private static string Answer(Session? session, Guid? speakerId) =>
        session?.Participations.FirstOrDefault(p => p.SpeakerId == speakerId && p.IsOn && p.State is not ParticipationState.Accepted)?.State switch
        {
            ParticipationState.Proposed => "ist noch nicht eingeladen",
            ParticipationState.Invited => "hat auf die Einladung noch nicht geantwortet",
            ParticipationState.Tentative => "hat „vielleicht“ geantwortet",
            _ => "hat noch nicht zugesagt",
        };
}
