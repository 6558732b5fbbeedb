using Kongress.Conferences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kongress.Registrations.Contingents;

internal sealed class ContingentTables : IEntityTypeConfiguration<Contingent>
{
    public void Configure(EntityTypeBuilder<Contingent> contingent)
    {
        contingent.ToTable("Contingents");
        contingent.Property(c => c.Version).IsConcurrencyToken();
        contingent.ComplexProperty(c => c.Settings, settings =>
        {
            settings.Property(s => s.Name).HasMaxLength(ContingentSettings.NameLength).HasColumnName("Name");
            settings.Property(s => s.Places).HasColumnName("Places");
            settings.Property(s => s.ParentId).HasColumnName("ParentId");
            settings.Property(s => s.ReleasedAt).HasColumnName("ReleasedAt");
            settings.Property(s => s.LevelList).HasMaxLength(200).HasColumnName("Levels");
            settings.Property(s => s.LandList).HasMaxLength(400).HasColumnName("Lands");
            settings.Property(s => s.Domains).HasMaxLength(4000).HasColumnName("Domains");
            settings.Property(s => s.Organisations).HasMaxLength(4000).HasColumnName("Organisations");
            settings.Ignore(s => s.Levels).Ignore(s => s.Lands).Ignore(s => s.DomainLines).Ignore(s => s.OrganisationLines).Ignore(s => s.HasCriteria);
        });
        contingent.HasIndex(c => c.ConferenceId);
        contingent.HasOne<Conference>().WithMany().HasForeignKey(c => c.ConferenceId).OnDelete(DeleteBehavior.Restrict);
    }
}
