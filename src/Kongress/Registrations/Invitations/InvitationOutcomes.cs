namespace Kongress.Registrations.Invitations;

/// <param name="Used">Living registrations that came by it.</param>
public sealed record CodeRow(InvitationCode Code, int Used, string? Contingent);

/// <param name="RegistrationId">The living registration of the address, however it came; also where the invitation is still open.</param>
/// <param name="CanBeWithdrawn">False once it has ended, and once the address is proved: then there is a registration to cancel.</param>
public sealed record InvitationRow(Invitation Invitation, InvitationState State, Guid? RegistrationId, string? Contingent, bool CanBeWithdrawn);

/// <summary>What became of a list of addresses.</summary>
/// <param name="Admitted">Registered before and without a place, and now in by the invitation.</param>
/// <param name="InLine">The same, but no place is free; they stand in line for one.</param>
public sealed record InvitedResult(int Invited, int AlreadyInvited, int AlreadyRegistered, int Admitted = 0, int InLine = 0);

/// <param name="Reminded">How many get a mail.</param>
/// <param name="Spared">How many have not answered either, and had a mail in the last days.</param>
public sealed record RemindPreview(int Reminded, int Spared);

public enum CodeOutcome
{
    Saved,

    /// <summary>Somebody else changed the code since the form was opened.</summary>
    ChangedMeanwhile,
    NotFound,
}

public enum ResendOutcome
{
    Sent,

    /// <summary>A moment ago a mail went out already.</summary>
    JustSent,

    /// <summary>Answered or ended; who is to come after all is invited anew.</summary>
    NotOpen,
    NotFound,
}

public enum WithdrawOutcome
{
    Withdrawn,

    /// <summary>The same, and the place that was held for an unconfirmed address is free.</summary>
    WithdrawnWithPlace,

    /// <summary>The person is registered; there is a registration to cancel.</summary>
    Registered,

    /// <summary>It had ended before, or the person declined.</summary>
    Ended,
    NotFound,
}

public enum DeclineOutcome
{
    Declined,

    /// <summary>The person registered meanwhile; there is a registration to cancel.</summary>
    Registered,
    Ended,
    UnknownLink,
}
