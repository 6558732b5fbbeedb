using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Kongress.Shared.Tables;

/// <summary>Reads the first visible sheet of a workbook. Formulas count as what they came to when they were saved.</summary>
public static class XlsxReading
{
    private const long MostUnpacked = 50L * 1024 * 1024;

    public static SheetReading Read(byte[] bytes, int mostRows)
    {
        try
        {
            if (!IsBounded(bytes)) return SheetReading.Refused(SheetFault.TooLargeUnpacked);
            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false, new OpenSettings { MaxCharactersInPart = MostUnpacked });
            return document.WorkbookPart is { } book && FirstSheet(book) is { } sheet ? Read(sheet, Strings(book), mostRows) : SheetReading.Refused(SheetFault.Broken);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The library answers a damaged file with whatever it stumbles over.
            return SheetReading.Refused(SheetFault.Broken);
        }
    }

    // What an archive says about its size may be a lie, so it is unpacked once, into nothing.
    private static bool IsBounded(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        var (left, buffer) = (MostUnpacked, new byte[64 * 1024]);
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                left -= read;
                if (left < 0) return false;
            }
        }

        return true;
    }

    private static WorksheetPart? FirstSheet(WorkbookPart book)
    {
        var sheet = book.Workbook?.Sheets?.Elements<Sheet>().FirstOrDefault(s => s.State is null || s.State.Value == SheetStateValues.Visible);
        return sheet?.Id?.Value is { } id && book.TryGetPartById(id, out var part) ? part as WorksheetPart : null;
    }

    private static List<string> Strings(WorkbookPart book)
    {
        var strings = new List<string>();
        if (book.SharedStringTablePart is not { } part) return strings;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(SharedStringItem) && reader.LoadCurrentElement() is SharedStringItem item) strings.Add(TextOf(item));
        }

        return strings;
    }

    private static SheetReading Read(WorksheetPart sheet, List<string> strings, int mostRows)
    {
        var rows = new List<SheetRow>();
        var (number, values) = (0, new List<SheetValue>());
        using var reader = OpenXmlReader.Create(sheet);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row))
            {
                if (reader.IsStartElement)
                {
                    number = reader.Attributes.FirstOrDefault(a => a.LocalName == "r").Value is { } told && int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : number + 1;
                    values = [];
                }

                if (reader.IsEndElement && values.Exists(v => !string.IsNullOrWhiteSpace(v.Text)))
                {
                    if (rows.Count == mostRows) return SheetReading.Refused(SheetFault.TooManyRows);
                    rows.Add(new SheetRow(number, values));
                }
            }
            else if (reader.IsStartElement && reader.ElementType == typeof(Cell) && reader.LoadCurrentElement() is Cell cell)
            {
                var column = Column(cell.CellReference?.Value) ?? values.Count;
                if (column >= SheetReading.MostColumns) continue;
                while (values.Count <= column) values.Add(new SheetValue(""));
                values[column] = Value(cell, strings);
            }
        }

        return new SheetReading(rows, null);
    }

    private static SheetValue Value(Cell cell, List<string> strings)
    {
        var text = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value;
        if (type == CellValues.InlineString) return new SheetValue(cell.InlineString is { } inline ? TextOf(inline) : "");
        if (type == CellValues.SharedString) return new SheetValue(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < strings.Count ? strings[at] : "");
        if (type == CellValues.Error) return new SheetValue("");
        if (type is not null && type != CellValues.Number) return new SheetValue(text);
        return new SheetValue(text, double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null);
    }

    // Runs of differently formatted text are one text; hints how to pronounce it are none.
    private static string TextOf(OpenXmlElement item) => string.Concat(item.Elements().SelectMany(e => e switch
    {
        Text text => [text.Text],
        Run run => run.Elements<Text>().Select(t => t.Text),
        _ => Array.Empty<string>(),
    }));

    private static int? Column(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(c)) break;
            column = column * 26 + (c - 'A' + 1);
            if (column > 100_000) return int.MaxValue;
        }

        return column == 0 ? null : column - 1;
    }
}
