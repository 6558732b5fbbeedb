using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Kongress.Programme.Sessions;

/// <summary>Tells by the content what an uploaded file is, and gives it a name that harms nobody. PDF, PowerPoint (.pptx) and OpenDocument (.odp) are taken.</summary>
public static class SlideFile
{
    /// <summary>Longest name of a stored file, its ending included.</summary>
    public const int LongestName = 120;

    public const string Pdf = "application/pdf";
    public const string PowerPoint = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    public const string OpenDocument = "application/vnd.oasis.opendocument.presentation";

    // What a file system or a mail program may stumble over.
    private const string Troublesome = "<>:\"|?*";

    private static ReadOnlySpan<byte> Zip => [0x50, 0x4B, 0x03, 0x04];

    /// <summary>The media type; null: none of the kinds that are taken, damaged, or with macros in it.</summary>
    public static string? Recognise(byte[] content)
    {
        if (content.AsSpan().StartsWith("%PDF-"u8)) return Pdf;
        if (!content.AsSpan().StartsWith(Zip)) return null;
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            var names = archive.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return null;
            if (names.Contains("[Content_Types].xml") && names.Contains("ppt/presentation.xml")) return PowerPoint;
            return BeginsAsOpenDocument(content) && names.Contains("content.xml") ? OpenDocument : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The name without path, invisible characters and what file systems forbid, with the ending of the media type.</summary>
    public static string CleanName(string? typed, string mediaType)
    {
        var ending = mediaType switch { Pdf => ".pdf", PowerPoint => ".pptx", OpenDocument => ".odp", _ => throw new ArgumentOutOfRangeException(nameof(mediaType), mediaType, "No kind of slides.") };
        var clean = new StringBuilder();
        foreach (var rune in (typed ?? "").Split('/', '\\')[^1].EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) continue;
            clean.Append(rune.IsAscii && Troublesome.Contains((char)rune.Value) ? "_" : rune.ToString());
        }

        var name = clean.ToString().Normalize();
        if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) name = name[..^ending.Length];
        if (name.Length > LongestName - ending.Length) name = name[..(LongestName - ending.Length)];
        if (name.Length > 0 && char.IsHighSurrogate(name[^1])) name = name[..^1];
        name = name.Trim('.', ' ');
        return (name.Length == 0 ? "Datei" : name) + ending;
    }

    // The first entry is called "mimetype" and stored as it is (OpenDocument 1.3, part 2, 3.3): name at 30, content right behind it.
    private static bool BeginsAsOpenDocument(ReadOnlySpan<byte> content) =>
        content.Length > 38 + OpenDocument.Length && content.Slice(30, 8).SequenceEqual("mimetype"u8)
        && content.Slice(38, OpenDocument.Length).SequenceEqual("application/vnd.oasis.opendocument.presentation"u8);
}
