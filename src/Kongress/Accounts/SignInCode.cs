using Kongress.Data;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kongress.Accounts;

/// <summary>One request to sign in without a password: a link and a code in one mail, either of which works once, for 15 minutes.</summary>
public sealed class SignInCode : ILockable
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>A code has a million values; five guesses leave a thief one chance in 200,000.</summary>
    public const int MostGuesses = 5;

    private SignInCode()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public long LockCount { get; private set; }

    public Guid AccountId { get; private set; }

    public string LinkHash { get; private set; } = "";

    public string CodeHash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    public int Guesses { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Makes a request and hands out its two secrets: the only time that they are known.</summary>
    public static (SignInCode Request, string Link, string Code) Issue(Guid accountId, DateTimeOffset now)
    {
        var request = new SignInCode { AccountId = accountId, CreatedAt = now, EndsAt = now + Lifetime };
        var (link, code) = (Secret.New(26), Secret.NewDigits());
        request.LinkHash = Secret.Hash(link);
        request.CodeHash = request.HashOf(code);
        return (request, link, code);
    }

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && now < EndsAt && Guesses < MostGuesses;

    public void Use(DateTimeOffset now) => UsedAt = now;

    /// <summary>Whether the code is right; counts the guess.</summary>
    public bool Guess(string code)
    {
        Guesses++;
        return HashOf(code) == CodeHash;
    }

    // Six digits are soon tried out from a bare hash; with the id of the row each has to be tried alone.
    private string HashOf(string code) => Secret.Hash(Id.ToString("N") + code);
}

internal sealed class SignInCodeTable : IEntityTypeConfiguration<SignInCode>
{
    public void Configure(EntityTypeBuilder<SignInCode> request)
    {
        request.ToTable("SignInCodes");
        request.Property(r => r.LinkHash).HasMaxLength(64).IsUnicode(false);
        request.Property(r => r.CodeHash).HasMaxLength(64).IsUnicode(false);
        request.HasIndex(r => r.LinkHash).IsUnique();
        request.HasIndex(r => new { r.AccountId, r.CreatedAt });
        request.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId);
    }
}
