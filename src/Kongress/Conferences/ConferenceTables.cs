using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kongress.Conferences;

internal sealed class ConferenceTables : IEntityTypeConfiguration<Conference>, IEntityTypeConfiguration<ConferenceDay>, IEntityTypeConfiguration<ConferencePage>
{
    public void Configure(EntityTypeBuilder<Conference> conference)
    {
        conference.ToTable("Conferences");
        conference.Property(c => c.Version).IsConcurrencyToken();
        conference.Property(c => c.Name).HasMaxLength(100);
        conference.Property(c => c.Motto).HasMaxLength(200);
        conference.Property(c => c.Host).HasMaxLength(200);
        conference.Property(c => c.VenueName).HasMaxLength(200);
        conference.Property(c => c.VenueAddress).HasMaxLength(500);
        conference.Property(c => c.TimeZone).HasMaxLength(60);
        conference.Property(c => c.ContactEmail).HasMaxLength(254);
        conference.Property(c => c.ContactPhone).HasMaxLength(40);
        conference.Property(c => c.AccessibilityContactName).HasMaxLength(200);
        conference.Property(c => c.AccessibilityContactEmail).HasMaxLength(254);
        conference.Property(c => c.AccessibilityContactPhone).HasMaxLength(40);
        conference.Property(c => c.OfficialHeader).HasMaxLength(200);
        conference.HasIndex(c => c.Number).IsUnique();
        conference.HasMany(c => c.Days).WithOne().HasForeignKey(d => d.ConferenceId);
        conference.HasMany(c => c.Pages).WithOne().HasForeignKey(p => p.ConferenceId);
        conference.Ignore(c => c.Time);
    }

    public void Configure(EntityTypeBuilder<ConferenceDay> day)
    {
        day.ToTable("ConferenceDays");
        day.HasIndex(d => new { d.ConferenceId, d.Date }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ConferencePage> page)
    {
        page.ToTable("ConferencePages");
        page.HasIndex(p => new { p.ConferenceId, p.Kind }).IsUnique();
    }
}
