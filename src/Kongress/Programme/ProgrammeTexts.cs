using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Kongress.Speakers;
using Microsoft.Extensions.Localization;

namespace Kongress.Programme;

/// <summary>What the public, speakers and mails call the things of the programme, in the language of the reader.</summary>
public static class ProgrammeTexts
{
    public static string Name(IStringLocalizer<Texts> text, SessionKind kind) => kind switch
    {
        SessionKind.Keynote => text["Keynote"],
        SessionKind.Panel => text["Podium"],
        SessionKind.Talk => text["Vortrag"],
        SessionKind.Workshop => text["Workshop"],
        SessionKind.Plenary => text["Plenum"],
        SessionKind.Break => text["Pause"],
        SessionKind.Social => text["Rahmenprogramm"],
    };

    public static string Name(IStringLocalizer<Texts> text, ParticipationRole role) => role switch
    {
        ParticipationRole.Moderator => text["Moderation"],
        ParticipationRole.Speaker => text["Vortrag"],
        ParticipationRole.Panellist => text["Podium"],
        ParticipationRole.WorkshopLead => text["Workshopleitung"],
        ParticipationRole.Host => text["Begrüßung"],
        ParticipationRole.Interpreter => text["Dolmetschen"],
        ParticipationRole.Assistant => text["Assistenz"],
    };

    public static string Name(IStringLocalizer<Texts> text, Audience audience) => audience switch
    {
        Audience.Everybody => text["für alle"],
        Audience.Beginners => text["für den Einstieg"],
        Audience.Practitioners => text["mit Praxiserfahrung"],
        Audience.Experts => text["für Fachleute"],
    };

    /// <summary>Where an invitation stands, as the person sees it.</summary>
    public static string Name(IStringLocalizer<Texts> text, ParticipationState state) => state switch
    {
        ParticipationState.Proposed => text["Vorgesehen"],
        ParticipationState.Invited => text["Antwort offen"],
        ParticipationState.Accepted => text["Zugesagt"],
        ParticipationState.Tentative => text["Vielleicht"],
        ParticipationState.Declined => text["Abgesagt"],
        ParticipationState.Cancelled => text["Nicht mehr vorgesehen"],
    };

    public static string Name(IStringLocalizer<Texts> text, AvailabilityKind kind) => kind switch
    {
        AvailabilityKind.Available => text["Verfügbar"],
        AvailabilityKind.Preferred => text["Am liebsten"],
        AvailabilityKind.Unavailable => text["Nicht verfügbar"],
    };

    public static string Name(IStringLocalizer<Texts> text, RecordingConsent consent) => consent switch
    {
        RecordingConsent.Unknown => text["Keine Angabe"],
        RecordingConsent.Given => text["Ja, ich darf aufgezeichnet werden"],
        RecordingConsent.Refused => text["Nein, bitte nicht aufzeichnen"],
    };

    public static string Name(IStringLocalizer<Texts> text, Gender gender) => gender switch
    {
        Gender.Female => text["Weiblich"],
        Gender.Male => text["Männlich"],
        Gender.Diverse => text["Divers"],
    };

    public static string Name(IStringLocalizer<Texts> text, SessionFileKind kind) => kind switch
    {
        SessionFileKind.Slides => text["Folien"],
        SessionFileKind.Handout => text["Handout"],
        SessionFileKind.Other => text["Weiteres"],
    };

    /// <summary>"Deutsch", "Englisch"; another language stays a code.</summary>
    public static string LanguageName(IStringLocalizer<Texts> text, string language) => language switch
    {
        "de" => text["Deutsch"],
        "en" => text["Englisch"],
        "fr" => text["Französisch"],
        _ => language,
    };

    /// <summary>What a change means, in two or three words.</summary>
    public static string Name(IStringLocalizer<Texts> text, ChangeClass change) => change switch
    {
        ChangeClass.New => text["Neu im Programm"],
        ChangeClass.Cancelled => text["Fällt aus"],
        ChangeClass.Revived => text["Findet doch statt"],
        ChangeClass.Removed => text["Nicht mehr im Programm"],
        ChangeClass.MovedInTime => text["Neue Zeit"],
        ChangeClass.MovedInRoom => text["Neuer Raum, Zeit bleibt"],
        ChangeClass.MovedInTimeAndRoom => text["Neue Zeit und neuer Raum"],
        ChangeClass.Duration => text["Andere Dauer"],
        ChangeClass.People => text["Andere Mitwirkende"],
        ChangeClass.Content => text["Neue Angaben"],
    };

    /// <summary>"Do., 18. März 2027, 14:00–15:30 Uhr".</summary>
    public static string When(ConferenceTime time, DateTimeOffset startsAt, int minutes) =>
        ConferenceTime.DayText(time.Day(startsAt)) + ", " + Hours(time, startsAt, minutes);

    /// <summary>"14:00–15:30 Uhr".</summary>
    public static string Hours(ConferenceTime time, DateTimeOffset startsAt, int minutes) =>
        ConferenceTime.Clock(TimeOnly.FromDateTime(time.Local(startsAt))) + "–" + time.TimeText(startsAt.AddMinutes(minutes));
}
