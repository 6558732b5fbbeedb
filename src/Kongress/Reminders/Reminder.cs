using Kongress.Conferences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kongress.Reminders;

/// <summary>A rule: who is coming is reminded so many days before the congress, at a time of day.</summary>
public sealed class Reminder
{
    private Reminder()
    {
    }

    public Reminder(Guid conferenceId, int daysBefore)
    {
        ConferenceId = conferenceId;
        DaysBefore = daysBefore;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    /// <summary>Days before the first day, 1 to 90.</summary>
    public int DaysBefore { get; private set; }

    /// <summary>By the clock of the venue: the same hour before and after the change to summer time.</summary>
    public TimeOnly At { get; set; } = new(9, 0);

    public bool IsOn { get; set; } = true;

    /// <summary>The instant from which the reminder is due.</summary>
    public DateTimeOffset DueAt(Conference conference) => conference.Time.Instant(conference.FirstDay.AddDays(-DaysBefore), At);
}

/// <summary>Who got which reminder. The unique pair makes it at most once, whoever runs, how often and where.</summary>
public sealed class ReminderDelivery(Guid reminderId, Guid registrationId, DateTimeOffset at)
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ReminderId { get; private set; } = reminderId;

    public Guid RegistrationId { get; private set; } = registrationId;

    public DateTimeOffset At { get; private set; } = at;
}

internal sealed class ReminderTables : IEntityTypeConfiguration<Reminder>, IEntityTypeConfiguration<ReminderDelivery>
{
    public void Configure(EntityTypeBuilder<Reminder> reminder)
    {
        reminder.ToTable("Reminders");
        reminder.HasIndex(r => new { r.ConferenceId, r.DaysBefore }).IsUnique();
        reminder.HasOne<Conference>().WithMany().HasForeignKey(r => r.ConferenceId);
    }

    public void Configure(EntityTypeBuilder<ReminderDelivery> delivery)
    {
        delivery.ToTable("ReminderDeliveries");
        delivery.HasIndex(d => new { d.ReminderId, d.RegistrationId }).IsUnique();
        delivery.HasIndex(d => d.RegistrationId);
        delivery.HasOne<Reminder>().WithMany().HasForeignKey(d => d.ReminderId);
    }
}
