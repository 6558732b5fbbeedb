using Kongress.Data;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations.Invitations;

/// <summary>What a code or an invitation opens; all null: nothing, the person comes as everybody does.</summary>
/// <param name="InvitedTo">The contingent; null: the one that fits the person.</param>
public sealed record Entrance(Guid? CodeId = null, Guid? InvitationId = null, Guid? InvitedTo = null, AttendeeKind? Kind = null)
{
    public static Entrance Of(Invitation invitation) => new(InvitationId: invitation.Id, InvitedTo: invitation.ContingentId, Kind: invitation.Kind);

    public bool IsInvited => CodeId is not null || InvitationId is not null;
}

/// <summary>Why a code or an invitation opens nothing.</summary>
public enum EntranceRefusal
{
    None,
    CodeUnknown,
    CodeUsedUp,
    CodeEnded,

    /// <summary>The link is unknown, its end has come, or the person declined.</summary>
    InvitationEnded,

    /// <summary>The invitation is for another address.</summary>
    OtherAddress,
}

/// <summary>Looks codes and invitations up. What it says about uses stays true only under the lock of the conference row.</summary>
internal sealed class Entrances(KongressDb db)
{
    public const string Purpose = "Registration.Invited";

    /// <param name="code">As typed, in any case, with hyphens or without; null: none.</param>
    /// <param name="secret">Of an invitation's link; it goes before a code.</param>
    /// <param name="email">Null: not known yet, any address will do.</param>
    public async Task<(EntranceRefusal Refusal, Entrance Entrance)> FindAsync(Guid conferenceId, string? code, string? secret, string? email, DateTimeOffset now, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(secret))
        {
            if (await InvitationAsync(conferenceId, secret, ct) is not var (invitation, link) || !invitation.IsOpen(now) || !link.IsOpen(now)) return (EntranceRefusal.InvitationEnded, new Entrance());
            if (email is not null && email != invitation.Email) return (EntranceRefusal.OtherAddress, new Entrance());
            return (EntranceRefusal.None, Entrance.Of(invitation));
        }

        if (string.IsNullOrWhiteSpace(code)) return (EntranceRefusal.None, new Entrance());
        var clean = Secret.Clean(code);
        var found = await db.Set<InvitationCode>().AsNoTracking().SingleOrDefaultAsync(c => c.ConferenceId == conferenceId && c.Code == clean, ct);
        if (found is null) return (EntranceRefusal.CodeUnknown, new Entrance());
        if (found.HasEnded(now)) return (EntranceRefusal.CodeEnded, new Entrance());
        var used = await db.Set<Registration>().CountAsync(r => r.InvitationCodeId == found.Id && r.ActiveEmail != null, ct);
        return used >= found.Settings.Uses
            ? (EntranceRefusal.CodeUsedUp, new Entrance())
            : (EntranceRefusal.None, new Entrance(CodeId: found.Id, InvitedTo: found.Settings.ContingentId, Kind: found.Settings.Kind));
    }

    /// <summary>The open personal invitation of an address whose owner has been proved; nothing where there is none.</summary>
    public async Task<Entrance> OfAddressAsync(Guid conferenceId, string email, DateTimeOffset now, CancellationToken ct) =>
        await db.Set<Invitation>().AsNoTracking().SingleOrDefaultAsync(i => i.ConferenceId == conferenceId && i.Email == email, ct) is { } invitation && invitation.IsOpen(now)
            ? Entrance.Of(invitation)
            : new Entrance();

    /// <summary>Of a link, both whatever their state; null for an unknown one or one of another edition.</summary>
    public async Task<(Invitation Invitation, LinkToken Link)?> InvitationAsync(Guid conferenceId, string? secret, CancellationToken ct)
    {
        if (await db.FindLinkAsync(Purpose, secret, ct) is not { } link) return null;
        return await db.Set<Invitation>().SingleOrDefaultAsync(i => i.Id == link.SubjectId && i.ConferenceId == conferenceId, ct) is { } invitation ? (invitation, link) : null;
    }

    /// <summary>Whether the person is registered by this invitation, or without it but with a place. Who registered otherwise and has none yet can still use the link.</summary>
    public Task<bool> IsAnsweredAsync(Invitation invitation, CancellationToken ct) => db.Set<Registration>().AnyAsync(
        r => r.ConferenceId == invitation.ConferenceId && r.ActiveEmail == invitation.Email && (r.InvitationId == invitation.Id || r.Status == RegistrationStatus.Confirmed || r.Status == RegistrationStatus.Offered), ct);

    /// <summary>The secret of a new link, stored with the caller's save. Older ones stay good until their own end.</summary>
    public string NewLink(Invitation invitation) => db.NewLink(Purpose, invitation.Id, invitation.EndsAt);

    /// <summary>Ends all links of these invitations.</summary>
    public Task<int> EndLinksAsync(Guid[] invitations, DateTimeOffset now, CancellationToken ct) => db.Set<LinkToken>()
        .Where(t => invitations.Contains(t.SubjectId) && t.Purpose == Purpose && t.EndsAt > now)
        .ExecuteUpdateAsync(set => set.SetProperty(t => t.EndsAt, now), ct);
}
