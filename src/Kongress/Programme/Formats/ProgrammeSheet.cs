using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Shared.Tables;

namespace Kongress.Programme.Formats;

/// <summary>The programme as a table: CSV and xlsx with the same columns, one row a slot. German, as the office that opens it is; the import reads it back.</summary>
public static class ProgrammeSheet
{
    internal const string Cancelled = "fällt aus";
    internal const string TakesPlace = "findet statt";
    internal const string Yes = "ja";
    internal const string No = "nein";

    /// <summary>Between names.</summary>
    internal const string Separator = "; ";

    internal static readonly IReadOnlyDictionary<SessionKind, string> Kinds = new Dictionary<SessionKind, string>
    {
        [SessionKind.Keynote] = "Keynote",
        [SessionKind.Panel] = "Podium",
        [SessionKind.Talk] = "Vortrag",
        [SessionKind.Workshop] = "Workshop",
        [SessionKind.Plenary] = "Plenum",
        [SessionKind.Break] = "Pause",
        [SessionKind.Social] = "Rahmenprogramm",
    };

    public static async Task<byte[]> CsvAsync(PublicProgramme programme, string publicUrl, CancellationToken ct)
    {
        using var output = new MemoryStream();
        await CsvSheet.WriteAsync(Columns(new ScheduleView(programme, publicUrl)), programme.Snapshot.Slots.ToAsyncEnumerable(), output, ct);
        return output.ToArray();
    }

    public static async Task<byte[]> XlsxAsync(PublicProgramme programme, string publicUrl, CancellationToken ct)
    {
        using var output = new MemoryStream();
        await XlsxSheet.WriteAsync("Programm", Columns(new ScheduleView(programme, publicUrl)), programme.Snapshot.Slots.ToAsyncEnumerable(), output, ct);
        return output.ToArray();
    }

    private static IReadOnlyList<SheetColumn<SnapshotSlot>> Columns(ScheduleView view)
    {
        var time = view.Programme.Conference.Time;
        return
        [
            new("Code", 10, s => s.Code),
            new("Beginn", 17, s => time.Local(s.StartsAt)),
            new("Ende", 17, s => time.Local(s.EndsAt)),
            new("Minuten", 9, s => s.Minutes),
            new("Raum", 24, s => view.PlaceFor(s).Name),
            new("Art", 16, s => Kinds[s.Kind]),
            new("Titel", 50, s => CleanText.Of(s.Title)),
            new("Untertitel", 40, s => CleanText.Of(s.Subtitle)),
            new("Thema", 24, s => view.Programme.TrackOf(s) is { } track ? CleanText.Of(track.Name) : ""),
            new("Sprache", 9, s => s.Language),
            new("Mitwirkende", 50, s => string.Join(Separator, view.PeopleOf(s).Select(p => CleanText.Of(p.Person.Name)))),
            new("Kurztext", 60, s => CleanText.Of(s.Abstract)),
            new("Stand", 14, s => s.IsCancelled ? Cancelled : TakesPlace),
            new("Aufzeichnung", 13, s => s.IsRecorded ? Yes : No),
            new("Livestream", 30, s => WebAddress.Of(s.StreamUrl) ?? ""),
            new("Links", 30, s => string.Join('\n', ScheduleView.LinksOf(s).Where(l => !l.IsStream).Select(l => l.Url))),
            new("Adresse", 40, s => view.Url(s) ?? ""),
            new("Kennung", 38, s => s.Id.ToString()),
        ];
    }
}
