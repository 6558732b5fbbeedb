namespace Kongress.Programme.Sessions;

/// <summary>The state of a session's content. Where and when it is placed is another matter.</summary>
public enum SessionState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Put forward for a decision.</summary>
    Proposed,

    /// <summary>Decided: it takes place. Not everybody on it has said yes.</summary>
    Accepted,

    /// <summary>Everybody who is needed has said yes.</summary>
    Confirmed,
    Rejected,
    Withdrawn,

    /// <summary>Was announced and does not take place; keeps its slot so that everybody sees it.</summary>
    Cancelled,
}

/// <summary>Who wants to change a state.</summary>
public enum SessionActor
{
    /// <summary>An organiser or the programme team.</summary>
    Organiser,

    /// <summary>The person who leads the session.</summary>
    Speaker,

    /// <summary>The answers of the people on it.</summary>
    Answers,
}

/// <summary>Who may lead a session from which state to which: the only place that decides.</summary>
public static class SessionStates
{
    private static readonly HashSet<(SessionActor, SessionState, SessionState)> Allowed =
    [
        // An organiser decides, takes decisions back while nothing else depends on them, and cancels what was decided.
        (SessionActor.Organiser, SessionState.Draft, SessionState.Proposed),
        (SessionActor.Organiser, SessionState.Draft, SessionState.Accepted),
        (SessionActor.Organiser, SessionState.Draft, SessionState.Withdrawn),
        (SessionActor.Organiser, SessionState.Proposed, SessionState.Draft),
        (SessionActor.Organiser, SessionState.Proposed, SessionState.Accepted),
        (SessionActor.Organiser, SessionState.Proposed, SessionState.Rejected),
        (SessionActor.Organiser, SessionState.Proposed, SessionState.Withdrawn),
        (SessionActor.Organiser, SessionState.Accepted, SessionState.Proposed),
        (SessionActor.Organiser, SessionState.Accepted, SessionState.Rejected),
        (SessionActor.Organiser, SessionState.Accepted, SessionState.Cancelled),
        (SessionActor.Organiser, SessionState.Accepted, SessionState.Withdrawn),
        (SessionActor.Organiser, SessionState.Confirmed, SessionState.Cancelled),
        (SessionActor.Organiser, SessionState.Confirmed, SessionState.Withdrawn),
        (SessionActor.Organiser, SessionState.Rejected, SessionState.Proposed),
        (SessionActor.Organiser, SessionState.Rejected, SessionState.Accepted),
        (SessionActor.Organiser, SessionState.Withdrawn, SessionState.Proposed),
        (SessionActor.Organiser, SessionState.Cancelled, SessionState.Accepted),

        // Who leads a session puts it forward and takes it back until it was confirmed; then a word with the organisers is due.
        (SessionActor.Speaker, SessionState.Draft, SessionState.Proposed),
        (SessionActor.Speaker, SessionState.Draft, SessionState.Withdrawn),
        (SessionActor.Speaker, SessionState.Proposed, SessionState.Draft),
        (SessionActor.Speaker, SessionState.Proposed, SessionState.Withdrawn),
        (SessionActor.Speaker, SessionState.Accepted, SessionState.Withdrawn),

        // Confirmed means that everybody who is needed has said yes, and nothing else does.
        (SessionActor.Answers, SessionState.Accepted, SessionState.Confirmed),
        (SessionActor.Answers, SessionState.Confirmed, SessionState.Accepted),
    ];

    public static bool Allows(SessionActor actor, SessionState from, SessionState to) => Allowed.Contains((actor, from, to));

    /// <summary>What the actor may choose from a state, in the order of the states.</summary>
    public static IEnumerable<SessionState> Next(SessionActor actor, SessionState from) => Enum.GetValues<SessionState>().Where(to => Allows(actor, from, to));

    /// <summary>It takes place.</summary>
    public static bool IsOn(this SessionState state) => state is SessionState.Accepted or SessionState.Confirmed;

    /// <summary>The public may see it in its slot: it takes place, or it is visibly cancelled.</summary>
    public static bool IsPublic(this SessionState state) => state.IsOn() || state is SessionState.Cancelled;
}
