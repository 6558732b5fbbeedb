using Kongress.Programme.Formats;

namespace Kongress.Programme.Imports;

/// <summary>Finds the order of the rooms behind the order that every day shows of those it uses.</summary>
internal static class RoomOrder
{
    /// <summary>Every room once. Where the days contradict each other, the one that was named first comes first.</summary>
    public static IReadOnlyList<ImportRoom> Of(IReadOnlyList<List<ImportRoom>> days)
    {
        var left = days.SelectMany(d => d).DistinctBy(r => r.Name).ToList();
        // What stands before what, by day, and inside of what is used as one.
        var pairs = days.Select(d => d.Select(r => r.Name).ToList())
            .Concat(left.Where(r => r.Name.Contains(ScheduleView.Together, StringComparison.Ordinal)).Select(r => r.Name.Split(ScheduleView.Together).ToList()))
            .SelectMany(names => names.Zip(names.Skip(1))).Where(p => p.First != p.Second).ToHashSet();
        var ordered = new List<ImportRoom>();
        while (left.Count > 0)
        {
            var names = left.Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
            pairs.RemoveWhere(p => !names.Contains(p.First) || !names.Contains(p.Second));
            var late = pairs.Select(p => p.Second).ToHashSet(StringComparer.Ordinal);
            var next = left.Find(r => !late.Contains(r.Name)) ?? left[0];
            ordered.Add(next);
            left.Remove(next);
        }

        return ordered;
    }
}
