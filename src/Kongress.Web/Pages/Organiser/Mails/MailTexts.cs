using Kongress.Mail;

namespace Kongress.Web.Pages.Organiser.Mails;

internal static class MailTexts
{
    public static (string Kind, string Word) For(MailState state, int attempts) => state switch
    {
        MailState.Due when attempts > 0 => ("warning", "Wird wiederholt"),
        MailState.Due => ("info", "Wartet"),
        MailState.Sending => ("info", "Unterwegs"),
        MailState.Sent => ("success", "Verschickt"),
        MailState.Failed => ("danger", "Gescheitert"),
        MailState.Aborted => ("warning", "Angehalten"),
    };

    public static string For(MailActionOutcome outcome) => outcome switch
    {
        MailActionOutcome.Done => "Erledigt.",
        MailActionOutcome.NotPossible => "Das geht nicht mehr: Die Nachricht hat inzwischen einen anderen Stand.",
        MailActionOutcome.NotFound => "Diese Nachricht gibt es nicht.",
    };

    /// <summary>What each kind of mail is called; a new kind shows its own name until it gets one here.</summary>
    public static string Kind(string kind) => kind switch
    {
        "Registration.ConfirmEmail" => "Adresse bestätigen",
        "Registration.StillToConfirm" => "Erinnerung an das Bestätigen",
        "Registration.AlreadyRegistered" => "Bereits angemeldet",
        "Registration.UnderReview" => "Anmeldung eingegangen",
        "Registration.WaitingList" => "Warteliste",
        "Registration.Offer" => "Nachrückangebot",
        "Registration.OfferEnded" => "Angebot abgelaufen",
        "Registration.Confirmed" => "Zusage mit Ticket",
        "Registration.Rejected" => "Ablehnung",
        "Registration.Cancelled" => "Stornierung",
        "Registration.NamedAsSubstitute" => "Als Vertretung benannt",
        "Registration.Replaced" => "Vertretung eingetragen",
        "Registration.PartCancelled" => "Teilabsage",
        "Registration.AssistantTicket" => "Ticket der Begleitperson",
        "Registration.Invited" => "Persönliche Einladung",
        "Registration.InvitationReminder" => "Erinnerung an die Einladung",
        "Registration.Imported" => "Aus einer Liste eingetragen",
        "Registration.SubstituteLapsed" or "Group.SubstituteLapsed" => "Vertretung hat nicht bestätigt",
        "Group.Link" => "Link zur Sammelanmeldung",
        "Group.ContactChanged" => "Ansprechperson berichtigt",
        "Group.Registered" => "Von der Dienststelle angemeldet",
        "Workshop.Confirmed" => "Workshop: Platz bestätigt",
        "Workshop.MovedUp" => "Workshop: nachgerückt",
        "Workshop.Offer" => "Workshop: Platz angeboten",
        "Workshop.OfferEnded" => "Workshop: Angebot abgelaufen",
        "Workshop.DayGivenUp" or "Workshop.Removed" => "Workshop: Eintrag gelöscht",
        "Workshop.OfferShortened" => "Workshop: weniger Zeit zum Zusagen",
        "Workshop.Allotted" => "Workshops verteilt",
        "Programme.Invitation" => "Einladung zum Mitwirken",
        "Programme.Decision" => "Entscheidung zum Beitrag",
        "Programme.Changes" => "Änderungen im Programm",
        "Reminder" => "Erinnerung",
        "Interpreters.OrderSoon" => "Dolmetschen bestellen",
        "Barrier.Reported" => "Barriere gemeldet",
        "Account.SignIn" or "Account.StaffSignIn" => "Link zum Anmelden",
        "Account.Invitation" => "Einladung ins Team",
        "Account.PasswordReset" => "Neues Passwort",
        "Account.PasswordChanged" => "Passwort geändert",
        "Account.SecondFactorReset" => "Zweiter Faktor zurückgesetzt",
        _ => kind,
    };
}
