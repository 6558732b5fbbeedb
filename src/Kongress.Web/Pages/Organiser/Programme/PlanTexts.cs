using Kongress.Programme;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Kongress.Speakers;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Organiser.Programme;

/// <summary>German words of the programme team for states, roles and equipment.</summary>
internal static class PlanTexts
{
    public const string ChangedMeanwhile = "Das wurde inzwischen geändert. Ihre Eingaben stehen noch hier und sind nicht gespeichert. Sehen Sie sich den neuen Stand in einem zweiten Fenster an; speichern Sie noch einmal, wenn Ihre Eingaben gelten sollen.";

    /// <summary>Kind of the badge and its word.</summary>
    public static (string Kind, string Word) Of(SessionState state) => state switch
    {
        SessionState.Draft => ("info", "Entwurf"),
        SessionState.Proposed => ("warning", "Zu entscheiden"),
        SessionState.Accepted => ("info", "Angenommen"),
        SessionState.Confirmed => ("success", "Bestätigt"),
        SessionState.Rejected => ("danger", "Abgelehnt"),
        SessionState.Withdrawn => ("warning", "Zurückgezogen"),
        SessionState.Cancelled => ("danger", "Fällt aus"),
    };

    /// <summary>What choosing a state means, said before it is chosen.</summary>
    public static string Consequence(SessionState to) => to switch
    {
        SessionState.Draft => "Der Programmpunkt ist wieder in Arbeit. Niemand wird benachrichtigt.",
        SessionState.Proposed => "Der Programmpunkt wartet auf eine Entscheidung. Die nächste Fassung enthält ihn nicht. Niemand wird benachrichtigt.",
        SessionState.Accepted => "Der Programmpunkt kommt ins Programm, sobald er Zeit und Raum hat und Sie eine Fassung veröffentlichen. Die Mitwirkenden erfahren es erst, wenn Sie die Entscheidung mitteilen. Haben alle zugesagt, die gebraucht werden, ist er bestätigt.",
        SessionState.Confirmed => "Alle, die gebraucht werden, haben zugesagt.",
        SessionState.Rejected => "Der Programmpunkt kommt nicht ins Programm. Die Mitwirkenden erfahren es erst, wenn Sie die Entscheidung mitteilen.",
        SessionState.Withdrawn => "Der Programmpunkt wird nicht weiter verfolgt. Stand er schon im Programm, verschwindet er mit der nächsten Fassung. Niemand wird benachrichtigt.",
        SessionState.Cancelled => "Der Programmpunkt behält seinen Platz; die nächste Fassung zeigt ihn dort als „Fällt aus“. Die Mitwirkenden erfahren es, wenn Sie die Entscheidung mitteilen.",
    };

    /// <summary>The button that leads to a state.</summary>
    public static string Verb(SessionState to) => to switch
    {
        SessionState.Draft => "Zurück in den Entwurf",
        SessionState.Proposed => "Zur Entscheidung stellen",
        SessionState.Accepted => "Annehmen",
        SessionState.Confirmed => "Bestätigen",
        SessionState.Rejected => "Ablehnen",
        SessionState.Withdrawn => "Zurückziehen",
        SessionState.Cancelled => "Ausfallen lassen",
    };

    public static string For(StateOutcome outcome, SessionState now) => outcome switch
    {
        StateOutcome.Changed => $"Der Stand ist jetzt „{Of(now).Word}“.",
        StateOutcome.NotAllowed => "Das geht vom jetzigen Stand aus nicht; vielleicht hat ihn inzwischen jemand geändert. Es hat sich nichts geändert.",
        StateOutcome.NotFound => "Diesen Programmpunkt gibt es nicht.",
    };

    public static (string Kind, string Word) Of(ParticipationState state) => state switch
    {
        ParticipationState.Proposed => ("info", "Vorgesehen"),
        ParticipationState.Invited => ("warning", "Eingeladen"),
        ParticipationState.Accepted => ("success", "Zugesagt"),
        ParticipationState.Tentative => ("warning", "Vielleicht"),
        ParticipationState.Declined => ("danger", "Abgesagt"),
        ParticipationState.Cancelled => ("danger", "Nicht mehr dabei"),
    };

    public static string For(InviteOutcome outcome) => outcome switch
    {
        InviteOutcome.Invited => "Die Einladung ist unterwegs. Person und Büro bekommen je eine eigene E-Mail mit einem Link, über den sie antworten können.",
        InviteOutcome.NoAddress => "Es gibt keine E-Mail-Adresse, weder von der Person noch von ihrem Büro. Bitte rufen Sie an und tragen Sie die Antwort hier ein.",
        InviteOutcome.NotFound => "Diese Person ist nicht mehr auf diesem Programmpunkt.",
    };

    public static string For(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Recorded => "Die Antwort ist eingetragen.",
        AnswerOutcome.LinkEnded => "Diese Person ist nicht mehr auf diesem Programmpunkt.",
        AnswerOutcome.TakenOff => "Die Person wurde inzwischen vom Programmpunkt genommen; die Antwort ist nicht eingetragen.",
    };

    public static string Name(Gender gender) => gender switch
    {
        Gender.Female => "weiblich",
        Gender.Male => "männlich",
        Gender.Diverse => "divers",
    };

    public static string Name(RecordingConsent consent) => consent switch
    {
        RecordingConsent.Unknown => "noch nicht gefragt",
        RecordingConsent.Given => "darf aufgezeichnet werden",
        RecordingConsent.Refused => "möchte nicht aufgezeichnet werden",
    };

    public static string Name(AvailabilityKind kind) => kind switch
    {
        AvailabilityKind.Available => "kann",
        AvailabilityKind.Preferred => "kann, am liebsten dann",
        AvailabilityKind.Unavailable => "kann nicht",
    };

    /// <summary>In what two versions differ, in words; moves are told by time and room.</summary>
    public static string Fields(Differing fields) => string.Join(", ", Enum.GetValues<Differing>().Where(f => f is not Differing.None && fields.HasFlag(f)).Select(Name).Distinct());

    private static string Name(Differing single) => single switch
    {
        Differing.Title => "Titel",
        Differing.Subtitle => "Untertitel",
        Differing.Text => "Beschreibung",
        Differing.People => "Mitwirkende",
        Differing.Language => "Sprache",
        Differing.Room => "Raum",
        Differing.Track => "Thema",
        Differing.Day => "Tag",
        Differing.Start => "Beginn",
        Differing.Duration => "Dauer",
        Differing.Recording => "Aufzeichnung",
        Differing.State => "Stand",
        Differing.Link => "Links",
        Differing.Format => "Format, Zielgruppe oder Plätze",
        _ => "",
    };

    public static IEnumerable<SelectListItem> Languages(IStringLocalizer<Texts> text) => new[] { "de", "en", "fr" }.Select(l => new SelectListItem(ProgrammeTexts.LanguageName(text, l), l));

    public static IEnumerable<SelectListItem> Audiences(IStringLocalizer<Texts> text) => Enum.GetValues<Audience>().Select(a => new SelectListItem(ProgrammeTexts.Name(text, a), a.ToString()));

    public static IEnumerable<SelectListItem> Equipments => Pieces.Select(e => new SelectListItem(Name(e), e.ToString()));

    public static IEnumerable<SelectListItem> Kinds(IStringLocalizer<Texts> text) => Enum.GetValues<SessionKind>().Select(k => new SelectListItem(ProgrammeTexts.Name(text, k), k.ToString()));

    public static IEnumerable<SelectListItem> Roles(IStringLocalizer<Texts> text) => Enum.GetValues<ParticipationRole>().Select(r => new SelectListItem(Role(text, r), r.ToString()));

    /// <summary>The role as the team calls it: "Vortrag" alone would also be a format.</summary>
    public static string Role(IStringLocalizer<Texts> text, ParticipationRole role) => ProgrammeTexts.Name(text, role) + (role is ParticipationRole.Interpreter or ParticipationRole.Assistant ? " (nicht öffentlich)" : "");

    public static string Name(Equipment single) => single switch
    {
        Equipment.None => "nichts",
        Equipment.Projector => "Beamer",
        Equipment.Microphones => "Mikrofone",
        Equipment.Recording => "Aufzeichnung",
        Equipment.Boards => "Stellwände",
        Equipment.Computers => "Rechnerplätze",
        Equipment.InterpreterBooth => "Dolmetschkabine",
        Equipment.HearingLoop => "Induktionsschleife",
        _ => List(single),
    };

    /// <summary>Every piece that a room can have, in the order of the forms.</summary>
    public static IEnumerable<Equipment> Pieces => Enum.GetValues<Equipment>().Where(e => e is not Equipment.None);

    /// <summary>"Beamer, Mikrofone".</summary>
    public static string List(Equipment equipment) => string.Join(", ", Pieces.Where(e => equipment.HasFlag(e)).Select(Name)) is { Length: > 0 } names ? names : "nichts";
}
