using Kongress.Registrations;
using Kongress.Registrations.Rows;
using Kongress.Shared;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Registrations.Groups;

/// <summary>What is wrong with a row of a table of people, and why a file is not read.</summary>
internal static class RowTexts
{
    public static string For(IStringLocalizer<Texts> text, RowProblem problem) => problem.Fault switch
    {
        RowFault.Missing => text["{0} fehlt.", Name(text, problem.Field)],
        RowFault.NotInNames => text[Din91379Texts.Name, problem.Detail],
        RowFault.NotInLines => text[Din91379Texts.Line, problem.Detail],
        RowFault.Invisible => text[Din91379Texts.LineInvisible, problem.Detail],
        RowFault.TooLong => text["{0}: höchstens {1} Zeichen sind möglich.", Name(text, problem.Field), problem.Detail],
        RowFault.NoMailAddress => text["Das ist keine E-Mail-Adresse. Gemeint ist zum Beispiel vorname.nachname@behoerde.de."],
        RowFault.TwiceInTheList => text["Diese Adresse steht schon in Zeile {0}. Jede Person braucht eine eigene.", problem.Detail],
        RowFault.AlreadyInGroup => text["Diese Adresse haben Sie schon angemeldet. Jede Person braucht eine eigene."],
        RowFault.ForeignDomain => text["Die Adresse gehört weder zu Ihrer Dienststelle noch zu einer Stelle, die wir kennen. Unternehmen können nicht teilnehmen; andere melden sich bitte selbst an."],
        RowFault.NoPart => text["Bitte wählen Sie einen Tag oder den Abend."],
        RowFault.UnclearAnswer => text["Bei Tag 1, Tag 2 und Abend verstehen wir „ja“ und „nein“, aber nicht „{0}“.", problem.Detail],
        RowFault.Company => text["Unternehmen können leider nicht teilnehmen."],
        RowFault.Unknown when problem.Field is RowField.Kind => text["Kommt als „{0}“ kennen wir nicht. Möglich sind: {1}.", problem.Detail, string.Join(", ", PersonSheet.Kinds.Select(kind => AttendeeKinds.Name(text, kind)))],
        RowFault.Assistant => text["Begleitpersonen lassen sich nicht einlesen: Die Person, die sie begleiten, nennt sie selbst unter „Mein Kongress“."],
        RowFault.Unknown => text["{0}: „{1}“ kennen wir nicht.", Name(text, problem.Field), problem.Detail],
        RowFault.ReferenceTwice => text["Diese Referenz steht schon in Zeile {0}.", problem.Detail],
    };

    public static string Name(IStringLocalizer<Texts> text, RowField field) => field switch
    {
        RowField.Reference => text["Referenz"],
        RowField.Title => text["Titel"],
        RowField.GivenName => text["Vorname"],
        RowField.FamilyName => text["Nachname"],
        RowField.Email => text["E-Mail-Adresse"],
        RowField.Function => text["Funktion"],
        RowField.Organisation => text["Organisation"],
        RowField.Level => text["Verwaltungsebene"],
        RowField.Land => text["Bundesland"],
        RowField.Kind => text["Kommt als"],
        RowField.Days => text["Teilnahme"],
    };

    /// <param name="mostRows">How many people the file may hold.</param>
    public static string For(IStringLocalizer<Texts> text, SheetRefusal refusal, int mostRows) => refusal switch
    {
        SheetRefusal.TooLarge => text["Die Datei ist zu groß. Möglich sind {0} MB.", PersonSheet.MostBytes / 1024 / 1024],
        SheetRefusal.NoTable => text["Das ist keine Tabelle. Wir lesen CSV und Excel (.xlsx)."],
        SheetRefusal.Broken => text["Die Datei ist beschädigt. Bitte speichern Sie sie noch einmal als CSV oder Excel (.xlsx)."],
        SheetRefusal.TooManyRows => text["In der Datei stehen zu viele Zeilen. Möglich sind {0} Personen.", mostRows],
        SheetRefusal.Empty => text["In der Datei steht niemand."],
        SheetRefusal.HeadingsMissing => text["Die erste Zeile muss die Spalten nennen, mindestens Vorname, Nachname und E-Mail-Adresse. Die Vorlage hilft."],
    };
}
