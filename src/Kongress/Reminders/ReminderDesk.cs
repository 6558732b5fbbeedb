using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Reminders;

/// <summary>Sends reminders when they are due, and lets organisers switch them.</summary>
public sealed class ReminderDesk(KongressDb db, Outbox outbox, ReminderMails mails, TimeProvider clock)
{
    private const int Batch = 50;

    /// <summary>What a new edition starts with.</summary>
    public static readonly IReadOnlyList<int> DefaultDays = [14, 7, 1];

    /// <summary>Writes the mails of the reminder that is due. Returns how many. Safe to run as often and anywhere as one likes.</summary>
    /// <remarks>
    /// Late rather than never: after a stand-still the latest reminder goes out, the older ones are passed over, as nobody wants three at once.
    /// Who was confirmed after a reminder was due has had everything in the confirmation and waits for the next one.
    /// </remarks>
    public async Task<int> EnqueueDueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var written = 0;
        var conferences = await db.Set<Conference>().AsNoTracking().Include(c => c.Days).Where(c => c.IsCurrent).ToListAsync(ct);
        foreach (var conference in conferences.Where(c => c.Days.Count > 0 && now < c.StartsAt))
        {
            await EnsureRulesAsync(conference, ct);
            var rules = await db.Set<Reminder>().AsNoTracking().Where(r => r.ConferenceId == conference.Id && r.IsOn).ToListAsync(ct);
            var latest = rules.Where(r => r.DueAt(conference) <= now).MaxBy(r => r.DueAt(conference));
            if (latest is null) continue;
            int round;
            do
            {
                round = await EnqueueAsync(conference, latest, now, ct);
                written += round;
            }
            while (round == Batch);
        }

        return written;
    }

    /// <summary>Makes the usual rules for an edition that has none.</summary>
    public Task EnsureRulesAsync(Conference conference, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            if (await db.Set<Reminder>().AnyAsync(r => r.ConferenceId == conference.Id, ct)) return;
            db.AddRange(DefaultDays.Select(days => new Reminder(conference.Id, days)));
            await db.SaveChangesAsync(ct);
        },
        ct);

    /// <summary>Switches a rule on or off and sets its time of day. False: there is no such rule at this edition.</summary>
    public Task<bool> ChangeAsync(Guid conferenceId, Guid reminderId, bool isOn, TimeOnly at, Guid organiserId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var reminder = await db.Set<Reminder>().SingleOrDefaultAsync(r => r.Id == reminderId && r.ConferenceId == conferenceId, ct);
            if (reminder is null) return false;
            reminder.IsOn = isOn;
            reminder.At = at;
            db.Record(new Change(conferenceId, organiserId, "Reminder.Changed", reminderId, clock.GetUtcNow(), $"{reminder.DaysBefore} days, on: {isOn}, {at:HH:mm}"));
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);

    // Under the lock of the edition nobody is cancelled between the look and the mail.
    private Task<int> EnqueueAsync(Conference conference, Reminder reminder, DateTimeOffset now, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockAsync<Conference>(conference.Id, ct);
            var due = reminder.DueAt(conference);
            var people = await (
                from registration in db.Set<Registration>()
                join ticket in db.Set<Ticket>() on registration.Id equals ticket.ActiveFor
                where registration.ConferenceId == conference.Id && registration.Status == RegistrationStatus.Confirmed && registration.Kind != AttendeeKind.Assistant && registration.ConfirmedAt < due
                    && !db.Set<ReminderDelivery>().Any(d => d.ReminderId == reminder.Id && d.RegistrationId == registration.Id)
                orderby registration.OrderNumber
                select new { registration, ticket }).Take(Batch).ToListAsync(ct);
            foreach (var person in people)
            {
                db.Add(new ReminderDelivery(reminder.Id, person.registration.Id, now));
                outbox.Add(mails.Reminder(conference, person.registration, person.ticket, now));
            }

            await db.SaveChangesAsync(ct);
            return people.Count;
        },
        ct);
}
