using Kongress.Conferences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kongress.Registrations.Invitations;

internal sealed class InvitationTables : IEntityTypeConfiguration<InvitationCode>, IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<InvitationCode> code)
    {
        code.ToTable("InvitationCodes");
        code.Property(c => c.Version).IsConcurrencyToken();
        code.Property(c => c.Code).HasMaxLength(12).IsUnicode(false);
        code.ComplexProperty(c => c.Settings, settings =>
        {
            settings.Property(s => s.Name).HasMaxLength(InvitationCodeSettings.NameLength).HasColumnName("Name");
            settings.Property(s => s.Uses).HasColumnName("Uses");
            settings.Property(s => s.EndsAt).HasColumnName("EndsAt");
            settings.Property(s => s.ContingentId).HasColumnName("ContingentId");
            settings.Property(s => s.Kind).HasColumnName("Kind");
        });
        code.HasIndex(c => c.Code).IsUnique();
        code.HasIndex(c => c.ConferenceId);
        code.HasOne<Conference>().WithMany().HasForeignKey(c => c.ConferenceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("Invitations");
        invitation.Property(i => i.Email).HasMaxLength(254);
        invitation.Property(i => i.Language).HasMaxLength(2);
        invitation.HasIndex(i => new { i.ConferenceId, i.Email }).IsUnique();
        invitation.HasIndex(i => i.RemindAt);
        invitation.HasOne<Conference>().WithMany().HasForeignKey(i => i.ConferenceId).OnDelete(DeleteBehavior.Restrict);
    }
}
