using System.Reflection;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Kongress.Accounts;

/// <summary>What is known of an account and what was written to its address. An account goes when nothing needs it any more.</summary>
public sealed class AccountRecords(KongressDb db, IStringLocalizer<Texts> text) : IHoldsPersonalData
{
    /// <summary>How long an account that nothing needs is kept after it was made or last used.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(30);

    // An account belongs to no edition, and neither do its times.
    private static readonly ConferenceTime Time = new("Europe/Berlin");

    public async Task<IReadOnlyList<PersonalDataPart>> ShowAsync(Guid accountId, CancellationToken ct)
    {
        var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, ct);
        if (account is null) return [];
        var roles = await db.Set<IdentityUserRole<Guid>>().Where(l => l.UserId == accountId).Select(l => l.RoleId).ToListAsync(ct);
        var mails = await db.Set<OutgoingMail>().Where(m => m.ToAddress == account.Email).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id)
            .Select(m => new { m.Subject, m.CreatedAt, m.SentAt }).ToListAsync(ct);

        var values = new List<KeyValuePair<string, string?>>
        {
            new(text["E-Mail-Adresse"], account.Email),
            new(text["Sprache"], account.Language),
            new(text["Angelegt"], Time.DayAndTime(account.CreatedAt)),
            new(text["Zuletzt angemeldet"], account.LastSignInAt is { } at ? Time.DayAndTime(at) : null),
        };
        if (account.DisplayName.Length > 0) values.Add(new(text["Name"], account.DisplayName));
        if (roles.Count > 0) values.Add(new(text["Rollen"], string.Join(", ", Roles.All.Where(r => roles.Contains(r.Id)).Select(r => Roles.German(r.Name)))));
        var parts = new List<PersonalDataPart> { new(text["Konto"], values) };
        if (mails.Count > 0)
        {
            parts.Add(new PersonalDataPart(text["Nachrichten an Sie"], mails.ConvertAll(m =>
                new KeyValuePair<string, string?>(Time.DayAndTime(m.SentAt ?? m.CreatedAt), m.SentAt is null ? text["{0} (nicht verschickt)", m.Subject] : m.Subject))));
        }

        return parts;
    }

    /// <summary>Deletes accounts without a role that no feature needs any more. Links and codes for signing in go along.</summary>
    public Task<int> EraseDueAsync(DateTimeOffset now, CancellationToken ct)
    {
        var end = now - Grace;
        var due = Unneeded().Where(a => a.CreatedAt <= end && (a.LastSignInAt == null || a.LastSignInAt <= end));
        return db.InTransactionAsync(
            async () =>
            {
                await db.Set<LinkToken>().Where(t => due.Any(a => a.Id == t.SubjectId)).ExecuteDeleteAsync(ct);
                return await due.ExecuteDeleteAsync(ct);
            },
            ct);
    }

    // A feature that needs its accounts says so with a foreign key that forbids deleting them; what cascades goes along.
    private IQueryable<Account> Unneeded()
    {
        var without = typeof(AccountRecords).GetMethod(nameof(Without), BindingFlags.Instance | BindingFlags.NonPublic)!;
        var needed = db.Model.FindEntityType(typeof(Account))!.GetReferencingForeignKeys().Where(key => key.DeleteBehavior is not DeleteBehavior.Cascade);
        return needed.Aggregate(
            db.Set<Account>().Where(a => !db.Set<IdentityUserRole<Guid>>().Any(l => l.UserId == a.Id)),
            (accounts, key) => (IQueryable<Account>)without.MakeGenericMethod(key.DeclaringEntityType.ClrType).Invoke(this, [accounts, key.Properties[0].Name])!);
    }

    private IQueryable<Account> Without<T>(IQueryable<Account> accounts, string column) where T : class =>
        accounts.Where(a => !db.Set<T>().Any(row => EF.Property<Guid?>(row, column) == a.Id));
}
