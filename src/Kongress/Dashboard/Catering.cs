using Kongress.Data;
using Kongress.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Dashboard;

/// <summary>Diets as a caterer may know them: no count below <see cref="SmallNumbers.Least"/>, and none that can be computed back from the others.</summary>
/// <param name="Named">The most frequent first.</param>
/// <param name="Others">All other special diets in one sum; null: there are some, but too few to say how many.</param>
public sealed record DietFigures(IReadOnlyList<(Diet Diet, int Count)> Named, int? Others)
{
    /// <param name="counts">Who said nothing does not count: with that number the small sums could be computed back.</param>
    public static DietFigures Of(IEnumerable<KeyValuePair<Diet, int>> counts)
    {
        var special = counts.Where(c => c.Key is not Diet.NoAnswer && c.Value > 0).OrderByDescending(c => c.Value).ThenBy(c => c.Key).ToList();
        var named = special.Where(c => c.Key is not Diet.Other && c.Value >= SmallNumbers.Least).Select(c => (c.Key, c.Value)).ToList();
        var others = special.Sum(c => c.Value) - named.Sum(c => c.Value);
        // A sum below the limit tells as much as a count below it: the smallest that was named joins in.
        while (others is > 0 and < SmallNumbers.Least && named.Count > 0)
        {
            others += named[^1].Value;
            named.RemoveAt(named.Count - 1);
        }

        return new DietFigures(named, others is > 0 and < SmallNumbers.Least ? null : others);
    }
}

/// <summary>A day or the evening for the caterer.</summary>
/// <param name="Coming">Confirmed, with those who accompany somebody: they take no place and eat too.</param>
/// <param name="Open">With a place that is held until they confirm, are admitted or accept: they may still come.</param>
/// <param name="Diets">Of those who are confirmed.</param>
public sealed record CateringPart(CongressPart Part, int Coming, int Open, DietFigures Diets);

/// <summary>How many eat when: numbers for the caterer, none of them about one person. Two queries, whatever the number of people.</summary>
public sealed class Catering(KongressDb db)
{
    public async Task<IReadOnlyList<CateringPart>> OfAsync(Guid conferenceId, CancellationToken ct)
    {
        var cells = await db.Set<Registration>()
            .Where(r => r.ConferenceId == conferenceId && (r.HoldsPlace || (r.Kind == AttendeeKind.Assistant && r.Status == RegistrationStatus.Confirmed)))
            .GroupBy(r => new { Confirmed = r.Status == RegistrationStatus.Confirmed, r.Attendance.Day1, r.Attendance.Day2, r.Attendance.Evening })
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var diets = await (
            from health in db.Set<HealthAnswers>()
            join r in db.Set<Registration>() on health.RegistrationId equals r.Id
            where r.ConferenceId == conferenceId && r.Status == RegistrationStatus.Confirmed
            group r by new { health.Diet, r.Attendance.Day1, r.Attendance.Day2, r.Attendance.Evening } into g
            select new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return
        [
            .. Enum.GetValues<CongressPart>().Select(part => new CateringPart(
                part,
                cells.Where(c => c.Key.Confirmed && Comes(part, c.Key.Day1, c.Key.Day2, c.Key.Evening)).Sum(c => c.Count),
                cells.Where(c => !c.Key.Confirmed && Comes(part, c.Key.Day1, c.Key.Day2, c.Key.Evening)).Sum(c => c.Count),
                DietFigures.Of(diets.Where(d => Comes(part, d.Key.Day1, d.Key.Day2, d.Key.Evening)).GroupBy(d => d.Key.Diet).Select(g => KeyValuePair.Create(g.Key, g.Sum(d => d.Count)))))),
        ];
    }

    private static bool Comes(CongressPart part, bool day1, bool day2, bool evening) => new Attendance { Day1 = day1, Day2 = day2, Evening = evening }.Includes(part);
}
