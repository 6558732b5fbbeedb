using Kongress.Conferences;
using Kongress.Data;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Kongress.Registrations.Imports;

/// <summary>The references of people who were read in from a list. They go with their registrations.</summary>
public sealed class ImportRecords(KongressDb db, IStringLocalizer<Texts> text) : IHoldsPersonalData
{
    public async Task<IReadOnlyList<PersonalDataPart>> ShowAsync(Guid accountId, CancellationToken ct)
    {
        var own = await (
            from imported in db.Set<ImportedAttendee>().AsNoTracking()
            join r in db.Set<Registration>() on imported.RegistrationId equals r.Id
            join conference in db.Set<Conference>() on r.ConferenceId equals conference.Id
            where r.AccountId == accountId
            orderby imported.ImportedAt
            select new { imported, conference.Name, conference.TimeZone }).ToListAsync(ct);
        return [.. own.Select(o => new PersonalDataPart(
            $"{text["Aus einer Liste übernommen"]}: {o.Name}",
            [new(text["Referenz"], o.imported.Reference), new(text["Übernommen"], new ConferenceTime(o.TimeZone).DayAndTime(o.imported.ImportedAt))]))];
    }

    public Task<int> EraseDueAsync(DateTimeOffset now, CancellationToken ct) => Task.FromResult(0);
}
