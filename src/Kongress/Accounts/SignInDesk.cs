using Kongress.Data;
using Kongress.Mail;
using Kongress.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Accounts;

/// <summary>Signing in by mail, for attendees and speakers. Staff get a mail that leads them to password and second factor.</summary>
public sealed class SignInDesk(KongressDb db, Outbox outbox, AccountMails mails, TimeProvider clock)
{
    private const int MostOpenRequests = 5;

    /// <summary>Sends the mail where the address is known; says nothing about whether it is. At most five mails in 15 minutes for one address.</summary>
    public Task RequestAsync(string email, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var now = clock.GetUtcNow();
            var account = await db.FindAccountAsync(email, ct);
            if (account is null) return;
            var since = now - SignInCode.Lifetime;
            if (await db.Set<SignInCode>().CountAsync(r => r.AccountId == account.Id && r.CreatedAt > since, ct) >= MostOpenRequests) return;

            var (request, link, code) = SignInCode.Issue(account.Id, now);
            if (await IsStaffAsync(account.Id, ct))
            {
                // The row counts against the limit, its secrets are never sent.
                request.Use(now);
                outbox.Add(mails.StaffSignIn(account));
            }
            else
            {
                outbox.Add(mails.SignIn(account, link, code));
            }

            db.Add(request);
            await db.SaveChangesAsync(ct);
        },
        ct);

    /// <summary>Whether a link can still be used: to show the button, or say that it is too late.</summary>
    public async Task<bool> LinkIsOpenAsync(string? link, CancellationToken ct)
    {
        var hash = Secret.Hash(Secret.Clean(link));
        return await db.Set<SignInCode>().AsNoTracking().SingleOrDefaultAsync(r => r.LinkHash == hash, ct) is { } request && request.IsOpen(clock.GetUtcNow());
    }

    /// <summary>Uses a link up. The account that is now proved, or null.</summary>
    public async Task<Account?> UseLinkAsync(string? link, CancellationToken ct)
    {
        var hash = Secret.Hash(Secret.Clean(link));
        var id = await db.Set<SignInCode>().Where(r => r.LinkHash == hash).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(ct);
        return id is null ? null : await UseAsync(id.Value, _ => true, ct);
    }

    /// <summary>Tries a code of an address; a wrong one is counted, and after five the mail's code and link are dead.</summary>
    public async Task<Account?> UseCodeAsync(string email, string? code, CancellationToken ct)
    {
        var account = await db.FindAccountAsync(email, ct);
        if (account is null) return null;
        var now = clock.GetUtcNow();
        var id = await db.Set<SignInCode>()
            .Where(r => r.AccountId == account.Id && r.UsedAt == null && r.EndsAt > now)
            .OrderByDescending(r => r.CreatedAt).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(ct);
        return id is null ? null : await UseAsync(id.Value, request => request.Guess(Secret.Clean(code)), ct);
    }

    private Task<Account?> UseAsync(Guid requestId, Func<SignInCode, bool> isRight, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockAsync<SignInCode>(requestId, ct);
            var now = clock.GetUtcNow();
            var request = await db.Set<SignInCode>().SingleAsync(r => r.Id == requestId, ct);
            if (!request.IsOpen(now)) return null;
            Account? account = null;
            if (isRight(request))
            {
                request.Use(now);
                account = await MayEnterAsync(request.AccountId, now, ct);
            }

            if (account is not null)
            {
                account.LastSignInAt = now;
                account.EmailConfirmed = true;
                db.Record(new Change(null, account.Id, "Account.SignedIn", account.Id, now, "by mail"));
            }

            await db.SaveChangesAsync(ct);
            return account;
        },
        ct);

    // Somebody may have been locked, or have joined the staff, since the mail was sent.
    private async Task<Account?> MayEnterAsync(Guid accountId, DateTimeOffset now, CancellationToken ct)
    {
        var account = await db.Set<Account>().SingleAsync(a => a.Id == accountId, ct);
        return account.IsLocked(now) || await IsStaffAsync(accountId, ct) ? null : account;
    }

    private Task<bool> IsStaffAsync(Guid accountId, CancellationToken ct)
    {
        var staff = Roles.All.Where(r => Roles.Staff.Contains(r.Name)).Select(r => r.Id).ToList();
        return db.Set<IdentityUserRole<Guid>>().AnyAsync(l => l.UserId == accountId && staff.Contains(l.RoleId), ct);
    }
}
