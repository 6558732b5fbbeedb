using Microsoft.AspNetCore.Identity;

namespace Kongress.Accounts;

/// <summary>Who can sign in. Attendees and speakers have no password: they get a link or a code by mail.</summary>
/// <remarks>The address is the user name, in lower case.</remarks>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>So many wrong passwords or codes in a row lock the account for <see cref="LockTime"/> (BSI: at most ten).</summary>
    public const int MostFailures = 10;

    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    private Account()
    {
    }

    public Account(string email)
    {
        Id = Guid.CreateVersion7();
        Email = UserName = Normalise(email);
        NormalizedEmail = NormalizedUserName = UserName.ToUpperInvariant();
        SecurityStamp = Guid.CreateVersion7().ToString("N");
        ConcurrencyStamp = Guid.CreateVersion7().ToString("N");
        LockoutEnabled = true;
    }

    /// <summary>What mails to the account begin with; empty for attendees, whose registration holds the name. At most 200 characters.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>"de" or "en".</summary>
    public string Language { get; set; } = "de";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>Whether nobody gets in, after too many failures or by an administrator's decision.</summary>
    public bool IsLocked(DateTimeOffset now) => LockoutEnd > now;

    /// <summary>Counts a wrong password or code.</summary>
    public void Fail(DateTimeOffset now)
    {
        if (++AccessFailedCount < MostFailures) return;
        LockoutEnd = now + LockTime;
        AccessFailedCount = 0;
    }

    /// <summary>The form in which addresses are compared and stored.</summary>
    public static string Normalise(string email) => email.Trim().ToLowerInvariant();
}
