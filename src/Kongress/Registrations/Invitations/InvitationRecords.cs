using Kongress.Accounts;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Kongress.Registrations.Invitations;

/// <summary>Whom somebody invited: shown to the person; goes, with its links and mails, when ended registrations go.</summary>
public sealed class InvitationRecords(KongressDb db, IStringLocalizer<Texts> text) : IHoldsPersonalData
{
    public async Task<IReadOnlyList<PersonalDataPart>> ShowAsync(Guid accountId, CancellationToken ct)
    {
        var own = await (
            from account in db.Set<Account>()
            join invitation in db.Set<Invitation>().AsNoTracking() on account.Email equals invitation.Email
            join conference in db.Set<Conference>() on invitation.ConferenceId equals conference.Id
            where account.Id == accountId
            orderby invitation.InvitedAt
            select new { invitation, conference.Name, conference.TimeZone }).ToListAsync(ct);
        return own.ConvertAll(o =>
        {
            var time = new ConferenceTime(o.TimeZone);
            return new PersonalDataPart($"{text["Einladung"]}: {o.Name}",
            [
                new(text["E-Mail-Adresse"], o.invitation.Email),
                new(text["Eingeladen"], time.DayAndTime(o.invitation.InvitedAt)),
                new(text["Als"], AttendeeKinds.Name(text, o.invitation.Kind)),
                new(text["Gilt bis"], time.DayAndTime(o.invitation.EndsAt)),
                new(text["Erinnert"], o.invitation.RemindedAt is { } reminded ? time.DayAndTime(reminded) : null),
                new(text["Abgesagt"], o.invitation.DeclinedAt is { } declined ? time.DayAndTime(declined) : null),
            ]);
        });
    }

    public Task<int> EraseDueAsync(DateTimeOffset now, CancellationToken ct) => db.EraseByEditionAsync(
        conference => conference.IsPast(conference.KeepEndedDays, now),
        async conference =>
        {
            var due = db.Set<Invitation>().Where(i => i.ConferenceId == conference.Id);
            await db.Set<LinkToken>().Where(t => due.Any(i => i.Id == t.SubjectId)).ExecuteDeleteAsync(ct);
            await db.Set<OutgoingMail>().Settled().Where(m => due.Any(i => i.Id == m.SubjectId)).ExecuteDeleteAsync(ct);
            return await due.ExecuteDeleteAsync(ct);
        },
        ct);
}
