using Kongress.Conferences;
using Kongress.Shared;

namespace Kongress.Web.Pages.Organiser.Conferences;

/// <summary>What is wrong with a section, in sentences, and the names of the legal pages.</summary>
internal static class ConferenceTexts
{
    public static string For(ConferenceRule rule, ConferenceEdit edit) => rule switch
    {
        ConferenceRule.NumberOutOfRange => "Die Nummer liegt zwischen 1 und 999.",
        ConferenceRule.NumberTaken => "Diese Nummer hat schon ein anderer Kongress.",
        ConferenceRule.UnknownTimeZone => "Diese Zeitzone kennen wir nicht. Für Deutschland heißt sie Europe/Berlin.",
        ConferenceRule.OneOrTwoDays => "Der Kongress hat einen oder zwei Tage.",
        ConferenceRule.SameDayTwice => "Der zweite Tag hat dasselbe Datum wie der erste.",
        ConferenceRule.DaysNotConsecutive => "Der zweite Tag muss der Tag nach dem ersten sein.",
        ConferenceRule.StrangeYear => "Bitte prüfen Sie das Jahr.",
        ConferenceRule.DoorsOpenAfterTheStart => "Der Einlass kann nicht nach dem Beginn öffnen.",
        ConferenceRule.EndsBeforeItStarts => "Das Ende muss nach dem Beginn liegen.",
        ConferenceRule.EveningBeforeTheStart => "Die Abendveranstaltung muss nach dem Beginn des Tages liegen.",
        ConferenceRule.SkippedTime => "Diese Uhrzeit gibt es an diesem Tag nicht: Die Uhren werden auf die Sommerzeit vorgestellt. Bitte wählen Sie eine andere.",
        ConferenceRule.ClosesBeforeItOpens => "Das Ende der Anmeldung muss nach ihrem Beginn liegen.",
        ConferenceRule.ClosesAfterTheEnd => "Das Ende der Anmeldung liegt nach dem Ende des Kongresses.",
        ConferenceRule.DeadlineBeforeItOpens => "Die Frist für Änderungen liegt vor dem Beginn der Anmeldung.",
        ConferenceRule.DeadlineAfterTheEnd => "Die Frist für Änderungen liegt nach dem Ende des Kongresses.",
        ConferenceRule.NoDomain => edit is ConferenceEdit.Admission admission
            ? $"Das ist keine vollständige Domäne: {string.Join(", ", admission.Wrong.Take(5))}. Gemeint ist der Teil nach dem @, zum Beispiel bund.de."
            : "Das ist keine vollständige Domäne.",
        ConferenceRule.OrdersAfterTheStart => "Der letzte Tag zum Bestellen muss vor dem Kongress liegen.",
        ConferenceRule.HealthOutlivesPeople => "Angaben zu Ernährung und Unterstützung dürfen nicht länger bleiben als die Anmeldungen.",
        ConferenceRule.ScansOutlivePeople => "Die Einlasszeiten können nicht länger bleiben als die Anmeldungen.",
        ConferenceRule.EndedOutlivePeople => "Beendete Anmeldungen sollen nicht länger bleiben als die übrigen.",
    };

    /// <summary>Name, part of the address in the organiser's desk, and the public address.</summary>
    public static (string Name, string Slug, string Address) Of(ConferencePageKind kind) => kind switch
    {
        ConferencePageKind.Imprint => ("Impressum", "impressum", Addresses.Imprint),
        ConferencePageKind.Privacy => ("Datenschutzerklärung", "datenschutz", Addresses.Privacy),
        ConferencePageKind.Accessibility => ("Erklärung zur Barrierefreiheit", "barrierefreiheit", Addresses.Accessibility),
        ConferencePageKind.EasyLanguage => ("Leichte Sprache", "leichte-sprache", Addresses.EasyLanguage),
        ConferencePageKind.SignLanguage => ("Gebärdensprache", "gebaerdensprache", Addresses.SignLanguage),
    };
}
