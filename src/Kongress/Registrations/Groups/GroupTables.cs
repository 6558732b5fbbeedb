using Kongress.Conferences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kongress.Registrations.Groups;

internal sealed class GroupTables : IEntityTypeConfiguration<Group>, IEntityTypeConfiguration<GroupMember>
{
    // Title and two names of 120 code points each, a sequence of which takes up to three UTF-16 units.
    private const int FullName = 800;

    public void Configure(EntityTypeBuilder<Group> group)
    {
        group.ToTable("Groups");
        group.Property(g => g.ContactEmail).HasMaxLength(254);
        group.Property(g => g.ContactName).HasMaxLength(FullName);
        group.Property(g => g.Organisation).HasMaxLength(300);
        group.Property(g => g.Language).HasMaxLength(2);
        group.Ignore(g => g.Office);
        group.HasIndex(g => g.SubmissionId).IsUnique();
        group.HasIndex(g => new { g.ConferenceId, g.ContactEmail });
        group.HasOne<Conference>().WithMany().HasForeignKey(g => g.ConferenceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<GroupMember> member)
    {
        member.ToTable("GroupMembers");
        member.Property(m => m.Version).IsConcurrencyToken();
        member.Property(m => m.Email).HasMaxLength(254);
        member.Ignore(m => m.Name);
        member.Property(m => m.Title).HasMaxLength(60);
        member.Property(m => m.GivenName).HasMaxLength(Person.NameLength * 3);
        member.Property(m => m.FamilyName).HasMaxLength(Person.NameLength * 3);
        member.Property(m => m.Function).HasMaxLength(200);
        member.HasIndex(m => new { m.GroupId, m.RowId }).IsUnique();
        member.HasIndex(m => m.RegistrationId).IsUnique();
        member.HasOne<Group>().WithMany().HasForeignKey(m => m.GroupId).OnDelete(DeleteBehavior.Cascade);
        // A registration that reached its end takes its row in the group along.
        member.HasOne<Registration>().WithMany().HasForeignKey(m => m.RegistrationId).OnDelete(DeleteBehavior.Cascade);
    }
}
