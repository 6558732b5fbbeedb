using Kongress.Registrations.Groups;
using Kongress.Shared;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Registrations.Groups;

/// <summary>Words of the pages for the contact of an office.</summary>
internal static class GroupTexts
{
    /// <summary>The answer to registering somebody once more who dropped out.</summary>
    public static string Again(IStringLocalizer<Texts> text, GroupOutcome outcome, bool placesAreGone) => outcome switch
    {
        GroupOutcome.Registered when placesAreGone => text["Die Person ist wieder eingetragen. Zurzeit ist kein Platz frei: Nach der Bestätigung steht sie auf der Warteliste."],
        GroupOutcome.Registered => text["Die Person ist wieder eingetragen und bekommt eine Nachricht zum Bestätigen."],
        GroupOutcome.NobodyGood => text["So können wir die Person nicht noch einmal anmelden. Bitte tragen Sie sie unter „Weitere Personen anmelden“ neu ein."],
        GroupOutcome.TooMany => text["Zusammen sind das mehr als {0} Personen. Bitte melden Sie die übrigen in einer zweiten Gruppe an.", Group.MostPeople],
        GroupOutcome.NotOpenYet or GroupOutcome.Closed => text["Die Anmeldung ist zurzeit nicht geöffnet."],
        GroupOutcome.ContactIsFixed or GroupOutcome.UnknownLink => text["Diesen Link kennen wir nicht."],
    };

    public static (string Kind, string Word) Of(IStringLocalizer<Texts> text, MemberState state) => state switch
    {
        MemberState.AwaitingEmail => ("warning", text["Noch nicht bestätigt"]),
        MemberState.UnderReview => ("info", text["In Prüfung"]),
        MemberState.Confirmed => ("success", text["Angemeldet"]),
        MemberState.WaitingList => ("info", text["Warteliste"]),
        MemberState.Ended => ("danger", text["Nicht angemeldet"]),
    };

    public static string For(IStringLocalizer<Texts> text, MemberOutcome outcome, string done) => outcome switch
    {
        MemberOutcome.Done => done,
        MemberOutcome.JustSent => text["Vor weniger als einer Stunde ging schon eine Nachricht hinaus. Bitte warten Sie noch etwas."],
        MemberOutcome.ConfirmedMeanwhile => text["Die Person hat inzwischen bestätigt. Ihre Angaben ändert sie selbst unter „Mein Kongress“."],
        MemberOutcome.Ended => text["Diese Anmeldung ist beendet und kann nicht mehr geändert werden."],
        MemberOutcome.DeadlinePassed => text["Die Frist für Änderungen ist vorbei. Bitte wenden Sie sich an uns."],
        MemberOutcome.NoPlace => text["Eine Vertretung können Sie nennen, sobald die Person bestätigt hat und einen Platz hat."],
        MemberOutcome.Faulty => text["Bitte prüfen Sie die Angaben."],
        MemberOutcome.AddressNotPossible => text["Diese Adresse kann nicht als Vertretung eingetragen werden. Bitte prüfen Sie sie, oder wenden Sie sich an uns."],
        MemberOutcome.NotFound => text["Diese Anmeldung gibt es nicht."],
    };
}
