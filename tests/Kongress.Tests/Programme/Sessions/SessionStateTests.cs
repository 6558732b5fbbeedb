using Kongress.Programme.Sessions;

namespace Kongress.Tests.Programme.Sessions;

/// <summary>Who may lead a session from which state to which: every actor × state × state, written out once more.</summary>
public sealed class SessionStateTests
{
    // Actor and state: what may follow. A row that is missing here allows nothing.
    private static readonly Dictionary<(SessionActor, SessionState), SessionState[]> Table = new()
    {
        [(SessionActor.Organiser, SessionState.Draft)] = [SessionState.Proposed, SessionState.Accepted, SessionState.Withdrawn],
        [(SessionActor.Organiser, SessionState.Proposed)] = [SessionState.Draft, SessionState.Accepted, SessionState.Rejected, SessionState.Withdrawn],
        [(SessionActor.Organiser, SessionState.Accepted)] = [SessionState.Proposed, SessionState.Rejected, SessionState.Withdrawn, SessionState.Cancelled],
        [(SessionActor.Organiser, SessionState.Confirmed)] = [SessionState.Withdrawn, SessionState.Cancelled],
        [(SessionActor.Organiser, SessionState.Rejected)] = [SessionState.Proposed, SessionState.Accepted],
        [(SessionActor.Organiser, SessionState.Withdrawn)] = [SessionState.Proposed],
        [(SessionActor.Organiser, SessionState.Cancelled)] = [SessionState.Accepted],
        [(SessionActor.Speaker, SessionState.Draft)] = [SessionState.Proposed, SessionState.Withdrawn],
        [(SessionActor.Speaker, SessionState.Proposed)] = [SessionState.Draft, SessionState.Withdrawn],
        [(SessionActor.Speaker, SessionState.Accepted)] = [SessionState.Withdrawn],
        [(SessionActor.Answers, SessionState.Accepted)] = [SessionState.Confirmed],
        [(SessionActor.Answers, SessionState.Confirmed)] = [SessionState.Accepted],
    };

    [Fact]
    public void Each_actor_leads_from_each_state_exactly_where_the_table_says()
    {
        foreach (var actor in Enum.GetValues<SessionActor>())
        {
            foreach (var from in Enum.GetValues<SessionState>())
            {
                var expected = Table.GetValueOrDefault((actor, from), []);
                Assert.Equal(expected.Order(), Enum.GetValues<SessionState>().Where(to => MovesTo(actor, from, to)));
                Assert.Equal(expected.Order(), SessionStates.Next(actor, from));
            }
        }
    }

    [Fact]
    public void Only_answers_confirm_and_only_what_was_decided_is_public()
    {
        Assert.Equal([SessionActor.Answers], Enum.GetValues<SessionActor>().Where(actor => Enum.GetValues<SessionState>().Any(from => SessionStates.Allows(actor, from, SessionState.Confirmed))));
        Assert.Equal([SessionState.Accepted, SessionState.Confirmed, SessionState.Cancelled], Enum.GetValues<SessionState>().Where(state => state.IsPublic()));
    }

    private static bool MovesTo(SessionActor actor, SessionState from, SessionState to)
    {
        var session = new Session(Plans.Conference.Id, new SessionContent { Title = "Vortrag", Minutes = 60 }, from);
        var moved = session.MoveTo(to, actor);
        Assert.Equal(moved ? to : from, session.State);
        return moved;
    }
}
