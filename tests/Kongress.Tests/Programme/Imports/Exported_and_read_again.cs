using System.IO.Compression;
using System.Text;
using CsCheck;
using Kongress.Programme.Imports;
using Kongress.Tests.Programme.Formats;

namespace Kongress.Tests.Programme.Imports;

/// <summary>What goes out in one of our formats comes back in unchanged.</summary>
public sealed class Exported_and_read_again
{
    [Theory]
    [InlineData(ImportFormat.ScheduleXml)]
    [InlineData(ImportFormat.ScheduleJson)]
    [InlineData(ImportFormat.Csv)]
    [InlineData(ImportFormat.Xlsx)]
    public async Task Any_programme_is_the_same_after_export_import_and_export(ImportFormat format)
    {
        await using var exchange = await Exchange.OpenAsync();
        await Exchange.AnyProgramme.SampleAsync(async snapshot =>
        {
            var edition = await exchange.EditionAsync();
            var programme = Exchange.As(edition, snapshot);
            var sent = await Exchange.ExportAsync(format, programme);
            var (result, plan) = await exchange.ImportAsync(edition, sent);
            Assert.Equal((ImportResult.Done, programme.Snapshot.Slots.Count), (result, plan.Count(ImportOutcome.New)));
            Assert.All(plan.Lines.SelectMany(l => l.Notes), n => Assert.Equal(ImportNoteKind.RoomMissing, n.Kind));

            Assert.Equal(Readable(format, sent), Readable(format, await Exchange.ExportAsync(format, await exchange.ProgrammeAsync(edition))));

            var (again, second) = await exchange.ImportAsync(edition, sent);
            Assert.Equal((ImportResult.Nothing, programme.Snapshot.Slots.Count), (again, second.Count(ImportOutcome.Unchanged)));
        }, iter: 15, threads: 1);
    }

    [Theory]
    [InlineData(ImportFormat.ScheduleXml)]
    [InlineData(ImportFormat.ScheduleJson)]
    [InlineData(ImportFormat.Csv)]
    [InlineData(ImportFormat.Xlsx)]
    public async Task Midnight_the_night_of_summer_time_five_minutes_and_ten_hours_come_through(ImportFormat format)
    {
        await using var exchange = await Exchange.OpenAsync();
        var edition = await exchange.EditionAsync();
        DateTimeOffset Night(int hour, int minute) => edition.Time.Instant(edition.LastDay, new TimeOnly(hour, minute));
        (DateTimeOffset Start, int Minutes)[] times =
        [
            (Plans.At(9), 600), (Plans.At(11), 5), (Plans.At(23, 30), 60), (Plans.At(23, 55), 5), (Night(0, 0), 120),
            // 28 March 2027: 01:55 is followed by 03:00.
            (Night(1, 30), 60), (Night(1, 55), 5), (Night(1, 55), 600), (Night(3, 0), 5), (Night(9, 0), 600),
        ];
        var programme = Exchange.As(edition, Programmes.Of([.. times.Select((t, i) => Programmes.Slot(i + 1, $"Punkt {i + 1}", t.Start) with { Minutes = t.Minutes })]).Snapshot with { Rooms = [Programmes.Rooms[0]], Tracks = [], People = [] });

        await exchange.ImportAsync(edition, await Exchange.ExportAsync(format, programme));

        var back = await exchange.ProgrammeAsync(edition);
        Assert.Equal(times.Order(), back.Snapshot.Slots.Select(s => (s.StartsAt, s.Minutes)).Order());
        Assert.Equal(programme.Snapshot.Slots.Select(s => s.Id), back.Snapshot.Slots.Select(s => s.Id));
    }

    // Not schedule.xml: a room that never stands alone there is not named in it.
    [Theory]
    [InlineData(ImportFormat.ScheduleJson)]
    [InlineData(ImportFormat.Csv)]
    [InlineData(ImportFormat.Xlsx)]
    public async Task Rooms_that_are_used_as_one_keep_their_place_among_the_others(ImportFormat format)
    {
        await using var exchange = await Exchange.OpenAsync();
        var edition = await exchange.EditionAsync();
        var (stage, forum, second) = (Programmes.Rooms[0].Id, Programmes.Rooms[1].Id, Programmes.Rooms[2].Id);
        // The forum is named first, its opened wall after the stage; at noon and at one the number decides, as both begin in the forum.
        (int Hour, Guid[] Rooms)[] slots = [(9, [forum]), (11, [stage]), (11, [forum, second]), (12, [forum]), (12, [forum, second]), (13, [forum, second]), (13, [forum])];
        var programme = Exchange.As(edition, Programmes.Of([.. slots.Select((s, i) => Programmes.Slot(i + 1, $"Punkt {i + 1}", Plans.At(s.Hour)) with { RoomIds = s.Rooms })]).Snapshot with { Tracks = [], People = [] });

        await exchange.ImportAsync(edition, await Exchange.ExportAsync(format, programme));

        var back = await exchange.ProgrammeAsync(edition);
        Assert.Equal(programme.Snapshot.Slots.Select(s => s.Id), back.Snapshot.Slots.Select(s => s.Id));
    }

    // A workbook holds the moment at which it was written; its sheet does not.
    private static string Readable(ImportFormat format, byte[] file)
    {
        if (format is not ImportFormat.Xlsx) return Encoding.UTF8.GetString(file);
        using var archive = new ZipArchive(new MemoryStream(file));
        using var sheet = new StreamReader(archive.Entries.Single(e => e.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal) || e.FullName.EndsWith("sheet.xml", StringComparison.Ordinal)).Open());
        return sheet.ReadToEnd();
    }
}
