using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kongress.Accounts;

/// <summary>The tables of ASP.NET Core Identity, as far as Kongress uses them.</summary>
internal sealed class AccountTables :
    IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<IdentityRole<Guid>>, IEntityTypeConfiguration<IdentityUserRole<Guid>>,
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>, IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>, IEntityTypeConfiguration<IdentityRoleClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.Property(a => a.UserName).HasMaxLength(254);
        account.Property(a => a.NormalizedUserName).HasMaxLength(254);
        account.Property(a => a.Email).HasMaxLength(254);
        account.Property(a => a.NormalizedEmail).HasMaxLength(254);
        account.Property(a => a.PhoneNumber).HasMaxLength(40);
        account.Property(a => a.DisplayName).HasMaxLength(200);
        account.Property(a => a.Language).HasMaxLength(2);
        account.Property(a => a.ConcurrencyStamp).HasMaxLength(40).IsConcurrencyToken();
        account.Property(a => a.SecurityStamp).HasMaxLength(40);
        account.HasIndex(a => a.NormalizedUserName).IsUnique();
        account.HasIndex(a => a.NormalizedEmail).IsUnique();
    }

    public void Configure(EntityTypeBuilder<IdentityRole<Guid>> role)
    {
        role.ToTable("Roles");
        role.Property(r => r.Name).HasMaxLength(40);
        role.Property(r => r.NormalizedName).HasMaxLength(40);
        role.Property(r => r.ConcurrencyStamp).HasMaxLength(40).IsConcurrencyToken();
        role.HasIndex(r => r.NormalizedName).IsUnique();
        role.HasData(Roles.All.Select(r => new IdentityRole<Guid>
        {
            Id = r.Id,
            Name = r.Name,
            NormalizedName = r.Name.ToUpperInvariant(),
            ConcurrencyStamp = r.Id.ToString("N"),
        }));
    }

    public void Configure(EntityTypeBuilder<IdentityUserRole<Guid>> link)
    {
        link.ToTable("AccountRoles");
        link.HasKey(l => new { l.UserId, l.RoleId });
        link.HasOne<Account>().WithMany().HasForeignKey(l => l.UserId);
        link.HasOne<IdentityRole<Guid>>().WithMany().HasForeignKey(l => l.RoleId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> claim)
    {
        claim.ToTable("AccountClaims");
        claim.HasOne<Account>().WithMany().HasForeignKey(c => c.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> login)
    {
        login.ToTable("AccountLogins");
        login.Property(l => l.LoginProvider).HasMaxLength(128);
        login.Property(l => l.ProviderKey).HasMaxLength(128);
        login.HasKey(l => new { l.LoginProvider, l.ProviderKey });
        login.HasOne<Account>().WithMany().HasForeignKey(l => l.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token)
    {
        token.ToTable("AccountTokens");
        token.Property(t => t.LoginProvider).HasMaxLength(128);
        token.Property(t => t.Name).HasMaxLength(128);
        token.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        token.HasOne<Account>().WithMany().HasForeignKey(t => t.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityRoleClaim<Guid>> claim)
    {
        claim.ToTable("RoleClaims");
        claim.HasOne<IdentityRole<Guid>>().WithMany().HasForeignKey(c => c.RoleId);
    }
}
