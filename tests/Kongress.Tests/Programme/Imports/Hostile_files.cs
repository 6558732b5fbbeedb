using System.IO.Compression;
using System.Text;
using CsCheck;
using Kongress.Programme.Formats;
using Kongress.Programme.Imports;
using Kongress.Shared.Tables;
using Kongress.Tests.Programme.Formats;

namespace Kongress.Tests.Programme.Imports;

/// <summary>Whatever somebody uploads is read or refused, never a crash.</summary>
public sealed class Hostile_files
{
    private const string Bomb = "<!DOCTYPE schedule [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";

    private static readonly byte[] Xml = ScheduleXml.Of(Programmes.Of(Programmes.Slot(1), Programmes.Slot(2, "Größe zählt")), Programmes.Url);
    private static readonly byte[] Json = ScheduleJson.Of(Programmes.Of(Programmes.Slot(1), Programmes.Slot(2, "Größe zählt")), Programmes.Url);

    [Theory]
    [InlineData("", ImportRefusal.Empty)]
    [InlineData(" \r\n\t", ImportRefusal.Empty)]
    [InlineData("<html><body>Anmelden</body></html>", ImportRefusal.UnknownFormat)]
    [InlineData("<schedule/>", ImportRefusal.NothingInside)]
    [InlineData("<schedule><day><room><event>", ImportRefusal.Broken)]
    [InlineData("<schedule><title>Stra\u0001e</title></schedule>", ImportRefusal.Broken)]
    [InlineData("<schedule>&unbekannt;</schedule>", ImportRefusal.Broken)]
    [InlineData("<?xml version=\"1.0\" encoding=\"klingonisch\"?><schedule/>", ImportRefusal.Broken)]
    [InlineData(Bomb + "<schedule>&c;</schedule>", ImportRefusal.DocumentType)]
    [InlineData("<!DOCTYPE schedule SYSTEM \"http://192.0.2.1/x.dtd\"><schedule/>", ImportRefusal.DocumentType)]
    [InlineData("<!DOCTYPE schedule [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><schedule><title>&x;</title></schedule>", ImportRefusal.DocumentType)]
    [InlineData("{}", ImportRefusal.UnknownFormat)]
    [InlineData("{\"schedule\":7}", ImportRefusal.UnknownFormat)]
    [InlineData("{\"schedule\":{\"conference\":{\"days\":\"heute\"}}}", ImportRefusal.NothingInside)]
    [InlineData("{\"schedule\":{\"conference\":{\"days\":[{\"rooms\":[1,2]}]}}}", ImportRefusal.NothingInside)]
    [InlineData("{\"schedule\":{\"conference\":", ImportRefusal.Broken)]
    [InlineData("{\"schedule\":{\"conference\":{\"days\":[{\"rooms\":{\"A\":[{\"title\":\"\\ud800\"}]}}]}}}", ImportRefusal.Broken)]
    public void What_is_no_programme_is_refused_with_the_reason(string content, ImportRefusal why) => Assert.Equal((null, why), Read(Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void A_document_type_is_refused_in_every_encoding() =>
        Assert.Equal((null, ImportRefusal.DocumentType), Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-16\"?>{Bomb}<schedule/>")]));

    [Fact]
    public void Depth_without_end_is_refused()
    {
        Assert.Equal((null, ImportRefusal.Broken), Read(Encoding.UTF8.GetBytes("<schedule>" + string.Concat(Enumerable.Repeat("<a>", 500_000)))));
        Assert.Equal((null, ImportRefusal.Broken), Read(Encoding.UTF8.GetBytes("{\"schedule\":" + new string('[', 500_000))));
    }

    [Fact]
    public void A_hundred_thousand_entries_are_refused()
    {
        Assert.Equal((null, ImportRefusal.TooManyRows), Read(Encoding.UTF8.GetBytes("<schedule><day date=\"2027-03-27\"><room name=\"A\">" + string.Concat(Enumerable.Repeat("<event id=\"1\"><title>x</title></event>", 100_000)) + "</room></day></schedule>")));
        Assert.Equal((null, ImportRefusal.TooManyRows), Read(Encoding.UTF8.GetBytes("{\"schedule\":{\"conference\":{\"days\":[{\"rooms\":{\"A\":[" + string.Join(',', Enumerable.Repeat("{\"title\":\"x\"}", 100_000)) + "]}}]}}}")));
    }

    [Theory]
    [InlineData("Titel\n", ImportRefusal.NothingInside)]
    [InlineData("Hallo, dies ist ein Brief.\nMit Grüßen", ImportRefusal.TitleColumnMissing)]
    [InlineData("%PDF-1.7\n1 0 obj", ImportRefusal.TitleColumnMissing)]
    public void A_text_that_is_no_table_of_ours_is_refused(string content, ImportRefusal why) => Assert.Equal((null, why), Read(Encoding.UTF8.GetBytes(content)));

    [Fact]
    public async Task A_table_with_a_hundred_thousand_rows_is_refused()
    {
        Assert.Equal((null, ImportRefusal.TooManyRows), Read(Encoding.UTF8.GetBytes("Titel;Beginn\n" + string.Concat(Enumerable.Repeat("x;27.03.2027 11:00\n", 100_000)))));
        using var book = new MemoryStream();
        await XlsxSheet.WriteAsync("Programm", [new SheetColumn<int>("Titel", 10, i => $"Punkt {i}")], Enumerable.Range(0, 100_000).ToAsyncEnumerable(), book, TestContext.Current.CancellationToken);
        Assert.Equal((null, ImportRefusal.TooManyRows), Read(book.ToArray()));
    }

    [Fact]
    public void Archives_that_are_no_workbook_or_far_too_large_are_refused()
    {
        Assert.Equal((null, ImportRefusal.Broken), Read(Zip(("brief.txt", "Guten Tag"u8.ToArray(), 1))));
        Assert.Equal((null, ImportRefusal.TooLargeUnpacked), Read(Zip(("xl/worksheets/sheet1.xml", new byte[1024 * 1024], 60))));
        Assert.Equal((null, ImportRefusal.Broken), Read("PK\u0003\u0004 und dann nichts mehr"u8.ToArray()));
        Assert.Equal((null, ImportRefusal.UnknownFormat), Read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0]));
    }

    [Fact]
    public async Task A_workbook_cut_off_anywhere_is_refused()
    {
        var book = await Exchange.ExportAsync(ImportFormat.Xlsx, Programmes.Of(Programmes.Slot(1)));
        foreach (var length in Enumerable.Range(1, 20).Select(i => book.Length * i / 21)) Assert.NotNull(Read(book[..length]).Refusal);
    }

    [Fact]
    public void A_table_in_the_old_encoding_is_read_and_said_so()
    {
        var file = Read(Encoding.Latin1.GetBytes("Titel;Beginn;Minuten\nGröße zählt;27.03.2027 11:00;45\n")).File!;
        Assert.Equal((true, "Größe zählt", 45), (file.IsOldEncoding, file.Rows[0].Title, file.Rows[0].Minutes));
    }

    [Fact]
    public void A_table_by_others_is_read_by_its_headings()
    {
        var file = Read("""
            Date,Start,End,Title,Speaker,Room,Farbe
            2027-03-27,11:00,11:45,"Wer, wenn nicht wir?","Ayşe Şahin;Karl Müller",Saal,rot
            2027-03-27,12:00,11:00,Rückwärts,,Saal,

            2027-03-28,2:30,3:30,Die Stunde ohne,,Saal,
            """u8.ToArray()).File!;
        Assert.Equal(["Farbe"], file.IgnoredColumns);
        Assert.Equal((2, "Wer, wenn nicht wir?", 45, "Saal"), (file.Rows[0].Position, file.Rows[0].Title, file.Rows[0].Minutes, file.Rows[0].Room));
        Assert.Equal(["Ayşe Şahin", "Karl Müller"], file.Rows[0].People!.Select(p => p.Name));
        Assert.Equal([ImportNoteKind.EndsBeforeStart], file.Rows[1].Notes.Where(n => n.IsFault).Select(n => n.Kind));
        Assert.Equal((5, ImportNoteKind.TimeSkipped), (file.Rows[2].Position, file.Rows[2].Notes.Single(n => n.IsFault).Kind));
    }

    [Fact]
    public void A_file_beyond_the_limit_is_refused() => Assert.Equal((null, ImportRefusal.TooLarge), Read(new byte[ImportFile.MostBytes + 1]));

    [Fact]
    public void Another_encoding_than_it_says_is_refused() => Assert.Equal((null, ImportRefusal.Broken), Read(Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(Xml))));

    [Fact]
    public void The_encodings_that_a_schedule_may_have_are_read_alike()
    {
        var text = Encoding.UTF8.GetString(Xml);
        Assert.Equal("Größe zählt", Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text.Replace("utf-8", "utf-16", StringComparison.Ordinal))]).File!.Rows[1].Title);
        Assert.Equal("Größe zählt", Read(Encoding.Latin1.GetBytes(text.Replace("utf-8", "iso-8859-1", StringComparison.Ordinal))).File!.Rows[1].Title);
        Assert.Equal("Größe zählt", Read([.. Encoding.UTF8.Preamble, .. Json]).File!.Rows[1].Title);
    }

    [Fact]
    public void Fields_of_wrong_types_are_as_good_as_missing()
    {
        var row = Assert.Single(Read("""{"schedule":{"conference":{"rooms":"x","tracks":[7,null,{}],"days":[7,{"date":[],"rooms":{"A":[{"title":{"en":"A","de":"Ä"},"id":"eins","guid":17,"date":true,"duration":{},"persons":[7,null,"Ayşe Şahin",{"public_name":["x"]}],"links":[null,"https://a.example/",{"url":7}],"language":"klingonisch","type":[],"track":{"name":"KI"},"abstract":false,"attachments":"x"}]}}]}}}"""u8.ToArray()).File!.Rows);
        Assert.Equal(("Ä", "KI", "A", (int?)null), (row.Title, row.Track, row.Room, row.Number));
        Assert.Equal("Ayşe Şahin", Assert.Single(row.People!).Name);
        Assert.Equal([ImportNoteKind.TimeUnreadable, ImportNoteKind.GuidUnreadable, ImportNoteKind.LanguageUnknown, ImportNoteKind.LinkDropped], row.Notes.Select(n => n.Kind).Order());
    }

    [Fact]
    public async Task A_damaged_file_never_breaks_the_reading()
    {
        byte[][] samples = [Xml, Json, await Exchange.ExportAsync(ImportFormat.Csv, Programmes.Of(Programmes.Slot(1))), await Exchange.ExportAsync(ImportFormat.Xlsx, Programmes.Of(Programmes.Slot(1)))];
        (from sample in Gen.Int[0, samples.Length - 1]
         from cuts in (from at in Gen.Double[0, 1] from length in Gen.Int[0, 40] from bytes in Gen.Byte.Array[0, 20] select (at, length, bytes)).Array[1, 4]
         select (sample, cuts)).Sample(damage =>
        {
            var file = samples[damage.sample].ToList();
            foreach (var (at, length, bytes) in damage.cuts)
            {
                var from = (int)(at * (file.Count - 1));
                file.RemoveRange(from, Math.Min(length, file.Count - from - 1));
                file.InsertRange(from, bytes);
            }

            var reading = ImportReader.Read([.. file], Plans.Conference.Time);
            Assert.True(reading.File is null ^ reading.Refusal is null);
        });
    }

    private static byte[] Zip(params (string Name, byte[] Content, int Times)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content, times) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                for (var i = 0; i < times; i++) entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static (ImportFile? File, ImportRefusal? Refusal) Read(byte[] bytes)
    {
        var reading = ImportReader.Read(bytes, Plans.Conference.Time);
        return (reading.File, reading.Refusal);
    }
}
