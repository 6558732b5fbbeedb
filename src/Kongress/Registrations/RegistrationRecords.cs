using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Kongress.Registrations;

/// <summary>What this feature holds about people, and when it goes.</summary>
public sealed class RegistrationRecords(KongressDb db, IStringLocalizer<Texts> text) : IHoldsPersonalData
{
    public async Task<IReadOnlyList<PersonalDataPart>> ShowAsync(Guid accountId, CancellationToken ct)
    {
        var own = await db.Set<Registration>().AsNoTracking().Where(r => r.AccountId == accountId || db.Set<Registration>().Any(o => o.AccountId == accountId && o.Id == r.AccompaniesId)).OrderBy(r => r.OrderNumber).ToListAsync(ct);
        var ids = own.Select(r => r.Id).ToList();
        var conferences = await db.Set<Conference>().AsNoTracking().Include(c => c.Days).Where(c => own.Select(r => r.ConferenceId).Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var health = await db.Set<HealthAnswers>().AsNoTracking().Where(h => ids.Contains(h.RegistrationId)).ToDictionaryAsync(h => h.RegistrationId, ct);
        var tickets = await db.Set<Ticket>().AsNoTracking().Where(t => ids.Contains(t.RegistrationId)).OrderBy(t => t.IssuedAt).ToListAsync(ct);
        return [.. own.Select(r => Part(conferences[r.ConferenceId], r, health.GetValueOrDefault(r.Id), tickets.Where(t => t.RegistrationId == r.Id)))];
    }

    /// <summary>Deletes by the periods of each edition; what goes takes its tickets, links, answers and mails along. Diet and assistance go first.</summary>
    public Task<int> EraseDueAsync(DateTimeOffset now, CancellationToken ct) => db.EraseByEditionAsync(_ => true, conference => EraseAsync(conference, now, ct), ct);

    private async Task<int> EraseAsync(Conference conference, DateTimeOffset now, CancellationToken ct)
    {
        await db.LockAsync<Conference>(conference.Id, ct);
        var all = db.Set<Registration>().Where(r => r.ConferenceId == conference.Id);
        var unconfirmedBefore = now.AddDays(-conference.KeepUnconfirmedDays);
        // Unconfirmed ones have ended by their hold long before; only those without an account never proved their address.
        var due = all.Where(r => r.ActiveEmail == null && r.AccountId == null && r.Status != RegistrationStatus.Replaced && r.SubmittedAt <= unconfirmedBefore);
        var erased = await DeleteAsync(due, ct);
        // Answers go with the end of the registration; those of registrations that ended before this was so go here.
        erased += await db.Set<HealthAnswers>().Where(h => all.Any(r => r.Id == h.RegistrationId && r.ActiveEmail == null)).ExecuteDeleteAsync(ct);
        if (conference.IsPast(conference.KeepHealthDays, now))
        {
            erased += await db.Set<HealthAnswers>().Where(h => all.Any(r => r.Id == h.RegistrationId)).ExecuteDeleteAsync(ct);
        }

        if (conference.IsPast(conference.KeepEndedDays, now)) erased += await DeleteAsync(all.Where(r => r.ActiveEmail == null), ct);
        if (conference.IsPast(conference.KeepRegistrationsDays, now)) erased += await DeleteAsync(all, ct);
        return erased;
    }

    private async Task<int> DeleteAsync(IQueryable<Registration> due, CancellationToken ct)
    {
        await db.Set<LinkToken>().Where(t => due.Any(r => r.Id == t.SubjectId)).ExecuteDeleteAsync(ct);
        await db.Set<HealthAnswers>().Where(h => due.Any(r => r.Id == h.RegistrationId)).ExecuteDeleteAsync(ct);
        await db.Set<Ticket>().Where(t => due.Any(r => r.Id == t.RegistrationId)).ExecuteDeleteAsync(ct);
        await db.Set<OutgoingMail>().Settled().Where(m => due.Any(r => r.Id == m.SubjectId)).ExecuteDeleteAsync(ct);
        return await due.ExecuteDeleteAsync(ct);
    }

    private PersonalDataPart Part(Conference conference, Registration r, HealthAnswers? health, IEnumerable<Ticket> tickets)
    {
        var time = conference.Time;
        string? At(DateTimeOffset? instant) => instant is { } i ? time.DayAndTime(i) : null;
        var values = new List<KeyValuePair<string, string?>>
        {
            new(text["Anmeldenummer"], r.Code),
            new(text["Teilnahme als"], AttendeeKinds.Name(text, r.Kind)),
            new(text["Stand"], RegistrationTexts.Status(text, r.Status)),
            new(text["Abgeschickt"], At(r.SubmittedAt)),
            new(text["Bestätigt"], At(r.ConfirmedAt)),
            new(text["Beendet"], At(r.EndedAt)),
            new(text["Grund"], r.Reason),
            new(text["E-Mail-Adresse"], r.Email),
            new(text["Akademischer Titel"], r.Person.Title),
            new(text["Vorname"], r.Person.GivenName),
            new(text["Nachname"], r.Person.FamilyName),
            new(text["Name auf dem Namensschild"], r.Person.BadgeName),
            new(text["Organisation"], r.Person.Organisation),
            new(text["Referat"], r.Person.Unit),
            new(text["Funktion"], r.Person.Function),
            new(text["Verwaltungsebene"], text[r.Person.Level.Name()]),
            new(text["Bundesland"], r.Person.Land?.Name()),
            new(text["Dabei"], RegistrationTexts.Attendance(text, conference, r.Attendance)),
            new(text["Nicht fotografieren"], r.Attendance.NoPhoto ? text["Ja"] : text["Nein"]),
            new(text["Einwilligung in Einzelaufnahmen"], At(r.Attendance.PortraitConsentAt)),
            new(text["Einwilligung in die Teilnehmerliste"], At(r.Attendance.ListConsentAt)),
            new(text["Sprache"], r.Language),
        };
        if (health is not null)
        {
            values.Add(new(text["Ernährung"], $"{HealthTexts.Name(text, health.Diet)} {health.DietNote}".Trim()));
            values.Add(new(text["Unterstützung"], string.Join("; ", Enum.GetValues<Assistance>().Where(a => a != Assistance.None && health.Assistance.HasFlag(a)).Select(a => HealthTexts.Name(text, a)).Append(health.AssistanceNote ?? "").Where(t => t.Length > 0))));
            values.Add(new(text["Einwilligung zu Ernährung und Unterstützung"], At(health.ConsentAt)));
        }

        foreach (var ticket in tickets) values.Add(new(text[ticket.IsActive ? "Ticket" : "Ungültiges Ticket"], $"{Secret.Grouped(ticket.Code)} ({At(ticket.IssuedAt)})"));
        return new PersonalDataPart($"{text["Anmeldung"]}: {conference.Name}", values);
    }
}
