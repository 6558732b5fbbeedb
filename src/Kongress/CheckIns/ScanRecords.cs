using Kongress.Conferences;
using Kongress.Data;
using Kongress.Registrations;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Kongress.CheckIns;

/// <summary>When a person was let in. After the retention the rows stay as figures: without code (also an unknown one, somebody may have typed a name), person and reason.</summary>
public sealed class ScanRecords(KongressDb db, IStringLocalizer<Texts> text) : IHoldsPersonalData
{
    public async Task<IReadOnlyList<PersonalDataPart>> ShowAsync(Guid accountId, CancellationToken ct)
    {
        var rows = await (
            from scan in db.Set<Scan>().AsNoTracking()
            join registration in db.Set<Registration>() on scan.RegistrationId equals registration.Id
            join list in db.Set<CheckInList>() on scan.ListId equals list.Id
            join conference in db.Set<Conference>() on scan.ConferenceId equals conference.Id
            where registration.AccountId == accountId
            orderby scan.ReceivedAt
            select new { list.Name, scan.ReceivedAt, scan.Admits, scan.UndoneAt, conference.TimeZone }).ToListAsync(ct);
        if (rows.Count == 0) return [];
        return [new PersonalDataPart(text["Einlass"], [.. rows.Select(r =>
        {
            var at = new ConferenceTime(r.TimeZone).DayAndTime(r.ReceivedAt);
            return new KeyValuePair<string, string?>(text[r.Name], r.UndoneAt is not null ? $"{at} ({text["zurückgenommen"]})" : r.Admits ? at : $"{at} ({text["nicht eingelassen"]})");
        })])];
    }

    public Task<int> EraseDueAsync(DateTimeOffset now, CancellationToken ct) => db.EraseByEditionAsync(
        conference => conference.IsPast(conference.KeepScansDays, now),
        conference => db.Set<Scan>().Where(s => s.ConferenceId == conference.Id && (s.RegistrationId != null || s.TicketId != null || s.Code != "" || s.OverruledBecause != null)).ExecuteUpdateAsync(
            set => set
                .SetProperty(s => s.Code, "")
                .SetProperty(s => s.TicketId, (Guid?)null)
                .SetProperty(s => s.RegistrationId, (Guid?)null)
                .SetProperty(s => s.InFor, (string?)null)
                .SetProperty(s => s.OverruledBecause, (string?)null),
            ct),
        ct);
}
