using System.Text;
using Kongress.Programme.Imports;

namespace Kongress.Tests.Programme.Imports;

/// <summary>What others export is tolerated, and told.</summary>
public sealed class Reading_odd_programmes
{
    [Fact]
    public void An_old_schedule_without_guids_and_dates_is_read()
    {
        var rows = Read("<event id=\"4\"><start>23:30</start><duration>01:00</duration><room>Janson</room><title>Nacht</title></event><event id=\"5\"><start>00:45</start><duration>00:30</duration><room>Janson</room><title>\n      Noch\n      später </title></event>");

        Assert.Equal([At("2027-03-27T23:30+01:00"), At("2027-03-28T00:45+01:00")], rows.Select(r => r.StartsAt));
        Assert.Equal(["Nacht", "Noch später"], rows.Select(r => r.Title));
        Assert.All(rows, r => Assert.Equal([ImportNoteKind.GuidMissing], r.Notes.Select(n => n.Kind)));
    }

    [Theory]
    [InlineData("01:30", 90, null)]
    [InlineData("1:30", 90, null)]
    [InlineData("01:30:00", 90, null)]
    [InlineData("90", 90, null)]
    [InlineData("PT1H30M", 90, null)]
    [InlineData("00:05", 5, null)]
    [InlineData("10:00", 600, null)]
    [InlineData("00:42", 45, ImportNoteKind.DurationRounded)]
    [InlineData("00:40:30", 45, ImportNoteKind.DurationRounded)]
    [InlineData("00:00", 5, ImportNoteKind.DurationRounded)]
    [InlineData("30:00", 600, ImportNoteKind.DurationCapped)]
    [InlineData("1:06:00", 600, ImportNoteKind.DurationCapped)]
    [InlineData("999999:00", 600, ImportNoteKind.DurationCapped)]
    [InlineData("eine Stunde", null, ImportNoteKind.DurationUnreadable)]
    [InlineData("1:2:3:4", null, ImportNoteKind.DurationUnreadable)]
    [InlineData("-01:00", null, ImportNoteKind.DurationUnreadable)]
    [InlineData("P99999999999Y", null, ImportNoteKind.DurationUnreadable)]
    [InlineData("10:75", null, ImportNoteKind.DurationUnreadable)]
    public void Every_way_to_write_a_length_is_understood(string duration, int? minutes, ImportNoteKind? note)
    {
        var row = Read($"<event guid=\"{Guid.CreateVersion7()}\"><date>2027-03-27T11:00:00+01:00</date><duration>{duration}</duration><room>A</room><title>x</title></event>").Single();
        Assert.Equal((minutes, note), (row.Minutes, row.Notes.Select(n => (ImportNoteKind?)n.Kind).SingleOrDefault()));
    }

    [Theory]
    [InlineData("2027-03-27T11:00:00+01:00", "2027-03-27T11:00+01:00", null)]
    [InlineData("2027-03-27T10:00:00Z", "2027-03-27T11:00+01:00", null)]
    [InlineData("2027-03-27T11:00:00", "2027-03-27T11:00+01:00", null)]
    [InlineData("2027-03-28T11:00", "2027-03-28T11:00+02:00", null)]
    [InlineData("2027-03-27T11:03:59+01:00", "2027-03-27T11:00+01:00", ImportNoteKind.TimeRounded)]
    [InlineData("2027-03-28T02:30:00", null, ImportNoteKind.TimeSkipped)]
    [InlineData("2027-02-30T11:00:00+01:00", null, ImportNoteKind.TimeUnreadable)]
    [InlineData("9999-12-31T23:59:59-12:00", null, ImportNoteKind.TimeUnreadable)]
    [InlineData("0001-01-01T00:00:00", null, ImportNoteKind.TimeUnreadable)]
    [InlineData("morgen", null, ImportNoteKind.TimeUnreadable)]
    public void Every_way_to_write_a_start_is_understood(string date, string? start, ImportNoteKind? note)
    {
        var row = Read($"<event guid=\"{Guid.CreateVersion7()}\"><date>{date}</date><duration>01:00</duration><room>A</room><title>x</title></event>").Single();
        Assert.Equal((start is null ? null : At(start), note), (row.StartsAt, row.Notes.Select(n => (ImportNoteKind?)n.Kind).SingleOrDefault()));
        Assert.Equal(start is null, row.IsFaulty);
    }

    [Fact]
    public void A_guid_without_hyphens_is_one_and_a_word_is_none()
    {
        var rows = Read("<event guid=\"9a3c1f5e2b7d4e6f8a9b0c1d2e3f4a5b\"><date>2027-03-27T11:00:00+01:00</date><room>A</room><title>x</title></event><event guid=\"keine\"><date>2027-03-27T11:00:00+01:00</date><room>A</room><title>y</title></event>");
        Assert.Equal([Guid.Parse("9a3c1f5e-2b7d-4e6f-8a9b-0c1d2e3f4a5b"), null], rows.Select(r => r.Id));
        Assert.Equal([ImportNoteKind.GuidUnreadable], rows[1].Notes.Select(n => n.Kind));
    }

    [Theory]
    [InlineData("Ayşe Şahin", null, "Ayşe", "Şahin")]
    [InlineData("Prof. Dr.-Ing. Ludwig van der Heyden", "Prof. Dr.-Ing.", "Ludwig", "van der Heyden")]
    [InlineData("Dr. Müller", null, "Dr.", "Müller")]
    [InlineData("Madonna", null, "", "Madonna")]
    [InlineData("Anna Maria von und zu Stein", null, "Anna Maria", "von und zu Stein")]
    public async Task A_name_in_one_piece_is_taken_apart_so_that_it_reads_the_same(string name, string? title, string given, string family)
    {
        await using var exchange = await Exchange.OpenAsync();
        var edition = await exchange.EditionAsync();
        await exchange.ImportAsync(edition, File($"<event guid=\"{Guid.CreateVersion7()}\"><date>2027-03-27T11:00:00+01:00</date><duration>01:00</duration><room>A</room><title>x</title><persons><person>{name}</person></persons></event>"));

        var profile = (await exchange.DraftAsync(edition)).Speakers.Values.Single().Profile;
        Assert.Equal((title, given, family, name), (profile.Title, profile.GivenName, profile.FamilyName, profile.FullName));
    }

    internal static byte[] File(string events) => Encoding.UTF8.GetBytes($"<schedule><conference><title>Anderswo</title></conference><day index=\"1\" date=\"2027-03-27\"><room name=\"A\">{events}</room></day></schedule>");

    private static IReadOnlyList<ImportRow> Read(string events) => ImportReader.Read(File(events), Plans.Conference.Time).File!.Rows;

    private static DateTimeOffset At(string iso) => DateTimeOffset.Parse(iso, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();
}
