using System.Buffers.Binary;
using System.Text;
using CsCheck;
using Kongress.Speakers;

namespace Kongress.Tests.Speakers;

/// <summary>An uploaded picture keeps its pixels and loses what it tells about the person.</summary>
public sealed class PictureFileTests
{
    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    [Fact]
    public void What_a_camera_writes_into_a_jpeg_is_gone_and_the_rest_is_as_it_was()
    {
        var clean = PictureFile.Clean(Jpeg(orientation: 1));

        Assert.NotNull(clean);
        Assert.Equal("image/jpeg", clean.Value.MediaType);
        foreach (var secret in new[] { "Exif", "GPS 50.08", "http://ns.adobe.com/xap", "Kommentar", "hidden behind the end", "MPF" }) Assert.False(Holds(clean.Value.Content, secret), secret);
        Assert.Equal([0xE0, 0xE2, 0xDB, 0xC0, 0xC4, 0xDA, 0xC4, 0xDA], Markers(clean.Value.Content));
        Assert.True(Holds(clean.Value.Content, "ICC_PROFILE"));
    }

    [Fact]
    public void A_picture_from_a_phone_is_not_turned_by_the_cleaning()
    {
        var clean = PictureFile.Clean(Jpeg(orientation: 6))!.Value.Content;

        Assert.Equal([0xE0, 0xE1, 0xE2, 0xDB, 0xC0, 0xC4, 0xDA, 0xC4, 0xDA], Markers(clean));
        Assert.False(Holds(clean, "GPS 50.08"));
        // What was cleaned once stays as it is: the orientation is read from the segment that the cleaning wrote.
        Assert.Equal(clean, PictureFile.Clean(clean)!.Value.Content);
    }

    [Fact]
    public void The_text_of_a_png_is_gone()
    {
        byte[] png = [.. PngSignature, .. Chunk("IHDR", Size(40, 50)), .. Chunk("tEXt", "Author\0Ayşe"u8), .. Chunk("eXIf", "GPS 50.08"u8), .. Chunk("sRGB", [0]), .. Chunk("IDAT", [1, 2, 3]), .. Chunk("iTXt", "x"u8), .. Chunk("IEND", []), .. "hidden behind the end"u8];
        byte[] expected = [.. PngSignature, .. Chunk("IHDR", Size(40, 50)), .. Chunk("sRGB", [0]), .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", [])];

        var clean = PictureFile.Clean(png);

        Assert.Equal("image/png", clean!.Value.MediaType);
        Assert.Equal(expected, clean.Value.Content);
    }

    [Fact]
    public void Whatever_is_no_picture_or_cut_off_is_refused()
    {
        var jpeg = Jpeg(orientation: 6);
        var end = jpeg.Length - "hidden behind the end".Length;
        for (var length = 0; length < end; length++) Assert.True(PictureFile.Clean(jpeg.AsSpan(0, length)) is null, $"{length} bytes");
        byte[] png = [.. PngSignature, .. Chunk("IHDR", Size(40, 50)), .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", [])];
        for (var length = 0; length < png.Length; length++) Assert.True(PictureFile.Clean(png.AsSpan(0, length)) is null, $"{length} bytes");

        foreach (var other in new[] { "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "GIF89a", "%PDF-1.7", "<html>", "RIFF____WEBP" }) Assert.Null(PictureFile.Clean(Encoding.UTF8.GetBytes(other)));
        // Small as a file, huge when unpacked.
        Assert.Null(PictureFile.Clean([.. PngSignature, .. Chunk("IHDR", Size(1_000_000, 1_000_000)), .. Chunk("IDAT", [1]), .. Chunk("IEND", [])]));
        Assert.Null(PictureFile.Clean([.. PngSignature, .. Chunk("IHDR", Size(0, 50)), .. Chunk("IDAT", [1]), .. Chunk("IEND", [])]));
    }

    [Fact]
    public void No_bytes_break_it() => Gen.Select(Gen.Int[0, 400], Gen.Byte, Gen.Bool).Array[1, 8].Sample(changes =>
    {
        byte[] png = [.. PngSignature, .. Chunk("IHDR", Size(40, 50)), .. Chunk("eXIf", "GPS 50.08"u8), .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", [])];
        var jpeg = Jpeg(orientation: 6);
        foreach (var (at, value, isPng) in changes)
        {
            var file = isPng ? png : jpeg;
            file[at % file.Length] = value;
        }

        PictureFile.Clean(png);
        PictureFile.Clean(jpeg);
    });

    private static byte[] Jpeg(byte orientation) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 0, 0]),
        .. Segment(0xE1, [.. "Exif\0\0"u8, .. "II*\0"u8, 8, 0, 0, 0, 2, 0, 0x0F, 0x01, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0, .. "GPS 50.08"u8]),
        .. Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0<x/>"u8),
        .. Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 9]),
        .. Segment(0xE2, "MPF\0preview"u8),
        .. Segment(0xFE, "Kommentar"u8),
        .. Segment(0xDB, [0, 1, 2, 3]),
        .. Segment(0xC0, [8, 0, 50, 0, 40, 1, 1, 17, 0]),
        .. Segment(0xC4, [0, 1]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56,
        .. Segment(0xC4, [1, 1]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x78,
        0xFF, 0xD9,
        .. "hidden behind the end"u8,
    ];

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> body) => [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    private static byte[] Chunk(string type, ReadOnlySpan<byte> body)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. body, 0, 0, 0, 0];
    }

    private static byte[] Size(int width, int height)
    {
        var size = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(size, width);
        BinaryPrimitives.WriteInt32BigEndian(size.AsSpan(4), height);
        return size;
    }

    private static bool Holds(byte[] content, string text) => content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    private static List<int> Markers(byte[] jpeg)
    {
        var markers = new List<int>();
        for (var at = 2; jpeg[at + 1] != 0xD9;)
        {
            markers.Add(jpeg[at + 1]);
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2));
            while (jpeg[at] != 0xFF || jpeg[at + 1] is 0 or (>= 0xD0 and <= 0xD7)) at++;
        }

        return markers;
    }
}
