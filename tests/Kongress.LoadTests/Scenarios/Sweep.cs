using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Workshops;
using Microsoft.EntityFrameworkCore;

namespace Kongress.LoadTests.Scenarios;

/// <summary>Goes over the database after a rush and says what is not as promised.</summary>
internal static class Sweep
{
    /// <param name="people">How many were answered with success, nobody twice.</param>
    /// <param name="capacity">How many places there were.</param>
    public static async Task PlacesAsync(KongressDb db, int people, int capacity, CancellationToken ct)
    {
        var all = await db.Set<Registration>().AsNoTracking().OrderBy(r => r.OrderNumber).Select(r => new { r.OrderNumber, r.HoldsPlace, r.Email }).ToListAsync(ct);
        var addresses = all.Select(r => r.Email).ToHashSet();
        var mails = (await db.Set<OutgoingMail>().AsNoTracking().Select(mail => mail.ToAddress).ToListAsync(ct)).Count(addresses.Contains);
        Report(
            $"{all.Count} registrations, {all.Count(r => r.HoldsPlace)} places of {capacity}, {mails} mails",
            (all.Count == people, $"{people} were answered with success"),
            (addresses.Count == all.Count, "an address is there twice"),
            (all.Count(r => r.HoldsPlace) == Math.Min(capacity, people), "places were oversold or left"),
            (all.TakeWhile(r => r.HoldsPlace).Count() == all.Count(r => r.HoldsPlace), "somebody was overtaken"),
            (all.Select(r => r.OrderNumber).Distinct().Count() == all.Count, "two have the same place in line"),
            (mails == all.Count, "not everybody has one mail"));
    }

    public static async Task SeatsAsync(KongressDb db, CancellationToken ct)
    {
        var workshops = await db.Set<Workshop>().AsNoTracking().ToListAsync(ct);
        var living = await db.Set<SignUp>().AsNoTracking().Where(s => s.ActiveFor != null).ToListAsync(ct);
        var rules = await db.Set<WorkshopRules>().AsNoTracking().SingleAsync(ct);
        var time = (await db.Set<Conference>().AsNoTracking().SingleAsync(c => c.Id == rules.Id, ct)).Time;
        var most = rules.MostPerPerson ?? int.MaxValue;
        var byId = workshops.ToDictionary(w => w.Id);
        var seated = living.Where(s => s.Status is SignUpStatus.Seated).ToLookup(s => s.RegistrationId, s => byId[s.WorkshopId]);
        var free = workshops.ToDictionary(w => w.Id, w => w.Seats - living.Count(s => s.WorkshopId == w.Id && s.HoldsSeat));
        var passedOver = living.Count(s => s.Status is SignUpStatus.Waiting && byId[s.WorkshopId].Place.IsOn && free[s.WorkshopId] > 0
            && !seated[s.RegistrationId].Any(w => w.Overlaps(byId[s.WorkshopId])) && !HasEnough(s));
        bool HasEnough(SignUp waiting) => seated[waiting.RegistrationId].Count() >= most
            || (rules.BlockOf(byId[waiting.WorkshopId].Place, time) is { Most: not null } block && seated[waiting.RegistrationId].Count(w => rules.BlockOf(w.Place, time) == block) >= block.Most);
        Report(
            $"{workshops.Count} workshops with {workshops.Sum(w => w.Seats)} seats, {living.Count(s => s.HoldsSeat)} taken, {living.Count(s => s.Status is SignUpStatus.Waiting)} wait",
            (free.Values.All(seats => seats >= 0), "a workshop is oversold"),
            (seated.All(own => !own.Any(a => own.Any(b => a.Id != b.Id && a.Overlaps(b)))), "somebody has two seats at a time"),
            (seated.All(own => own.Count() <= most), "somebody has more seats than one may"),
            (seated.All(own => own.GroupBy(w => rules.BlockOf(w.Place, time)).All(block => block.Count() <= (block.Key?.Most ?? int.MaxValue))), "somebody has more seats in a block than one may"),
            (passedOver == 0, $"{passedOver} wait beside a free seat that they could have"),
            (living.GroupBy(s => (s.WorkshopId, s.RegistrationId)).All(g => g.Count() == 1), "somebody is there twice"));
    }

    private static void Report(string found, params (bool Holds, string Broken)[] promises)
    {
        Console.WriteLine($"  swept: {found}");
        foreach (var (_, broken) in promises.Where(promise => !promise.Holds)) Console.WriteLine($"  BROKEN: {broken}");
    }
}
