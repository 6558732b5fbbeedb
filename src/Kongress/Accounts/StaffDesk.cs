using Kongress.Data;
using Kongress.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Accounts;

public enum PasswordOutcome
{
    Set,

    /// <summary>The link is unknown, used or too old.</summary>
    LinkEnded,

    /// <summary>The password breaks a rule; the sentence says which.</summary>
    Refused,
}

/// <summary>Accounts of people who work with other people's data: invitation, password, roles, second factor.</summary>
public sealed class StaffDesk(KongressDb db, UserManager<Account> users, Outbox outbox, AccountMails mails, TimeProvider clock)
{
    private const string InvitationLink = "Account.Invitation";
    private const string ResetLink = "Account.PasswordReset";
    private const string SetUpLink = "Account.SetUp";
    private static readonly TimeSpan InvitationLifetime = TimeSpan.FromDays(7);
    private static readonly TimeSpan ResetLifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan SetUpLifetime = TimeSpan.FromHours(24);

    /// <summary>Makes an account, or takes the one of the address, gives it the roles beside those it has and sends the invitation.</summary>
    public Task InviteAsync(string email, string name, IReadOnlyCollection<string> roles, Guid administratorId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var now = clock.GetUtcNow();
            var account = await db.AccountOfAsync(email, "de", now, ct);
            account.DisplayName = name;
            // Only the page of the account takes roles away: nobody loses the administration by inviting themselves.
            await AddRolesAsync(account, roles, ct);
            outbox.Add(mails.Invitation(account, db.NewLink(InvitationLink, account.Id, now + InvitationLifetime)));
            db.Record(new Change(null, administratorId, "Account.Invited", account.Id, now, Names(roles)));
            await db.SaveChangesAsync(ct);
        },
        ct);

    /// <summary>Notes that somebody came in with password and, where there is one, second factor.</summary>
    public Task NoteSignInAsync(Guid accountId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var now = clock.GetUtcNow();
            var account = await db.Set<Account>().SingleAsync(a => a.Id == accountId, ct);
            account.LastSignInAt = now;
            db.Record(new Change(null, accountId, "Account.SignedIn", accountId, now, "with password"));
            await db.SaveChangesAsync(ct);
        },
        ct);

    /// <summary>Changes the staff roles; the person is signed out everywhere, so that nothing of the old ones lives on.</summary>
    public Task<bool> ChangeRolesAsync(Guid accountId, IReadOnlyCollection<string> roles, Guid administratorId, CancellationToken ct) => WithAccountAsync(
        accountId, administratorId, "Account.RolesChanged", Names(roles), account => SetRolesAsync(account, roles, ct), ct);

    public Task<bool> LockAsync(Guid accountId, Guid administratorId, CancellationToken ct) => WithAccountAsync(
        accountId, administratorId, "Account.Locked", null, account => { account.LockoutEnd = DateTimeOffset.MaxValue.AddYears(-1); return Task.CompletedTask; }, ct);

    public Task<bool> UnlockAsync(Guid accountId, Guid administratorId, CancellationToken ct) => WithAccountAsync(
        accountId, administratorId, "Account.Unlocked", null, account => { account.LockoutEnd = null; account.AccessFailedCount = 0; return Task.CompletedTask; }, ct);

    /// <summary>Removes the second factor; the person sets up a new one at the next sign-in and is told by mail.</summary>
    public Task<bool> ResetSecondFactorAsync(Guid accountId, Guid administratorId, CancellationToken ct) => WithAccountAsync(
        accountId, administratorId, "Account.SecondFactorReset", null,
        async account =>
        {
            // The key and the recovery codes go too: the lost telephone must not come back in.
            await db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == accountId).ExecuteDeleteAsync(ct);
            account.TwoFactorEnabled = false;
            outbox.Add(mails.SecondFactorReset(account));
        },
        ct);

    /// <summary>Ends every session of the account within a minute.</summary>
    public Task<bool> EndSessionsAsync(Guid accountId, Guid administratorId, CancellationToken ct) =>
        WithAccountAsync(accountId, administratorId, "Account.SessionsEnded", null, _ => Task.CompletedTask, ct);

    /// <summary>Sends a link for a new password where the address belongs to staff; says nothing about whether it does.</summary>
    public Task RequestPasswordResetAsync(string email, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var now = clock.GetUtcNow();
            if (await db.FindAccountAsync(email, ct) is not { PasswordHash: not null } account) return;
            var open = await db.Set<LinkToken>().CountAsync(t => t.SubjectId == account.Id && t.Purpose == ResetLink && t.UsedAt == null && t.EndsAt > now, ct);
            if (open >= 3) return;
            outbox.Add(mails.PasswordReset(account, db.NewLink(ResetLink, account.Id, now + ResetLifetime)));
            await db.SaveChangesAsync(ct);
        },
        ct);

    /// <summary>The account that a link for an invitation, a reset or the first set-up belongs to; null when it has ended.</summary>
    public async Task<Account?> FindByLinkAsync(string? secret, CancellationToken ct) =>
        await OpenLinkAsync(secret, ct) is { } token ? await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == token.SubjectId, ct) : null;

    /// <summary>Sets the password by a link and uses up every link of the account. All sessions end; who had a password is told by mail.</summary>
    public Task<(PasswordOutcome Outcome, string? Sentence)> SetPasswordAsync(string? secret, string password, CancellationToken ct) => db.InTransactionAsync<(PasswordOutcome, string?)>(
        async () =>
        {
            var now = clock.GetUtcNow();
            if (await OpenLinkAsync(secret, ct) is not { } token) return (PasswordOutcome.LinkEnded, null);
            var account = await db.Set<Account>().SingleAsync(a => a.Id == token.SubjectId, ct);
            if (PasswordRules.Refusal(password, account.Email!) is { } refusal) return (PasswordOutcome.Refused, refusal);

            if (account.PasswordHash is not null) outbox.Add(mails.PasswordChanged(account));
            account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
            account.SecurityStamp = Guid.CreateVersion7().ToString("N");
            account.EmailConfirmed = true;
            account.AccessFailedCount = 0;
            token.Use(now);
            // What lies in the mailbox from before sets no second password.
            foreach (var other in await db.Set<LinkToken>().Where(t => t.SubjectId == account.Id && (t.Purpose == InvitationLink || t.Purpose == ResetLink) && t.UsedAt == null && t.Id != token.Id).ToListAsync(ct)) other.End(now);
            db.Record(new Change(null, account.Id, "Account.PasswordSet", account.Id, now));
            await db.SaveChangesAsync(ct);
            return (PasswordOutcome.Set, null);
        },
        ct);

    /// <summary>The secret of a set-up link for the first administrator; null when there is one who has a password. Older set-up links end.</summary>
    public Task<string?> IssueSetUpLinkAsync(CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var now = clock.GetUtcNow();
            var administrator = Roles.All.Single(r => r.Name == Roles.Administrator).Id;
            if (await db.Set<Account>().AnyAsync(a => a.PasswordHash != null && db.Set<IdentityUserRole<Guid>>().Any(l => l.UserId == a.Id && l.RoleId == administrator), ct)) return null;
            foreach (var old in await db.Set<LinkToken>().Where(t => t.Purpose == SetUpLink && t.EndsAt > now).ToListAsync(ct)) old.End(now);
            var secret = db.NewLink(SetUpLink, Guid.Empty, now + SetUpLifetime);
            await db.SaveChangesAsync(ct);
            return secret;
        },
        ct);

    public async Task<bool> SetUpLinkIsOpenAsync(string? secret, CancellationToken ct) =>
        await db.FindLinkAsync(SetUpLink, secret, ct) is { } token && token.IsOpen(clock.GetUtcNow());

    /// <summary>Makes the first administrator by the set-up link.</summary>
    public Task<(PasswordOutcome Outcome, string? Sentence)> SetUpAsync(string? secret, string email, string name, string password, CancellationToken ct) => db.InTransactionAsync<(PasswordOutcome, string?)>(
        async () =>
        {
            var now = clock.GetUtcNow();
            if (await db.FindLinkAsync(SetUpLink, secret, ct) is not { } token || !token.IsOpen(now)) return (PasswordOutcome.LinkEnded, null);
            if (PasswordRules.Refusal(password, email) is { } refusal) return (PasswordOutcome.Refused, refusal);

            await CreateStaffAsync(email, name, [Roles.Administrator], password, now, ct);
            token.Use(now);
            await db.SaveChangesAsync(ct);
            return (PasswordOutcome.Set, null);
        },
        ct);

    /// <summary>Makes a staff account with a password; for the set-up and for demo data.</summary>
    public async Task<Account> CreateStaffAsync(string email, string name, IReadOnlyCollection<string> roles, string password, DateTimeOffset now, CancellationToken ct)
    {
        var account = await db.AccountOfAsync(email, "de", now, ct);
        account.DisplayName = name;
        account.EmailConfirmed = true;
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        await SetRolesAsync(account, roles, ct);
        db.Record(new Change(null, account.Id, "Account.Created", account.Id, now, Names(roles)));
        await db.SaveChangesAsync(ct);
        return account;
    }

    private async Task<LinkToken?> OpenLinkAsync(string? secret, CancellationToken ct)
    {
        var token = await db.FindLinkAsync(InvitationLink, secret, ct) ?? await db.FindLinkAsync(ResetLink, secret, ct);
        return token is not null && token.IsOpen(clock.GetUtcNow()) ? token : null;
    }

    private Task<bool> WithAccountAsync(Guid accountId, Guid administratorId, string action, string? detail, Func<Account, Task> change, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var account = await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == accountId, ct);
            if (account is null) return false;
            await change(account);
            account.SecurityStamp = Guid.CreateVersion7().ToString("N");
            db.Record(new Change(null, administratorId, action, accountId, clock.GetUtcNow(), detail));
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);

    private async Task SetRolesAsync(Account account, IReadOnlyCollection<string> roles, CancellationToken ct)
    {
        var present = await AddRolesAsync(account, roles, ct);
        db.RemoveRange(present.Where(l => Roles.All.Any(r => r.Id == l.RoleId && !roles.Contains(r.Name))));
    }

    // Gives back the staff roles that the account had before.
    private async Task<List<IdentityUserRole<Guid>>> AddRolesAsync(Account account, IReadOnlyCollection<string> roles, CancellationToken ct)
    {
        var staff = Roles.All.Where(r => Roles.Staff.Contains(r.Name)).ToList();
        var ids = staff.Select(r => r.Id).ToList();
        var present = await db.Set<IdentityUserRole<Guid>>().Where(l => l.UserId == account.Id && ids.Contains(l.RoleId)).ToListAsync(ct);
        db.AddRange(staff.Where(r => roles.Contains(r.Name) && present.All(l => l.RoleId != r.Id)).Select(r => new IdentityUserRole<Guid> { UserId = account.Id, RoleId = r.Id }));
        return present;
    }

    // For the audit: only what is a role, whatever a form sent.
    private static string Names(IReadOnlyCollection<string> roles) => string.Join(", ", Roles.Staff.Where(roles.Contains));
}
