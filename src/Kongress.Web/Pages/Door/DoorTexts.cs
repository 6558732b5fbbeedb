using Kongress.CheckIns;
using Kongress.Conferences;
using Kongress.Registrations;

namespace Kongress.Web.Pages.Door;

/// <summary>What the screen at the door says: a word, a sentence, a symbol and a colour for each answer.</summary>
/// <param name="Kind">"welcome", "notice" or "refuse": colour and tone.</param>
public sealed record DoorText(string Kind, string Symbol, string Title, string Sentence);

internal static class DoorTexts
{
    public static DoorText For(Conference conference, DoorReply reply)
    {
        var text = Answer(conference, reply);
        return Badge(reply) is { } badge ? text with { Sentence = text.Sentence.Length == 0 ? badge : $"{badge} {text.Sentence}" } : text;
    }

    // Which badge is handed out, where it is not the usual one.
    private static string? Badge(DoorReply reply) => reply.Kind switch
    {
        null or AttendeeKind.Attendee => null,
        AttendeeKind.Assistant when reply.Accompanies is { } person => $"Begleitperson von {person}.",
        { } kind => $"Namensschild: {kind.Name()}.",
    };

    private static DoorText Answer(Conference conference, DoorReply reply)
    {
        if (reply.Admitted && reply.Answer is not DoorAnswer.Welcome) return new("welcome", "✓", "Willkommen", "Mit Begründung eingelassen.");
        return reply.Answer switch
        {
            DoorAnswer.Welcome => new("welcome", "✓", "Willkommen", reply.NeedsSupport ? "Unterstützung angefragt: bitte die Ansprechperson rufen." : ""),
            DoorAnswer.AlreadyIn => new("notice", "!", "Schon eingelassen", reply.FirstAt is { } at ? $"{conference.Time.DayAndTime(at)}{(reply.FirstDevice is { Length: > 0 } device ? $", {device}" : "")}" : ""),
            DoorAnswer.WaitingList => new("refuse", "✕", "Warteliste", "Diese Person hat noch keinen Platz. Bitte zum Infopunkt."),
            DoorAnswer.NotConfirmed => new("refuse", "✕", "Noch nicht bestätigt", "Die Anmeldung ist noch nicht abgeschlossen. Bitte zum Infopunkt."),
            DoorAnswer.Cancelled => new("refuse", "✕", "Storniert", "Diese Anmeldung gilt nicht mehr. Bitte zum Infopunkt."),
            DoorAnswer.Replaced => new("refuse", "✕", "Ersetzt", "Dieses Ticket wurde durch ein neues ersetzt, oder eine Vertretung kommt. Bitte zum Infopunkt."),
            DoorAnswer.NotForThisList when reply is { Workshop: { HasSeat: false } door, Kind: AttendeeKind.Assistant } => new("notice", "!", "Kein Platz in diesem Workshop", "Wer begleitet wird, hat hier keinen Platz. " + NoSeat(conference, door)),
            DoorAnswer.NotForThisList when reply.Workshop is { } workshop => new("notice", "!", workshop.HasSeat ? "Schon alle Plätze besetzt" : "Kein Platz in diesem Workshop", NoSeat(conference, workshop)),
            DoorAnswer.NotForThisList => new("notice", "!", "Nicht für diese Liste", reply.ComesTo.Count == 0 ? "" : "Angemeldet für: " + string.Join(", ", reply.ComesTo.Select(part => part.Name()))),
            DoorAnswer.NotToday when reply.Workshop is { Workshop: var closed } => new("notice", "!", "Jetzt nicht", closed.Place.IsOn ? $"Dieser Workshop beginnt am {conference.Time.DayAndTime(closed.Place.StartsAt)}. Einlass ist ab einer Stunde vorher." : "Dieser Workshop findet nicht statt."),
            DoorAnswer.NotToday => new("notice", "!", "Heute nicht", reply.ComesTo.Count == 0 ? "" : "Angemeldet für: " + string.Join(", ", reply.ComesTo.Select(part => part.Name()))),
            DoorAnswer.Unknown => new("refuse", "?", "Unbekannt", "Diesen Code gibt es nicht. Bitte nach dem Namen suchen."),
        };
    }

    // What the person can do instead: wait for the release, if there is one.
    private static string NoSeat(Conference conference, WorkshopDoor door) => door.Workshop.ReleasedAt switch
    {
        { } at when door.Inside >= door.Workshop.Seats || door.HasSeat => $"Seit {conference.Time.TimeText(at)} gehen leere Plätze der Reihe nach an alle an der Tür; jetzt sind alle besetzt.",
        { } at => $"Ab {conference.Time.TimeText(at)} gehen leere Plätze der Reihe nach an alle, die hier stehen.",
        null => "Bitte zum Infopunkt, oder mit Begründung einlassen.",
    };

    public static string Name(DoorAnswer answer) => answer switch
    {
        DoorAnswer.Welcome => "Willkommen",
        DoorAnswer.AlreadyIn => "Schon eingelassen",
        DoorAnswer.WaitingList => "Warteliste",
        DoorAnswer.NotConfirmed => "Noch nicht bestätigt",
        DoorAnswer.Cancelled => "Storniert",
        DoorAnswer.Replaced => "Ersetzt",
        DoorAnswer.NotForThisList => "Nicht für diese Liste",
        DoorAnswer.NotToday => "Heute nicht",
        DoorAnswer.Unknown => "Unbekannt",
    };
}
