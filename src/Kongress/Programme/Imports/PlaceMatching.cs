using Kongress.Programme.Board;
using Kongress.Programme.Formats;

namespace Kongress.Programme.Imports;

/// <summary>Which rooms and tracks of the edition a file means, and which it brings along.</summary>
internal sealed class PlaceMatching
{
    private const string PlainColour = "#171a2b";

    private readonly ImportIdentity identity;
    private readonly ImportFile file;
    private readonly List<(Guid Id, string Name)> rooms;
    private readonly List<(Guid Id, string Name)> tracks;
    private readonly HashSet<string> codes;
    private readonly Dictionary<string, NewRoom> newRooms = new(StringComparer.Ordinal);
    private readonly List<NewTrack> newTracks = [];

    public PlaceMatching(Draft draft, ImportFile file, ImportIdentity identity)
    {
        (this.identity, this.file) = (identity, file);
        rooms = [.. draft.Rooms.Select(r => (r.Id, ImportText.Line(r.Name, RowReading.PlaceLength)))];
        tracks = [.. draft.Tracks.Select(t => (t.Id, ImportText.Line(t.Name, RowReading.PlaceLength)))];
        codes = draft.Rooms.Select(r => r.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var track in file.Tracks) Track(track.Name);
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<NewRoom> NewRooms
    {
        get
        {
            var order = file.Rooms.Select((r, i) => (r.Name, i)).DistinctBy(x => x.Name).ToDictionary(x => x.Name, x => x.i, StringComparer.Ordinal);
            return [.. newRooms.OrderBy(r => order.GetValueOrDefault(r.Key, int.MaxValue)).Select(r => r.Value)];
        }
    }

    public IReadOnlyList<NewTrack> NewTracks => newTracks;

    /// <summary>All rooms there will be, in their order.</summary>
    public IReadOnlyList<(Guid Id, string Name)> AllRooms => [.. rooms.Where(r => newRooms.Values.All(n => n.Id != r.Id)), .. NewRooms.Select(r => (r.Id, r.Name))];

    /// <summary>The track of a name; null for none.</summary>
    public Guid? Track(string name)
    {
        if (name.Length == 0) return null;
        if (Match(tracks, name) is { } known) return known;
        var colour = file.Tracks.FirstOrDefault(t => t.Name == name)?.Colour?.Trim() is { Length: 7 } given && given[0] == '#' && given.Skip(1).All(char.IsAsciiHexDigit) ? given.ToLowerInvariant() : PlainColour;
        var track = new NewTrack(identity.Derived("track:" + name), name, colour);
        newTracks.Add(track);
        tracks.Add((track.Id, name));
        return track.Id;
    }

    /// <summary>One room, or several as one; empty: everywhere.</summary>
    public IReadOnlyList<Guid> Rooms(string name, Guid? guid, List<ImportNote> notes)
    {
        if (name.Length == 0) return [];
        var listed = file.Rooms.FirstOrDefault(r => r.Name == name);
        guid ??= listed?.Id;
        if (guid is { } id && rooms.Find(r => r.Id == id || r.Id == identity.Of(id)) is { Name: not null } same)
        {
            if (ImportNames.Key(same.Name) != ImportNames.Key(name)) notes.Add(new ImportNote(ImportNoteKind.RoomNamedOtherwise, same.Name));
            return [same.Id];
        }

        if (Match(rooms, name) is { } known) return [known];
        var parts = name.Split(ScheduleView.Together);
        if (parts.Length > 1)
        {
            var together = parts.Select(part => Match(rooms, part) ?? (file.Rooms.FirstOrDefault(r => r.Name == part) is { } mine ? Create(mine) : null)).ToList();
            if (together.TrueForAll(r => r is not null)) return [.. together.OfType<Guid>().Distinct()];
        }

        return [Create(listed ?? new ImportRoom(name, guid))];
    }

    private Guid Create(ImportRoom room)
    {
        if (newRooms.TryGetValue(room.Name, out var there)) return there.Id;
        var id = room.Id is { } guid && rooms.TrueForAll(r => r.Id != identity.Of(guid)) ? identity.Of(guid) : identity.Derived("room:" + room.Name);
        var code = room.Code is { Length: 6 } given && given.All(char.IsAsciiLetterOrDigit) && codes.Add(given) ? given : null;
        var made = new NewRoom(id, ImportText.Line(room.Name, RowReading.PlaceLength), code, room.Capacity ?? 0, room.Directions);
        newRooms[room.Name] = made;
        rooms.Add((id, room.Name));
        return id;
    }

    private static Guid? Match(List<(Guid Id, string Name)> known, string name)
    {
        var exact = known.Find(k => k.Name == name);
        if (exact.Name is not null) return exact.Id;
        var key = ImportNames.Key(name);
        if (key.Length == 0) return null;
        var alike = known.FindAll(k => ImportNames.Key(k.Name) == key);
        return alike.Count == 1 ? alike[0].Id : null;
    }
}
