using Kongress.Accounts;
using Kongress.Conferences;
using Kongress.Registrations.Contingents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kongress.Registrations;

internal sealed class RegistrationTables : IEntityTypeConfiguration<Registration>, IEntityTypeConfiguration<HealthAnswers>, IEntityTypeConfiguration<Ticket>
{
    // DIN 91379 counts code points; a sequence takes up to three UTF-16 units.
    private const int NameColumn = Person.NameLength * 3;

    public void Configure(EntityTypeBuilder<Registration> registration)
    {
        registration.ToTable("Registrations");
        registration.Property(r => r.Version).IsConcurrencyToken();
        registration.Property(r => r.Code).HasMaxLength(8);
        registration.Property(r => r.Email).HasMaxLength(254);
        registration.Property(r => r.ActiveEmail).HasMaxLength(254);
        registration.Property(r => r.Kind).HasDefaultValue(AttendeeKind.Attendee).ValueGeneratedNever();
        registration.Ignore(r => r.IsInvited);
        registration.Property(r => r.Reason).HasMaxLength(1000);
        registration.Property(r => r.Language).HasMaxLength(2);
        registration.Property(r => r.SearchText).HasMaxLength(2000);
        registration.Property(r => r.SortName).HasMaxLength(Registration.SortLength);
        registration.Property(r => r.SortOrganisation).HasMaxLength(Registration.SortLength);
        registration.ComplexProperty(r => r.Person, person =>
        {
            person.Property(p => p.Title).HasMaxLength(60).HasColumnName("Title");
            person.Property(p => p.GivenName).HasMaxLength(NameColumn).HasColumnName("GivenName");
            person.Property(p => p.FamilyName).HasMaxLength(NameColumn).HasColumnName("FamilyName");
            person.Property(p => p.BadgeName).HasMaxLength(NameColumn).HasColumnName("BadgeName");
            person.Property(p => p.Organisation).HasMaxLength(300).HasColumnName("Organisation");
            person.Property(p => p.Unit).HasMaxLength(200).HasColumnName("Unit");
            person.Property(p => p.Function).HasMaxLength(200).HasColumnName("Function");
            person.Property(p => p.Level).HasColumnName("Level");
            person.Property(p => p.Land).HasColumnName("Land");
        });
        registration.ComplexProperty(r => r.Attendance, attendance =>
        {
            attendance.Property(a => a.Day1).HasColumnName("Day1");
            attendance.Property(a => a.Day2).HasColumnName("Day2");
            attendance.Property(a => a.Evening).HasColumnName("Evening");
            attendance.Property(a => a.NoPhoto).HasColumnName("NoPhoto");
            attendance.Property(a => a.PortraitConsentAt).HasColumnName("PortraitConsentAt");
            attendance.Property(a => a.ListConsentAt).HasColumnName("ListConsentAt");
        });
        registration.HasIndex(r => new { r.ConferenceId, r.ActiveEmail }).IsUnique();
        registration.HasIndex(r => r.SubmissionId).IsUnique();
        registration.HasIndex(r => new { r.ConferenceId, r.Code }).IsUnique();
        registration.HasIndex(r => new { r.ConferenceId, r.OrderNumber }).IsUnique();
        // Covers the count of places by contingent and state.
        registration.HasIndex(r => new { r.ConferenceId, r.HoldsPlace, r.ContingentId, r.Status });
        registration.HasIndex(r => new { r.ConferenceId, r.Status, r.OrderNumber });
        // No foreign key: SQLite would have to build the table anew, outside of a transaction. Codes are never deleted.
        registration.HasIndex(r => r.InvitationCodeId);
        registration.HasIndex(r => r.AccompaniesId);
        registration.HasIndex(r => new { r.AccountId, r.ConferenceId });
        registration.HasOne<Conference>().WithMany().HasForeignKey(r => r.ConferenceId).OnDelete(DeleteBehavior.Restrict);
        registration.HasOne<Contingent>().WithMany().HasForeignKey(r => r.ContingentId).OnDelete(DeleteBehavior.Restrict);
        registration.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<HealthAnswers> health)
    {
        health.ToTable("HealthAnswers");
        health.HasKey(h => h.RegistrationId);
        health.Property(h => h.Assistance).HasConversion<int>();
        health.Property(h => h.DietNote).HasMaxLength(500);
        health.Property(h => h.AssistanceNote).HasMaxLength(1000);
        health.Property(h => h.ConsentText).HasMaxLength(60);
        health.HasOne<Registration>().WithOne().HasForeignKey<HealthAnswers>(h => h.RegistrationId);
    }

    public void Configure(EntityTypeBuilder<Ticket> ticket)
    {
        ticket.ToTable("Tickets");
        ticket.Property(t => t.Code).HasMaxLength(16).IsUnicode(false);
        ticket.HasIndex(t => t.Code).IsUnique();
        ticket.HasIndex(t => t.ActiveFor).IsUnique();
        ticket.HasOne<Registration>().WithMany().HasForeignKey(t => t.RegistrationId);
    }
}
