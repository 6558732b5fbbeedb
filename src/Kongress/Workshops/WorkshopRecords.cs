using Kongress.Conferences;
using Kongress.Data;
using Kongress.Registrations;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Kongress.Workshops;

/// <summary>Who signed up for what: shown to the person. Sign-ups go with their registration, ended ones thirty days after the congress at the latest.</summary>
public sealed class WorkshopRecords(KongressDb db, IStringLocalizer<Texts> text) : IHoldsPersonalData
{
    public async Task<IReadOnlyList<PersonalDataPart>> ShowAsync(Guid accountId, CancellationToken ct)
    {
        var own = await (
            from signUp in db.Set<SignUp>().AsNoTracking()
            join registration in db.Set<Registration>() on signUp.RegistrationId equals registration.Id
            join workshop in db.Set<Workshop>().AsNoTracking() on signUp.WorkshopId equals workshop.Id
            join conference in db.Set<Conference>() on signUp.ConferenceId equals conference.Id
            where registration.AccountId == accountId
            orderby signUp.SignedUpAt, signUp.Id
            select new { signUp, workshop, conference.Name, conference.TimeZone }).ToListAsync(ct);
        return [.. own.GroupBy(o => new { o.Name, o.TimeZone }).Select(edition => new PersonalDataPart($"{text["Workshops"]}: {edition.Key.Name}",
        [
            .. edition.SelectMany(o =>
            {
                var time = new ConferenceTime(edition.Key.TimeZone);
                return new KeyValuePair<string, string?>[]
                {
                    new(text["Workshop"], o.workshop.Place.Title),
                    new(text["Stand"], WorkshopTexts.Status(text, o.signUp.Status)),
                    new(text["Eingetragen"], time.DayAndTime(o.signUp.SignedUpAt)),
                    new(text["Beendet"], o.signUp.EndedAt is { } ended ? time.DayAndTime(ended) : null),
                    new(text["Grund"], o.signUp.Reason),
                };
            }),
        ]))];
    }

    public Task<int> EraseDueAsync(DateTimeOffset now, CancellationToken ct) => db.EraseByEditionAsync(
        conference => conference.IsPast(conference.KeepEndedDays, now),
        conference =>
        {
            var all = conference.IsPast(conference.KeepRegistrationsDays, now);
            return db.Set<SignUp>().Where(s => s.ConferenceId == conference.Id && (all || s.ActiveFor == null)).ExecuteDeleteAsync(ct);
        },
        ct);
}
