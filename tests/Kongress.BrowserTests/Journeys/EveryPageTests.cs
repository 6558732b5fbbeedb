using Kongress.BrowserTests.Browsing;
using Kongress.BrowserTests.Hosting;
using Kongress.Database.Demo;
using Microsoft.Playwright;

namespace Kongress.BrowserTests.Journeys;

/// <summary>Every page that the journey does not pass, looked at on phone and desktop with a full demo congress: no finding of axe, no sideways scrolling.</summary>
public sealed class EveryPageTests(Chromium chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly string[] Public =
        ["/impressum", "/datenschutz", "/barrierefreiheit", "/leichte-sprache", "/gebaerdensprache", "/barriere-melden", "/anmeldung/gruppe", "/anmeldung/gruppe/link", "/anmelden/team", "/anmelden/passwort", "/kein-zugriff", "/gibt-es-nicht", "/programm", "/programm?ansicht=tabelle", "/programm?suche=gibtesnicht", "/mitwirkende", "/sprache/en?zurueck=/anmeldung"];

    private static readonly string[] Organiser =
    [
        "/organisation", "/organisation/anmeldungen", "/organisation/anmeldungen?Suche=sahin", "/organisation/anmeldungen/verpflegung", "/organisation/anmeldungen/gruppen", "/organisation/anmeldungen/einlesen", "/organisation/anmeldungen/vorlagen", "/organisation/anmeldungen/vorlagen/bearbeiten", "/organisation/postausgang", "/organisation/erinnerungen", "/organisation/kongress",
        "/organisation/plaetze", "/organisation/plaetze/kontingent", "/organisation/plaetze/gesamtzahl",
        "/organisation/plaetze/codes", "/organisation/plaetze/code", "/organisation/plaetze/einladungen", "/organisation/plaetze/einladungen/neu",
        "/organisation/kongress/allgemeines", "/organisation/kongress/ort", "/organisation/kongress/tage", "/organisation/kongress/anmeldung", "/organisation/kongress/zulassung",
        "/organisation/kongress/kontakte", "/organisation/kongress/dolmetschen", "/organisation/kongress/aufbewahrung", "/organisation/kongress/texte/impressum",
        "/organisation/programm/fassungen", "/organisation/programm/fassungen/neu", "/organisation/programm/fassungen/vorschau",
        "/organisation/programm/raeume", "/organisation/programm/raeume/bearbeiten", "/organisation/programm/themen", "/organisation/programm/themen/bearbeiten",
        "/organisation/programm/konflikte", "/organisation/programm/ausgewogenheit",
    ];

    [Fact]
    public async Task Every_page_of_a_running_congress_can_be_used_by_everyone()
    {
        await using var product = await KongressProcess.StartDemoAsync(DemoStage.Running, 400, Ct);

        await using (var visitor = await VisitorAsync(product))
        {
            foreach (var path in Public) await LookAsync(visitor, path, "oeffentlich");
            foreach (var (list, name) in new[] { ("/programm", "programm"), ("/mitwirkende", "mitwirkende") })
            {
                await visitor.OpenAsync(list);
                await LookAtFirstAsync(visitor, $"main a[href^='{list}/']:not([href$='.pdf'], [href$='/daten'])", "oeffentlich-" + name + "-eins");
            }

            await visitor.OpenAsync("/programm?ansicht=tabelle");
            await LookAtFirstAsync(visitor, "main a[href^='/raeume/']", "oeffentlich-raum");
        }

        await using (var organiser = await VisitorAsync(product))
        {
            await organiser.SignInAsStaffAsync("organisation");
            foreach (var path in Organiser) await LookAsync(organiser, path, "organisation");
            await organiser.OpenAsync("/organisation/anmeldungen?status=Confirmed");
            await LookAtFirstAsync(organiser, "main tbody a[href*='/organisation/anmeldungen/']", "organisation-anmeldung");
            await LookAtFirstAsync(organiser, "main a[href$='/teilweise-absagen']", "organisation-anmeldung-teilweise-absagen");
            await ReadInAsync(organiser);
            await organiser.OpenAsync("/organisation/anmeldungen/vorlagen");
            await LookAtFirstAsync(organiser, "main tbody th a", "organisation-anmeldungen-vorlage");
            await organiser.OpenAsync("/organisation/plaetze");
            await LookAtFirstAsync(organiser, "main tbody th a", "organisation-kontingent");
            await organiser.Page.GetByLabel("Plätze", new() { Exact = true }).FillAsync("10");
            await organiser.Page.GetByRole(AriaRole.Button, new() { Name = "Erst ausprobieren" }).ClickAsync();
            await organiser.LookAsync("organisation-kontingent-probe");
            await LookAtFirstAsync(organiser, "main a[href$='/aufloesen']", "organisation-kontingent-aufloesen");
            await organiser.OpenAsync("/organisation/programm/fassungen");
            await LookAtFirstAsync(organiser, "main tbody tr:last-child th a", "organisation-fassung");
            await LookAtFirstAsync(organiser, "main .actions a", "organisation-fassung-zurueckholen");
            await LookAsync(organiser, "/organisation/programm/workshops", "organisation");
            await LookAtFirstAsync(organiser, "main a[href*='/zeitblock/']", "organisation-workshop-zeitblock");
            await organiser.OpenAsync("/organisation/programm/workshops");
            await LookAtFirstAsync(organiser, "main tbody a", "organisation-workshop");
            var workshop = organiser.Page.Url;
            await LookAtFirstAsync(organiser, "main a[href*='/person/']", "organisation-workshop-person");
            await organiser.OpenAsync(workshop + "/plaetze");
            await organiser.LookAsync("organisation-workshop-plaetze");
            await LookAsync(organiser, "/organisation/programm/workshops/verteilung", "organisation");
            await LookAtFirstAsync(organiser, "main li a[href*='/auslosung/']", "organisation-auslosung");
            await LookAtFirstAsync(organiser, "main a[href$='/personen']", "organisation-auslosung-personen");
            await LookAtFirstAsync(organiser, "main tbody th a", "organisation-auslosung-person");
            await organiser.OpenAsync("/organisation/postausgang?Stand=Sent");
            await LookAtFirstAsync(organiser, "main td a", "organisation-nachricht");
        }

        await using (var support = await VisitorAsync(product))
        {
            await support.SignInAsStaffAsync("betreuung");
            await LookAsync(support, "/organisation/betreuung", "betreuung");
        }

        await using (var door = await VisitorAsync(product))
        {
            await door.SignInAsStaffAsync("einlass");
            await LookAsync(door, "/einlass", "einlass");
            var workshop = await door.Page.Locator("main a[href^='/einlass/']").Last.GetAttributeAsync("href");
            await door.OpenAsync(workshop!);
            await door.LookAsync("einlass-workshop");
            await door.OpenAsync(workshop + "/liste");
            await door.LookAsync("einlass-workshop-liste");
        }

        await using (var observer = await VisitorAsync(product))
        {
            await observer.SignInAsStaffAsync("beobachtung");
            await LookAsync(observer, "/organisation", "beobachtung");
        }

        await using var administrator = await VisitorAsync(product);
        await administrator.SignInAsStaffAsync("administration");
        await LookAsync(administrator, "/betrieb", "betrieb");
        await LookAsync(administrator, "/betrieb/konten", "betrieb-konten");
        await LookAtFirstAsync(administrator, "main td a", "betrieb-konto");
    }

    // A list as offices send it: spellings of yes, companies, a Land that there is not, the same person twice.
    private static async Task ReadInAsync(Visitor organiser)
    {
        const string table =
            """
            Referenz;Titel;Vorname;Nachname;E-Mail-Adresse;Organisation;Funktion;Verwaltungsebene;Land;Tag 1;Tag 2;Abend;Zimmerwunsch
            STK-2027-002;;Emre;Karagöz-Hagedorn;emre.karagoez@stk.nrw.example;Staatskanzlei des Landes Nordrhein-Westfalen;Referatsleitung;Land;Nordrhein-Westfalen;ja;ja;ja;
            STK-2027-003;;Franziska;Lüttgenau;franziska.luettgenau@mhkbd.nrw.example;Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen;Referentin;Land;Nordrhein-Westfalen;ja;nein;nein;
            STK-2027-101;Dr.;Wiebke;Harmsen-Öztürk;wiebke.harmsen@mi.niedersachsen.example;Niedersächsisches Ministerium für Inneres, Sport und Digitalisierung, Stabsstelle Informationssicherheit der niedersächsischen Landesverwaltung;Stabsstellenleitung;Land;Niedersachsen;ja;ja;nein;
            STK-2027-102;;Nguyễn Thị;Hương;huong@stadt-hannover.example;Landeshauptstadt Hannover, Fachbereich Personal und Organisation, Sachgebiet Digitale Verwaltungsleistungen;Sachgebietsleitung;Kommune;Niedersachsen;x;x;x;
            STK-2027-103;;Bernd;Ahlers;bernd.ahlers@lk-emsland.example;Landkreis Emsland;;Landkreis;Niedersachsen;ja;ja;nein;
            STK-2027-104;;Sönke;Petersen;soenke.petersen(at)kiel.example;Landeshauptstadt Kiel;IT-Leitung;Kommune;Schleswig-Holstein;ja;ja;ja;
            STK-2027-105;;Annegret;Vollmer;annegret.vollmer@beratung.example;Vollmer & Partner Verwaltungsberatung;Geschäftsführerin;Unternehmen;;ja;ja;ja;
            STK-2027-106;;Jens 2;Kowalski;jens.kowalski@bund.example;Informationstechnikzentrum Bund;Produktverantwortung;Bund;;vielleicht;ja;nein;
            STK-2027-101;;Wiebke;Harmsen;w.harmsen@mi.niedersachsen.example;Niedersächsisches Ministerium für Inneres, Sport und Digitalisierung;;Land;Niedersachsen;ja;ja;nein;
            ;;Mathilde;Dierkes;mathilde.dierkes@bund.example;Bundesverwaltungsamt;;Bund;;nein;nein;nein;
            STK-2027-108;;Rüdiger;Stöckl;ruediger.stoeckl@stadt-passau.example;Stadt Passau;Amtsleitung;Kommune;Freistaat Bayern;ja;nein;ja;
            STK-2027-109;;Carolin;Eßer;;Kreis Mettmann;Digitalisierungsbeauftragte;Kommune;Nordrhein-Westfalen;ja;ja;ja;

            """;
        await organiser.OpenAsync("/organisation/anmeldungen/einlesen");
        await organiser.Page.GetByLabel("Datei").SetInputFilesAsync(new FilePayload { Name = "Meldung der Länder 2027.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(table) });
        await organiser.Page.GetByRole(AriaRole.Button, new() { Name = "Bericht ansehen" }).ClickAsync();
        await organiser.LookAsync("organisation-einlesen-bericht");
        await organiser.Page.GetByRole(AriaRole.Button, new() { Name = "Einlesen" }).ClickAsync();
        await organiser.LookAsync("organisation-einlesen-quelle-fehlt");
        await organiser.Page.GetByLabel("Von wem sind die Angaben?").FillAsync("Meldung der Staatskanzleien");
        await organiser.Page.GetByRole(AriaRole.Button, new() { Name = "Einlesen" }).ClickAsync();
        await Assertions.Expect(organiser.Page.GetByText("„Meldung der Länder 2027.csv“ ist eingelesen.")).ToBeVisibleAsync();
        await organiser.LookAsync("organisation-einlesen-fertig");
    }

    private async Task<Visitor> VisitorAsync(KongressProcess product)
    {
        var visitor = await chromium.NewVisitorAsync(address: product.Address);
        visitor.Expect("status of 404");
        visitor.Expect("status of 403");
        return visitor;
    }

    private static async Task LookAsync(Visitor visitor, string path, string area)
    {
        await visitor.OpenAsync(path);
        await visitor.LookAsync(area + string.Concat(path.Split('?')[0].Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')));
    }

    private static async Task LookAtFirstAsync(Visitor visitor, string link, string name)
    {
        await visitor.OpenAsync(await visitor.Page.Locator(link).First.GetAttributeAsync("href") ?? "");
        await visitor.LookAsync(name);
    }
}
