using Microsoft.AspNetCore.Identity;

namespace Kongress.Accounts;

/// <summary>Who can sign in. Attendees and speakers have no password: they get a link or a code by mail.</summary>
/// <remarks>The address is the user name, in lower case.</remarks>
public sealed class Account : IdentityUser<Guid>
{
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

    /// <summary>The form in which addresses are compared and stored.</summary>
    public static string Normalise(string email) => email.Trim().ToLowerInvariant();
}
