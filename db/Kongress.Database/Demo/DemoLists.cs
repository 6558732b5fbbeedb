using System.Text;
using Kongress.Conferences;
using Kongress.Registrations.Exports;
using Kongress.Registrations.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace Kongress.Database.Demo;

/// <summary>Five people whom a state chancellery reported, of whom one does not answer, and the lists that the organisers take out again and again.</summary>
internal static class DemoLists
{
    private const string People =
        """
        Referenz;Titel;Vorname;Nachname;E-Mail-Adresse;Organisation;Funktion;Verwaltungsebene;Land;Tag 1;Tag 2;Abend
        STK-2027-001;Dr.;Henrike;Thielemann;henrike.thielemann@stk.nrw.example;Staatskanzlei des Landes Nordrhein-Westfalen;Abteilungsleitung;Land;Nordrhein-Westfalen;ja;ja;ja
        STK-2027-002;;Emre;Karagöz;emre.karagoez@stk.nrw.example;Staatskanzlei des Landes Nordrhein-Westfalen;Referatsleitung;Land;Nordrhein-Westfalen;ja;ja;nein
        STK-2027-003;;Franziska;Lüttgenau;franziska.luettgenau@mhkbd.nrw.example;Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen;Referentin;Land;Nordrhein-Westfalen;ja;nein;nein
        STK-2027-004;;Łukasz;Nowak;lukasz.nowak@it.nrw.example;Information und Technik Nordrhein-Westfalen;IT-Architektur;Land;Nordrhein-Westfalen;ja;ja;ja
        STK-2027-005;Prof. Dr.;Adelheid;von der Heydt;adelheid.vonderheydt@hspv.nrw.example;Hochschule für Polizei und öffentliche Verwaltung Nordrhein-Westfalen;Dekanin;Wissenschaft;;ja;ja;nein
        """;

    public static async Task CreateAsync(IServiceProvider services, Conference conference, Guid organiserId, bool withPeople, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        if (withPeople)
        {
            await scope.ServiceProvider.GetRequiredService<AttendeeImportDesk>().CarryOutAsync(conference, Encoding.UTF8.GetBytes(People), "Meldung der Staatskanzlei", organiserId, null, ct);
            await DemoGroup.ConfirmAsync(scope.ServiceProvider, "Registration.Imported", 4, ct);
        }

        var templates = scope.ServiceProvider.GetRequiredService<ExportTemplateDesk>();
        foreach (var template in new ExportTemplateEdit[]
        {
            new("Namensschilder", ["Nummer", "Titel", "Vorname", "Nachname", "Organisation", "Kommt als"], "?status=Confirmed&sortierung=Name", ExportFormat.Csv),
            new("Meldung an die Abendveranstaltung", ["Vorname", "Nachname", "Organisation", "Keine Fotos"], "?status=Confirmed&teil=Evening&sortierung=Name", ExportFormat.Xlsx),
            new("Abgleich mit der Staatskanzlei", ["Referenz", "Vorname", "Nachname", "E-Mail-Adresse", "Stand", "Tag 1", "Tag 2", "Abend"], "?ebene=Land&land=NordrheinWestfalen", ExportFormat.Xlsx),
        })
        {
            await templates.SaveAsync(conference.Id, null, default, template, organiserId, ct);
        }
    }
}
