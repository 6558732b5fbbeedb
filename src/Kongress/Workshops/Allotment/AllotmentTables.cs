using Kongress.Conferences;
using Kongress.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kongress.Workshops.Allotment;

internal sealed class AllotmentTables : IEntityTypeConfiguration<Wish>, IEntityTypeConfiguration<Adjustment>, IEntityTypeConfiguration<AllotmentRun>, IEntityTypeConfiguration<AllotmentResult>
{
    public void Configure(EntityTypeBuilder<Wish> wish)
    {
        wish.ToTable("Wishes");
        wish.HasIndex(w => new { w.RegistrationId, w.WorkshopId }).IsUnique();
        wish.HasIndex(w => w.ConferenceId);
        wish.HasIndex(w => w.WorkshopId);
        wish.HasOne<Registration>().WithMany().HasForeignKey(w => w.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        wish.HasOne<Workshop>().WithMany().HasForeignKey(w => w.WorkshopId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Adjustment> adjustment)
    {
        adjustment.ToTable("WishAdjustments");
        adjustment.Property(a => a.Reason).HasMaxLength(SignUp.ReasonLength);
        adjustment.HasIndex(a => new { a.RegistrationId, a.WorkshopId }).IsUnique();
        adjustment.HasIndex(a => a.ConferenceId);
        adjustment.HasIndex(a => a.WorkshopId);
        adjustment.HasOne<Registration>().WithMany().HasForeignKey(a => a.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        adjustment.HasOne<Workshop>().WithMany().HasForeignKey(a => a.WorkshopId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AllotmentRun> run)
    {
        run.ToTable("AllotmentRuns");
        run.Property(r => r.Version).IsConcurrencyToken();
        run.HasIndex(r => new { r.ConferenceId, r.Number }).IsUnique();
        run.HasOne<Conference>().WithMany().HasForeignKey(r => r.ConferenceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AllotmentResult> result)
    {
        result.ToTable("AllotmentResults");
        result.HasKey(r => new { r.RunId, r.RegistrationId });
        result.HasIndex(r => r.RegistrationId);
        result.HasOne<AllotmentRun>().WithMany().HasForeignKey(r => r.RunId).OnDelete(DeleteBehavior.Cascade);
        result.HasOne<Registration>().WithMany().HasForeignKey(r => r.RegistrationId).OnDelete(DeleteBehavior.Cascade);
    }
}
