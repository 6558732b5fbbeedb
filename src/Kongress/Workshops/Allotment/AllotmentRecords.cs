using Kongress.Conferences;
using Kongress.Data;
using Kongress.Registrations;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Kongress.Workshops.Allotment;

/// <summary>Who wished what, and what the draws gave: shown to the person. Lists and results go with their registration, thirty days after the congress at the latest; of the draws seed and date stay.</summary>
public sealed class AllotmentRecords(KongressDb db, AllotmentLists lists, IStringLocalizer<Texts> text) : IHoldsPersonalData
{
    public async Task<IReadOnlyList<PersonalDataPart>> ShowAsync(Guid accountId, CancellationToken ct)
    {
        var wishes = await (
            from wish in db.Set<Wish>().AsNoTracking()
            join registration in db.Set<Registration>() on wish.RegistrationId equals registration.Id
            join workshop in db.Set<Workshop>().AsNoTracking() on wish.WorkshopId equals workshop.Id
            join conference in db.Set<Conference>() on wish.ConferenceId equals conference.Id
            where registration.AccountId == accountId
            orderby wish.Rank
            select new { conference.Name, wish.Rank, workshop.Place.Title }).ToListAsync(ct);
        var settled = await (
            from adjustment in db.Set<Adjustment>().AsNoTracking()
            join registration in db.Set<Registration>() on adjustment.RegistrationId equals registration.Id
            join workshop in db.Set<Workshop>().AsNoTracking() on adjustment.WorkshopId equals workshop.Id
            join conference in db.Set<Conference>() on adjustment.ConferenceId equals conference.Id
            where registration.AccountId == accountId
            orderby adjustment.MadeAt
            select new { conference.Name, adjustment.Kind, adjustment.Reason, workshop.Place.Title }).ToListAsync(ct);
        var drawn = await DrawnAsync(accountId, ct);
        return [.. wishes.Select(w => w.Name).Concat(settled.Select(s => s.Name)).Concat(drawn.Select(d => d.Name)).Distinct().Select(name => new PersonalDataPart($"{text["Workshop-Wünsche"]}: {name}",
        [
            .. wishes.Where(w => w.Name == name).Select(w => new KeyValuePair<string, string?>(text["{0}. Wunsch", w.Rank], w.Title)),
            .. settled.Where(s => s.Name == name).Select(s => new KeyValuePair<string, string?>(s.Kind is AdjustmentKind.Give ? text["Von Hand vergeben"] : text["Von Hand ausgeschlossen"], $"{s.Title}: {s.Reason}")),
            .. drawn.Where(d => d.Name == name).Select(d => d.Value),
        ]))];
    }

    // Their own rows of the stored results, with everything that stands there.
    private async Task<List<(string Name, KeyValuePair<string, string?> Value)>> DrawnAsync(Guid accountId, CancellationToken ct)
    {
        var own = await (
            from registration in db.Set<Registration>().AsNoTracking()
            join conference in db.Set<Conference>() on registration.ConferenceId equals conference.Id
            where registration.AccountId == accountId && db.Set<AllotmentResult>().Any(r => r.RegistrationId == registration.Id)
            orderby registration.OrderNumber
            select new { registration, conference.Name }).ToListAsync(ct);
        var values = new List<(string, KeyValuePair<string, string?>)>();
        foreach (var edition in own)
        {
            foreach (var (draw, person) in await lists.ResultsAsync(edition.registration, ct))
            {
                void Add(string what, string? value) => values.Add((edition.Name, new(text["Auslosung {0}: {1}", draw.Number, what], value)));
                Add(text["Los"], text["{0} von 4096", person.Lot]);
                Add(text["Verwaltungsebene"], text[person.Level.Name()]);
                foreach (var wish in person.Wishes) Add(wish.Rank == 0 ? text["Ohne Wunsch"] : text["{0}. Wunsch", wish.Rank], string.Join(' ', [$"{wish.Workshop.Title}:", WishTexts.Became(text, wish), wish.Reason]).TrimEnd());
            }
        }

        return values;
    }

    public Task<int> EraseDueAsync(DateTimeOffset now, CancellationToken ct) => db.EraseByEditionAsync(
        conference => conference.IsPast(conference.KeepEndedDays, now),
        async conference =>
            await db.Set<Wish>().Where(w => w.ConferenceId == conference.Id).ExecuteDeleteAsync(ct)
            + await db.Set<Adjustment>().Where(a => a.ConferenceId == conference.Id).ExecuteDeleteAsync(ct)
            + await db.Set<AllotmentResult>().Where(r => db.Set<AllotmentRun>().Any(a => a.Id == r.RunId && a.ConferenceId == conference.Id)).ExecuteDeleteAsync(ct)
            + await db.Set<AllotmentRun>().Where(r => r.ConferenceId == conference.Id && (r.Inputs != "" || r.Counts != "")).ExecuteUpdateAsync(set => set.SetProperty(r => r.Inputs, "").SetProperty(r => r.Counts, ""), ct),
        ct);
}
