using Kongress.Programme.Board;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Kongress.Speakers;

namespace Kongress.Programme;

/// <summary>Who stands on stage, counted before the programme is printed.</summary>
/// <param name="People">Each person once.</param>
/// <param name="Sessions">In the order of time; what has no place yet comes last.</param>
public sealed record Balance(BalanceCount People, IReadOnlyList<SessionBalance> Sessions)
{
    /// <summary>Counts the people whom the public would see, on sessions that take place or may do so; breaks and evenings are left out.</summary>
    /// <param name="onlyAccepted">Only those who said yes.</param>
    public static Balance Of(Draft draft, bool onlyAccepted)
    {
        var starts = draft.Slots.Where(s => s.SessionId is not null).GroupBy(s => s.SessionId!.Value).ToDictionary(g => g.Key, g => g.Min(s => s.StartsAt));
        var sessions = draft.Sessions.Values
            .Where(s => s.Content.IsContribution && s.State is (SessionState.Draft or SessionState.Proposed or SessionState.Accepted or SessionState.Confirmed))
            .OrderBy(s => starts.GetValueOrDefault(s.Id, DateTimeOffset.MaxValue)).ThenBy(s => s.Content.Title, StringComparer.CurrentCulture)
            .Select(s => (Session: s, People: On(draft, s, onlyAccepted))).ToList();
        return new Balance(
            BalanceCount.Of(sessions.SelectMany(s => s.People).DistinctBy(p => p.Id)),
            [.. sessions.Select(s => new SessionBalance(s.Session, BalanceCount.Of(s.People)))]);
    }

    private static List<Speaker> On(Draft draft, Session session, bool onlyAccepted) =>
        [.. session.Participations.Where(p => p.IsPublic && (!onlyAccepted || p.State is ParticipationState.Accepted)).Select(p => draft.Speakers.GetValueOrDefault(p.SpeakerId)).OfType<Speaker>().DistinctBy(p => p.Id)];
}

public sealed record SessionBalance(Session Session, BalanceCount Count);

/// <summary>Some people, by what is known of them. Gender counts only where somebody told it.</summary>
public sealed record BalanceCount(int All, IReadOnlyDictionary<AdministrativeLevel, int> Levels, IReadOnlyDictionary<Land, int> Laender, IReadOnlyDictionary<Gender, int> Genders)
{
    public int WithoutLevel => All - Levels.Values.Sum();

    public int WithoutLand => All - Laender.Values.Sum();

    public int WithGender => Genders.Values.Sum();

    public static BalanceCount Of(IEnumerable<Speaker> people)
    {
        var profiles = people.Select(p => p.Profile).ToList();
        return new BalanceCount(profiles.Count, Counted(profiles.Select(p => p.Level)), Counted(profiles.Select(p => p.Land)), Counted(profiles.Select(p => p.Gender)));
    }

    private static Dictionary<T, int> Counted<T>(IEnumerable<T?> values) where T : struct, Enum =>
        values.OfType<T>().GroupBy(v => v).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Count());
}
