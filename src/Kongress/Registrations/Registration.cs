using Kongress.Data;
using Kongress.Registrations.Invitations;
using Kongress.Shared;

namespace Kongress.Registrations;

/// <summary>One person at one edition. The state of the booking only; who came is told by scans.</summary>
/// <remarks>Whatever gives or takes a place runs under the lock of the conference row.</remarks>
public sealed class Registration : IVersioned
{
    /// <summary>Longest sort key; what is cut off would only order namesakes of more than a hundred letters.</summary>
    internal const int SortLength = 200;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    /// <summary>The account of the confirmed address.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>Made with the form: the same form sent twice is the same registration.</summary>
    public Guid SubmissionId { get; private set; }

    /// <summary>What a person names on the phone; random, eight characters.</summary>
    public string Code { get; private set; } = Secret.New(8);

    /// <summary>Position in the order of submission within the edition; grows, with gaps. Given out under the lock.</summary>
    public long OrderNumber { get; private set; }

    public RegistrationStatus Status { get; private set; }

    /// <summary>From which contingent the place is, or the place in line; null: one of the places open to everybody.</summary>
    public Guid? ContingentId { get; private set; }

    /// <summary>As what the person comes.</summary>
    public AttendeeKind Kind { get; private set; }

    /// <summary>The registration of the person whom this one accompanies; null but for assistants.</summary>
    public Guid? AccompaniesId { get; private set; }

    /// <summary>The code that was used; null: none.</summary>
    public Guid? InvitationCodeId { get; private set; }

    /// <summary>The personal invitation that was followed; null: none.</summary>
    public Guid? InvitationId { get; private set; }

    /// <summary>The contingent that a code or an invitation leads to, whatever else fits the person.</summary>
    public Guid? InvitedTo { get; private set; }

    /// <summary>An organiser wants the person to come: nothing is left to review.</summary>
    public bool IsInvited => InvitationCodeId is not null || InvitationId is not null;

    /// <summary>Counts against the capacity.</summary>
    public bool HoldsPlace { get; private set; }

    /// <summary>When an unconfirmed or offered place is given on.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    public DateTimeOffset SubmittedAt { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What the person was told when declined or cancelled by an organiser.</summary>
    public string? Reason { get; private set; }

    public Guid? ReplacedById { get; private set; }

    /// <summary>As typed, trimmed, in lower case.</summary>
    public string Email { get; private set; } = "";

    /// <summary>The address while the registration is alive, else null: a unique index allows one living registration per address and edition.</summary>
    public string? ActiveEmail { get; private set; }

    public Person Person { get; private set; } = new();

    public Attendance Attendance { get; private set; } = new();

    /// <summary>"de" or "en": the language of the person's mails.</summary>
    public string Language { get; private set; } = "de";

    /// <summary>Name, organisation and address in their search forms.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Surname, then given names, in their search form: sorts alike on every database.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>The organisation in its search form, for sorting.</summary>
    public string SortOrganisation { get; private set; } = "";

    private Registration()
    {
    }

    /// <param name="orderNumber">From the lock of the conference.</param>
    /// <param name="holdsPlace">Whether a place was free; otherwise the person waits in the order of submission.</param>
    public Registration(Guid conferenceId, Submission submission, long orderNumber, bool holdsPlace, DateTimeOffset now, DateTimeOffset heldUntil)
    {
        ConferenceId = conferenceId;
        SubmissionId = submission.SubmissionId;
        OrderNumber = orderNumber;
        Status = RegistrationStatus.AwaitingEmail;
        HoldsPlace = holdsPlace;
        HeldUntil = heldUntil;
        SubmittedAt = now;
        Email = ActiveEmail = submission.Email.Trim().ToLowerInvariant();
        Language = submission.Language;
        Attendance = submission.Attendance;
        SetPerson(submission.Person);
    }

    /// <summary>Somebody who comes along to help: confirmed with the person, on the same days, without a place and without an address of their own.</summary>
    internal static Registration Assisting(Registration person, Guid submissionId, string givenName, string familyName, long orderNumber, DateTimeOffset now)
    {
        var assistant = new Registration
        {
            ConferenceId = person.ConferenceId,
            SubmissionId = submissionId,
            OrderNumber = orderNumber,
            Status = RegistrationStatus.Confirmed,
            SubmittedAt = now,
            ConfirmedAt = now,
            Email = person.Email,
            Language = person.Language,
            Kind = AttendeeKind.Assistant,
            AccompaniesId = person.Id,
            Attendance = person.Attendance.ForSubstitute(),
        };
        // No address: the index of living addresses needs something that no address is.
        assistant.ActiveEmail = assistant.Code;
        assistant.SetPerson(new Person { GivenName = givenName, FamilyName = familyName, Organisation = person.Person.Organisation, Level = person.Person.Level, Land = person.Person.Land });
        return assistant;
    }

    /// <summary>Alive: the person is coming, waiting or has yet to answer.</summary>
    public bool IsActive => ActiveEmail is not null;

    /// <summary>In line for a place that is not there yet.</summary>
    public bool Waits => !HoldsPlace && Status is (RegistrationStatus.AwaitingEmail or RegistrationStatus.UnderReview or RegistrationStatus.WaitingList);

    /// <summary>The address is still to be proved, and there is time.</summary>
    public bool CanConfirm(DateTimeOffset now) => Status is RegistrationStatus.AwaitingEmail && HeldUntil > now;

    /// <summary>The person proved that the address is theirs.</summary>
    /// <param name="admitted">Whether the address alone shows the public sector.</param>
    public ConfirmEmailOutcome ConfirmEmail(Guid accountId, bool admitted, DateTimeOffset now)
    {
        if (Status is not RegistrationStatus.AwaitingEmail)
        {
            return IsActive ? ConfirmEmailOutcome.AlreadyConfirmed : ConfirmEmailOutcome.Ended;
        }

        if (HeldUntil <= now) return ConfirmEmailOutcome.Ended;

        AccountId = accountId;
        HeldUntil = null;
        if (!admitted)
        {
            Status = RegistrationStatus.UnderReview;
            return HoldsPlace ? ConfirmEmailOutcome.UnderReview : ConfirmEmailOutcome.UnderReviewWithoutPlace;
        }

        return Admit(now) ? ConfirmEmailOutcome.Confirmed : ConfirmEmailOutcome.OnWaitingList;
    }

    /// <summary>Gives the person more time to confirm. False: they have confirmed, the registration has ended, or the time is no longer than before.</summary>
    internal bool ExtendHold(DateTimeOffset until)
    {
        if (Status is not RegistrationStatus.AwaitingEmail || HeldUntil >= until) return false;
        HeldUntil = until;
        return true;
    }

    /// <summary>An organiser found the person to belong to the congress. False: there was nothing to decide.</summary>
    public bool Approve(DateTimeOffset now)
    {
        if (Status is not RegistrationStatus.UnderReview) return false;
        Admit(now);
        return true;
    }

    /// <summary>A place is free and this person is the next in line: those on the waiting list are asked, those not there yet hold it.</summary>
    public void GivePlace(DateTimeOffset offerEnd)
    {
        if (!Waits) throw new InvalidOperationException("Only somebody in line can be given a place.");
        HoldsPlace = true;
        if (Status is RegistrationStatus.WaitingList)
        {
            Status = RegistrationStatus.Offered;
            HeldUntil = offerEnd;
        }
    }

    public OfferOutcome AcceptOffer(DateTimeOffset now)
    {
        if (Status is RegistrationStatus.Confirmed) return OfferOutcome.AlreadyAccepted;
        if (Status is not RegistrationStatus.Offered || HeldUntil <= now) return OfferOutcome.Ended;
        HeldUntil = null;
        Admit(now);
        return OfferOutcome.Accepted;
    }

    /// <summary>Ends the registration; its place, if it held one, is free. False: it had ended before.</summary>
    public bool End(RegistrationStatus end, DateTimeOffset now, string? reason = null, Guid? replacedBy = null)
    {
        if (end is not (RegistrationStatus.Rejected or RegistrationStatus.Cancelled or RegistrationStatus.Expired or RegistrationStatus.Replaced))
        {
            throw new ArgumentOutOfRangeException(nameof(end), end, "Not an end.");
        }

        if (!IsActive) return false;
        Status = end;
        EndedAt = now;
        HeldUntil = null;
        HoldsPlace = false;
        ActiveEmail = null;
        Reason = reason;
        ReplacedById = replacedBy;
        return true;
    }

    public void Change(Person person, Attendance attendance)
    {
        Attendance = attendance;
        SetPerson(person);
    }

    internal void EnterBy(Entrance entrance)
    {
        InvitationCodeId = entrance.CodeId;
        InvitationId = entrance.InvitationId;
        InvitedTo = entrance.InvitedTo;
        Kind = AttendeeKinds.Of(entrance.Kind, Person.Level);
    }

    /// <summary>Whether the person came by exactly this code or invitation.</summary>
    internal bool CameBy(Entrance entrance) => entrance.IsInvited && (InvitationCodeId, InvitationId) == (entrance.CodeId, entrance.InvitationId);

    /// <summary>Turns out to be invited, before there is a place for good: nothing is left to review, and a free place is theirs without asking.</summary>
    /// <param name="isFree">Whether the contingent has a place; otherwise one that is held already is kept where it is.</param>
    internal void Enter(Entrance entrance, Guid? contingentId, bool isFree, DateTimeOffset now)
    {
        EnterBy(entrance);
        if (isFree || !HoldsPlace) ContingentId = contingentId;
        HoldsPlace |= isFree;
        if (Status is RegistrationStatus.UnderReview or RegistrationStatus.WaitingList) Admit(now);
    }

    /// <summary>Comes as what the other one came.</summary>
    internal void EnterLike(Registration other) =>
        (InvitationCodeId, InvitationId, InvitedTo, Kind, ContingentId) = (other.InvitationCodeId, other.InvitationId, other.InvitedTo, other.Kind, other.ContingentId);

    /// <summary>Comes as what an organiser's list says, where it says more than that they come; an invitation or a code goes before it.</summary>
    internal void ComeAs(AttendeeKind kind)
    {
        if (!IsInvited && kind is not AttendeeKind.Attendee) Kind = kind;
    }

    internal void PutInto(Guid? contingentId) => ContingentId = contingentId;

    private void SetPerson(Person person)
    {
        Person = person;
        SearchText = person.SearchTextWith(Email);
        SortName = Cut(SearchForm.Of($"{person.FamilyName} {person.GivenName}"));
        SortOrganisation = SortForm(person.Organisation);
    }

    /// <summary>A text in the form in which <see cref="SortOrganisation"/> is stored.</summary>
    internal static string SortForm(string text) => Cut(SearchForm.Of(text));

    private static string Cut(string text) => text.Length <= SortLength ? text : text[..SortLength];

    private bool Admit(DateTimeOffset now)
    {
        Status = HoldsPlace ? RegistrationStatus.Confirmed : RegistrationStatus.WaitingList;
        if (HoldsPlace) ConfirmedAt = now;
        return HoldsPlace;
    }
}
