using Kongress.Shared;
using Kongress.Shared.Tables;

namespace Kongress.Programme.Imports;

/// <summary>Reads what somebody uploaded. The content decides what it is, not the name. Never throws.</summary>
public static class ImportReader
{
    /// <param name="time">The clock of the venue, for times without a zone.</param>
    public static ImportReading Read(byte[] bytes, ConferenceTime time)
    {
        if (bytes.Length > ImportFile.MostBytes) return ImportReading.Refused(ImportRefusal.TooLarge);
        var rows = new RowReading(time);
        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8)) return TableReading.Of(ImportFormat.Xlsx, XlsxReading.Read(bytes, ImportFile.MostRows + 1), rows, isOldEncoding: false);
        if (PlainText.Decode(bytes, out var isOld) is not { } text) return ImportReading.Refused(ImportRefusal.UnknownFormat);
        var start = text.AsSpan().TrimStart();
        if (start.Length == 0) return ImportReading.Refused(ImportRefusal.Empty);
        return start[0] switch
        {
            // The reader of XML finds the encoding itself.
            '<' => ScheduleXmlReading.Read(bytes, rows),
            '{' => isOld ? ImportReading.Refused(ImportRefusal.Broken) : ScheduleJsonReading.Read(text.AsMemory(), rows),
            _ => TableReading.Of(ImportFormat.Csv, CsvReading.Read(text, ImportFile.MostRows + 1), rows, isOld),
        };
    }
}
