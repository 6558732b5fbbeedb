using Kongress.Conferences;
using Kongress.Shared;
using Kongress.Workshops;
using Kongress.Workshops.Allotment;
using Kongress.Workshops.Blocks;
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

    /// <summary>"Dienstagnachmittag: noch 1 Workshop wählen (1 von höchstens 2)".</summary>
    public static string Of(IStringLocalizer<Texts> text, OwnBlock own)
    {
        string have = own.Block.Most switch
        {
            null => own.Seats == 1 ? text["1 Workshop"] : text["{0} Workshops", own.Seats],
            1 => text["{0} von höchstens 1 Workshop", own.Seats],
            var most => text["{0} von höchstens {1} Workshops", own.Seats, most],
        };
        if (own.Waiting > 0) have = text["{0}, Sie warten auf {1}", have, own.Waiting];
        return own.Missing switch
        {
            0 => text["{0}: {1}", own.Block.Name, have],
            1 => text["{0}: {1}; bitte noch 1 wählen", own.Block.Name, have],
            _ => text["{0}: {1}; bitte noch {2} wählen", own.Block.Name, have, own.Missing],
        };
    }

    /// <summary>Why a seat would be one too many in its block, with what counts there.</summary>
    public static string Of(IStringLocalizer<Texts> text, FullBlock full) => full.Most == 1
        ? text["Im Zeitblock „{0}“ ist höchstens 1 Workshop möglich. Dort zählt schon „{1}“.", full.Name, string.Join("“, „", full.Others)]
        : text["Im Zeitblock „{0}“ sind höchstens {1} Workshops möglich. Dort zählen schon „{2}“.", full.Name, full.Most, string.Join("“, „", full.Others)];

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
        SignUpOutcome.TooManyInBlock => text["Im Zeitblock „{0}“ haben Sie schon so viele Workshops, wie möglich sind; auch Wartelisten zählen: „{1}“. Es hat sich nichts geändert.", result.Block!, string.Join("“, „", result.Others)],
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

    public static string For(IStringLocalizer<Texts> text, AcceptResult result) => result.Outcome switch
    {
        AcceptOutcome.Accepted => text["Der Platz gehört Ihnen. Wir haben Ihnen eine Bestätigung geschickt."],
        AcceptOutcome.Swapped => text["Der Platz gehört Ihnen. Ihren Platz in „{0}“ haben wir freigegeben.", string.Join("“, „", result.Others)],
        AcceptOutcome.AlreadyAccepted => text["Sie haben bereits zugesagt."],
        AcceptOutcome.Overlaps => text["Zur selben Zeit haben Sie inzwischen einen anderen Platz. Sagen Sie zu, geben Sie ihn zurück."],
        AcceptOutcome.TooMany => text["Sie haben schon so viele Workshops, wie möglich sind. Geben Sie zuerst einen anderen Platz zurück."],
        AcceptOutcome.TooManyInBlock => text["Im Zeitblock „{0}“ haben Sie schon so viele Workshops, wie möglich sind: „{1}“. Es hat sich nichts geändert.", result.Block!, string.Join("“, „", result.Others)],
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
