using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kongress.Mail;

internal sealed class MailTables : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("OutgoingMails");
        mail.Property(m => m.Version).IsConcurrencyToken();
        mail.Property(m => m.Kind).HasMaxLength(60);
        mail.Property(m => m.ToAddress).HasMaxLength(254);
        mail.Property(m => m.ToName).HasMaxLength(400);
        mail.Property(m => m.Subject).HasMaxLength(400);
        mail.Property(m => m.LastError).HasMaxLength(1000);
        mail.HasIndex(m => new { m.State, m.DueAt });
        mail.HasIndex(m => m.SubjectId);
        mail.HasIndex(m => new { m.ConferenceId, m.CreatedAt });
    }
}
