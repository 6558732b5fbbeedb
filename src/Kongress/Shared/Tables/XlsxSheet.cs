using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Kongress.Shared.Tables;

/// <summary>One sheet with a frozen header row, a filter and real dates. Text is text: a cell never becomes a formula.</summary>
public static class XlsxSheet
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const uint HeaderStyle = 1;
    private const uint DateStyle = 2;

    /// <param name="name">Of the sheet: at most 31 characters, none of []:*?/\.</param>
    /// <remarks>The format needs a file it can go back in; it is written beside the memory and gone when it is sent.</remarks>
    public static async Task WriteAsync<T>(string name, IReadOnlyList<SheetColumn<T>> columns, IAsyncEnumerable<T> rows, Stream output, CancellationToken ct)
    {
        await using var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            book.Workbook = new Workbook(new Sheets(new Sheet { Name = name, SheetId = 1, Id = book.GetIdOfPart(sheet) }));
            await WriteSheetAsync(columns, rows, sheet, ct);
        }

        file.Position = 0;
        await file.CopyToAsync(output, ct);
    }

    private static async Task WriteSheetAsync<T>(IReadOnlyList<SheetColumn<T>> columns, IAsyncEnumerable<T> rows, WorksheetPart sheet, CancellationToken ct)
    {
        using var xml = OpenXmlWriter.Create(sheet);
        var last = 1;
        xml.WriteStartElement(new Worksheet());
        xml.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        xml.WriteElement(new Columns(columns.Select((column, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = column.Width, CustomWidth = true })));
        xml.WriteStartElement(new SheetData());
        xml.WriteElement(new Row(columns.Select(column => Text(column.Heading, HeaderStyle))));
        await foreach (var row in rows.WithCancellation(ct))
        {
            last++;
            xml.WriteElement(new Row(columns.Select(column => Cell(column.Value(row)))));
        }

        xml.WriteEndElement();
        xml.WriteElement(new AutoFilter { Reference = $"A1:{(char)('A' + columns.Count - 1)}{last}" });
        xml.WriteEndElement();
    }

    private static Cell Cell(object? value) => value switch
    {
        null => new Cell(),
        DateTime local => new Cell { CellValue = new CellValue(local.ToOADate().ToString(CultureInfo.InvariantCulture)), StyleIndex = DateStyle },
        int or long => new Cell { CellValue = new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!) },
        _ => Text(value.ToString()!, 0),
    };

    private static Cell Text(string text, uint style) => new(new InlineString(new Text(Allowed(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        DataType = CellValues.InlineString,
        StyleIndex = style,
    };

    // XML knows no control characters; old data must not break the file. By runes: half of a pair alone is no character either.
    private static string Allowed(string text) => text.All(XmlConvert.IsXmlChar) ? text
        : string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)));

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "dd.mm.yyyy hh:mm" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true }));
}
