using Kongress.Registrations.Rows;

namespace Kongress.Registrations.Groups;

/// <summary>The form of an office.</summary>
/// <param name="SubmissionId">Made when the form was opened, unguessable: who sends it again adds to the same group.</param>
/// <param name="Contact">Checked by the page. Name, organisation, level and Land of the contact.</param>
/// <param name="Rows">Unchecked; those with faults are left out.</param>
/// <param name="Language">"de" or "en".</param>
public sealed record GroupSubmission(Guid SubmissionId, string ContactEmail, Person Contact, IReadOnlyList<TypedRow> Rows, string Language);

public enum GroupOutcome
{
    Registered,

    /// <summary>No row is without faults.</summary>
    NobodyGood,

    /// <summary>There would be more than <see cref="Group.MostPeople"/>.</summary>
    TooMany,
    NotOpenYet,
    Closed,

    /// <summary>The form names another contact than the group has, and it is too late to correct that.</summary>
    ContactIsFixed,

    /// <summary>Nobody knows the link, or it has ended.</summary>
    UnknownLink,
}

/// <param name="People">How many were taken in now; those taken in before do not count.</param>
/// <param name="PlacesAreGone">Whoever submits now waits, and some of the group may too.</param>
public sealed record GroupResult(GroupOutcome Outcome, int People, bool PlacesAreGone)
{
    public static implicit operator GroupResult(GroupOutcome outcome) => new(outcome, 0, false);

    public static GroupResult FromGroupOutcome(GroupOutcome outcome) => outcome;
}

/// <summary>What a contact does about one person of the group.</summary>
public enum MemberOutcome
{
    Done,

    /// <summary>A mail went out within the hour.</summary>
    JustSent,

    /// <summary>The person has confirmed: their answers are theirs to change.</summary>
    ConfirmedMeanwhile,

    /// <summary>Cancelled, expired or taken off.</summary>
    Ended,
    DeadlinePassed,

    /// <summary>Only somebody who has confirmed and has a place can be substituted.</summary>
    NoPlace,

    /// <summary>The row of the substitute has faults.</summary>
    Faulty,

    /// <summary>The substitute's address cannot be used, whatever the reason.</summary>
    AddressNotPossible,
    NotFound,
}

/// <summary>A person of the group as the contact sees them.</summary>
/// <param name="Registration">For the form; null where the contact must not learn of one.</param>
/// <param name="Substitute">Who has the place now, where the person or an organiser named somebody; null: the place is the person's, or nobody's.</param>
public sealed record MemberView(GroupMember Member, MemberState State, Registration? Registration, MemberSubstitute? Substitute = null)
{
    /// <summary>Where the place stands, whoever has it now.</summary>
    public MemberState Place => Substitute?.State ?? State;

    /// <summary>Nobody has a place or waits for one any more: the person can be registered again.</summary>
    public bool HasEnded => Place is MemberState.Ended;

    /// <summary>Until when the person can confirm.</summary>
    public DateTimeOffset HeldUntil => Registration?.HeldUntil ?? Member.HeldUntil;

    /// <summary>Whether somebody else can come instead: the person has confirmed and has a place.</summary>
    public bool MaySubstitute => Registration is { HoldsPlace: true, Status: RegistrationStatus.Confirmed or RegistrationStatus.UnderReview };
}

/// <summary>Somebody who came in a person's place without the contact's doing. The contact sees who it is and where they stand, and decides nothing about them.</summary>
public sealed record MemberSubstitute(string Name, MemberState State);

/// <param name="Members">In the order of the rows.</param>
public sealed record GroupView(Group Group, IReadOnlyList<MemberView> Members);
