using Kongress.Data;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Accounts;

/// <summary>Accounts by their address, typed in any case.</summary>
internal static class AccountAddresses
{
    /// <summary>The account of the address; null where there is none.</summary>
    public static Task<Account?> FindAccountAsync(this KongressDb db, string email, CancellationToken ct)
    {
        var name = Account.Normalise(email).ToUpperInvariant();
        return db.Set<Account>().SingleOrDefaultAsync(a => a.NormalizedEmail == name, ct);
    }

    /// <summary>The account of the address, made when there is none and stored with the caller's save.</summary>
    /// <param name="language">"de" or "en", of a new account; one that is there keeps its own.</param>
    public static async Task<Account> AccountOfAsync(this KongressDb db, string email, string language, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.FindAccountAsync(email, ct) is { } known) return known;
        var account = new Account(email) { CreatedAt = now, Language = language };
        db.Add(account);
        return account;
    }
}
