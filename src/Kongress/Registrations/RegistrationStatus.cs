namespace Kongress.Registrations;

public enum RegistrationStatus
{
    /// <summary>Submitted; the address is not confirmed yet. A place may be held meanwhile.</summary>
    AwaitingEmail,

    /// <summary>The address is confirmed; an organiser decides whether the person belongs to the public sector.</summary>
    UnderReview,
    Confirmed,
    WaitingList,

    /// <summary>A freed place is held for the person, who has to say yes in time.</summary>
    Offered,
    Rejected,
    Cancelled,
    Expired,

    /// <summary>Somebody else came in this person's place.</summary>
    Replaced,
}
