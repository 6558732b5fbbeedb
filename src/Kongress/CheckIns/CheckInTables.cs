using Kongress.Conferences;
using Kongress.Workshops;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kongress.CheckIns;

internal sealed class CheckInTables : IEntityTypeConfiguration<CheckInList>, IEntityTypeConfiguration<Scan>
{
    public void Configure(EntityTypeBuilder<CheckInList> list)
    {
        list.ToTable("CheckInLists");
        list.Property(l => l.Name).HasMaxLength(60);
        list.HasIndex(l => new { l.ConferenceId, l.Part }).IsUnique().HasFilter("WorkshopId IS NULL");
        list.HasIndex(l => l.WorkshopId).IsUnique().HasFilter("WorkshopId IS NOT NULL");
        list.HasOne<Workshop>().WithMany().HasForeignKey(l => l.WorkshopId).OnDelete(DeleteBehavior.Restrict);
        list.HasOne<Conference>().WithMany().HasForeignKey(l => l.ConferenceId);
    }

    // No foreign key to ticket or registration: scans outlive them, without a name.
    public void Configure(EntityTypeBuilder<Scan> scan)
    {
        scan.ToTable("Scans");
        scan.Property(s => s.Code).HasMaxLength(64);
        scan.Property(s => s.Device).HasMaxLength(60);
        scan.Property(s => s.OverruledBecause).HasMaxLength(500);
        scan.Property(s => s.InFor).HasMaxLength(64).IsUnicode(false);
        scan.HasIndex(s => s.Nonce).IsUnique();
        scan.HasIndex(s => s.InFor).IsUnique();
        scan.HasIndex(s => new { s.ListId, s.ReceivedAt });
        scan.HasIndex(s => new { s.ListId, s.IsIn });
        scan.HasIndex(s => s.RegistrationId);
        scan.HasOne<CheckInList>().WithMany().HasForeignKey(s => s.ListId);
    }
}
