using Kongress.Conferences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kongress.Registrations.Imports;

internal sealed class ImportTables : IEntityTypeConfiguration<ImportedAttendee>
{
    public void Configure(EntityTypeBuilder<ImportedAttendee> imported)
    {
        imported.ToTable("ImportedAttendees");
        imported.Property(i => i.Reference).HasMaxLength(180);
        imported.Property(i => i.ToldPerson).HasMaxLength(64);
        imported.HasIndex(i => new { i.ConferenceId, i.Reference }).IsUnique();
        imported.HasIndex(i => i.RegistrationId);
        imported.HasOne<Conference>().WithMany().HasForeignKey(i => i.ConferenceId).OnDelete(DeleteBehavior.Restrict);
        // The word goes with the registration that it stands for.
        imported.HasOne<Registration>().WithMany().HasForeignKey(i => i.RegistrationId).OnDelete(DeleteBehavior.Cascade);
    }
}
