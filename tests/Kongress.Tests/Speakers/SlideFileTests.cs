using System.IO.Compression;
using System.Text;
using Kongress.Programme.Sessions;

namespace Kongress.Tests.Speakers;

/// <summary>What is taken as slides, and under which name.</summary>
public sealed class SlideFileTests
{
    [Fact]
    public void The_content_says_what_it_is_and_the_name_does_not()
    {
        Assert.Equal(SlideFile.Pdf, SlideFile.Recognise("%PDF-1.4 …"u8.ToArray()));
        Assert.Equal(SlideFile.PowerPoint, SlideFile.Recognise(Zip("[Content_Types].xml", "ppt/presentation.xml")));
        Assert.Equal(SlideFile.OpenDocument, SlideFile.Recognise(Zip("mimetype:application/vnd.oasis.opendocument.presentation", "content.xml")));

        foreach (var refused in new[]
        {
            Zip("[Content_Types].xml", "ppt/presentation.xml", "ppt/vbaProject.bin"), Zip("[Content_Types].xml", "word/document.xml"), Zip("mimetype:application/vnd.oasis.opendocument.text", "content.xml"),
            Zip("anything.exe"), Zip("[Content_Types].xml", "ppt/presentation.xml")[..^30], "MZ"u8.ToArray(), "<html>%PDF-"u8.ToArray(), "PK\u0003\u0004"u8.ToArray(), [],
        })
        {
            Assert.Null(SlideFile.Recognise(refused));
        }
    }

    [Theory]
    [InlineData("Übersicht 2027 – Teil 1.pdf", "Übersicht 2027 – Teil 1.pdf")]
    [InlineData("C:\\Users\\ayse\\Folien.PDF", "Folien.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("Rechnung\u202Efdp.exe", "Rechnungfdp.exe.pdf")]
    [InlineData("a\0b\r\nc<d>:\"|?*.pdf", "abc_d______.pdf")]
    [InlineData("...", "Datei.pdf")]
    [InlineData("", "Datei.pdf")]
    [InlineData(null, "Datei.pdf")]
    [InlineData("\uD800x", "x.pdf")]
    [InlineData("U\u0308bersicht.pdf", "Übersicht.pdf")]
    public void A_name_keeps_what_people_recognise_and_nothing_that_harms(string? typed, string expected) => Assert.Equal(expected, SlideFile.CleanName(typed, SlideFile.Pdf));

    [Fact]
    public void A_long_name_is_cut_before_its_ending_and_never_through_a_character()
    {
        var name = SlideFile.CleanName(string.Concat(Enumerable.Repeat("🏴", 200)), SlideFile.PowerPoint);

        Assert.True(name.Length <= SlideFile.LongestName);
        Assert.EndsWith(".pptx", name, StringComparison.Ordinal);
        Assert.DoesNotContain("\uFFFD", Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)), StringComparison.Ordinal);
    }

    internal static byte[] Zip(params string[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                var parts = entry.Split(':');
                using var content = archive.CreateEntry(parts[0], CompressionLevel.NoCompression).Open();
                content.Write(Encoding.ASCII.GetBytes(parts.ElementAtOrDefault(1) ?? "x"));
            }
        }

        return stream.ToArray();
    }
}
