using Kongress.Accounts;
using Kongress.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Speakers;

/// <summary>Accounts of people who were invited: the sign-in by mail knows an address only when it has one.</summary>
internal static class SpeakerAccounts
{
    /// <summary>Ties the person to the account of their own address, made when there is none. Call it inside the transaction that invites.</summary>
    /// <remarks>Nothing is opened by it: whoever wants in still has to read the mail that goes to the address.</remarks>
    public static async Task OpenAccountAsync(this KongressDb db, Speaker speaker, DateTimeOffset now, CancellationToken ct)
    {
        if (speaker.Contact.Email is not { } email) return;
        if (speaker.AccountId is not { } accountId)
        {
            accountId = (await db.AccountOfAsync(email, speaker.Contact.Language, now, ct)).Id;
            speaker.TieTo(accountId);
        }

        await db.GiveSpeakerRoleAsync(accountId, ct);
    }

    /// <summary>Gives the account the role Speaker unless it has it.</summary>
    public static async Task GiveSpeakerRoleAsync(this KongressDb db, Guid accountId, CancellationToken ct)
    {
        var roleId = Roles.All.Single(r => r.Name == Roles.Speaker).Id;
        if (await db.Set<IdentityUserRole<Guid>>().AnyAsync(l => l.UserId == accountId && l.RoleId == roleId, ct)) return;
        db.Add(new IdentityUserRole<Guid> { UserId = accountId, RoleId = roleId });
    }
}
