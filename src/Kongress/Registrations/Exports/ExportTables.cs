using Kongress.Conferences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kongress.Registrations.Exports;

internal sealed class ExportTables : IEntityTypeConfiguration<ExportTemplate>
{
    public void Configure(EntityTypeBuilder<ExportTemplate> template)
    {
        template.ToTable("ExportTemplates");
        template.Property(t => t.Version).IsConcurrencyToken();
        template.Property(t => t.Name).HasMaxLength(ExportTemplate.NameLength);
        template.Property(t => t.Columns).HasMaxLength(1000);
        template.Property(t => t.Filter).HasMaxLength(500);
        template.Ignore(t => t.Headings);
        template.HasIndex(t => new { t.ConferenceId, t.Name }).IsUnique();
        template.HasOne<Conference>().WithMany().HasForeignKey(t => t.ConferenceId).OnDelete(DeleteBehavior.Restrict);
    }
}
