using Kongress.Shared;
using Microsoft.Extensions.Localization;

namespace Kongress.Registrations;

/// <summary>As what somebody comes; stands on the badge and at the door.</summary>
public enum AttendeeKind
{
    Attendee,

    /// <summary>Invited by the host.</summary>
    HostGuest,
    Press,

    /// <summary>Shows something; the only ones who may come from a company, and only invited.</summary>
    Exhibitor,

    /// <summary>Accompanies somebody to help; takes no place.</summary>
    Assistant,
}

/// <summary>The names of the kinds, for badges, lists and mails.</summary>
public static class AttendeeKinds
{
    /// <summary>As what a person comes who was told to come as something; who works for the press comes as press unless told otherwise.</summary>
    internal static AttendeeKind Of(AttendeeKind? told, AdministrativeLevel level) =>
        told is { } kind and not AttendeeKind.Attendee ? kind : level is AdministrativeLevel.Presse ? AttendeeKind.Press : AttendeeKind.Attendee;

    /// <summary>In German, for organisers and the door.</summary>
    public static string Name(this AttendeeKind kind) => kind switch
    {
        AttendeeKind.Attendee => "Teilnahme",
        AttendeeKind.HostGuest => "Gast des Ausrichters",
        AttendeeKind.Press => "Presse",
        AttendeeKind.Exhibitor => "Ausstellung",
        AttendeeKind.Assistant => "Begleitperson",
    };

    /// <summary>In the language of the reader.</summary>
    public static string Name(IStringLocalizer<Texts> text, AttendeeKind kind) => kind switch
    {
        AttendeeKind.Attendee => text["Teilnahme"],
        AttendeeKind.HostGuest => text["Gast des Ausrichters"],
        AttendeeKind.Press => text["Presse"],
        AttendeeKind.Exhibitor => text["Ausstellung"],
        AttendeeKind.Assistant => text["Begleitperson"],
    };
}
