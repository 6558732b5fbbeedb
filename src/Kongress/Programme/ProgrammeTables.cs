using Kongress.Conferences;
using Kongress.Programme.Board;
using Kongress.Programme.Conflicts;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Speakers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kongress.Programme;

internal sealed class ProgrammeTables : IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<Participation>, IEntityTypeConfiguration<Room>, IEntityTypeConfiguration<Track>,
    IEntityTypeConfiguration<Slot>, IEntityTypeConfiguration<BoardMove>, IEntityTypeConfiguration<AcceptedConflict>, IEntityTypeConfiguration<Release>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("Sessions");
        session.Property(s => s.Version).IsConcurrencyToken();
        session.Property(s => s.Code).HasMaxLength(8);
        session.Property(s => s.InternalNotes).HasMaxLength(4000);
        session.Property(s => s.SearchText).HasMaxLength(2000);
        session.ComplexProperty(s => s.Content, content =>
        {
            content.Property(c => c.Kind).HasColumnName("Kind");
            content.Property(c => c.Title).HasMaxLength(SessionContent.TitleLength).HasColumnName("Title");
            content.Property(c => c.Subtitle).HasMaxLength(SessionContent.TitleLength).HasColumnName("Subtitle");
            content.Property(c => c.Language).HasMaxLength(2).HasColumnName("Language");
            content.Property(c => c.Abstract).HasColumnName("Abstract");
            content.Property(c => c.TrackId).HasColumnName("TrackId");
            content.Property(c => c.Audience).HasColumnName("Audience");
            content.Property(c => c.Minutes).HasColumnName("Minutes");
            content.Property(c => c.Seats).HasColumnName("Seats");
            content.Property(c => c.ExpectedAudience).HasColumnName("ExpectedAudience");
            content.Property(c => c.Equipment).HasConversion<int>().HasColumnName("Equipment");
            content.Property(c => c.NeedsStepFree).HasColumnName("NeedsStepFree");
            content.Property(c => c.NeedsInterpreter).HasColumnName("NeedsInterpreter");
            content.Property(c => c.IsRecorded).HasColumnName("IsRecorded");
            content.Property(c => c.StreamUrl).HasMaxLength(500).HasColumnName("StreamUrl");
            content.Property(c => c.Links).HasMaxLength(2000).HasColumnName("Links");
            content.Property(c => c.SlidesDue).HasColumnName("SlidesDue");
        });
        session.HasIndex(s => new { s.ConferenceId, s.Code }).IsUnique();
        session.HasMany(s => s.Participations).WithOne().HasForeignKey(p => p.SessionId);
        session.HasOne<Conference>().WithMany().HasForeignKey(s => s.ConferenceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Participation> participation)
    {
        participation.ToTable("Participations");
        participation.Property(p => p.Function).HasMaxLength(200);
        participation.Property(p => p.Organisation).HasMaxLength(300);
        participation.Property(p => p.Word).HasMaxLength(1000);
        participation.HasIndex(p => p.SpeakerId);
        participation.HasOne<Speaker>().WithMany().HasForeignKey(p => p.SpeakerId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Room> room)
    {
        room.ToTable("Rooms");
        room.Property(r => r.Version).IsConcurrencyToken();
        room.Property(r => r.Code).HasMaxLength(8);
        room.Property(r => r.Name).HasMaxLength(100);
        room.Property(r => r.Equipment).HasConversion<int>();
        room.Property(r => r.Directions).HasMaxLength(2000);
        room.HasIndex(r => new { r.ConferenceId, r.Code }).IsUnique();
        room.HasOne<Conference>().WithMany().HasForeignKey(r => r.ConferenceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Track> track)
    {
        track.ToTable("Tracks");
        track.Property(t => t.Version).IsConcurrencyToken();
        track.Property(t => t.Name).HasMaxLength(100);
        track.Property(t => t.Colour).HasMaxLength(7);
        track.HasIndex(t => t.ConferenceId);
        track.HasOne<Conference>().WithMany().HasForeignKey(t => t.ConferenceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Slot> slot)
    {
        slot.ToTable("Slots");
        slot.Property(s => s.Version).IsConcurrencyToken();
        slot.Property(s => s.Label).HasMaxLength(200);
        slot.Ignore(s => s.State);
        slot.HasIndex(s => new { s.ConferenceId, s.Number }).IsUnique();
        slot.HasOne<Session>().WithMany().HasForeignKey(s => s.SessionId);
        slot.HasOne<Conference>().WithMany().HasForeignKey(s => s.ConferenceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<BoardMove> move)
    {
        move.ToTable("BoardMoves");
        move.Ignore(m => m.BeforeState).Ignore(m => m.AfterState);
        move.HasIndex(m => new { m.ConferenceId, m.AccountId, m.Revision });
        move.HasOne<Conference>().WithMany().HasForeignKey(m => m.ConferenceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AcceptedConflict> accepted)
    {
        accepted.ToTable("AcceptedConflicts");
        accepted.Property(a => a.Key).HasMaxLength(200);
        accepted.Property(a => a.Reason).HasMaxLength(500);
        accepted.HasIndex(a => new { a.ConferenceId, a.Key }).IsUnique();
        accepted.HasOne<Conference>().WithMany().HasForeignKey(a => a.ConferenceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Release> release)
    {
        release.ToTable("Releases");
        release.Property(r => r.Name).HasMaxLength(Release.NameLength);
        release.Property(r => r.NameKey).HasMaxLength(Release.NameLength);
        release.Property(r => r.Note).HasMaxLength(2000);
        release.Property(r => r.Hash).HasMaxLength(64).IsUnicode(false);
        release.Property(r => r.OverrideReason).HasMaxLength(1000);
        release.Ignore(r => r.Snapshot);
        release.HasIndex(r => new { r.ConferenceId, r.Number }).IsUnique();
        release.HasIndex(r => new { r.ConferenceId, r.NameKey }).IsUnique();
        release.HasOne<Conference>().WithMany().HasForeignKey(r => r.ConferenceId).OnDelete(DeleteBehavior.Restrict);
    }
}
