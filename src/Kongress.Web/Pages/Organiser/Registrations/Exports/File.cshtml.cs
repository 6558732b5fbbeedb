using System.Globalization;
using Kongress.Conferences;
using Kongress.Dashboard;
using Kongress.Registrations;
using Kongress.Registrations.Exports;
using Kongress.Shared;
using Kongress.Shared.Tables;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser.Registrations.Exports;

/// <summary>The list of a template as a file; each one is noted.</summary>
public sealed class FileModel(CurrentConference current, ExportTemplateDesk desk, RegistrationList registrations, DisclosureDesk disclosure) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference || await desk.FindAsync(conference.Id, id, ct) is not { } template) return NotFound();
        var filter = TemplateInput.FilterOf(template.Filter);
        var format = template.Format is ExportFormat.Csv ? "csv" : "xlsx";
        await disclosure.NoteExportAsync(conference.Id, User.AccountId(), format, await registrations.CountAsync(conference.Id, filter, ct), filter.Describe(), ct);

        var columns = ExportColumns.In(conference.Time).ToDictionary(c => c.Heading);
        List<SheetColumn<ExportRow>> chosen = [.. template.Headings.Where(columns.ContainsKey).Select(h => columns[h])];
        var name = string.Create(CultureInfo.InvariantCulture, $"{FileName(template.Name)}-{conference.Number}.{format}");
        return new StreamedFile(name, format == "csv" ? CsvSheet.MediaType : XlsxSheet.MediaType, output => format == "csv"
            ? CsvSheet.WriteAsync(chosen, registrations.ExportAsync(conference.Id, filter), output, ct)
            : XlsxSheet.WriteAsync("Anmeldungen", chosen, registrations.ExportAsync(conference.Id, filter), output, ct));
    }

    // Letters and figures that every file system takes.
    private static string FileName(string name) => SearchForm.Of(name).ToLowerInvariant().Replace(' ', '-') is { Length: > 0 } plain && plain.All(char.IsAscii) ? plain : "liste";
}
