namespace Kongress.Registrations;

/// <summary>Answer to a submission. Whether the address was known is told to its owner by mail, to nobody else.</summary>
public enum SubmitOutcome
{
    /// <summary>A mail is on its way; its text depends on what the address stands for.</summary>
    Received,

    /// <summary>The same, and no place is free: a new registration waits in line.</summary>
    ReceivedForWaitingList,
    NotOpenYet,
    Closed,
    CodeUnknown,
    CodeUsedUp,
    CodeEnded,
    InvitationEnded,

    /// <summary>The invitation is for another address.</summary>
    InvitationForOther,

    /// <summary>The congress is closed to companies, unless they are invited to exhibit.</summary>
    CompanyNotInvited,
}

public enum ConfirmEmailOutcome
{
    Confirmed,
    UnderReview,

    /// <summary>The same, and no place is free: once admitted, the person waits.</summary>
    UnderReviewWithoutPlace,
    OnWaitingList,
    AlreadyConfirmed,

    /// <summary>The hold ended, or the registration was withdrawn.</summary>
    Ended,
    UnknownLink,
}

public enum OfferOutcome
{
    Accepted,
    AlreadyAccepted,
    Declined,
    Ended,
    UnknownLink,
}

public enum CancelOutcome
{
    Cancelled,
    AlreadyEnded,
    NotFound,
}

public enum ReviewOutcome
{
    Confirmed,
    OnWaitingList,
    Rejected,
    NotUnderReview,
    NotFound,
}

public enum ChangeOutcome
{
    Changed,

    /// <summary>Changed, and a day or the evening was given up with it: a mail confirms it.</summary>
    ChangedAndGivenUp,

    /// <summary>Somebody changed the registration since the form was opened.</summary>
    ChangedMeanwhile,
    DeadlinePassed,
    Ended,
    NotFound,
}

public enum SubstituteOutcome
{
    Substituted,

    /// <summary>The other address cannot be used, whatever the reason.</summary>
    AddressNotPossible,
    DeadlinePassed,

    /// <summary>Only a person with a place can be substituted.</summary>
    NoPlace,
    NotFound,
}
