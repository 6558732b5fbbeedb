namespace Kongress.Programme.Sessions;

/// <summary>In the order in which they are named when nobody set an order.</summary>
public enum ParticipationRole
{
    Moderator,
    Speaker,
    Panellist,
    WorkshopLead,
    Host,
    Interpreter,

    /// <summary>Helps; never public.</summary>
    Assistant,
}

public enum ParticipationState
{
    /// <summary>An idea of the organisers; the person knows nothing yet.</summary>
    Proposed,
    Invited,
    Accepted,

    /// <summary>Said "probably".</summary>
    Tentative,
    Declined,

    /// <summary>Taken off by the organisers, or replaced by somebody else.</summary>
    Cancelled,
}

/// <summary>A person on a session, with the function and organisation that they had at that time.</summary>
public sealed class Participation
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid SessionId { get; private set; }

    public Guid SpeakerId { get; private set; }

    public ParticipationRole Role { get; private set; }

    /// <summary>Place in the order of protocol, from 1.</summary>
    public int Position { get; private set; }

    public string Function { get; private set; } = "";

    public string Organisation { get; private set; } = "";

    public ParticipationState State { get; private set; }

    /// <summary>The session is confirmed only when this person has said yes.</summary>
    public bool IsRequired { get; private set; }

    /// <summary>What the person wrote with the answer.</summary>
    public string? Word { get; private set; }

    /// <summary>Whether the office answered for the person.</summary>
    public bool AnsweredByAssistant { get; private set; }

    public DateTimeOffset? InvitedAt { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The participation that came in place of this one.</summary>
    public Guid? ReplacedById { get; private set; }

    private Participation()
    {
    }

    internal Participation(Guid sessionId, Guid speakerId, ParticipationRole role, int position, string function, string organisation)
    {
        SessionId = sessionId;
        SpeakerId = speakerId;
        Role = role;
        Position = position;
        Function = function;
        Organisation = organisation;
        IsRequired = role is not (ParticipationRole.Assistant or ParticipationRole.Interpreter or ParticipationRole.Host);
    }

    /// <summary>On the session, as far as one knows: neither declined nor taken off.</summary>
    public bool IsOn => State is not (ParticipationState.Declined or ParticipationState.Cancelled);

    /// <summary>Named in the programme.</summary>
    public bool IsPublic => IsOn && Role is not (ParticipationRole.Assistant or ParticipationRole.Interpreter);

    internal void MoveTo(int position) => Position = position;

    public void Change(string function, string organisation, bool isRequired) => (Function, Organisation, IsRequired) = (function, organisation, isRequired);

    /// <summary>The mail is written. An answer that was given stays.</summary>
    public void Invite(DateTimeOffset now)
    {
        if (State is ParticipationState.Proposed or ParticipationState.Declined) State = ParticipationState.Invited;
        InvitedAt = now;
    }

    /// <summary>The answer of the person or the office; it can be changed as long as the person is on. False: nothing to answer, or no answer.</summary>
    public bool Answer(ParticipationState answer, string? word, bool byAssistant, DateTimeOffset now)
    {
        if (answer is not (ParticipationState.Accepted or ParticipationState.Tentative or ParticipationState.Declined)) return false;
        if (State is ParticipationState.Cancelled) return false;
        State = answer;
        Word = word;
        AnsweredByAssistant = byAssistant;
        AnsweredAt = now;
        return true;
    }

    /// <summary>Takes the person off; the row stays as history.</summary>
    public void Cancel(Guid? replacedById = null)
    {
        State = ParticipationState.Cancelled;
        ReplacedById = replacedById;
    }
}
