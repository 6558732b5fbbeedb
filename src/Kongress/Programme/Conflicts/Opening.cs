using Kongress.Conferences;

namespace Kongress.Programme.Conflicts;

/// <summary>When the house of the congress is open.</summary>
public static class Opening
{
    // An evening ends at the latest with the morning.
    private static readonly TimeOnly EveningEnd = new(4, 0);

    /// <summary>Whether [start, end) lies in one stretch: a day from the doors to its end, or its evening.</summary>
    public static bool Covers(Conference conference, DateTimeOffset start, DateTimeOffset end) =>
        conference.Days.Any(day =>
        {
            var (from, to) = Of(conference, day);
            return from <= start && end <= to;
        });

    /// <summary>From the doors to the end of the day, or to the end of the night where there is an evening.</summary>
    public static (DateTimeOffset From, DateTimeOffset To) Of(Conference conference, ConferenceDay day) => (
        conference.Time.Instant(day.Date, day.DoorsOpenAt),
        day.EveningStartsAt is null ? conference.Time.Instant(day.Date, day.EndsAt) : conference.Time.Instant(day.Date.AddDays(1), EveningEnd));

    /// <summary>The congress day that an instant belongs to: until four in the morning the one before. Null: none of them.</summary>
    public static DateOnly? DayOf(Conference conference, DateTimeOffset instant)
    {
        var local = conference.Time.Local(instant);
        var date = DateOnly.FromDateTime(local);
        if (conference.Days.Any(d => d.Date == date) && TimeOnly.FromDateTime(local) >= EveningEnd) return date;
        if (TimeOnly.FromDateTime(local) < EveningEnd && conference.Days.Any(d => d.Date == date.AddDays(-1))) return date.AddDays(-1);
        return conference.Days.Any(d => d.Date == date) ? date : null;
    }
}
