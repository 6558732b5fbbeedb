using Kongress.Programme;
using Kongress.Programme.Imports;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Organiser.Programme.Imports;

/// <summary>What the import says about a file and its rows.</summary>
internal static class ImportTexts
{
    public static string For(ImportRefusal refusal) => refusal switch
    {
        ImportRefusal.Empty => "Die Datei ist leer.",
        ImportRefusal.TooLarge => $"Die Datei ist größer als {ImportFile.MostBytes / 1024 / 1024} MB. Bitte teilen Sie sie auf.",
        ImportRefusal.TooManyRows => $"Die Datei hat mehr als {ImportFile.MostRows:N0} Programmpunkte. Bitte teilen Sie sie auf.",
        ImportRefusal.TooManyPeople => $"In der Datei stehen mehr als {ImportFile.MostPeople:N0} Namen. Bitte teilen Sie sie auf.",
        ImportRefusal.TooLargeUnpacked => "Die Datei ist gepackt klein, ausgepackt aber viel zu groß. Bitte speichern Sie die Tabelle neu, ohne Bilder und leere Zeilen.",
        ImportRefusal.DocumentType => "Die Datei enthält eine Dokumenttyp-Angabe (DOCTYPE). Solche Dateien lesen wir aus Sicherheitsgründen nicht. Ein schedule.xml braucht sie nicht.",
        ImportRefusal.Broken => "Die Datei ist beschädigt, abgeschnitten oder in einer anderen Zeichenkodierung, als sie angibt. Bitte laden Sie sie noch einmal herunter oder speichern Sie sie neu.",
        ImportRefusal.UnknownFormat => "Diese Datei ist kein schedule.xml, kein schedule.json, keine CSV-Datei und keine Excel-Datei (.xlsx). Alte Excel-Dateien (.xls) speichern Sie bitte als .xlsx.",
        ImportRefusal.NothingInside => "In der Datei steht kein Programmpunkt.",
        ImportRefusal.TitleColumnMissing => "Der Tabelle fehlt die Spalte „Titel“. Die erste Zeile muss die Namen der Spalten enthalten.",
    };

    /// <summary>Kind of the badge and its word.</summary>
    public static (string Kind, string Word) Of(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.New => ("success", "Neu"),
        ImportOutcome.Changed => ("warning", "Geändert"),
        ImportOutcome.Unchanged => ("info", "Unverändert"),
        ImportOutcome.Faulty => ("danger", "Fehler"),
        ImportOutcome.Skipped => ("info", "Ausgelassen"),
    };

    public static string For(ImportNote note) => note.Kind switch
    {
        ImportNoteKind.TitleMissing => "Der Titel fehlt.",
        ImportNoteKind.TimeUnreadable => $"Der Beginn oder das Ende ist keine Zeit: „{note.Detail}“.",
        ImportNoteKind.TimeSkipped => $"Diese Uhrzeit gibt es nicht, weil die Sommerzeit beginnt: {note.Detail} Uhr.",
        ImportNoteKind.DurationUnreadable => $"Die Dauer ist nicht lesbar: „{note.Detail}“. Üblich sind „01:30“ oder „90“.",
        ImportNoteKind.EndsBeforeStart => "Das Ende liegt vor dem Beginn.",
        ImportNoteKind.Repeated => "Steht genauso schon weiter oben in der Datei.",
        ImportNoteKind.GuidMissing => "Ohne Kennung: Wir erkennen den Programmpunkt an Nummer oder Titel wieder.",
        ImportNoteKind.GuidUnreadable => $"„{note.Detail}“ ist keine gültige Kennung. Wir erkennen den Programmpunkt an Nummer oder Titel wieder.",
        ImportNoteKind.GuidTwice => "Die Kennung kommt in der Datei schon vor. Dieser Programmpunkt bekommt eine eigene.",
        ImportNoteKind.NumberTwice => $"Die Nummer {note.Detail} kommt in der Datei schon vor. Dieser Programmpunkt bekommt eine eigene.",
        ImportNoteKind.SessionTwice => $"Der Code {note.Detail} kommt in der Datei schon vor. Diese Zeile wird ein eigener Programmpunkt.",
        ImportNoteKind.TimeOutside => $"{note.Detail} liegt nicht in den Tagen des Kongresses. Zeit und Raum werden nicht übernommen.",
        ImportNoteKind.TimeRounded => "Der Beginn liegt nicht auf fünf Minuten genau und wird auf die fünf Minuten davor gelegt.",
        ImportNoteKind.DurationMissing => $"Ohne Dauer: Wir nehmen {note.Detail} Minuten an.",
        ImportNoteKind.DurationRounded => $"Die Dauer von {note.Detail} Minuten wird auf die nächsten fünf Minuten aufgerundet.",
        ImportNoteKind.DurationCapped => $"Die Dauer von {note.Detail} Minuten wird auf 10 Stunden gekürzt.",
        ImportNoteKind.RoomMissing => "Ohne Raum: Der Programmpunkt gilt für das ganze Haus.",
        ImportNoteKind.RoomNamedOtherwise => $"Der Raum mit dieser Kennung heißt hier „{note.Detail}“.",
        ImportNoteKind.PersonNamedOtherwise => $"Die Person mit dieser Kennung heißt hier anders: {note.Detail}.",
        ImportNoteKind.PersonAmbiguous => $"„{note.Detail}“ gibt es hier mehrmals. Bitte tragen Sie die Person selbst ein.",
        ImportNoteKind.NameNotAllowed => $"„{note.Detail}“ enthält Zeichen, die in Namen nicht vorgesehen sind. Die Person wird ausgelassen.",
        ImportNoteKind.PersonDeclined => $"{note.Detail} hat hier abgesagt und wird nicht wieder eingetragen.",
        ImportNoteKind.TooManyPeople => $"Mehr als 50 Mitwirkende ({note.Detail}): Die übrigen werden ausgelassen.",
        ImportNoteKind.KindUnknown => $"Das Format „{note.Detail}“ kennen wir nicht. Neue Programmpunkte werden ein Vortrag.",
        ImportNoteKind.LanguageUnknown => $"Die Sprache „{note.Detail}“ kennen wir nicht. Neue Programmpunkte sind deutsch.",
        ImportNoteKind.StateUnknown => $"Den Stand „{note.Detail}“ kennen wir nicht. Er bleibt, wie er ist.",
        ImportNoteKind.StateNotAllowed => $"Der Stand bleibt „{State(note.Detail)}“: Von dort führt kein Weg zu dem der Datei.",
        ImportNoteKind.NotPlannable => $"Der Stand ist „{State(note.Detail)}“: Der Programmpunkt bekommt keinen Platz.",
        ImportNoteKind.TextShortened => $"Ein Text ist zu lang und wird auf {note.Detail} Zeichen gekürzt.",
        ImportNoteKind.LinkDropped => $"„{note.Detail}“ ist keine Adresse im Web und wird ausgelassen.",
        ImportNoteKind.AttachmentsDropped => "Anhänge werden nicht übernommen.",
    };

    /// <summary>"Dauer: 60 → 45".</summary>
    public static string For(IStringLocalizer<Texts> text, ImportChange change)
    {
        string Word(string value) => value.Length == 0 ? "–" : change.Field switch
        {
            Differing.State => State(value),
            Differing.Format => Enum.TryParse<SessionKind>(value, out var kind) ? ProgrammeTexts.Name(text, kind) : value,
            Differing.Duration => value + " Minuten",
            _ => value,
        };
        return $"{(change.Field is Differing.Format ? "Format" : PlanTexts.Fields(change.Field))}: {Word(change.Before)} → {Word(change.After)}";
    }

    /// <summary>What became of it, in one sentence and the next.</summary>
    public static string Done(ImportPlan plan)
    {
        var left = plan.Count(ImportOutcome.Faulty) switch { 0 => "", 1 => " Eine fehlerhafte Zeile ist ausgelassen.", var n => $" {n} fehlerhafte Zeilen sind ausgelassen." };
        return $"Eingelesen: {plan.Count(ImportOutcome.New)} neu, {plan.Count(ImportOutcome.Changed)} geändert.{left} Öffentlich wird das erst mit der nächsten Fassung.";
    }

    /// <summary>"Zeile 12", in schedule.json "Eintrag 12".</summary>
    public static string Place(ImportFormat format) => format is ImportFormat.ScheduleJson ? "Eintrag" : "Zeile";

    private static string State(string word) => Enum.TryParse<SessionState>(word, out var state) ? PlanTexts.Of(state).Word : word;
}
