using Kongress.Programme.Board;
using Kongress.Shared;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Organiser.Programme.Board;

/// <summary>The newest states of the days on the board: two people who look at one day cost one, and the next state is made from the last.</summary>
/// <remarks>Losing them loses nothing: a script whose state is not known is sent the whole day.</remarks>
public sealed class BoardStates
{
    private const int MostDays = 12;
    private const int MostStates = 16;

    private readonly Lock gate = new();
    private readonly Dictionary<(Guid ConferenceId, DateOnly Day), List<BoardState>> days = [];

    public BoardState Of(Draft draft, DateOnly day, IStringLocalizer<Texts> text, DateTimeOffset now)
    {
        lock (gate)
        {
            var key = (draft.Conference.Id, day);
            if (!days.TryGetValue(key, out var states))
            {
                if (days.Count >= MostDays) days.Clear();
                days[key] = states = [];
            }

            var last = states.Count > 0 ? states[^1] : null;
            if (last is not null && ReferenceEquals(last.Memory.Draft, draft)) return last;
            var state = BoardState.Of(draft, day, text, now, last);
            if (states.Count >= MostStates) states.RemoveAt(0);
            states.Add(state);
            return state;
        }
    }

    /// <summary>Null: it is not known, or not any more.</summary>
    public BoardState? Find(Guid conferenceId, DateOnly day, string? stamp)
    {
        lock (gate)
        {
            return days.GetValueOrDefault((conferenceId, day))?.Find(state => state.Stamp == stamp);
        }
    }
}
