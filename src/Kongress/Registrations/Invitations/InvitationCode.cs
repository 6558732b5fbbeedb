using Kongress.Data;
using Kongress.Shared;

namespace Kongress.Registrations.Invitations;

/// <summary>A code that several people use to register: into a contingent, as a kind, so many times, until an end.</summary>
/// <remarks>Random and long enough that nobody guesses one (59 bits). Uses are counted from the living registrations, under the lock of the conference row.</remarks>
public sealed class InvitationCode : IVersioned
{
    private InvitationCode()
    {
    }

    public InvitationCode(Guid conferenceId, InvitationCodeSettings settings, DateTimeOffset now)
    {
        ConferenceId = conferenceId;
        Settings = settings;
        CreatedAt = now;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    /// <summary>Twelve characters without blanks.</summary>
    public string Code { get; private set; } = Secret.New(12);

    public DateTimeOffset CreatedAt { get; private set; }

    public InvitationCodeSettings Settings { get; private set; } = new();

    public bool HasEnded(DateTimeOffset now) => Settings.EndsAt <= now;

    internal void Set(InvitationCodeSettings settings) => Settings = settings;
}

public sealed record InvitationCodeSettings
{
    public const int NameLength = 80;
    public const int Most = 10_000;

    /// <summary>For whom it was made; read by organisers only.</summary>
    public string Name { get; init; } = "";

    /// <summary>How many living registrations it is good for.</summary>
    public int Uses { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    /// <summary>Whose places its people take; null: those of the contingent that fits them.</summary>
    public Guid? ContingentId { get; init; }

    public AttendeeKind Kind { get; init; }
}
