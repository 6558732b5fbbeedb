using Kongress.Data;
using Kongress.Shared;

namespace Kongress.Programme.Sessions;

public enum SessionKind
{
    Keynote,
    Panel,
    Talk,
    Workshop,

    /// <summary>For everybody: nothing should run beside it.</summary>
    Plenary,
    Break,

    /// <summary>Evening, excursion, get-together.</summary>
    Social,
}

/// <summary>How much a session expects its audience to know.</summary>
public enum Audience
{
    Everybody,
    Beginners,
    Practitioners,
    Experts,
}

/// <summary>Something that happens at the congress, whether it has a place and time yet or not.</summary>
public sealed class Session : IVersioned
{
    private readonly List<Participation> participations = [];

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    /// <summary>Public part of its address; random, six capitals and digits (schedule.xml allows nothing else).</summary>
    public string Code { get; private set; } = Secret.New(6);

    public SessionContent Content { get; private set; } = new();

    /// <summary>Seen by organisers only.</summary>
    public string InternalNotes { get; private set; } = "";

    public SessionState State { get; private set; }

    /// <summary>The decision as the people on the session were last told. Another one than <see cref="State"/> waits to be announced.</summary>
    public SessionState? AnnouncedState { get; private set; }

    /// <summary>In the order of protocol.</summary>
    public IReadOnlyList<Participation> Participations => participations;

    /// <summary>Title, text and so on in their search form.</summary>
    public string SearchText { get; private set; } = "";

    private Session()
    {
    }

    public Session(Guid conferenceId, SessionContent content, SessionState state = SessionState.Draft)
    {
        ConferenceId = conferenceId;
        State = state;
        SetContent(content);
    }

    /// <summary>Takes over under what another system, or an earlier reading, knows the session. Before it is stored only.</summary>
    /// <param name="code">Null: the own one stays.</param>
    internal void Adopt(Guid id, string? code) => (Id, Code) = (id, code ?? Code);

    /// <summary>People have been told another decision than the present one, or none yet.</summary>
    public bool AwaitsAnnouncement => Decision(State) is { } decision && decision != (AnnouncedState is { } told ? Decision(told) : null);

    /// <summary>Those who are told what was decided about it.</summary>
    public IEnumerable<Participation> ToTell() => participations.Where(p => p.IsOn && p.Role is not ParticipationRole.Assistant);

    public void SetContent(SessionContent content)
    {
        Content = content;
        SearchText = SearchForm.Index(content.Title, content.Subtitle, content.Abstract);
    }

    public void SetNotes(string notes) => InternalNotes = notes;

    /// <summary>False: the table does not allow it, and nothing happened.</summary>
    public bool MoveTo(SessionState to, SessionActor actor)
    {
        if (!SessionStates.Allows(actor, State, to)) return false;
        State = to;
        return true;
    }

    public void MarkAnnounced() => AnnouncedState = State;

    /// <summary>Adds a person at the end of the order. Null: the person has this role here already.</summary>
    public Participation? Add(Guid speakerId, ParticipationRole role, string function, string organisation)
    {
        if (participations.Any(p => p.SpeakerId == speakerId && p.Role == role && p.State is not ParticipationState.Cancelled)) return null;
        var added = new Participation(Id, speakerId, role, participations.Count == 0 ? 1 : participations.Max(p => p.Position) + 1, function, organisation);
        participations.Add(added);
        FollowAnswers();
        return added;
    }

    /// <summary>Confirmed when everybody who is needed has said yes, accepted when not any more. True: the state changed.</summary>
    public bool FollowAnswers()
    {
        var needed = participations.Where(p => p.IsRequired && p.State is not ParticipationState.Cancelled).ToList();
        var everybody = needed.Count > 0 && needed.All(p => p.State is ParticipationState.Accepted);
        return MoveTo(everybody ? SessionState.Confirmed : SessionState.Accepted, SessionActor.Answers);
    }

    /// <summary>Puts the people into the given order; whoever is not named follows behind.</summary>
    public void Order(IReadOnlyList<Guid> participationIds)
    {
        var position = 1;
        foreach (var participation in participations
            .OrderBy(p => participationIds.Contains(p.Id) ? participationIds.ToList().IndexOf(p.Id) : int.MaxValue).ThenBy(p => p.Position).ToList())
        {
            participation.MoveTo(position++);
        }
    }

    private static SessionState? Decision(SessionState state) => state switch
    {
        SessionState.Accepted or SessionState.Confirmed => SessionState.Accepted,
        SessionState.Rejected => SessionState.Rejected,
        SessionState.Cancelled => SessionState.Cancelled,
        _ => null,
    };
}

/// <summary>What is told about a session, and what it needs.</summary>
public sealed record SessionContent
{
    public const int TitleLength = 200;

    public SessionKind Kind { get; init; } = SessionKind.Talk;

    /// <summary>1 to 200 characters; any text.</summary>
    public string Title { get; init; } = "";

    public string Subtitle { get; init; } = "";

    /// <summary>"de", "en" or another two-letter language.</summary>
    public string Language { get; init; } = "de";

    /// <summary>Markdown, at most 5000 characters.</summary>
    public string Abstract { get; init; } = "";

    public Guid? TrackId { get; init; }

    public Audience Audience { get; init; }

    /// <summary>Length in minutes, a multiple of 5, 5 to 600. The slot may differ.</summary>
    public int Minutes { get; init; } = 60;

    /// <summary>Seats where they are limited; null: as many as the room holds.</summary>
    public int? Seats { get; init; }

    /// <summary>How many are expected; null: unknown.</summary>
    public int? ExpectedAudience { get; init; }

    public Equipment Equipment { get; init; }

    public bool NeedsStepFree { get; init; }

    public bool NeedsInterpreter { get; init; }

    public bool IsRecorded { get; init; }

    /// <summary>Where it is streamed (https); empty: nowhere.</summary>
    public string StreamUrl { get; init; } = "";

    /// <summary>Addresses (http, https), one a line.</summary>
    public string Links { get; init; } = "";

    /// <summary>Day by which slides are due; null: none are asked for.</summary>
    public DateOnly? SlidesDue { get; init; }

    public IReadOnlyList<string> LinkList => Links.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Needs people on stage and an announcement; breaks and evenings do not.</summary>
    public bool IsContribution => Kind is not (SessionKind.Break or SessionKind.Social);
}
