using Kongress.Conferences;
using Kongress.Programme.Sessions;
using Kongress.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kongress.Workshops;

internal sealed class WorkshopTables : IEntityTypeConfiguration<Workshop>, IEntityTypeConfiguration<SignUp>, IEntityTypeConfiguration<WorkshopRules>
{
    public void Configure(EntityTypeBuilder<Workshop> workshop)
    {
        workshop.ToTable("Workshops");
        workshop.Property(w => w.Version).IsConcurrencyToken();
        workshop.Ignore(w => w.Seats).Ignore(w => w.StopsAt).Ignore(w => w.ReleasedAt).Ignore(w => w.IsAllotting);
        workshop.ComplexProperty(w => w.Settings, settings =>
        {
            settings.Property(s => s.Seats).HasColumnName("Seats");
            settings.Property(s => s.Mode).HasColumnName("Mode").HasDefaultValue(SeatMode.FirstCome).HasSentinel(SeatMode.FirstCome);
            settings.Property(s => s.OpensAt).HasColumnName("OpensAt");
            settings.Property(s => s.ClosesAt).HasColumnName("ClosesAt");
            settings.Property(s => s.LevelList).HasMaxLength(200).HasColumnName("Levels");
            settings.Property(s => s.LandList).HasMaxLength(400).HasColumnName("Lands");
            settings.Property(s => s.NeedsDay).HasColumnName("NeedsDay");
            settings.Property(s => s.Promotion).HasColumnName("Promotion");
            settings.Property(s => s.OfferHours).HasColumnName("OfferHours");
            settings.Property(s => s.StopMinutes).HasColumnName("StopMinutes");
            settings.Property(s => s.IsPaused).HasColumnName("IsPaused");
            settings.Property(s => s.MostWaiting).HasColumnName("MostWaiting");
            settings.Property(s => s.ReleaseMinutes).HasColumnName("ReleaseMinutes");
            settings.Property(s => s.KeptSeats).HasColumnName("KeptSeats").HasDefaultValue(0);
            settings.Property(s => s.KeptLevelList).HasMaxLength(200).HasColumnName("KeptLevels").HasDefaultValue("");
            settings.Property(s => s.KeptLandList).HasMaxLength(400).HasColumnName("KeptLands").HasDefaultValue("");
            settings.Property(s => s.KeptUntil).HasColumnName("KeptUntil");
            settings.Ignore(s => s.Levels).Ignore(s => s.Lands).Ignore(s => s.KeptLevels).Ignore(s => s.KeptLands);
        });
        workshop.ComplexProperty(w => w.Place, place =>
        {
            place.Property(p => p.Code).HasMaxLength(6).HasColumnName("Code");
            place.Property(p => p.Title).HasMaxLength(SessionContent.TitleLength).HasColumnName("Title");
            place.Property(p => p.Room).HasMaxLength(1000).HasColumnName("Room");
            place.Property(p => p.Seats).HasColumnName("SeatsAsReleased");
            place.Property(p => p.Day).HasColumnName("Day");
            place.Property(p => p.StartsAt).HasColumnName("StartsAt");
            place.Property(p => p.EndsAt).HasColumnName("EndsAt");
            place.Property(p => p.IsOn).HasColumnName("IsOn");
        });
        workshop.HasIndex(w => w.SessionId).IsUnique();
        workshop.HasIndex(w => w.ConferenceId);
        workshop.HasOne<Session>().WithMany().HasForeignKey(w => w.SessionId).OnDelete(DeleteBehavior.Restrict);
        workshop.HasOne<Conference>().WithMany().HasForeignKey(w => w.ConferenceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SignUp> signUp)
    {
        signUp.ToTable("SignUps");
        signUp.Property(s => s.Version).IsConcurrencyToken();
        signUp.Property(s => s.Reason).HasMaxLength(SignUp.ReasonLength);
        signUp.HasIndex(s => new { s.WorkshopId, s.ActiveFor }).IsUnique();
        signUp.HasIndex(s => new { s.WorkshopId, s.HoldsSeat });
        signUp.HasIndex(s => new { s.WorkshopId, s.Status, s.Rank });
        signUp.HasIndex(s => new { s.ConferenceId, s.Status });
        signUp.HasIndex(s => s.ActiveFor);
        signUp.HasIndex(s => s.RegistrationId);
        signUp.HasOne<Registration>().WithMany().HasForeignKey(s => s.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        signUp.HasOne<Workshop>().WithMany().HasForeignKey(s => s.WorkshopId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<WorkshopRules> rules)
    {
        rules.ToTable("WorkshopRules");
        rules.Property(r => r.Version).IsConcurrencyToken();
        rules.Property(r => r.MostWishes).HasDefaultValue(5);
        rules.Property(r => r.BlockList).HasColumnName("Blocks").HasDefaultValue("");
        rules.Ignore(r => r.Blocks);
        rules.HasOne<Conference>().WithOne().HasForeignKey<WorkshopRules>(r => r.Id).OnDelete(DeleteBehavior.Restrict);
    }
}
