using Kongress.Speakers;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Speakers;

/// <summary>Availability by day, at a congress whose second day has 23 hours.</summary>
public sealed class DayAvailabilityTests
{
    private static readonly Kongress.Conferences.Conference Conference = Any.Conference(new DateTimeOffset(2026, 11, 24, 11, 0, 0, TimeSpan.Zero));
    private static readonly Guid Person = Guid.CreateVersion7();
    private static readonly DateOnly First = new(2027, 3, 27);
    private static readonly DateOnly Second = new(2027, 3, 28);

    [Fact]
    public void A_day_is_what_the_calendar_at_the_venue_calls_so_also_when_summer_time_begins()
    {
        var entries = DayAvailabilities.With(Conference, [], [(First, DayAnswer.Unavailable), (Second, DayAnswer.Preferred)]);

        Assert.Equal(
        [
            new AvailabilityEntry(Utc(26, 23), Utc(27, 23), AvailabilityKind.Unavailable),
            new AvailabilityEntry(Utc(27, 23), Utc(28, 22), AvailabilityKind.Preferred),
        ], entries);
        var stored = Stored(entries);
        Assert.Equal((DayAnswer.Unavailable, DayAnswer.Preferred), (DayAvailabilities.Of(Conference, First, stored), DayAvailabilities.Of(Conference, Second, stored)));
        // The last minute of the second day, and the first one after it.
        Assert.Equal(Presence.Preferred, Availabilities.At(stored, Utc(28, 21, 59), Utc(28, 22)));
        Assert.Equal(Presence.Unavailable, Availabilities.At(stored, Utc(28, 21, 59), Utc(28, 22, 1)));
    }

    [Fact]
    public void Hours_that_were_agreed_stay_until_somebody_answers_for_the_whole_day()
    {
        var agreed = Stored([new AvailabilityEntry(Utc(27, 9), Utc(27, 12), AvailabilityKind.Available), new AvailabilityEntry(Utc(27, 20), Utc(28, 10), AvailabilityKind.Unavailable)]);
        Assert.Equal((DayAnswer.InParts, DayAnswer.InParts), (DayAvailabilities.Of(Conference, First, agreed), DayAvailabilities.Of(Conference, Second, agreed)));

        var kept = DayAvailabilities.With(Conference, agreed, [(First, DayAnswer.InParts), (Second, DayAnswer.InParts)]);
        var half = DayAvailabilities.With(Conference, agreed, [(First, DayAnswer.InParts), (Second, DayAnswer.Available)]);
        var none = DayAvailabilities.With(Conference, agreed, [(First, DayAnswer.Unknown), (Second, DayAnswer.Unknown)]);

        Assert.Equal(agreed.Select(a => new AvailabilityEntry(a.StartsAt, a.EndsAt, a.Kind)), kept);
        Assert.Equal(
        [
            new AvailabilityEntry(Utc(27, 9), Utc(27, 12), AvailabilityKind.Available),
            new AvailabilityEntry(Utc(27, 20), Utc(27, 23), AvailabilityKind.Unavailable),
            new AvailabilityEntry(Utc(27, 23), Utc(28, 22), AvailabilityKind.Available),
        ], half);
        Assert.Empty(none);
    }

    private static List<Availability> Stored(IEnumerable<AvailabilityEntry> entries) => [.. entries.Select(e => new Availability(Conference.Id, Person, e.StartsAt, e.EndsAt, e.Kind))];

    private static DateTimeOffset Utc(int day, int hour, int minute = 0) => new(2027, 3, day, hour, minute, 0, TimeSpan.Zero);
}
