using Kongress.Conferences;
using Kongress.Data;
using Kongress.Registrations;
using Kongress.Workshops;
using Kongress.Workshops.Allotment;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kongress.Database.Demo;

/// <summary>A round of seats by wishes. Open: people still wish. Planned: the time for it is just over, and the preview waits for the organiser. Later: published.</summary>
internal sealed class DemoWishes(IServiceProvider services, Conference conference, DemoClock clock, DemoOptions options, Guid organiser)
{
    // More than there are seats.
    private const int People = 240;
    private const int MostWishes = 5;

    private readonly Random random = new(options.Seed + 3);
    private readonly KongressDb db = services.GetRequiredService<KongressDb>();
    private readonly AllotmentDesk desk = services.GetRequiredService<AllotmentDesk>();

    public async Task CreateAsync(CancellationToken ct)
    {
        var isOpen = options.Stage is DemoStage.Open;
        var workshops = await db.Set<Workshop>().AsNoTracking().Where(w => w.ConferenceId == conference.Id && w.Place.IsOn && w.Settings.Mode == SeatMode.Allotment)
            .OrderBy(w => w.Place.StartsAt).ThenBy(w => w.Place.Code).ToListAsync(ct);
        var until = isOpen ? conference.Time.Instant(conference.Time.Day(clock.GetUtcNow()).AddDays(14), new TimeOnly(18, 0)) : clock.GetUtcNow().AddMinutes(1);
        await desk.SaveDatesAsync(conference.Id, conference.RegistrationOpensAt.AddDays(14), until, MostWishes, organiser, ct);
        var people = await db.Set<Registration>().Where(r => r.ConferenceId == conference.Id && r.Status == RegistrationStatus.Confirmed && r.AccountId != null && r.Attendance.Day2)
            .OrderBy(r => r.OrderNumber).Take(People).ToListAsync(ct);
        await WishAsync(people, workshops, ct);
        if (!isOpen) clock.GoTo(until);

        // One is settled by hand: who leads a group needs the seat.
        if (people.Count > 0) await desk.AdjustAsync(conference.Id, people[^1].Id, workshops[0].Id, AdjustmentKind.Give, "Berichtet für den IT-Planungsrat aus diesem Workshop", organiser, ct);
        if (await desk.DrawAsync(conference.Id, options.Seed, organiser, ct) is { } draw && options.Stage is DemoStage.Running or DemoStage.Over) await desk.PublishAsync(conference.Id, draw, organiser, ct);
    }

    private async Task WishAsync(List<Registration> people, List<Workshop> workshops, CancellationToken ct)
    {
        var wishes = services.GetRequiredService<WishDesk>();
        foreach (var person in people)
        {
            // The earlier in the list, the more popular.
            var ranked = workshops.Index().OrderBy(w => (w.Index + 1) * random.NextDouble()).Take(random.Next(2, MostWishes + 1)).Select(w => w.Item.Id).ToList();
            await wishes.SaveAsync(conference.Id, person.AccountId!.Value, ranked, ct);
        }
    }
}
