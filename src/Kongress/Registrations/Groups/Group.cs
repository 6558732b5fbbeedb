using Kongress.Data;
using Kongress.Registrations.Rows;
using Kongress.Shared;

namespace Kongress.Registrations.Groups;

/// <summary>People whom an office registered in one go, and who speaks for the office.</summary>
/// <remarks>Everybody in it has an own registration and confirms personally; the group only remembers who sent them.</remarks>
public sealed class Group
{
    /// <summary>How many people one group may have.</summary>
    public const int MostPeople = 50;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    /// <summary>Made with the form: the same form sent twice is the same group for ever.</summary>
    public Guid SubmissionId { get; private set; }

    /// <summary>How long the contact can be corrected with the form: from then on whoever finds the form in a browser changes nothing about who sees the group.</summary>
    public static readonly TimeSpan CorrectableFor = TimeSpan.FromDays(1);

    /// <summary>Trimmed, in lower case. Its owner alone sees and changes the group, through a secret link.</summary>
    public string ContactEmail { get; private set; } = "";

    /// <summary>Full name of the contact: named to the people as the source of their data (Art. 14 GDPR).</summary>
    public string ContactName { get; private set; } = "";

    public string Organisation { get; private set; } = "";

    public AdministrativeLevel Level { get; private set; }

    public Land? Land { get; private set; }

    /// <summary>"de" or "en", of the contact and of the first mail to each person.</summary>
    public string Language { get; private set; } = "de";

    public DateTimeOffset CreatedAt { get; private set; }

    private Group()
    {
    }

    public Group(Guid conferenceId, GroupSubmission submission, DateTimeOffset now)
    {
        ConferenceId = conferenceId;
        SubmissionId = submission.SubmissionId;
        Correct(submission);
        Language = submission.Language;
        CreatedAt = now;
    }

    /// <summary>Whether the form names another contact, or another office, than the group has.</summary>
    internal bool Differs(GroupSubmission submission) =>
        (ContactEmail, ContactName, Organisation, Level, Land) != (Address(submission), submission.Contact.FullName, submission.Contact.Organisation, submission.Contact.Level, submission.Contact.Land);

    /// <summary>Contact and office as the form names them; who is registered already stays as they are.</summary>
    internal void Correct(GroupSubmission submission) =>
        (ContactEmail, ContactName, Organisation, Level, Land) = (Address(submission), submission.Contact.FullName, submission.Contact.Organisation, submission.Contact.Level, submission.Contact.Land);

    private static string Address(GroupSubmission submission) => submission.ContactEmail.Trim().ToLowerInvariant();

    /// <summary>Where the people of the group work.</summary>
    internal Person Office => new() { Organisation = Organisation, Level = Level, Land = Land };
}

/// <summary>Somebody whom the office named.</summary>
/// <remarks>
/// Where the address was registered already there is no <see cref="RegistrationId"/>, and the contact sees the same as of somebody who does not answer:
/// whether an address is registered is told to its owner alone. Hence everything here is what the office typed.
/// </remarks>
public sealed class GroupMember : IVersioned
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public Guid GroupId { get; private set; }

    /// <summary>Made with the row: the same row sent twice is the same person, until they are registered anew with another row.</summary>
    public Guid RowId { get; private set; }

    /// <summary>In the order of the rows, from 1.</summary>
    public int Position { get; private set; }

    public string Email { get; private set; } = "";

    public string? Title { get; private set; }

    public string GivenName { get; private set; } = "";

    public string FamilyName { get; private set; } = "";

    public string? Function { get; private set; }

    public bool Day1 { get; private set; }

    public bool Day2 { get; private set; }

    public bool Evening { get; private set; }

    public string Name => new Person { Title = Title, GivenName = GivenName, FamilyName = FamilyName }.FullName;

    public Guid? RegistrationId { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Until when the person can confirm.</summary>
    public DateTimeOffset HeldUntil { get; private set; }

    /// <summary>When the last mail went to the person by order of the contact.</summary>
    public DateTimeOffset SentAt { get; private set; }

    /// <summary>When the contact took the person off; null: they did not.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    private GroupMember()
    {
    }

    public GroupMember(Group group, Guid rowId, int position, string email, Guid? registrationId, DateTimeOffset now, DateTimeOffset heldUntil)
    {
        GroupId = group.Id;
        RowId = rowId;
        Position = position;
        Email = email;
        RegistrationId = registrationId;
        AddedAt = SentAt = now;
        HeldUntil = heldUntil;
    }

    /// <summary>What the office says of the person.</summary>
    public void Tell(Person person, Attendance attendance) =>
        (Title, GivenName, FamilyName, Function, Day1, Day2, Evening) = (person.Title, person.GivenName, person.FamilyName, person.Function, attendance.Day1, attendance.Day2, attendance.Evening);

    public void Remove(DateTimeOffset now) => RemovedAt ??= now;

    /// <summary>Somebody else of the office comes in this person's place: the row is theirs from now on.</summary>
    /// <param name="registrationId">Of the substitute.</param>
    public void GiveTo(string email, Guid registrationId, DateTimeOffset now, DateTimeOffset heldUntil) =>
        (Email, RegistrationId, AddedAt, SentAt, HeldUntil) = (email, registrationId, now, now, heldUntil);

    /// <summary>The person is registered anew after they had dropped out; the row stays where it stands.</summary>
    /// <param name="registrationId">Null where the address was registered already.</param>
    public void ComeBack(Guid rowId, Guid? registrationId, DateTimeOffset now, DateTimeOffset heldUntil) =>
        (RowId, RegistrationId, AddedAt, SentAt, HeldUntil, RemovedAt) = (rowId, registrationId, now, now, heldUntil, null);

    /// <summary>The person has longer to confirm; never shorter.</summary>
    public void Hold(DateTimeOffset until)
    {
        if (HeldUntil < until) HeldUntil = until;
    }

    /// <summary>What the office typed, as a new row.</summary>
    public TypedRow ToRow() => new() { Title = Title, GivenName = GivenName, FamilyName = FamilyName, Email = Email, Function = Function, Day1 = Day1, Day2 = Day2, Evening = Evening };

    /// <summary>False: a mail went out within the hour, and nobody is to be flooded.</summary>
    public bool MaySend(DateTimeOffset now) => now >= SentAt.AddHours(1);

    public void Sent(DateTimeOffset now) => SentAt = now;

    /// <summary>What the contact sees.</summary>
    /// <param name="registration">Null where there is none, and where the contact must not learn of it.</param>
    public MemberState StateOf(Registration? registration, DateTimeOffset now) =>
        RemovedAt is not null ? MemberState.Ended
        : registration is null ? now < HeldUntil ? MemberState.AwaitingEmail : MemberState.Ended
        : StateOf(registration.Status);

    internal static MemberState StateOf(RegistrationStatus status) => status switch
    {
        RegistrationStatus.AwaitingEmail => MemberState.AwaitingEmail,
        RegistrationStatus.UnderReview => MemberState.UnderReview,
        RegistrationStatus.Confirmed => MemberState.Confirmed,
        RegistrationStatus.WaitingList or RegistrationStatus.Offered => MemberState.WaitingList,
        RegistrationStatus.Rejected or RegistrationStatus.Cancelled or RegistrationStatus.Expired or RegistrationStatus.Replaced => MemberState.Ended,
    };
}

/// <summary>Where somebody of a group stands, as far as the office is told.</summary>
public enum MemberState
{
    AwaitingEmail,
    UnderReview,
    Confirmed,
    WaitingList,

    /// <summary>Not confirmed in time, declined, cancelled, substituted or taken off.</summary>
    Ended,
}
