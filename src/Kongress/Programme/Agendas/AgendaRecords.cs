using Kongress.Conferences;
using Kongress.Data;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Kongress.Programme.Agendas;

/// <summary>What somebody marked tells what they care about: shown to them, and deleted with the registrations.</summary>
public sealed class AgendaRecords(KongressDb db, IStringLocalizer<Texts> text) : IHoldsPersonalData
{
    public async Task<IReadOnlyList<PersonalDataPart>> ShowAsync(Guid accountId, CancellationToken ct)
    {
        var own = await db.Set<Agenda>().AsNoTracking().Include(a => a.Items).Where(a => a.AccountId == accountId).OrderBy(a => a.ChangedAt).ToListAsync(ct);
        if (own.Count == 0) return [];
        var conferences = await db.Set<Conference>().AsNoTracking().Where(c => own.Select(a => a.ConferenceId).Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var sessionIds = own.SelectMany(a => a.Items).Select(i => i.SessionId).ToList();
        var titles = await db.Set<Session>().Where(s => sessionIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Content.Title, ct);
        return [.. own.Select(agenda => new PersonalDataPart($"{text["Mein Programm"]}: {conferences[agenda.ConferenceId].Name}",
        [
            .. agenda.Items.Select(i => new KeyValuePair<string, string?>(text["Gemerkt"], titles.GetValueOrDefault(i.SessionId))).OrderBy(v => v.Value, StringComparer.CurrentCulture),
            new(text["Nachricht bei Änderungen"], agenda.WantsMail ? text["Ja"] : text["Nein"]),
            new(text["Adresse für den Kalender"], agenda.CalendarHash is null ? text["Nein"] : text["Ja"]),
            new(text["Zuletzt geändert"], conferences[agenda.ConferenceId].Time.DayAndTime(agenda.ChangedAt)),
        ]))];
    }

    public Task<int> EraseDueAsync(DateTimeOffset now, CancellationToken ct) => db.EraseByEditionAsync(
        conference => conference.IsPast(conference.KeepRegistrationsDays, now),
        async conference =>
        {
            await db.Set<AgendaItem>().Where(i => i.ConferenceId == conference.Id).ExecuteDeleteAsync(ct);
            return await db.Set<Agenda>().Where(a => a.ConferenceId == conference.Id).ExecuteDeleteAsync(ct);
        },
        ct);
}
