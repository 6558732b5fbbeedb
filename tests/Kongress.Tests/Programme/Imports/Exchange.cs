using CsCheck;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Programme.Board;
using Kongress.Programme.Formats;
using Kongress.Programme.Imports;
using Kongress.Programme.Releases;
using Kongress.Tests.Hosting;
using Kongress.Tests.Programme.Formats;

namespace Kongress.Tests.Programme.Imports;

/// <summary>An office to which files come from elsewhere, and from which they go out again.</summary>
internal sealed class Exchange(Office office) : IAsyncDisposable
{
    private int editions = 15;

    public Office Office => office;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Exchange> OpenAsync(string provider = Databases.Sqlite) => new(await Office.OpenAsync(provider, Ct));

    /// <summary>Like every other edition in name and days, and empty.</summary>
    public Task<Conference> EditionAsync() => office.ConferenceAsync(800, Ct, conference => (conference.Number, conference.IsCurrent) = (editions++, false));

    public async Task<ImportPlan> PreviewAsync(Conference conference, byte[] file)
    {
        var (plan, refusal) = await office.UseAsync<ImportDesk, (ImportPlan?, ImportRefusal?)>(desk => desk.PreviewAsync(conference.Id, file, Ct));
        Assert.Null(refusal);
        return plan!;
    }

    public async Task<(ImportResult Result, ImportPlan Plan)> ImportAsync(Conference conference, byte[] file)
    {
        var revision = (await PreviewAsync(conference, file)).Revision;
        var (result, plan) = await office.UseAsync<ImportDesk, (ImportResult, ImportPlan?)>(desk => desk.CarryOutAsync(conference.Id, file, revision, ProgrammeOffice.Olga, Ct));
        return (result, plan!);
    }

    public Task<Draft> DraftAsync(Conference conference) => office.UseAsync<KongressDb, Draft>(db => office.UseAsync<Drafts, Draft>(drafts => drafts.ReadAsync(db, conference.Id, Ct)));

    /// <summary>The draft as it would be released now.</summary>
    public async Task<PublicProgramme> ProgrammeAsync(Conference conference)
    {
        var draft = await DraftAsync(conference);
        return Programmes.Of(draft.Conference, SnapshotBuilder.Build(draft, Snapshot.Empty, ReleaseScope.Everything, office.Clock.GetUtcNow()));
    }

    public static async Task<byte[]> ExportAsync(ImportFormat format, PublicProgramme programme) => format switch
    {
        ImportFormat.ScheduleXml => ScheduleXml.Of(programme, Programmes.Url),
        ImportFormat.ScheduleJson => ScheduleJson.Of(programme, Programmes.Url),
        ImportFormat.Csv => await ProgrammeSheet.CsvAsync(programme, Programmes.Url, Ct),
        ImportFormat.Xlsx => await ProgrammeSheet.XlsxAsync(programme, Programmes.Url, Ct),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>Any programme as it may stand in the database: texts as the forms store them, in the order of the board, everybody named.</summary>
    public static Gen<Snapshot> AnyProgramme => Programmes.Any(Programmes.Text).Select(any =>
    {
        var slots = any.Snapshot.Slots.Select(s => s with
        {
            Title = Stored(s.Title, isLine: true) is { Length: > 0 } title ? title : "Ohne Titel",
            Subtitle = Stored(s.Subtitle, isLine: true),
            Abstract = Stored(s.Abstract, isLine: false),
            People = [.. s.People.Where(p => p.PersonId is not null)],
        });
        var order = Programmes.Rooms.Select((room, i) => (room.Id, i)).ToDictionary(x => x.Id, x => x.i);
        var sorted = slots.OrderBy(s => s.StartsAt).ThenBy(s => s.RoomIds.Count == 0 ? -1 : order[s.RoomIds[0]]).ThenBy(s => s.Number).ToList();
        var used = sorted.SelectMany(s => s.RoomIds).ToHashSet();
        return any.Snapshot with
        {
            Slots = sorted,
            Rooms = [.. Programmes.Rooms.Where(r => used.Contains(r.Id))],
            Tracks = [.. any.Snapshot.Tracks.Select(t => t with { Colour = t.Colour.Length == 7 ? t.Colour.ToLowerInvariant() : "#171a2b" })],
        };
    }).Where(snapshot => snapshot.Slots.Count > 0);

    /// <summary>The same as a programme of this edition, under ids that no other edition knows.</summary>
    public static PublicProgramme As(Conference conference, Snapshot snapshot)
    {
        var ids = new Dictionary<Guid, Guid>();
        Guid New(Guid old) => ids.TryGetValue(old, out var there) ? there : ids[old] = Guid.CreateVersion7();
        return Programmes.Of(conference, snapshot with
        {
            Rooms = [.. snapshot.Rooms.Select(r => r with { Id = New(r.Id) })],
            Tracks = [.. snapshot.Tracks.Select(t => t with { Id = New(t.Id) })],
            People = [.. snapshot.People.Select(p => p with { Id = New(p.Id) })],
            Slots = [.. snapshot.Slots.Select(s => s with { Id = New(s.Id), SessionId = New(s.SessionId), Code = Kongress.Shared.Secret.New(6), TrackId = s.TrackId is { } track ? New(track) : null, RoomIds = [.. s.RoomIds.Select(New)], People = [.. s.People.Select(p => p with { PersonId = New(p.PersonId!.Value) })] })],
        });
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    private static string Stored(string typed, bool isLine)
    {
        // A text that begins like the mark against formulas is the one thing that a table cannot carry.
        var text = string.Concat(CleanText.Of(typed).Normalize().SkipWhile(c => char.IsWhiteSpace(c) || c == '\'')).TrimEnd();
        return isLine ? text.ReplaceLineEndings(" ") : text;
    }
}
