using Kongress.Accounts;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Kongress.Registrations.Groups;

/// <summary>What groups hold: the contact, and whom they named. Both see their own part.</summary>
public sealed class GroupRecords(KongressDb db, IStringLocalizer<Texts> text) : IHoldsPersonalData
{
    public async Task<IReadOnlyList<PersonalDataPart>> ShowAsync(Guid accountId, CancellationToken ct)
    {
        // Only a proved address shows what belongs to it.
        var email = await db.Set<Account>().Where(a => a.Id == accountId && a.EmailConfirmed).Select(a => a.Email).SingleOrDefaultAsync(ct);
        if (email is null) return [];
        var address = email.ToLowerInvariant();
        var zones = await db.Set<Conference>().Select(c => new { c.Id, c.Name, c.TimeZone }).ToDictionaryAsync(c => c.Id, ct);
        var contact = await db.Set<Group>().AsNoTracking().Where(g => g.ContactEmail == address).OrderBy(g => g.CreatedAt)
            .Select(g => new { Group = g, People = db.Set<GroupMember>().Count(m => m.GroupId == g.Id) }).ToListAsync(ct);
        var named = await (
            from member in db.Set<GroupMember>().AsNoTracking()
            join g in db.Set<Group>().AsNoTracking() on member.GroupId equals g.Id
            where member.Email == address
            orderby member.AddedAt
            select new { member, g }).ToListAsync(ct);
        return
        [
            .. contact.Select(c => Part(
                zones[c.Group.ConferenceId].Name,
                (text["Ansprechperson"], c.Group.ContactName), (text["E-Mail-Adresse"], c.Group.ContactEmail), (text["Organisation"], c.Group.Organisation),
                (text["Angemeldete Personen"], $"{c.People}"), (text["Abgeschickt"], At(c.Group.ConferenceId, c.Group.CreatedAt)))),
            .. named.Select(n => Part(
                zones[n.g.ConferenceId].Name,
                (text["Name"], n.member.Name), (text["E-Mail-Adresse"], n.member.Email), (text["Angemeldet von"], $"{n.g.ContactName}, {n.g.Organisation}"), (text["Abgeschickt"], At(n.g.ConferenceId, n.member.AddedAt)))),
        ];

        PersonalDataPart Part(string conference, params (string Name, string? Value)[] values) =>
            new($"{text["Sammelanmeldung"]}: {conference}", [.. values.Select(v => KeyValuePair.Create(v.Name, v.Value))]);

        string At(Guid conferenceId, DateTimeOffset instant) => new ConferenceTime(zones[conferenceId].TimeZone).DayAndTime(instant);
    }

    /// <summary>Who did not confirm goes as unconfirmed registrations do, the rest with the registrations of the edition; links and mails go along.</summary>
    public Task<int> EraseDueAsync(DateTimeOffset now, CancellationToken ct) => db.EraseByEditionAsync(_ => true, conference => EraseAsync(conference, now, ct), ct);

    private async Task<int> EraseAsync(Conference conference, DateTimeOffset now, CancellationToken ct)
    {
        await db.LockAsync<Conference>(conference.Id, ct);
        var groups = db.Set<Group>().Where(g => g.ConferenceId == conference.Id);
        var unconfirmedBefore = now.AddDays(-conference.KeepUnconfirmedDays);
        var erased = await db.Set<GroupMember>().Where(m => groups.Any(g => g.Id == m.GroupId) && m.RegistrationId == null && m.AddedAt <= unconfirmedBefore && m.HeldUntil <= now).ExecuteDeleteAsync(ct);
        if (!conference.IsPast(conference.KeepRegistrationsDays, now)) return erased;
        erased += await db.Set<GroupMember>().Where(m => groups.Any(g => g.Id == m.GroupId)).ExecuteDeleteAsync(ct);
        await db.Set<LinkToken>().Where(t => groups.Any(g => g.Id == t.SubjectId)).ExecuteDeleteAsync(ct);
        await db.Set<OutgoingMail>().Settled().Where(m => groups.Any(g => g.Id == m.SubjectId)).ExecuteDeleteAsync(ct);
        return erased + await groups.ExecuteDeleteAsync(ct);
    }
}
