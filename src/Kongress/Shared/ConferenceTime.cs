using System.Globalization;

namespace Kongress.Shared;

/// <summary>The only code that knows a time zone: turns instants (UTC) into what the clock at the venue shows, and back.</summary>
public sealed class ConferenceTime
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");
    private readonly TimeZoneInfo zone;

    /// <param name="ianaZone">An IANA name such as "Europe/Berlin"; <see cref="Exists"/> says whether the system knows it.</param>
    public ConferenceTime(string ianaZone) => zone = TimeZoneInfo.FindSystemTimeZoneById(ianaZone);

    public static bool Exists(string? ianaZone) =>
        !string.IsNullOrWhiteSpace(ianaZone) && TimeZoneInfo.TryFindSystemTimeZoneById(ianaZone, out var found) && found.HasIanaId;

    /// <summary>What the clock at the venue shows.</summary>
    public DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>The same instant with the offset that the venue has then: "2027-03-28T04:00+02:00".</summary>
    public DateTimeOffset WithOffset(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    /// <summary>The calendar day at the venue.</summary>
    public DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>The instant of a local time; false when the clock skips it (the change to summer time). A time that comes twice means its first coming.</summary>
    public bool TryInstant(DateTime local, out DateTimeOffset instant)
    {
        // On the first and last day of the calendar an offset would lead out of it.
        var (first, last) = (DateTime.MinValue.AddDays(1), DateTime.MaxValue.AddDays(-1));
        local = DateTime.SpecifyKind(local < first ? first : local > last ? last : local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
        {
            instant = default;
            return false;
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        instant = new DateTimeOffset(local, offset).ToUniversalTime();
        return true;
    }

    /// <summary>The instant of a local time; one that the clock skips means the same time after the change.</summary>
    public DateTimeOffset Instant(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return TryInstant(local, out var instant) ? instant : Instant(day, time.AddHours(1));
    }

    /// <summary>The same instant between 8 and 20 o'clock; before that, and after, the next 9 o'clock: an end that people see coming.</summary>
    public DateTimeOffset IntoDay(DateTimeOffset instant)
    {
        var local = Local(instant);
        var day = DateOnly.FromDateTime(local);
        return local.Hour >= 20 ? Instant(day.AddDays(1), new TimeOnly(9, 0)) : local.Hour < 8 ? Instant(day, new TimeOnly(9, 0)) : instant;
    }

    /// <summary>"Mi., 18. März 2027, 14:00 Uhr"; in English "Wed, 18 March 2027, 14:00".</summary>
    public string DayAndTime(DateTimeOffset instant) => DayText(Day(instant)) + ", " + TimeText(instant);

    /// <summary>"14:00 Uhr"; in English "14:00".</summary>
    public string TimeText(DateTimeOffset instant) => Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture) + (IsEnglish ? "" : " Uhr");

    /// <summary>"14:00", whatever the language.</summary>
    public static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"Mi., 18. März 2027"; in English "Wed, 18 March 2027".</summary>
    public static string DayText(DateOnly day) => IsEnglish
        ? day.ToString("ddd, d MMMM yyyy", CultureInfo.InvariantCulture)
        : day.ToString("ddd., d. MMMM yyyy", German);

    /// <summary>"18.–19. März 2027", or both dates in full where month or year differ.</summary>
    public static string Span(DateOnly first, DateOnly last)
    {
        var culture = IsEnglish ? CultureInfo.InvariantCulture : German;
        var dot = IsEnglish ? "" : ".";
        if (first == last) return first.ToString($"d'{dot}' MMMM yyyy", culture);
        if (first.Year != last.Year) return $"{Span(first, first)} – {Span(last, last)}";
        if (first.Month != last.Month) return first.ToString($"d'{dot}' MMMM", culture) + " – " + Span(last, last);
        return $"{first.Day}{dot}–{Span(last, last)}";
    }

    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}
