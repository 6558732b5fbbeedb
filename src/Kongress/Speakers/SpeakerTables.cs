using Kongress.Accounts;
using Kongress.Conferences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kongress.Speakers;

internal sealed class SpeakerTables : IEntityTypeConfiguration<Speaker>, IEntityTypeConfiguration<Availability>, IEntityTypeConfiguration<Portrait>
{
    // DIN 91379 counts code points; a sequence takes up to three UTF-16 units.
    private const int NameColumn = 360;

    public void Configure(EntityTypeBuilder<Speaker> speaker)
    {
        speaker.ToTable("Speakers");
        speaker.Property(s => s.Version).IsConcurrencyToken();
        speaker.Property(s => s.Code).HasMaxLength(8);
        speaker.Property(s => s.SearchText).HasMaxLength(2000);
        speaker.Property(s => s.SortName).HasMaxLength(200);
        speaker.ComplexProperty(s => s.Profile, profile =>
        {
            profile.Property(p => p.Title).HasMaxLength(60).HasColumnName("Title");
            profile.Property(p => p.GivenName).HasMaxLength(NameColumn).HasColumnName("GivenName");
            profile.Property(p => p.FamilyName).HasMaxLength(NameColumn).HasColumnName("FamilyName");
            profile.Property(p => p.Function).HasMaxLength(200).HasColumnName("Function");
            profile.Property(p => p.Organisation).HasMaxLength(300).HasColumnName("Organisation");
            profile.Property(p => p.Level).HasColumnName("Level");
            profile.Property(p => p.Land).HasColumnName("Land");
            profile.Property(p => p.Gender).HasColumnName("Gender");
            profile.Property(p => p.Biography).HasMaxLength(2000).HasColumnName("Biography");
            profile.Property(p => p.Links).HasMaxLength(1000).HasColumnName("Links");
        });
        speaker.ComplexProperty(s => s.Contact, contact =>
        {
            contact.Property(c => c.Email).HasMaxLength(254).HasColumnName("Email");
            contact.Property(c => c.AssistantName).HasMaxLength(200).HasColumnName("AssistantName");
            contact.Property(c => c.AssistantEmail).HasMaxLength(254).HasColumnName("AssistantEmail");
            contact.Property(c => c.Phone).HasMaxLength(40).HasColumnName("Phone");
            contact.Property(c => c.Language).HasMaxLength(2).HasColumnName("Language");
        });
        speaker.ComplexProperty(s => s.Needs, needs =>
        {
            needs.Property(n => n.Equipment).HasMaxLength(1000);
            needs.Property(n => n.Access).HasMaxLength(1000);
            needs.Property(n => n.Arrival).HasMaxLength(500);
        });
        speaker.HasIndex(s => new { s.ConferenceId, s.Code }).IsUnique();
        speaker.HasIndex(s => new { s.ConferenceId, s.SortName });
        speaker.HasIndex(s => s.AccountId);
        speaker.HasOne<Conference>().WithMany().HasForeignKey(s => s.ConferenceId).OnDelete(DeleteBehavior.Restrict);
        speaker.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Availability> availability)
    {
        availability.ToTable("Availabilities");
        availability.HasIndex(a => a.ConferenceId);
        availability.HasIndex(a => a.OwnerId);
    }

    public void Configure(EntityTypeBuilder<Portrait> portrait)
    {
        portrait.ToTable("Portraits");
        portrait.HasKey(p => p.SpeakerId);
        portrait.Property(p => p.MediaType).HasMaxLength(20);
        portrait.Property(p => p.AltText).HasMaxLength(300);
        portrait.HasOne<Speaker>().WithOne().HasForeignKey<Portrait>(p => p.SpeakerId);
    }
}
