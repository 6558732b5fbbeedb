using Kongress.Conferences;
using Kongress.Shared;
using Kongress.Workshops;
using Kongress.Workshops.Allotment;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Workshops;

/// <summary>What the pages answer to each outcome, and the words for how full a workshop is.</summary>
internal static class WorkshopPageTexts
{
    public static (string Kind, string Word) Of(IStringLocalizer<Texts> text, Filling filling) => filling switch
    {
        Filling.Free => ("success", text["Plätze frei"]),
        Filling.Few => ("warning", text["Nur noch wenige Plätze"]),
        Filling.Full => ("danger", text["Ausgebucht"]),
    };

    /// <summary>What is left to hope for where nobody moves up any more.</summary>
    public static string Late(IStringLocalizer<Texts> text, Conference conference, Workshop workshop) => workshop.ReleasedAt is { } at
        ? text["Niemand rückt mehr nach; ab {0} gehen leere Plätze an alle an der Tür.", conference.Time.TimeText(at)]
        : text["So kurz vor dem Beginn rückt niemand mehr nach."];

    public static string For(IStringLocalizer<Texts> text, SignUpResult result) => result.Outcome switch
    {
        SignUpOutcome.Seated => text["Der Platz gehört Ihnen. Wir haben Ihnen eine Bestätigung geschickt."],
        SignUpOutcome.Swapped => text["Getauscht: Der neue Platz gehört Ihnen, Ihren Platz in „{0}“ haben wir freigegeben.", string.Join("“, „", result.Others)],
        SignUpOutcome.Waiting => text["Zurzeit ist kein Platz frei. Sie stehen auf der Warteliste; rücken Sie nach, bekommen Sie eine Nachricht."],
        SignUpOutcome.AlreadyThere => text["Sie sind hier schon eingetragen."],
        SignUpOutcome.Overlaps => text["Zur selben Zeit haben Sie schon einen Platz in „{0}“. Es hat sich nichts geändert; Sie können tauschen.", string.Join("“, „", result.Others)],
        SignUpOutcome.TooMany => text["Sie haben schon so viele Workshops, wie möglich sind; auch Wartelisten zählen. Geben Sie zuerst einen Platz zurück, oder verlassen Sie eine Warteliste."],
        SignUpOutcome.NotOpenYet => text["Noch können Sie sich nicht eintragen."],
        SignUpOutcome.ByWishes => text["Die Plätze werden nach Wünschen vergeben."],
        SignUpOutcome.Closed => text["Eintragen ist nicht mehr möglich."],
        SignUpOutcome.NotForThem => text["Dieser Workshop ist für andere vorgesehen, oder Sie sind an dem Tag nicht angemeldet."],
        SignUpOutcome.Full => text["Der Workshop ist ausgebucht, und die Warteliste ist voll."],
        SignUpOutcome.TooLate => text["Es ist kein Platz frei, und so kurz vor dem Beginn rückt niemand mehr nach."],
        SignUpOutcome.Cancelled => text["Dieser Workshop fällt aus."],
        SignUpOutcome.NotRegistered => text["Eintragen können sich alle, deren Anmeldung zum Kongress bestätigt ist."],
        SignUpOutcome.NotFound => text["Diesen Workshop gibt es nicht."],
    };

    public static string For(IStringLocalizer<Texts> text, GiveBackOutcome outcome) => outcome switch
    {
        GiveBackOutcome.GivenBack => text["Sie haben den Platz zurückgegeben. Vielen Dank: Jetzt kann ihn jemand anderes nutzen."],
        GiveBackOutcome.LeftWaitingList => text["Sie stehen nicht mehr auf der Warteliste."],
        GiveBackOutcome.NotSignedUp => text["Sie sind hier nicht eingetragen."],
        GiveBackOutcome.Started => text["Der Workshop hat schon begonnen."],
    };

    public static string For(IStringLocalizer<Texts> text, AcceptOutcome outcome) => outcome switch
    {
        AcceptOutcome.Accepted => text["Der Platz gehört Ihnen. Wir haben Ihnen eine Bestätigung geschickt."],
        AcceptOutcome.Swapped => text["Der Platz gehört Ihnen. Den anderen zur selben Zeit haben wir freigegeben."],
        AcceptOutcome.AlreadyAccepted => text["Sie haben bereits zugesagt."],
        AcceptOutcome.Overlaps => text["Zur selben Zeit haben Sie inzwischen einen anderen Platz. Sagen Sie zu, geben Sie ihn zurück."],
        AcceptOutcome.TooMany => text["Sie haben schon so viele Workshops, wie möglich sind. Geben Sie zuerst einen anderen Platz zurück."],
        AcceptOutcome.Ended => text["Dieses Angebot gilt nicht mehr."],
    };

    public static string For(IStringLocalizer<Texts> text, WishOutcome outcome) => outcome switch
    {
        WishOutcome.Saved => text["Ihre Wünsche sind gespeichert. Sobald die Plätze vergeben sind, bekommen Sie eine Nachricht."],
        WishOutcome.Withdrawn => text["Sie haben keine Wünsche mehr auf Ihrer Liste."],
        WishOutcome.NotYet => text["Noch können Sie keine Wünsche nennen."],
        WishOutcome.Closed => text["Wünsche können nicht mehr geändert werden."],
        WishOutcome.Twice => text["Ein Workshop steht zweimal auf der Liste."],
        WishOutcome.TooMany => text["Das sind mehr Wünsche, als möglich sind."],
        WishOutcome.NotPossible => text["Einer dieser Workshops steht nicht mehr zur Auswahl. Bitte wählen Sie neu."],
        WishOutcome.NotRegistered => text["Eintragen können sich alle, deren Anmeldung zum Kongress bestätigt ist."],
    };
}
