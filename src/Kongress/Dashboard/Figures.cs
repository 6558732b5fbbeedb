using Kongress.Conferences;
using Kongress.Data;
using Kongress.Registrations;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Dashboard;

/// <summary>The numbers of an edition, none of them about one person.</summary>
/// <param name="Registered">All who are coming, waiting or have yet to answer.</param>
/// <param name="Waiting">In line for a place, whatever else is open.</param>
/// <param name="PlacesTaken">Places held now; can exceed the capacity only after the capacity was lowered.</param>
/// <param name="Ended">Ended registrations: declined, cancelled, expired, replaced.</param>
public sealed record ConferenceFigures(
    int Registered, int Confirmed, int UnderReview, int AwaitingEmail, int Waiting, int Offered, int Ended, int PlacesTaken, int Capacity,
    IReadOnlyList<Figure> Levels, IReadOnlyList<Figure> Lands, IReadOnlyList<Figure> Days, IReadOnlyList<Figure> RegistrationsPerDay)
{
    public int PlacesFree => Math.Max(0, Capacity - PlacesTaken);
}

/// <summary>A bar of a chart, a row of its table. <paramref name="Count"/> is null where it is kept back.</summary>
public sealed record Figure(string Label, int? Count);

/// <summary>Counts for the organiser's desk, in two queries whatever the number of people.</summary>
public sealed class Figures(KongressDb db)
{
    public async Task<ConferenceFigures> OfAsync(Conference conference, CancellationToken ct)
    {
        var all = db.Set<Registration>().AsNoTracking().Where(r => r.ConferenceId == conference.Id);
        var cells = await all
            .GroupBy(r => new { r.Status, r.HoldsPlace, r.Kind, r.Person.Level, r.Person.Land, r.Attendance.Day1, r.Attendance.Day2, r.Attendance.Evening })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(ct);
        var submitted = await all.Select(r => r.SubmittedAt).ToListAsync(ct);

        var active = cells.Where(c => IsActive(c.Key.Status)).ToList();
        int In(RegistrationStatus status) => cells.Where(c => c.Key.Status == status).Sum(c => c.Count);
        return new ConferenceFigures(
            Registered: active.Sum(c => c.Count),
            Confirmed: In(RegistrationStatus.Confirmed),
            UnderReview: In(RegistrationStatus.UnderReview),
            AwaitingEmail: In(RegistrationStatus.AwaitingEmail),
            Waiting: active.Where(c => !c.Key.HoldsPlace && c.Key.Kind is not AttendeeKind.Assistant).Sum(c => c.Count),
            Offered: In(RegistrationStatus.Offered),
            Ended: cells.Where(c => !IsActive(c.Key.Status)).Sum(c => c.Count),
            PlacesTaken: active.Where(c => c.Key.HoldsPlace).Sum(c => c.Count),
            Capacity: conference.Capacity,
            Levels: [.. Enum.GetValues<AdministrativeLevel>().Select(level => new Figure(level.Name(), active.Where(c => c.Key.Level == level).Sum(c => c.Count)))],
            Lands: [.. Enum.GetValues<Land>().Select(land => new Figure(land.Name(), active.Where(c => c.Key.Land == land).Sum(c => c.Count)))],
            Days:
            [
                new Figure("Tag 1", active.Where(c => c.Key.Day1).Sum(c => c.Count)),
                new Figure("Tag 2", active.Where(c => c.Key.Day2).Sum(c => c.Count)),
                new Figure("Abendveranstaltung", active.Where(c => c.Key.Evening).Sum(c => c.Count)),
            ],
            RegistrationsPerDay: PerDay(conference.Time, submitted));
    }

    /// <summary>The states in which somebody is coming, waiting or has yet to answer.</summary>
    public static bool IsActive(RegistrationStatus status) => status is RegistrationStatus.AwaitingEmail or RegistrationStatus.UnderReview
        or RegistrationStatus.Confirmed or RegistrationStatus.WaitingList or RegistrationStatus.Offered;

    // Days of the venue's calendar, those without a registration too: a gap is part of the picture.
    private static List<Figure> PerDay(ConferenceTime time, List<DateTimeOffset> submitted)
    {
        if (submitted.Count == 0) return [];
        var counts = submitted.CountBy(time.Day).ToDictionary();
        var (first, last) = (counts.Keys.Min(), counts.Keys.Max());
        return [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).Select(day => new Figure(ConferenceTime.DayText(day), counts.GetValueOrDefault(day)))];
    }
}

/// <summary>Keeps back small numbers, from which one could tell who is meant.</summary>
public static class SmallNumbers
{
    /// <summary>Counts below this, and above nothing, are not told to observers.</summary>
    public const int Least = 5;

    /// <summary>The figures with small counts kept back. Where only one would be, the next larger goes too: the total would give it away.</summary>
    public static IReadOnlyList<Figure> KeptBack(IReadOnlyList<Figure> figures)
    {
        var hidden = figures.Where(f => f.Count is > 0 and < Least).ToHashSet();
        if (hidden.Count == 1 && figures.Where(f => f.Count >= Least).MinBy(f => f.Count) is { } next) hidden.Add(next);
        return [.. figures.Select(f => hidden.Contains(f) ? f with { Count = null } : f)];
    }

    /// <summary>A single count, or null where it is kept back.</summary>
    public static int? KeptBack(int count) => count is > 0 and < Least ? null : count;

    /// <summary>The edition as an observer sees it.</summary>
    public static ConferenceFigures ForObservers(this ConferenceFigures figures) => figures with
    {
        Levels = KeptBack(figures.Levels),
        Lands = KeptBack(figures.Lands),
        Days = KeptBack(figures.Days),
        RegistrationsPerDay = KeptBack(figures.RegistrationsPerDay),
    };
}
