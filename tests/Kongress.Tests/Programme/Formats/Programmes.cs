using CsCheck;
using Kongress.Conferences;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;

namespace Kongress.Tests.Programme.Formats;

/// <summary>Released programmes in memory, small or random.</summary>
internal static class Programmes
{
    public const string Url = "https://kongress.example";

    /// <summary>Titles that break what is made carelessly.</summary>
    public static readonly string[] Awkward =
        ["Ä", "x", "", "🚀", "🚀🚀 Ämter & <b>\"Länder\"</b>", "12 Schritte", "Straße-_-", "---", "a\u0000b\u0008c\u001F", "\uD800 allein", "\uFFFF", "=1+1", "@SUMME(A1)", "-1", "+49 30", "'=x", "Zwei\nZeilen;\"und\"\tmehr", "عربى 123", "Fachverfahren: „Digital first“", new string('ß', 200)];

    public static readonly SnapshotRoom[] Rooms = [.. new[] { "Hauptbühne", "Forum A", "Forum B & C" }.Select(name => new SnapshotRoom(Guid.CreateVersion7(), Kongress.Shared.Secret.New(6), name, 100, true, false, ""))];

    public static readonly SnapshotTrack[] Tracks = [new(Guid.CreateVersion7(), "Verwaltung & KI", "#2044aa"), new(Guid.CreateVersion7(), "5G", "#FF0000"), new(Guid.CreateVersion7(), "Ö", "rot"), new(Guid.CreateVersion7(), "🚀", "#000000")];

    public static readonly SnapshotPerson[] People =
    [
        Person("Dr. Ayşe", "Şahin"), Person("Jean-Luc", "d’Alembert"), Person("Ludwig", "van der Heyden"), Person("Karl", "Müller"),
    ];

    public static PublicProgramme Of(params SnapshotSlot[] slots) => Of(Plans.Conference, new Snapshot { Rooms = Rooms, Tracks = Tracks, People = People, Slots = slots });

    public static PublicProgramme Of(Conference conference, Snapshot snapshot)
    {
        var now = new DateTimeOffset(2026, 11, 24, 11, 0, 0, TimeSpan.Zero);
        return new PublicProgramme(conference, new Release(conference.Id, 1, "Fassung 1", "", snapshot, Guid.CreateVersion7(), now, now, null));
    }

    public static SnapshotSlot Slot(int number, string title = "Vortrag", DateTimeOffset? start = null) => new()
    {
        Id = Guid.CreateVersion7(),
        Number = number,
        SessionId = Guid.CreateVersion7(),
        Code = Kongress.Shared.Secret.New(6),
        Kind = SessionKind.Talk,
        Title = title,
        RoomIds = [Rooms[0].Id],
        StartsAt = start ?? Plans.At(11),
        Minutes = 60,
    };

    /// <summary>Any text, half of it awkward.</summary>
    public static Gen<string> Text => Gen.Frequency((3, Pick(Awkward)), (2, Gen.String[0, 40]), (3, Gen.String[Gen.Char["abcdefghiÄÖÜäöüß ,.-"], 1, 40]));

    /// <summary>Any programme of up to 15 slots, round the clock over the change to summer time.</summary>
    public static Gen<PublicProgramme> Any(Gen<string> text) =>
        from entries in (from title in text
                         from @abstract in text
                         from subtitle in text
                         from start in Gen.Int[-20, 520]
                         from length in Gen.Frequency((8, Gen.Int[1, 24]), (1, Gen.Const(120)))
                         from rooms in Pick<Guid[]>([], [Rooms[0].Id], [Rooms[1].Id], [Rooms[1].Id, Rooms[2].Id])
                         from kind in Gen.Enum<SessionKind>()
                         from track in Gen.Int[-1, 3]
                         from people in Gen.Int[0, 15]
                         from isCancelled in Gen.Frequency((6, Gen.Const(false)), (1, Gen.Const(true)))
                         from isRecorded in Gen.Bool
                         from links in Pick<string[]>([], ["https://it-planungsrat.example/a?b=ä&c"], ["http://x.example/", "https://y.example/#1"], ["kein Link"])
                         from stream in Pick("", "https://stream.example/1")
                         from language in Pick("de", "en")
                         select (title, @abstract, subtitle, start, length, rooms, kind, track, people, isCancelled, isRecorded, links, stream, language)).Array[0, 15]
        select Of([.. entries.Select((e, i) => Slot(i + 1, e.title, Plans.At(6).AddMinutes(e.start * 5)) with
        {
            Abstract = e.@abstract,
            Subtitle = e.subtitle,
            Minutes = e.length * 5,
            RoomIds = e.rooms,
            Kind = e.kind,
            TrackId = e.track < 0 ? null : Tracks[e.track].Id,
            People = [.. People.Where((_, n) => (e.people >> n & 1) == 1).Select(p => new SnapshotParticipation(p.Id, ParticipationRole.Speaker, "", "")), new SnapshotParticipation(null, ParticipationRole.Panellist, "", "")],
            IsCancelled = e.isCancelled,
            IsRecorded = e.isRecorded,
            Links = e.links,
            StreamUrl = e.stream,
            Language = e.language,
        }).OrderBy(s => s.StartsAt).ThenBy(s => s.Number)]);

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static SnapshotPerson Person(string given, string family) => new() { Id = Guid.CreateVersion7(), Code = Kongress.Shared.Secret.New(6), Name = $"{given} {family}", SortName = family, Biography = "Leitet das Amt." };
}
