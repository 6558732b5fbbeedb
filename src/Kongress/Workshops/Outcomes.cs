namespace Kongress.Workshops;

public enum SignUpOutcome
{
    Seated,

    /// <summary>Seated, and the seats in its way were given back.</summary>
    Swapped,
    Waiting,

    /// <summary>The person has a seat, an offer or a place on the waiting list already.</summary>
    AlreadyThere,

    /// <summary>The person has a seat in another workshop at that time; it can be swapped.</summary>
    Overlaps,

    /// <summary>The person has as many workshops as allowed.</summary>
    TooMany,

    /// <summary>The person has as many workshops as allowed in the block of this one; a seat there can be given back for it.</summary>
    TooManyInBlock,
    NotOpenYet,
    Closed,

    /// <summary>The seats go by wishes and are not allotted yet.</summary>
    ByWishes,

    /// <summary>It is for other levels, other Länder, or the person does not come on that day.</summary>
    NotForThem,

    /// <summary>No seat is free, and the waiting list takes nobody more.</summary>
    Full,

    /// <summary>No seat is free, and nobody moves up any more.</summary>
    TooLate,

    /// <summary>The workshop does not take place.</summary>
    Cancelled,

    /// <summary>Only people with a confirmed registration sign up.</summary>
    NotRegistered,
    NotFound,
}

/// <param name="Others">Titles of the workshops that stand in the way, or that were swapped.</param>
/// <param name="Block">Name of the block that has no room for one more; else null.</param>
public sealed record SignUpResult(SignUpOutcome Outcome, IReadOnlyList<string> Others, string? Block = null)
{
    public static implicit operator SignUpResult(SignUpOutcome outcome) => new(outcome, []);

    public static SignUpResult FromSignUpOutcome(SignUpOutcome outcome) => outcome;
}

public enum GiveBackOutcome
{
    /// <summary>A seat or an offered one: it goes to the next in line.</summary>
    GivenBack,
    LeftWaitingList,

    /// <summary>The person is not signed up, perhaps not any more.</summary>
    NotSignedUp,
    Started,
}

public enum AcceptOutcome
{
    Accepted,

    /// <summary>Accepted, and the seats in its way were given back.</summary>
    Swapped,
    AlreadyAccepted,

    /// <summary>The person has another seat at that time and has not agreed to give it back.</summary>
    Overlaps,
    TooMany,

    /// <summary>The person has as many seats as allowed in the block of this workshop; one of them can be given back for it.</summary>
    TooManyInBlock,

    /// <summary>The offer has ended, or there was none.</summary>
    Ended,
}

/// <param name="Others">Titles of the workshops that stand in the way, or that were swapped.</param>
/// <param name="Block">Name of the block that has no room for one more; else null.</param>
public sealed record AcceptResult(AcceptOutcome Outcome, IReadOnlyList<string> Others, string? Block = null)
{
    public static implicit operator AcceptResult(AcceptOutcome outcome) => new(outcome, []);

    public static AcceptResult FromAcceptOutcome(AcceptOutcome outcome) => outcome;
}

public enum SettingsOutcome
{
    Saved,
    ChangedMeanwhile,

    /// <summary>Pausing and capping a waiting list needs a reason.</summary>
    ReasonMissing,
    NotFound,
}

public enum MoveOutcome
{
    /// <summary>First in line now; no seat is free.</summary>
    MovedUp,

    /// <summary>First in line, and the free seat is theirs or offered to them.</summary>
    GotSeat,
    Removed,
    ReasonMissing,

    /// <summary>The person does not wait, or is not signed up any more.</summary>
    NotWaiting,
    NotFound,
}
