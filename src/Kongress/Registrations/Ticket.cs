using Kongress.Data;
using Kongress.Shared;

namespace Kongress.Registrations;

/// <summary>The random secret that lets one person in. It can be revoked and replaced; a revoked one is still known, so that the door can say why.</summary>
public sealed class Ticket : ILockable
{
    private Ticket()
    {
    }

    public Ticket(Registration registration, DateTimeOffset now)
    {
        RegistrationId = registration.Id;
        ActiveFor = registration.Id;
        ConferenceId = registration.ConferenceId;
        IssuedAt = now;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public long LockCount { get; private set; }

    public Guid ConferenceId { get; private set; }

    public Guid RegistrationId { get; private set; }

    /// <summary>The registration while the ticket is valid, else null: a unique index allows one valid ticket per registration.</summary>
    public Guid? ActiveFor { get; private set; }

    /// <summary>16 characters; shown as QR and as text.</summary>
    public string Code { get; private set; } = Secret.New(16);

    public DateTimeOffset IssuedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public bool IsActive => RevokedAt is null;

    public void Revoke(DateTimeOffset now)
    {
        RevokedAt ??= now;
        ActiveFor = null;
    }
}
