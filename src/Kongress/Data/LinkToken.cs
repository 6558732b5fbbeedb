using Kongress.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kongress.Data;

/// <summary>What a link in a mail stands for. Only the hash of its secret is stored; it ends by itself and acts once.</summary>
public sealed class LinkToken
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>What the link may do, named by the feature that issued it. At most 40 characters.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>The row that the link is about.</summary>
    public Guid SubjectId { get; private set; }

    public string Hash { get; private set; } = "";

    public DateTimeOffset EndsAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    private LinkToken()
    {
    }

    /// <summary>Makes a token and hands out its secret: the only time that it is known.</summary>
    internal static (LinkToken Token, string Secret) Issue(string purpose, Guid subjectId, DateTimeOffset endsAt)
    {
        var secret = Secret.New(26);
        return (new LinkToken { Purpose = purpose, SubjectId = subjectId, Hash = Secret.Hash(secret), EndsAt = endsAt }, secret);
    }

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && now < EndsAt;

    public void Use(DateTimeOffset now) => UsedAt = now;

    /// <summary>Ends the token early, so that an older mail no longer works.</summary>
    public void End(DateTimeOffset now)
    {
        if (EndsAt > now) EndsAt = now;
    }
}

/// <summary>Makes and finds links.</summary>
public static class Links
{
    /// <summary>The secret of a new link, for the mail; the link is stored with the caller's save. Older ones stay good until their own end.</summary>
    /// <param name="purpose">At most 40 characters.</param>
    public static string NewLink(this KongressDb db, string purpose, Guid subjectId, DateTimeOffset endsAt)
    {
        var (token, secret) = LinkToken.Issue(purpose, subjectId, endsAt);
        db.Add(token);
        return secret;
    }

    /// <summary>The token of a secret from a link, whatever its state; null for an unknown one, a foreign purpose or any rubbish.</summary>
    public static Task<LinkToken?> FindLinkAsync(this KongressDb db, string purpose, string? secret, CancellationToken ct)
    {
        var hash = Secret.Hash(Secret.Clean(secret));
        return db.Set<LinkToken>().SingleOrDefaultAsync(t => t.Hash == hash && t.Purpose == purpose, ct);
    }
}

internal sealed class LinkTokenTable : IEntityTypeConfiguration<LinkToken>
{
    public void Configure(EntityTypeBuilder<LinkToken> token)
    {
        token.ToTable("LinkTokens");
        token.Property(t => t.Purpose).HasMaxLength(40);
        token.Property(t => t.Hash).HasMaxLength(64).IsUnicode(false);
        // Two who press the same button at once: the second one's transaction starts again and finds the link used.
        token.Property(t => t.UsedAt).IsConcurrencyToken();
        token.HasIndex(t => t.Hash).IsUnique();
        token.HasIndex(t => new { t.SubjectId, t.Purpose });
        token.HasIndex(t => t.EndsAt);
    }
}
