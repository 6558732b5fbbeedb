using Kongress.Conferences;
using Kongress.Data;
using Kongress.Programme.Sessions;
using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Workshops;
using Kongress.Workshops.Blocks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kongress.Database.Demo;

/// <summary>Workshops with limited seats. Those of the first day are first come: the earliest are wanted by many and have waiting lists, the last ones have room. Those of the second day go by wishes.</summary>
internal sealed class DemoWorkshops(IServiceProvider services, Conference conference, DemoClock clock, DemoOptions options, Guid organiser)
{
    // Enough to fill the popular ones; each sign-up is a transaction of its own, and the demo should start soon.
    private const int People = 220;

    private readonly Random random = new(options.Seed + 2);

    public async Task CreateAsync(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KongressDb>();
        var desk = scope.ServiceProvider.GetRequiredService<WorkshopDesk>();
        var sessions = await db.Set<Session>().Where(s => s.ConferenceId == conference.Id && s.Content.Kind == SessionKind.Workshop).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(ct);
        for (var i = 0; i < sessions.Count; i++)
        {
            var settings = new WorkshopSettings
            {
                Seats = i % 5 == 0 ? 12 : null,
                OpensAt = conference.StartsAt.AddDays(-28),
                // Each closes when it begins: whoever is at the congress and has time still gets a seat.
                ClosesAt = conference.EndsAt,
                Promotion = i % 5 == 0 ? Promotion.ByOffer : Promotion.AtOnce,
                OfferHours = 48,
                ReleaseMinutes = i % 3 == 0 ? 10 : null,
            };
            // From the programme: what takes place on the second day. One of the first day keeps seats for the municipalities.
            if (i is >= 9 and < 15) settings = settings with { Mode = SeatMode.Allotment };
            if (i == 4) settings = settings with { KeptSeats = 8, KeptLevelList = nameof(AdministrativeLevel.Kommune), KeptUntil = conference.StartsAt.AddDays(-2) };
            await desk.SaveAsync(conference.Id, sessions[i], Guid.Empty, settings, null, organiser, ct);
        }

        await desk.SaveRulesAsync(conference.Id, 1, 3, organiser, ct);
        await BlocksAsync(scope.ServiceProvider.GetRequiredService<BlockDesk>(), ct);
        if (options.Stage is not DemoStage.Open) await SignUpAsync(db, scope.ServiceProvider.GetRequiredService<SignUpDesk>(), ct);
        await new DemoWishes(scope.ServiceProvider, conference, clock, options, organiser).CreateAsync(ct);
    }

    // On the first day two of the three times, on the second one of the two: whoever goes to workshops sees something else as well.
    private async Task BlocksAsync(BlockDesk desk, CancellationToken ct)
    {
        await desk.SaveAsync(conference.Id, new WorkshopBlock { Name = "Nachmittag des ersten Tages", Day = 1, From = new TimeOnly(14, 0), Until = new TimeOnly(18, 0), Fewest = 1, Most = 2 }, null, organiser, ct);
        await desk.SaveAsync(conference.Id, new WorkshopBlock { Name = "Vormittag des zweiten Tages", Day = 2, From = new TimeOnly(9, 0), Until = new TimeOnly(12, 15), Most = 1 }, null, organiser, ct);
    }

    private async Task SignUpAsync(KongressDb db, SignUpDesk desk, CancellationToken ct)
    {
        var workshops = await db.Set<Workshop>().AsNoTracking().Where(w => w.ConferenceId == conference.Id && w.Place.IsOn && w.Settings.Mode == SeatMode.FirstCome).OrderBy(w => w.Place.StartsAt).ThenBy(w => w.Place.Code).Select(w => w.Id).ToListAsync(ct);
        if (workshops.Count == 0) return;
        var people = await db.Set<Registration>().Where(r => r.ConferenceId == conference.Id && r.Status == RegistrationStatus.Confirmed && r.AccountId != null)
            .OrderBy(r => r.OrderNumber).Select(r => r.AccountId!.Value).Take(People).ToListAsync(ct);
        for (var i = 0; i < people.Count; i++)
        {
            // Not everybody wants a workshop.
            if (i % 7 == 3) continue;

            // The square pulls towards the first: they are the popular ones.
            var first = (int)(workshops.Count * Math.Pow(random.NextDouble(), 2));
            await desk.SignUpAsync(conference, workshops[first], people[i], swap: false, ct);
            if (i % 2 == 0) await desk.SignUpAsync(conference, workshops[random.Next(workshops.Count)], people[i], swap: false, ct);
            if (i % 40 == 39) await desk.GiveBackAsync(conference, workshops[first], people[i], ct);
        }
    }
}
