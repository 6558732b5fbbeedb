using Kongress.Registrations;
using Kongress.Registrations.Invitations;
using Kongress.Shared;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Registrations;

/// <summary>What the pages answer to each outcome: a heading and what follows from it.</summary>
internal static class RegistrationPageTexts
{
    public static (string Kind, string Title, string Text) For(IStringLocalizer<Texts> text, ConfirmEmailOutcome outcome) => outcome switch
    {
        ConfirmEmailOutcome.Confirmed => ("success", text["Sie sind angemeldet."], text["Wir haben Ihnen das Ticket gerade geschickt. Sie finden es auch unter „Mein Kongress“."]),
        ConfirmEmailOutcome.UnderReview => ("success", text["Ihre Adresse ist bestätigt."], text["Wir prüfen Ihre Anmeldung in den nächsten Tagen und melden uns per E-Mail. Ihr Platz bleibt so lange reserviert."]),
        ConfirmEmailOutcome.UnderReviewWithoutPlace => ("info", text["Ihre Adresse ist bestätigt."], text["Wir prüfen Ihre Anmeldung in den nächsten Tagen und melden uns per E-Mail. Zurzeit ist kein Platz für Sie frei: Nehmen wir sie an, stehen Sie auf der Warteliste."]),
        ConfirmEmailOutcome.OnWaitingList => ("info", text["Sie stehen auf der Warteliste."], text["Wird ein Platz frei, bekommen Sie eine Nachricht mit einer Frist zum Zusagen."]),
        ConfirmEmailOutcome.AlreadyConfirmed => ("info", text["Ihre Adresse ist bereits bestätigt."], text["Den Stand Ihrer Anmeldung sehen Sie unter „Mein Kongress“."]),
        ConfirmEmailOutcome.Ended => ("warning", text["Dieser Link gilt nicht mehr."], text["Die Frist zum Bestätigen ist abgelaufen, oder die Anmeldung wurde beendet. Sie können sich gern neu anmelden."]),
        ConfirmEmailOutcome.UnknownLink => ("warning", text["Diesen Link kennen wir nicht."], text["Vielleicht wurde er beim Kopieren abgeschnitten. Öffnen Sie ihn bitte noch einmal aus der Nachricht heraus."]),
    };

    /// <summary>Why a code or an invitation opens nothing, and what to do.</summary>
    public static string For(IStringLocalizer<Texts> text, EntranceRefusal refusal) => refusal switch
    {
        EntranceRefusal.None => "",
        EntranceRefusal.CodeUnknown => text["Diesen Code kennen wir nicht. Bitte prüfen Sie ihn, oder lassen Sie das Feld leer."],
        EntranceRefusal.CodeUsedUp => text["Dieser Code ist schon so oft benutzt worden, wie er gilt. Bitte fragen Sie die Stelle, von der Sie ihn haben, oder lassen Sie das Feld leer."],
        EntranceRefusal.CodeEnded => text["Dieser Code gilt nicht mehr. Lassen Sie das Feld leer, um sich wie alle anzumelden."],
        EntranceRefusal.InvitationEnded => text["Ihre Einladung gilt nicht mehr. Sie können sich gern wie alle anmelden."],
        EntranceRefusal.OtherAddress => text["Die Einladung gilt nur für die Adresse, an die wir sie geschickt haben. Bitte geben Sie diese Adresse ein."],
    };

    /// <summary>The same for whoever opened a link with a code, and sees no form yet.</summary>
    public static (string Title, string Text) ForLink(IStringLocalizer<Texts> text, EntranceRefusal refusal) => refusal switch
    {
        EntranceRefusal.CodeUsedUp => (text["Dieser Code ist aufgebraucht."], text["Er ist schon so oft benutzt worden, wie er gilt. Bitte fragen Sie die Stelle, von der Sie ihn haben."]),
        EntranceRefusal.CodeEnded => (text["Dieser Code gilt nicht mehr."], text["Seine Frist ist vorbei. Bitte fragen Sie die Stelle, von der Sie ihn haben."]),
        EntranceRefusal.None or EntranceRefusal.CodeUnknown or EntranceRefusal.InvitationEnded or EntranceRefusal.OtherAddress =>
            (text["Diesen Code kennen wir nicht."], text["Vielleicht wurde er beim Kopieren abgeschnitten. Bitte fragen Sie die Stelle, von der Sie ihn haben."]),
    };

    public static (string Kind, string Title, string Text) For(IStringLocalizer<Texts> text, OfferOutcome outcome) => outcome switch
    {
        OfferOutcome.Accepted => ("success", text["Der Platz gehört Ihnen."], text["Wir haben Ihnen das Ticket gerade geschickt. Sie finden es auch unter „Mein Kongress“."]),
        OfferOutcome.AlreadyAccepted => ("info", text["Sie haben bereits zugesagt."], text["Ihr Ticket finden Sie unter „Mein Kongress“."]),
        OfferOutcome.Declined => ("success", text["Sie haben den Platz freigegeben."], text["Vielen Dank, dass Sie Bescheid geben: Der Platz geht an die nächste Person auf der Warteliste."]),
        OfferOutcome.Ended => ("warning", text["Dieses Angebot gilt nicht mehr."], text["Die Frist ist abgelaufen, oder Sie haben den Platz schon freigegeben. Sie können sich gern neu anmelden."]),
        OfferOutcome.UnknownLink => ("warning", text["Diesen Link kennen wir nicht."], text["Vielleicht wurde er beim Kopieren abgeschnitten. Öffnen Sie ihn bitte noch einmal aus der Nachricht heraus."]),
    };

    public static (string Kind, string Title) Status(IStringLocalizer<Texts> text, RegistrationStatus status) => (status switch
    {
        RegistrationStatus.Confirmed => "success",
        RegistrationStatus.AwaitingEmail or RegistrationStatus.Offered => "warning",
        RegistrationStatus.UnderReview or RegistrationStatus.WaitingList => "info",
        RegistrationStatus.Rejected or RegistrationStatus.Cancelled or RegistrationStatus.Expired or RegistrationStatus.Replaced => "info",
    }, RegistrationTexts.Status(text, status));

    /// <summary>What became of the substitute, in a sentence to the person whom they were to stand in for.</summary>
    public static (string Kind, string Title) For(IStringLocalizer<Texts> text, SubstitutionState state) => state switch
    {
        SubstitutionState.ToConfirm => ("info", text["Ihre Vertretung muss noch bestätigen."]),
        SubstitutionState.UnderReview => ("info", text["Wir prüfen die Anmeldung Ihrer Vertretung."]),
        SubstitutionState.Coming => ("info", text["Eine Vertretung kommt an Ihrer Stelle."]),
        SubstitutionState.Lapsed => ("warning", text["Ihre Vertretung hat nicht rechtzeitig bestätigt."]),
        SubstitutionState.Ended => ("warning", text["Ihre Vertretung ist nicht mehr angemeldet."]),
    };

    public static string For(IStringLocalizer<Texts> text, ChangeOutcome outcome) => outcome switch
    {
        ChangeOutcome.Changed => text["Ihre Angaben sind gespeichert."],
        ChangeOutcome.ChangedAndGivenUp => text["Ihre Angaben sind gespeichert. Was Sie damit absagen, bestätigen wir Ihnen in einer Nachricht."],
        ChangeOutcome.ChangedMeanwhile => text["Ihre Angaben wurden inzwischen an anderer Stelle geändert. Was Sie eingegeben haben, steht noch hier; laden Sie die Seite neu, um den neuen Stand zu sehen."],
        ChangeOutcome.DeadlinePassed => text["Die Frist für Änderungen ist vorbei. Bitte wenden Sie sich an uns."],
        ChangeOutcome.Ended => text["Diese Anmeldung ist beendet und kann nicht mehr geändert werden."],
        ChangeOutcome.NotFound => text["Diese Anmeldung gibt es nicht."],
    };

    public static string For(IStringLocalizer<Texts> text, CancelOutcome outcome) => outcome switch
    {
        CancelOutcome.Cancelled => text["Ihre Anmeldung ist storniert. Der Platz geht an die nächste Person auf der Warteliste."],
        CancelOutcome.AlreadyEnded => text["Diese Anmeldung war schon beendet."],
        CancelOutcome.NotFound => text["Diese Anmeldung gibt es nicht."],
    };

    public static string For(IStringLocalizer<Texts> text, SubstituteOutcome outcome) => outcome switch
    {
        SubstituteOutcome.Substituted => text["Ihre Vertretung ist eingetragen. Wir haben Ihnen beiden eine Nachricht geschickt."],
        SubstituteOutcome.AddressNotPossible => text["Diese Adresse kann nicht als Vertretung eingetragen werden. Bitte prüfen Sie sie, oder wenden Sie sich an uns."],
        SubstituteOutcome.DeadlinePassed => text["Die Frist für Änderungen ist vorbei. Bitte wenden Sie sich an uns."],
        SubstituteOutcome.NoPlace => text["Eine Vertretung können Sie nennen, sobald Sie einen Platz haben."],
        SubstituteOutcome.NotFound => text["Diese Anmeldung gibt es nicht."],
    };
}
