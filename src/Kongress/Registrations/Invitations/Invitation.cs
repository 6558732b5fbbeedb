
namespace Kongress.Registrations.Invitations;

public enum InvitationState
{
    /// <summary>No answer yet.</summary>
    Open,
    Registered,
    Declined,

    /// <summary>Nobody answered in time, or it was withdrawn.</summary>
    Ended,
}

/// <summary>One person is invited by mail: locked to the address, with a link of its own, until an end.</summary>
public sealed class Invitation
{
    private Invitation()
    {
    }

    /// <param name="remindAt">When somebody who has not answered is reminded, once; null: not.</param>
    public Invitation(Guid conferenceId, string email, InvitationTerms terms, DateTimeOffset now, DateTimeOffset? remindAt)
    {
        ConferenceId = conferenceId;
        Email = email;
        Open(terms, now, remindAt);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    /// <summary>In lower case; unique within the edition.</summary>
    public string Email { get; private set; } = "";

    public Guid? ContingentId { get; private set; }

    public AttendeeKind Kind { get; private set; }

    /// <summary>"de" or "en".</summary>
    public string Language { get; private set; } = "de";

    public DateTimeOffset InvitedAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    public DateTimeOffset? RemindAt { get; private set; }

    public DateTimeOffset? RemindedAt { get; private set; }

    public DateTimeOffset? DeclinedAt { get; private set; }

    public bool IsOpen(DateTimeOffset now) => DeclinedAt is null && now < EndsAt;

    internal void Decline(DateTimeOffset now) => DeclinedAt ??= now;

    internal void Remind(DateTimeOffset now) => RemindedAt = now;

    /// <summary>From now on as if nobody had been asked before.</summary>
    internal void Open(InvitationTerms terms, DateTimeOffset now, DateTimeOffset? remindAt)
    {
        (ContingentId, Kind, EndsAt, Language) = (terms.ContingentId, terms.Kind, terms.EndsAt, terms.Language);
        SendAgain(now, remindAt);
        DeclinedAt = null;
    }

    /// <summary>The same invitation goes out once more.</summary>
    internal void SendAgain(DateTimeOffset now, DateTimeOffset? remindAt) => (InvitedAt, RemindAt, RemindedAt) = (now, remindAt, null);

    internal void End(DateTimeOffset now)
    {
        if (EndsAt > now) EndsAt = now;
    }

    internal InvitationState StateOf(bool isRegistered, DateTimeOffset now) =>
        isRegistered ? InvitationState.Registered : DeclinedAt is not null ? InvitationState.Declined : now < EndsAt ? InvitationState.Open : InvitationState.Ended;
}

/// <summary>On what terms people are invited.</summary>
public sealed record InvitationTerms(Guid? ContingentId, AttendeeKind Kind, DateTimeOffset EndsAt, string Language);
