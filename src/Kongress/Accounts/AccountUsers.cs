using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kongress.Accounts;

/// <summary>Identity's users, locked by the clock of the product; Identity itself looks at the machine's.</summary>
public sealed class AccountUsers(
    IUserStore<Account> store, IOptions<IdentityOptions> options, IPasswordHasher<Account> hasher, IEnumerable<IUserValidator<Account>> userRules,
    IEnumerable<IPasswordValidator<Account>> passwordRules, ILookupNormalizer normaliser, IdentityErrorDescriber errors, IServiceProvider services, ILogger<AccountUsers> log, TimeProvider clock)
    : UserManager<Account>(store, options, hasher, userRules, passwordRules, normaliser, errors, services, log)
{
    public override Task<bool> IsLockedOutAsync(Account user) => Task.FromResult(user.IsLocked(clock.GetUtcNow()));

    public override Task<IdentityResult> AccessFailedAsync(Account user)
    {
        user.Fail(clock.GetUtcNow());
        return UpdateUserAsync(user);
    }
}
