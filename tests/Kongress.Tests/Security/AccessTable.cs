using Kongress.Accounts;

namespace Kongress.Tests.Security;

/// <summary>Who gets in where: the one list. A new page or handler fails <see cref="AccessTests"/> until it stands here.</summary>
internal static class AccessTable
{
    public const string Nobody = "nobody";
    public const string SignedIn = "signed in";

    /// <summary>Everybody who could stand before a page: nobody in particular, an account without a role, and one of each role.</summary>
    public static readonly IReadOnlyList<string> People = [Nobody, SignedIn, .. Roles.All.Select(role => role.Name)];

    private static readonly string[] Everybody = [.. People];
    private static readonly string[] WhoeverIsSignedIn = [.. People.Except([Nobody])];
    private static readonly string[] WhoSeesFigures = [Roles.Administrator, Roles.Organiser, Roles.Programme, Roles.Observer];
    private static readonly string[] Organisers = [Roles.Administrator, Roles.Organiser];
    private static readonly string[] WhoPlans = [Roles.Administrator, Roles.Organiser, Roles.Programme];
    private static readonly string[] AtTheDoor = [Roles.Administrator, Roles.Organiser, Roles.Door];
    private static readonly string[] Betreuung = [Roles.Support];
    private static readonly string[] Administrators = [Roles.Administrator];

    /// <summary>Endpoint as <see cref="Endpoints"/> names it → who gets in.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Rows = Read(
        (Everybody, """
            GET /
            GET /impressum
            GET /datenschutz
            GET /barrierefreiheit
            GET /leichte-sprache
            GET /gebaerdensprache
            GET|POST /barriere-melden
            GET /sprache/{language}
            GET /problem/{code:int}
            GET /.well-known/security.txt
            GET /health/live
            GET /health/ready
            GET static files
            GET|HEAD /{**path:file}
            * /{*path}
            GET|POST|POST?Keep|POST?Leave /anmeldung
            GET|GET?Template|POST|POST?More|POST?Submit|POST?Upload /anmeldung/gruppe
            GET /anmeldung/gruppe/abgeschickt
            GET|POST /anmeldung/gruppe/link
            GET /anmeldung/gruppe/{secret}
            GET|POST|POST?More|POST?Submit|POST?Upload /anmeldung/gruppe/{secret}/weitere
            GET|POST?Again|POST?Change|POST?Remove|POST?Resend /anmeldung/gruppe/{secret}/person/{member:guid}
            GET|POST /anmeldung/gruppe/{secret}/person/{member:guid}/vertretung
            GET|POST|POST?Keep /anmeldung/teilnahme
            GET|POST /anmeldung/pruefen
            GET /anmeldung/abgeschickt
            GET|POST /anmeldung/bestaetigen/{secret}
            GET|POST?Accept|POST?Decline /anmeldung/angebot/{secret}
            GET|POST?Accept|POST?Decline /anmeldung/einladung/{secret}
            GET|POST /anmeldung/code/{code}
            GET|POST /anmelden
            GET|POST /anmelden/code
            GET|POST /anmelden/link/{secret}
            GET|POST /anmelden/team
            GET|POST /anmelden/team/code
            GET|POST /anmelden/team/einrichten
            GET|POST /anmelden/passwort
            GET|POST /anmelden/passwort/{secret}
            GET|POST /anmelden/einladung/{secret}
            GET|POST /einrichten/{secret}
            GET|POST /abmelden
            GET /kein-zugriff
            GET|POST /mitwirkung/antwort/{secret}
            GET /programm/dateien/{id:guid}
            GET /programm
            GET /programm/{code}
            GET /programm/programm.pdf
            GET /mitwirkende
            GET /mitwirkende/{code}
            GET /mitwirkende/{code}/portraet
            GET /raeume/{code}
            GET /programm/daten
            GET|HEAD /programm/schedule.xml
            GET|HEAD /programm/schedule.json
            GET|HEAD /programm/schedule2.json
            GET|HEAD /programm/programm.ics
            GET|HEAD /programm/programm.csv
            GET|HEAD /programm/programm.xlsx
            GET|HEAD /programm/einbetten.js
            GET|GET?List|POST?Calendar|POST?Mails|POST?Mark|POST?Revoke|POST?Share|POST?TakeOver /mein-programm
            GET|POST|POST?Remove /mein-programm/{secret}
            GET|HEAD /mein-programm/{secret}/kalender.ics
            GET /api/v1/openapi.json
            GET|HEAD /api/v1/conference
            GET|HEAD /api/v1/sessions
            GET|HEAD /api/v1/sessions/{code}
            GET|HEAD /api/v1/speakers
            GET|HEAD /api/v1/speakers/{code}
            GET|HEAD /api/v1/rooms
            GET|HEAD /api/v1/releases/current
            """),
        (WhoeverIsSignedIn, """
            GET|POST?Accept|POST?Decline /mein-kongress
            GET|POST /mein-kongress/angaben
            GET|POST /mein-kongress/vertretung
            GET|POST /mein-kongress/stornieren
            GET|POST /mein-kongress/teilweise-absagen
            GET|POST|POST?Remove /mein-kongress/begleitung
            GET /mein-kongress/ticket
            GET /mein-kongress/ticket/qr.svg
            GET /mein-kongress/kalender.ics
            GET /mein-kongress/daten
            GET /mein-kongress/daten.json
            GET /mitwirkung
            GET|POST /mitwirkung/angaben
            GET|POST /mitwirkung/anreise
            GET|POST?Answer|POST?Remove|POST?Show|POST?Upload /mitwirkung/beitraege/{id:guid}
            GET /mitwirkung/kalender.ics
            GET|POST|POST?Remove /mitwirkung/portraet
            GET /mitwirkung/portraet/bild
            GET|POST /mitwirkung/zeiten
            GET|POST?Accept|POST?GiveBack|POST?SignUp /workshops
            GET|POST /workshops/wuensche
            """),
        (WhoSeesFigures, "GET /organisation"),
        (Organisers, """
            GET|GET?Csv|GET?Xlsx|POST?Approve /organisation/anmeldungen
            GET|POST?Approve|POST?Resend /organisation/anmeldungen/{id:guid}
            GET|POST|POST?Template /organisation/anmeldungen/{id:guid}/ablehnen
            GET|POST /organisation/anmeldungen/{id:guid}/stornieren
            GET|POST /organisation/anmeldungen/{id:guid}/teilweise-absagen
            GET|GET?Csv /organisation/anmeldungen/verpflegung
            GET|GET?Template|POST|POST?CarryOut /organisation/anmeldungen/einlesen
            GET /organisation/anmeldungen/vorlagen
            GET /organisation/anmeldungen/vorlagen/{id:guid}
            GET|POST|POST?Delete|POST?Move /organisation/anmeldungen/vorlagen/bearbeiten/{id:guid?}
            GET /organisation/anmeldungen/gruppen
            GET|POST /organisation/anmeldungen/{id:guid}/vertretung
            GET /organisation/plaetze
            GET /organisation/plaetze/codes
            GET|POST /organisation/plaetze/code/{id:guid?}
            GET|POST?Remind /organisation/plaetze/einladungen
            GET|POST /organisation/plaetze/einladungen/neu
            GET|POST?Send|POST?Withdraw /organisation/plaetze/einladungen/{id:guid}
            GET|POST|POST?Try /organisation/plaetze/gesamtzahl
            GET|POST|POST?Try /organisation/plaetze/kontingent/{id:guid?}
            GET|POST /organisation/plaetze/kontingent/{id:guid}/aufloesen
            GET /organisation/postausgang
            GET|GET?File|GET?Html|POST?Abort|POST?SendAgain /organisation/postausgang/{id:guid}/{handler?}
            GET|POST /organisation/erinnerungen
            GET|POST /organisation/programm/workshops
            GET|POST?Lift /organisation/programm/workshops/{id:guid}
            GET|POST /organisation/programm/workshops/{id:guid}/person/{signUp:guid}
            GET|POST /organisation/programm/workshops/{id:guid}/plaetze
            GET|POST?Dates|POST?Draw|POST?Publish /organisation/programm/workshops/verteilung
            GET|POST|POST?Remove /organisation/programm/workshops/zeitblock/{id:guid?}
            GET /organisation/programm/workshops/verteilung/personen
            GET|POST /organisation/programm/workshops/verteilung/person/{registration:guid}
            GET /organisation/programm/workshops/verteilung/auslosung/{draw:guid}
            GET /organisation/programm/workshops/verteilung/auslosung/{draw:guid}/personen
            GET /organisation/programm/workshops/verteilung/auslosung/{draw:guid}/person/{registration:guid}
            GET /organisation/kongress
            GET|POST /organisation/kongress/neu
            GET|POST /organisation/kongress/allgemeines
            GET|POST /organisation/kongress/ort
            GET|POST /organisation/kongress/tage
            GET|POST /organisation/kongress/anmeldung
            GET|POST /organisation/kongress/zulassung
            GET|POST /organisation/kongress/dolmetschen
            GET|POST /organisation/kongress/kontakte
            GET|POST /organisation/kongress/aufbewahrung
            GET|POST /organisation/kongress/texte/{slug}
            """),
        (WhoPlans, """
            GET /organisation/programm
            GET /organisation/programm/ausgewogenheit
            GET /organisation/programm/fassungen
            GET /organisation/programm/fassungen/{id:guid}
            GET|POST /organisation/programm/fassungen/{id:guid}/zurueckholen
            GET|POST /organisation/programm/fassungen/{id:guid}/zuruecknehmen
            GET /organisation/programm/fassungen/neu
            GET|POST /organisation/programm/fassungen/vorschau
            GET|POST?Reopen /organisation/programm/konflikte
            GET|POST /organisation/programm/konflikte/hinnehmen
            GET|POST|POST?CarryOut /organisation/programm/einlesen
            GET /organisation/programm/mitwirkende
            GET|POST?Arrive /organisation/programm/mitwirkende/{id:guid}
            GET|GET?Picture|POST|POST?Remove /organisation/programm/mitwirkende/{id:guid}/portraet
            GET|POST /organisation/programm/mitwirkende/bearbeiten/{id:guid?}
            GET /organisation/programm/punkte
            GET|POST?Down|POST?Invite|POST?Repeat|POST?State|POST?Up /organisation/programm/punkte/{id:guid}
            GET|POST /organisation/programm/punkte/{id:guid}/mitteilen
            GET|POST|POST?Answer|POST?TakeOff /organisation/programm/punkte/{id:guid}/mitwirkung/{person:guid}
            GET|POST /organisation/programm/punkte/{id:guid}/person-eintragen
            GET|POST /organisation/programm/punkte/bearbeiten/{id:guid?}
            GET|POST?Down|POST?Up /organisation/programm/raeume
            GET|POST /organisation/programm/raeume/{id:guid}/loeschen
            GET|POST /organisation/programm/raeume/bearbeiten/{id:guid?}
            GET|GET?State|POST?Step|POST?Undo /organisation/programm/tafel
            GET|POST|POST?Remove /organisation/programm/tafel/platz
            GET|POST /organisation/programm/tafel/sperren
            GET|POST?Down|POST?Up /organisation/programm/themen
            GET|POST /organisation/programm/themen/{id:guid}/loeschen
            GET|POST /organisation/programm/themen/bearbeiten/{id:guid?}
            GET|POST /organisation/programm/zeiten/{id:guid}
            """),
        (Betreuung, "GET /organisation/betreuung"),
        (AtTheDoor, """
            GET /einlass
            GET|GET?State|POST|POST?Scan|POST?Undo /einlass/{listId:guid}
            GET /einlass/{listId:guid}/liste
            """),
        (Administrators, """
            GET /betrieb
            GET|POST /betrieb/konten
            GET|POST?EndSessions|POST?Lock|POST?ResetSecondFactor|POST?Roles|POST?Unlock /betrieb/konten/{id:guid}
            * /betrieb/jobs/{**path}
            """));

    // "GET|POST?Keep /anmeldung" → "GET /anmeldung", "POST /anmeldung?handler=Keep".
    private static Dictionary<string, string[]> Read(params (string[] Who, string Rows)[] table) => (
        from part in table
        from row in part.Rows.Split('\n', StringSplitOptions.TrimEntries)
        let halves = row.Split(' ', 2)
        from method in halves[0].Split('|')
        let handler = method.Split('?')
        select (Name: $"{handler[0]} {halves[1]}{(handler.Length > 1 ? "?handler=" + handler[1] : "")}", part.Who)).ToDictionary(row => row.Name, row => row.Who);
}
