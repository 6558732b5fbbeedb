using Kongress.Programme.Formats;

namespace Kongress.Programme.Imports;

/// <summary>Finds the order of the rooms behind the order in which a file shows those it uses.</summary>
internal static class RoomOrder
{
    /// <summary>
    /// Every room once, the first <see cref="ImportFile.MostPlaces"/> of them. Rooms used as one stand where the first of them stands, as on the board, and are no room of
    /// their own once each of them is known. Where the lists contradict each other, the room that was named first comes first.
    /// </summary>
    /// <param name="lists">Each in the order of the rooms: those of a day, or of what starts together.</param>
    public static IReadOnlyList<ImportRoom> Of(IReadOnlyList<List<ImportRoom>> lists)
    {
        var named = lists.SelectMany(l => l).DistinctBy(r => r.Name).Take(ImportFile.MostPlaces).ToList();
        var known = named.Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        var together = named.Select(r => (r.Name, Parts: r.Name.Split(ScheduleView.Together))).Where(r => r.Parts.Length > 1 && r.Parts.All(known.Contains)).ToDictionary(r => r.Name, r => r.Parts, StringComparer.Ordinal);
        string Place(string name) => together.TryGetValue(name, out var parts) ? parts[0] : name;

        var pairs = lists.Select(l => l.Select(r => Place(r.Name)).ToList()).Concat(together.Values.Select(parts => parts.ToList()))
            .SelectMany(names => names.Zip(names.Skip(1))).Where(p => p.First != p.Second && known.Contains(p.First) && known.Contains(p.Second)).ToHashSet();
        var left = named.FindAll(r => !together.ContainsKey(r.Name));
        var ordered = new List<ImportRoom>();
        while (left.Count > 0)
        {
            var late = pairs.Select(p => p.Second).ToHashSet(StringComparer.Ordinal);
            var next = left.Find(r => !late.Contains(r.Name)) ?? left[0];
            ordered.Add(next);
            left.Remove(next);
            pairs.RemoveWhere(p => p.First == next.Name || p.Second == next.Name);
        }

        return ordered;
    }
}
