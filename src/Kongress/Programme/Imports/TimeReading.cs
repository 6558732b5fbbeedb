using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using Kongress.Programme.Board;
using Kongress.Shared;

namespace Kongress.Programme.Imports;

/// <summary>Starts and lengths as others write them.</summary>
internal sealed partial class TimeReading(ConferenceTime time, List<ImportNote> notes)
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(Slot.MinutesStep);

    // Old formats put the night under the day before, and tell the clock only.
    private static readonly TimeOnly NightEnd = new(4, 0);

    private static readonly string[] LocalForms = ["dd.MM.yyyy HH:mm", "d.M.yyyy H:mm", "dd.MM.yyyy HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];
    private static readonly string[] DayForms = ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"];
    private static readonly string[] ClockForms = ["HH:mm", "H:mm", "HH:mm:ss", "H:mm:ss"];

    /// <summary>On the grid, in UTC; null: not told, or noted as a fault.</summary>
    public DateTimeOffset? Start(RawRow raw)
    {
        var start = Instant(raw.LocalStart, raw.Date, raw.Day, raw.Clock, out var isFaulty);
        if (isFaulty || start is not { } at) return null;
        var over = at.Ticks % Step.Ticks;
        if (over == 0) return at;
        Note(ImportNoteKind.TimeRounded, raw.Clock ?? raw.Date ?? "");
        return at.AddTicks(-over);
    }

    /// <summary>On the grid, 5 to 600; null: not told, or noted as a fault.</summary>
    public int? Minutes(RawRow raw, DateTimeOffset? start)
    {
        double? minutes = null;
        if (!string.IsNullOrWhiteSpace(raw.Duration))
        {
            minutes = Duration(raw.Duration.Trim());
            if (minutes is null)
            {
                Note(ImportNoteKind.DurationUnreadable, raw.Duration);
                return null;
            }
        }
        else if (start is { } from && (raw.LocalEnd is not null || !string.IsNullOrWhiteSpace(raw.End)))
        {
            var end = Instant(raw.LocalEnd, raw.End, null, null, out var isFaulty);
            if (isFaulty || end is not { } to) return null;
            minutes = (to - from).TotalMinutes;
            if (minutes < 0)
            {
                Note(ImportNoteKind.EndsBeforeStart, raw.End ?? "");
                return null;
            }
        }

        if (minutes is not { } length) return null;
        if (length <= 0) Note(ImportNoteKind.DurationRounded, "0");
        else if (length > Slot.MostMinutes) Note(ImportNoteKind.DurationCapped, length.ToString("0", CultureInfo.InvariantCulture));
        else if (length % Slot.MinutesStep != 0) Note(ImportNoteKind.DurationRounded, length.ToString("0.##", CultureInfo.InvariantCulture));
        return Math.Clamp((int)Math.Ceiling(Math.Min(length, Slot.MostMinutes) / Slot.MinutesStep) * Slot.MinutesStep, Slot.MinutesStep, Slot.MostMinutes);
    }

    /// <summary>"01:30", "90", "1:06:00" (days in front, as some write what is longer than a day), "01:30:00" (seconds behind), "PT1H30M". Null: none of them.</summary>
    internal static double? Duration(string text)
    {
        if (text.Length > 20) return null;
        if (text.StartsWith('P'))
        {
            try
            {
                var span = XmlConvert.ToTimeSpan(text).TotalMinutes;
                return span < 0 ? null : span;
            }
            catch (Exception e) when (e is FormatException or OverflowException)
            {
                return null;
            }
        }

        var parts = text.Split(':');
        var numbers = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length > 6 || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return null;
        }

        return numbers switch
        {
            [var minutes] => minutes,
            [var hours, < 60 and var minutes] => hours * 60.0 + minutes,
            [var days, < 24 and var hours, < 60 and var minutes] when parts[0].Length == 1 && days > 0 => (days * 24.0 + hours) * 60 + minutes,
            [var hours, < 60 and var minutes, < 60 and var seconds] => hours * 60.0 + minutes + seconds / 60.0,
            _ => null,
        };
    }

    private DateTimeOffset? Instant(DateTime? local, string? date, string? day, string? clock, out bool isFaulty)
    {
        isFaulty = false;
        date = date?.Trim();
        if (local is { } given) return Of(given, out isFaulty);
        if (string.IsNullOrEmpty(date) && string.IsNullOrWhiteSpace(day)) return null;
        if (date is { Length: > 0 })
        {
            if (Offset().IsMatch(date))
            {
                if (DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant) && IsOfOurTime(instant.UtcDateTime)) return instant.ToUniversalTime();
                return Unreadable(date, out isFaulty);
            }

            if (DateTime.TryParseExact(date, LocalForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact)) return Of(exact, out isFaulty);
        }

        // A day, and the clock beside it.
        var isOwnDay = date is { Length: > 0 };
        if (!DateOnly.TryParseExact(isOwnDay ? date : day!.Trim(), DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            || !TimeOnly.TryParseExact(clock?.Trim(), ClockForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            || !IsOfOurTime(on.ToDateTime(at)))
        {
            return Unreadable($"{date ?? day} {clock}", out isFaulty);
        }

        return Of((isOwnDay || at >= NightEnd ? on : on.AddDays(1)).ToDateTime(at), out isFaulty);
    }

    private DateTimeOffset? Of(DateTime local, out bool isFaulty)
    {
        isFaulty = true;
        if (!IsOfOurTime(local)) return Unreadable(local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), out isFaulty);
        // Excel counts in fractions of a day: what is next to a second is meant to be it.
        local = new DateTime((local.Ticks + TimeSpan.TicksPerSecond / 2) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);
        if (!time.TryInstant(local, out var instant))
        {
            Note(ImportNoteKind.TimeSkipped, local.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture));
            return null;
        }

        isFaulty = false;
        return instant;
    }

    private DateTimeOffset? Unreadable(string text, out bool isFaulty)
    {
        isFaulty = true;
        Note(ImportNoteKind.TimeUnreadable, text);
        return null;
    }

    private void Note(ImportNoteKind kind, string detail) => notes.Add(new ImportNote(kind, ImportText.Line(detail, 200)));

    private static bool IsOfOurTime(DateTime moment) => moment.Year is > 1900 and < 2200;

    [GeneratedRegex(@"\d\d:\d\d.*(?:[zZ]|[+-]\d\d:?\d\d)$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Offset();
}
