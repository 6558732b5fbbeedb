using Kongress.Programme;
using Kongress.Programme.Sessions;

namespace Kongress.Database.Demo;

/// <summary>Rooms, themes and titles of the demo programme.</summary>
internal static class DemoProgrammeTexts
{
    public static readonly (string Name, int Capacity, Equipment Equipment, bool IsStepFree, bool AllowsParallel, string Directions)[] Rooms =
    [
        ("Rheingoldsaal (Hauptbühne)", 850, Equipment.Projector | Equipment.Microphones | Equipment.Recording | Equipment.InterpreterBooth | Equipment.HearingLoop, true, false, "Erdgeschoss, geradeaus durch das Foyer."),
        ("Forum Rhein", 200, Equipment.Projector | Equipment.Microphones | Equipment.Recording, true, false, "Erdgeschoss, rechts vom Foyer."),
        ("Forum Ruhr", 150, Equipment.Projector | Equipment.Microphones, true, false, "Erstes Obergeschoss, Aufzug neben der Garderobe."),
        ("Forum Sieg", 120, Equipment.Projector | Equipment.Microphones, true, false, "Erstes Obergeschoss, am Ende des Gangs."),
        ("Forum Lippe", 100, Equipment.Projector | Equipment.Microphones, true, false, "Erstes Obergeschoss, gegenüber dem Aufzug."),
        ("Forum Erft", 80, Equipment.Projector, true, false, "Zweites Obergeschoss, Aufzug neben der Garderobe."),
        ("Werkstatt 1", 40, Equipment.Boards | Equipment.Projector, true, false, "Zweites Obergeschoss links."),
        ("Werkstatt 2", 30, Equipment.Boards, true, false, "Zweites Obergeschoss rechts."),
        ("Werkstatt 3", 25, Equipment.Boards | Equipment.Computers, false, false, "Dachgeschoss; nur über eine Treppe."),
        ("Marktplatz im Foyer", 300, Equipment.None, true, true, "Gleich hinter dem Eingang."),
    ];

    public static readonly (string Name, string Colour)[] Tracks =
    [
        ("Register und Nachweise", "#2044aa"), ("KI in der Verwaltung", "#7a1fa2"), ("Digitale Souveränität", "#00695c"),
        ("Leistungen Ende zu Ende", "#b3470b"), ("Stadt, Land, Kreis", "#4e6b12"), ("Menschen und Kultur", "#a3195b"),
    ];

    /// <summary>For the forums, in the order of the themes: title, kind, theme.</summary>
    public static readonly (string Title, SessionKind Kind, int Track)[] Forums =
    [
        ("Once Only: Nachweise, die von selbst kommen", SessionKind.Talk, 0), ("Registermodernisierung: Was ist bis 2028 wirklich zu schaffen?", SessionKind.Panel, 0), ("Die Identifikationsnummer im Alltag eines Bürgeramts", SessionKind.Talk, 0),
        ("NOOTS zum Anfassen: drei Anschlüsse, drei Erfahrungen", SessionKind.Talk, 0), ("Datenqualität im Melderegister verbessern", SessionKind.Talk, 0),
        ("Sprachmodelle im Bescheid: Wer haftet für den Satz?", SessionKind.Panel, 1), ("KI-Assistenz in der Poststelle: ein Jahr Betrieb", SessionKind.Talk, 1), ("Die KI-Verordnung in zehn Entscheidungen", SessionKind.Talk, 1),
        ("Transparenzregister für Algorithmen", SessionKind.Talk, 1), ("Training mit Verwaltungsdaten: Was darf man, was kann man?", SessionKind.Panel, 1),
        ("Offene Arbeitsplätze: Umstieg ohne Stillstand", SessionKind.Talk, 2), ("Deutsche Verwaltungscloud: vom Papier in den Betrieb", SessionKind.Panel, 2), ("Quelltexte teilen: openCode nach drei Jahren", SessionKind.Talk, 2),
        ("Wechselfähigkeit messen statt behaupten", SessionKind.Talk, 2), ("Vergabe von Open Source ohne Umwege", SessionKind.Talk, 2),
        ("Elterngeld, ganz ohne Papier: eine Reise durch fünf Ämter", SessionKind.Talk, 3), ("OZG-Rahmenarchitektur: Wer baut, wer betreibt, wer bezahlt?", SessionKind.Panel, 3), ("Das Postfach, das alle finden", SessionKind.Talk, 3),
        ("Fachverfahren anbinden: Lehren aus 40 Kommunen", SessionKind.Talk, 3), ("Bezahlen, prüfen, zustellen: der unsichtbare Teil", SessionKind.Talk, 3),
        ("Kleine Gemeinden, große Aufgaben: Digitalisierung mit drei Leuten", SessionKind.Panel, 4), ("Ein Landkreis, ein Portal: Zusammenarbeit auf Augenhöhe", SessionKind.Talk, 4), ("Einer für alle – und was die Kommune davon merkt", SessionKind.Panel, 4),
        ("Smart City nach der Förderung", SessionKind.Talk, 4), ("Digitale Zwillinge für die Wärmeplanung", SessionKind.Talk, 4),
    ];

    /// <summary>For the workshop rooms: title, theme, seats.</summary>
    public static readonly (string Title, int Track, int Seats)[] Workshops =
    [
        ("Prozesse aufräumen in 90 Minuten", 3, 36), ("Verständlich schreiben: Bescheide, die man versteht", 5, 30), ("Barrierefreiheit prüfen mit der Tastatur", 5, 24),
        ("Prompts für den Verwaltungsalltag", 1, 36), ("Nutzerforschung auf dem Amt", 3, 28), ("Daten erzählen: vom Register zur Karte", 0, 22),
        ("Wir bauen eine Genehmigung: Simulation mit Rollen", 3, 32), ("Führung in Veränderung", 5, 30), ("Notfallübung: Das Rathaus ist verschlüsselt", 2, 25),
        ("Open-Source-Beitrag: der erste Tag", 2, 36), ("Gesetze digitaltauglich machen", 3, 30), ("Leichte Sprache in Formularen", 5, 20),
        ("Architekturentscheidungen gemeinsam treffen", 2, 34), ("Kollegiale Beratung: Mein festgefahrenes Projekt", 5, 26), ("Schnittstellen testen ohne Programmieren", 0, 25),
    ];

    /// <summary>A picture in two colours, as PNG in base64.</summary>
    public const string Portrait =
        "iVBORw0KGgoAAAANSUhEUgAAAGAAAABgCAMAAADVRocKAAAABlBMVEXm6vJGVG4ru2V/AAAAqUlEQVR42u3YQQ6AIAwFUef+l3brQhNEpgL5c4C+nbYcR0oppTRXXJPHjye4y54/TuA5e/4QAWTBBsAVQBZsAGTBBkAWAgQIEGAGYP3P9Qa/TH+r2GDx8ndTf7v274OCC8e/0QquzJTWemkpfEmoOJMLlopugjfJ4zsIUAX6sue3CnzJnt8ggCuAK4ArgCuALNgAuALIgg2ALNgAyMLyAMjC8gDIQoAfgROCAw2RZpxcLAAAAABJRU5ErkJggg==";

    public static readonly string[] Abstracts =
    [
        "Wo stehen wir, was hat uns überrascht, und was würden wir beim nächsten Mal anders machen? Der Beitrag zeigt **drei Entscheidungen**, die den Unterschied gemacht haben, und eine, die wir bereuen.\n\nZum Mitnehmen gibt es eine Checkliste.",
        "Viele reden darüber, wenige haben es im Betrieb. Wir berichten aus dem Alltag: von Zuständigkeiten, Datenflüssen und einem Freitagabend, an dem nichts mehr ging.\n\n- Ausgangslage und Ziel\n- Was es gekostet hat\n- Was andere übernehmen können",
        "Bund, Länder und Kommunen sehen dieselbe Aufgabe aus drei Blickwinkeln. Auf der Bühne sitzen Menschen, die sie jeden Tag lösen müssen. Fragen aus dem Saal sind ausdrücklich erwünscht.",
        "Kurz, praktisch, ohne Vorkenntnisse. Wir arbeiten an einem echten Beispiel und gehen mit einem Ergebnis nach Hause.",
    ];
}
