using System.Buffers.Binary;

namespace Kongress.Speakers;

/// <summary>Takes an uploaded picture apart and puts it together again without what nobody needs to see: place, camera, author, comments, hidden previews.</summary>
/// <remarks>What a file is, its first bytes say; name and announced type are not believed. The pixels stay as they are.</remarks>
public static class PictureFile
{
    // More than any portrait needs, and few enough that no browser chokes on the unpacked picture.
    private const int LongestSide = 10_000;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte App1 = 0xE1;

    private static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The media type and the cleaned bytes; null: neither PNG nor JPEG, or damaged.</summary>
    public static (string MediaType, byte[] Content)? Clean(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(PngSignature)) return Png(file) is { } png ? ("image/png", png) : null;
        if (file.StartsWith<byte>([0xFF, 0xD8, 0xFF])) return Jpeg(file) is { } jpeg ? ("image/jpeg", jpeg) : null;
        return null;
    }

    private static byte[]? Png(ReadOnlySpan<byte> file)
    {
        using var clean = new MemoryStream(file.Length);
        clean.Write(PngSignature);
        var rest = file[PngSignature.Length..];
        var (isFirst, hasPixels) = (true, false);
        while (rest.Length >= 12)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - 12) return null;
            var chunk = rest[..((int)length + 12)];
            var type = chunk.Slice(4, 4);
            if (isFirst && !(type.SequenceEqual("IHDR"u8) && length == 13 && IsSize(BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadUInt32BigEndian(chunk[12..])))) return null;
            isFirst = false;
            hasPixels |= type.SequenceEqual("IDAT"u8);
            if (IsKept(type)) clean.Write(chunk);
            // What hangs on behind the end goes too.
            if (type.SequenceEqual("IEND"u8)) return hasPixels ? clean.ToArray() : null;
            rest = rest[chunk.Length..];
        }

        return null;
    }

    // Pixels, colours and resolution. Text, time, EXIF, animation and whatever else there may be is left out.
    private static bool IsKept(ReadOnlySpan<byte> chunk) =>
        chunk.SequenceEqual("IHDR"u8) || chunk.SequenceEqual("PLTE"u8) || chunk.SequenceEqual("IDAT"u8) || chunk.SequenceEqual("IEND"u8) || chunk.SequenceEqual("tRNS"u8)
        || chunk.SequenceEqual("gAMA"u8) || chunk.SequenceEqual("cHRM"u8) || chunk.SequenceEqual("sRGB"u8) || chunk.SequenceEqual("iCCP"u8) || chunk.SequenceEqual("sBIT"u8) || chunk.SequenceEqual("pHYs"u8);

    private static byte[]? Jpeg(ReadOnlySpan<byte> file)
    {
        using var clean = new MemoryStream(file.Length);
        clean.Write([0xFF, 0xD8]);
        var at = 2;
        var (hasFrame, hasScan) = (false, false);
        while (at < file.Length && file[at] == 0xFF)
        {
            while (at < file.Length && file[at] == 0xFF) at++;
            if (at >= file.Length) return null;
            var marker = file[at++];
            if (marker == EndOfImage)
            {
                clean.Write([0xFF, EndOfImage]);
                return hasFrame && hasScan ? clean.ToArray() : null;
            }

            if (at + 2 > file.Length) return null;
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
            if (length < 2 || at + length > file.Length) return null;
            var segment = file.Slice(at, length);
            at += length;
            if (IsFrame(marker))
            {
                if (length < 9 || !IsSize(BinaryPrimitives.ReadUInt16BigEndian(segment[5..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]))) return null;
                hasFrame = true;
            }

            if (IsKept(marker, segment[2..])) Write(clean, marker, segment);
            else if (marker == App1 && Orientation(segment[2..]) is > 1 and <= 8 and var turn) Write(clean, App1, OnlyOrientation(turn));
            if (marker != StartOfScan) continue;
            var end = at;
            // In the pixels 0xFF is followed by 0, or by the number of a restart; anything else begins the next segment.
            while (end + 1 < file.Length && !(file[end] == 0xFF && file[end + 1] is not (0 or (>= 0xD0 and <= 0xD7)))) end++;
            clean.Write(file[at..end]);
            at = end;
            hasScan = true;
        }

        return null;
    }

    private static void Write(MemoryStream clean, byte marker, ReadOnlySpan<byte> segment)
    {
        clean.Write([0xFF, marker]);
        clean.Write(segment);
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    // Of the application segments: JFIF without a preview, the colour profile, and Adobe's note on the colours.
    private static bool IsKept(byte marker, ReadOnlySpan<byte> body) => marker switch
    {
        0xE0 => body.Length == 14 && body.StartsWith("JFIF\0"u8),
        0xE2 => body.StartsWith("ICC_PROFILE\0"u8),
        0xEE => body.StartsWith("Adobe"u8),
        >= 0xE0 and <= 0xEF or 0xFE => false,
        _ => true,
    };

    /// <summary>How the picture has to be turned (EXIF, 1 to 8): the one thing in EXIF that the eye would miss. 1 where nothing is said.</summary>
    private static int Orientation(ReadOnlySpan<byte> exif)
    {
        if (!exif.StartsWith("Exif\0\0"u8) || exif.Length < 14) return 1;
        var tiff = exif[6..];
        var isLittle = tiff.StartsWith("II"u8);
        if (!isLittle && !tiff.StartsWith("MM"u8)) return 1;
        int Short(ReadOnlySpan<byte> bytes) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
        var directory = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2) return 1;
        var entries = tiff[((int)directory + 2)..];
        for (var left = Short(tiff[(int)directory..]); left > 0 && entries.Length >= 12; left--, entries = entries[12..])
        {
            if (Short(entries) == 0x0112) return Short(entries[8..]);
        }

        return 1;
    }

    // A whole EXIF segment with the orientation and nothing else, its length included.
    private static ReadOnlySpan<byte> OnlyOrientation(int turn) => (byte[])
        [0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turn, 0, 0, 0, 0, 0, 0];

    private static bool IsSize(uint width, uint height) => width is > 0 and <= LongestSide && height is > 0 and <= LongestSide;
}
