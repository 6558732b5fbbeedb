using Kongress.Conferences;
using Kongress.Mail;

namespace Kongress.Programme.Releases;

/// <summary>Whatever hangs on the released programme and has people of its own to tell: seats in workshops.</summary>
/// <remarks>An interface although one class implements it: Programme does not know the workshops, and yet each person gets one mail for everything.</remarks>
public interface IFollowsReleases
{
    /// <summary>Whom it would concern if <paramref name="next"/> followed <paramref name="before"/>. Writes and locks nothing.</summary>
    Task<IReadOnlyList<SeatTidings>> ForeseeAsync(Conference conference, Snapshot before, Snapshot next, CancellationToken ct);

    /// <summary>Takes the programme over, in the transaction of the release and behind the draft's lock. Returns whom it concerns; they are told by the caller.</summary>
    Task<IReadOnlyList<SeatTidings>> FollowAsync(Conference conference, Snapshot programme, CancellationToken ct);
}

/// <summary>Somebody who signed up for sessions that change.</summary>
/// <param name="SubjectId">The registration.</param>
/// <param name="Language">"de" or "en".</param>
public sealed record SeatTidings(Guid SubjectId, string Address, string Name, string Language, IReadOnlyList<SeatChange> Changes);

/// <summary>What becomes of one entry.</summary>
/// <param name="StartsAt">As the session begins now, or was to begin; with the session it says which slot is meant.</param>
/// <param name="Blocks">The text about it, in the language that is set when it is asked for: the mail may be in another one than the registration.</param>
public sealed record SeatChange(Guid SessionId, DateTimeOffset StartsAt, string Title, ChangeClass Class, Func<IReadOnlyList<LetterBlock>> Blocks);
