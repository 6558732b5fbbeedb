using Kongress.CheckIns;
using Kongress.Registrations;
using Kongress.Shared;

namespace Kongress.Web.Pages.Organiser;

/// <summary>German words of the organiser's desk for states, outcomes and audit rows.</summary>
internal static class OrganiserTexts
{
    /// <summary>Stands for a count that observers are not told.</summary>
    public const string KeptBack = "zu klein";

    /// <summary>Kind of the badge and its word.</summary>
    public static (string Kind, string Word) Status(RegistrationStatus status) => status switch
    {
        RegistrationStatus.AwaitingEmail => ("warning", "Adresse unbestätigt"),
        RegistrationStatus.UnderReview => ("warning", "Zu prüfen"),
        RegistrationStatus.Confirmed => ("success", "Angemeldet"),
        RegistrationStatus.WaitingList => ("info", "Warteliste"),
        RegistrationStatus.Offered => ("warning", "Platz angeboten"),
        RegistrationStatus.Rejected => ("danger", "Abgelehnt"),
        RegistrationStatus.Cancelled => ("danger", "Storniert"),
        RegistrationStatus.Expired => ("danger", "Verfallen"),
        RegistrationStatus.Replaced => ("info", "Vertreten"),
    };

    /// <summary>What became of the substitute, for the page of whom they were to stand in for.</summary>
    public static string For(Substitution substitution, ConferenceTime time) => substitution.State switch
    {
        SubstitutionState.ToConfirm => $"Die Vertretung muss noch bestätigen, bis {time.DayAndTime(substitution.Until!.Value)}.",
        SubstitutionState.UnderReview => "Die Anmeldung der Vertretung ist noch zu prüfen.",
        SubstitutionState.Coming => "Die Vertretung kommt.",
        SubstitutionState.Lapsed => "Die Vertretung hat nicht rechtzeitig bestätigt; der Platz ging weiter. Soll doch noch jemand kommen, ist eine neue Anmeldung nötig.",
        SubstitutionState.Ended => "Die Vertretung ist nicht mehr angemeldet; der Platz ging weiter. Soll doch noch jemand kommen, ist eine neue Anmeldung nötig.",
    };

    /// <summary>"Tag 1, Tag 2, Abend".</summary>
    public static string Parts(Attendance attendance) => string.Join(", ", attendance.Parts().Select(part => part.ShortName()));

    /// <summary>What a door answered.</summary>
    public static string Door(DoorAnswer answer, bool admits) => answer switch
    {
        DoorAnswer.Welcome => "eingelassen",
        DoorAnswer.AlreadyIn => "war schon im Haus",
        DoorAnswer.WaitingList => "steht auf der Warteliste",
        DoorAnswer.NotConfirmed => "noch nicht bestätigt",
        DoorAnswer.Cancelled => "storniert",
        DoorAnswer.Replaced => "vertreten oder Ticket ersetzt",
        DoorAnswer.NotForThisList => "nicht hierfür angemeldet",
        DoorAnswer.NotToday => "nicht an diesem Tag",
        DoorAnswer.Unknown => "unbekannter Code",
    } + (admits && answer is not DoorAnswer.Welcome ? ", trotzdem eingelassen" : "");

    public static string LanguageName(string language) => language == "en" ? "Englisch" : "Deutsch";

    public static string For(ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Confirmed => "Die Person ist angemeldet. Das Ticket ist unterwegs.",
        ReviewOutcome.OnWaitingList => "Die Person ist zugelassen und steht auf der Warteliste, weil kein Platz frei ist. Sie wird benachrichtigt.",
        ReviewOutcome.Rejected => "Die Anmeldung ist abgelehnt. Die Person erfährt den Grund per E-Mail.",
        ReviewOutcome.NotUnderReview => "Über diese Anmeldung wurde inzwischen schon entschieden. Es hat sich nichts geändert.",
        ReviewOutcome.NotFound => "Diese Anmeldung gibt es nicht.",
    };

    public static string For(CancelOutcome outcome) => outcome switch
    {
        CancelOutcome.Cancelled => "Die Anmeldung ist storniert, die Person wird benachrichtigt. Ein frei gewordener Platz geht sofort an die nächste Person der Warteliste.",
        CancelOutcome.AlreadyEnded => "Diese Anmeldung war schon beendet. Es hat sich nichts geändert.",
        CancelOutcome.NotFound => "Diese Anmeldung gibt es nicht.",
    };

    public static string For(SubstituteOutcome outcome) => outcome switch
    {
        SubstituteOutcome.Substituted => "Die Vertretung ist eingetragen. Beide Personen bekommen eine Nachricht; die Vertretung bestätigt noch ihre Adresse.",
        SubstituteOutcome.AddressNotPossible => "Mit dieser Adresse geht es nicht: Sie gehört schon zu einer Anmeldung. Bitte nehmen Sie eine andere.",
        SubstituteOutcome.DeadlinePassed => "Die Frist für Vertretungen ist vorbei.",
        SubstituteOutcome.NoPlace => "Vertreten werden kann nur, wer einen Platz hat.",
        SubstituteOutcome.NotFound => "Diese Anmeldung gibt es nicht.",
    };

    /// <summary>An audit row in words; one that is not known here is shown as it is stored.</summary>
    public static string Action(string action) => action switch
    {
        "Registration.EmailConfirmed" => "Adresse bestätigt",
        "Registration.Approved" => "Zugelassen",
        "Registration.Rejected" => "Abgelehnt",
        "Registration.Cancelled" => "Storniert",
        "Registration.Imported" => "Aus einer Liste übernommen",
        "Registration.ImportLinked" => "In einer Liste wiedererkannt",
        "Registration.ImportChanged" => "Angaben aus einer Liste übernommen",
        "Group.MemberChanged" => "Von der Ansprechperson der Gruppe geändert",
        "Group.MemberRemindedToConfirm" => "Von der Ansprechperson der Gruppe erinnert",
        "Group.MemberRemoved" => "Von der Ansprechperson der Gruppe abgemeldet",
        "Group.MemberSubstituted" => "Von der Ansprechperson der Gruppe vertreten",
        "Registration.PartCancelled" => "Teilweise abgesagt",
        "Registration.Changed" => "Angaben geändert",
        "Registration.Offered" => "Platz angeboten",
        "Registration.PlaceHeld" => "Platz frei geworden und reserviert",
        "Registration.OfferAccepted" => "Angebot angenommen",
        "Registration.OfferDeclined" => "Angebot abgelehnt",
        "Registration.Expired" => "Verfallen",
        "Registration.Replaced" => "Vertretung benannt",
        "Registration.NamedAsSubstitute" => "Als Vertretung eingetragen",
        "Registration.RemindedToConfirm" => "An das Bestätigen erinnert",
        "Registration.Resent" => "Nachricht noch einmal gesendet",
        "Registration.Invited" => "Einladung oder Code gilt",
        "Invitation.Sent" => "Eingeladen",
        "Invitation.Renewed" => "Neu eingeladen",
        "Invitation.Resent" => "Einladung noch einmal gesendet",
        "Invitation.Reminded" => "An die Einladung erinnert",
        "Invitation.Withdrawn" => "Einladung zurückgezogen",
        "Invitation.Declined" => "Einladung abgesagt",
        "Registration.Reassigned" => "Gehört zu einem anderen Kontingent",
        "Registration.AssistantAdded" => "Begleitperson eingetragen",
        "Registration.AssistantRemoved" => "Begleitperson entfernt",
        "Workshop.Wished" => "Workshops gewünscht",
        "Workshop.GivenByHand" => "Workshop-Platz von Hand festgelegt",
        "Workshop.DeniedByHand" => "Von Hand von einem Workshop ausgeschlossen",
        "Workshop.LeftToDraw" => "Workshop wieder dem Los überlassen",
        "Workshop.Seated" => "Workshop-Platz genommen",
        "Workshop.Waiting" => "Auf der Warteliste eines Workshops",
        "Workshop.GivenBack" => "Workshop-Platz zurückgegeben",
        "Workshop.LeftWaitingList" => "Warteliste eines Workshops verlassen",
        "Workshop.Offered" => "Workshop-Platz angeboten",
        "Workshop.OfferAccepted" => "Angebotenen Workshop-Platz angenommen",
        "Workshop.OfferShortened" => "Angebot eines Workshop-Platzes verkürzt",
        "Workshop.OfferExpired" => "Angebot eines Workshop-Platzes abgelaufen",
        "Workshop.MovedUp" => "Im Workshop nachgerückt",
        "Workshop.MovedToTop" => "Auf der Warteliste nach vorn gestellt",
        "Workshop.Removed" => "Aus dem Workshop genommen",
        "Workshop.RegistrationEnded" => "Eintrag im Workshop mit der Anmeldung oder dem Tag beendet",
        "Workshop.Cancelled" => "Workshop fällt aus",
        "Workshop.SeatReturned" => "Platz im Workshop gilt wieder, nach Absage oder Verlegung",
        "Workshop.WaitsAgain" => "Steht im Workshop wieder auf der Warteliste, nach Absage oder Verlegung",
        "Workshop.Allotted" => "Workshop-Platz bei der Verteilung bekommen",
        "CheckIn.Overruled" => "Trotz der Antwort der Tür eingelassen",
        "CheckIn.Undone" => "Einlass zurückgenommen",
        "Conference.Created" => "Kongress angelegt",
        "Conference.Changed" => "Kongress geändert",
        "Interpreters.Alarm" => "An die Bestellung des Dolmetschens erinnert",
        _ => action,
    };

    /// <summary>What a row says besides: states become words, the rest stands as it is.</summary>
    public static string? Detail(string? detail) => detail?.StartsWith("wish ", StringComparison.Ordinal) is true && int.TryParse(detail.AsSpan(5), out var rank) ? $"{rank}. Wunsch" : Enum.TryParse<RegistrationStatus>(detail, out var status) && Enum.IsDefined(status) ? Status(status).Word : detail;

    /// <summary>Reasons offered when declining; the person reads them.</summary>
    public static readonly IReadOnlyList<(string Label, string Text)> RejectionReasons =
    [
        ("Unternehmen", "Der Kongress richtet sich an Beschäftigte der öffentlichen Verwaltung und der Wissenschaft. Anmeldungen aus Unternehmen können wir leider nicht annehmen."),
        ("Zuordnung unklar", "Aus Ihren Angaben konnten wir nicht erkennen, dass Sie zur öffentlichen Verwaltung oder zur Wissenschaft gehören. Bitte melden Sie sich gern noch einmal mit Ihrer dienstlichen E-Mail-Adresse an."),
        ("Doppelte Anmeldung", "Sie sind bereits mit einer anderen E-Mail-Adresse angemeldet. Ihre andere Anmeldung bleibt bestehen."),
        ("Keine freien Plätze", "Die Plätze, die für Ihre Gruppe vorgesehen sind, sind vergeben. Wir bitten um Verständnis."),
    ];
}
