namespace Kongress.Shared;

/// <summary>The paths that mails and pages link to. Stable: people keep mails for months.</summary>
public static class Addresses
{
    public const string Start = "/";
    public const string Register = "/anmeldung";
    public const string ConfirmRegistration = "/anmeldung/bestaetigen";
    public const string Group = "/anmeldung/gruppe";
    public const string Offer = "/anmeldung/angebot";
    public const string Invitation = "/anmeldung/einladung";
    public const string InvitationCode = "/anmeldung/code";
    public const string MyConference = "/mein-kongress";
    public const string Ticket = "/mein-kongress/ticket";
    public const string TicketCalendar = "/mein-kongress/kalender.ics";
    public const string SignIn = "/anmelden";
    public const string SignInByLink = "/anmelden/link";
    public const string StaffSignIn = "/anmelden/team";
    public const string StaffInvitation = "/anmelden/einladung";
    public const string PasswordReset = "/anmelden/passwort";
    public const string SetUp = "/einrichten";
    public const string Programme = "/programm";
    public const string ProgrammePdf = "/programm/programm.pdf";
    public const string ProgrammeCalendar = "/programm/programm.ics";
    public const string ProgrammeData = "/programm/daten";
    public const string Speakers = "/mitwirkende";
    public const string Rooms = "/raeume";
    public const string Agenda = "/mein-programm";
    public const string Workshops = "/workshops";
    public const string Wishes = "/workshops/wuensche";
    public const string SpeakerDesk = "/mitwirkung";
    public const string SpeakerCalendar = "/mitwirkung/kalender.ics";
    public const string Files = "/programm/dateien";
    public const string Answer = "/mitwirkung/antwort";
    public const string Door = "/einlass";
    public const string Organisation = "/organisation";
    public const string Operations = "/betrieb";
    public const string Imprint = "/impressum";
    public const string Privacy = "/datenschutz";
    public const string Accessibility = "/barrierefreiheit";
    public const string EasyLanguage = "/leichte-sprache";
    public const string SignLanguage = "/gebaerdensprache";
    public const string ReportBarrier = "/barriere-melden";

    /// <summary>A link that carries a secret. In the path, not the query: queries end up in more logs.</summary>
    public static string WithSecret(string address, string secret) => $"{address}/{Uri.EscapeDataString(secret)}";
}
