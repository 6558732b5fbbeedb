using Kongress.Conferences;

namespace Kongress.Speakers;

/// <summary>What a person says about a whole day of the congress.</summary>
public enum DayAnswer
{
    /// <summary>Nothing was said.</summary>
    Unknown,
    Available,
    Preferred,
    Unavailable,

    /// <summary>Single hours are known, entered by organisers; whoever answers for the whole day replaces them.</summary>
    InParts,
}

/// <summary>Reads and writes availability by day. A day is what the calendar at the venue calls so: 23 hours when summer time begins.</summary>
public static class DayAvailabilities
{
    public static DayAnswer Of(Conference conference, DateOnly day, IReadOnlyCollection<Availability> stretches)
    {
        var (start, end) = Bounds(conference, day);
        var onDay = stretches.Where(s => s.StartsAt < end && start < s.EndsAt).ToList();
        if (onDay.Count == 0) return DayAnswer.Unknown;
        if (onDay is not [var one] || one.StartsAt > start || one.EndsAt < end) return DayAnswer.InParts;
        return one.Kind switch
        {
            AvailabilityKind.Available => DayAnswer.Available,
            AvailabilityKind.Preferred => DayAnswer.Preferred,
            AvailabilityKind.Unavailable => DayAnswer.Unavailable,
        };
    }

    /// <summary>The stretches with the answers in the place of what was known about those days; everything else stays.</summary>
    public static IReadOnlyList<AvailabilityEntry> With(Conference conference, IEnumerable<Availability> stretches, IEnumerable<(DateOnly Day, DayAnswer Answer)> answers)
    {
        var entries = stretches.Select(s => new AvailabilityEntry(s.StartsAt, s.EndsAt, s.Kind)).ToList();
        foreach (var (day, answer) in answers.Where(a => a.Answer is not DayAnswer.InParts))
        {
            var (start, end) = Bounds(conference, day);
            entries = [.. entries.SelectMany(e => Without(e, start, end))];
            if (Kind(answer) is { } kind) entries.Add(new AvailabilityEntry(start, end, kind));
        }

        return [.. entries.OrderBy(e => e.StartsAt)];
    }

    private static AvailabilityKind? Kind(DayAnswer answer) => answer switch
    {
        DayAnswer.Available => AvailabilityKind.Available,
        DayAnswer.Preferred => AvailabilityKind.Preferred,
        DayAnswer.Unavailable => AvailabilityKind.Unavailable,
        DayAnswer.Unknown or DayAnswer.InParts => null,
    };

    private static (DateTimeOffset Start, DateTimeOffset End) Bounds(Conference conference, DateOnly day) =>
        (conference.Time.Instant(day, TimeOnly.MinValue), conference.Time.Instant(day.AddDays(1), TimeOnly.MinValue));

    private static IEnumerable<AvailabilityEntry> Without(AvailabilityEntry entry, DateTimeOffset start, DateTimeOffset end)
    {
        if (entry.EndsAt <= start || end <= entry.StartsAt)
        {
            yield return entry;
            yield break;
        }

        if (entry.StartsAt < start) yield return entry with { EndsAt = start };
        if (entry.EndsAt > end) yield return entry with { StartsAt = end };
    }
}
