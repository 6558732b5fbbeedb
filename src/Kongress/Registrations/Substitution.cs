using Kongress.Data;
using Kongress.Registrations.Groups;

namespace Kongress.Registrations;

/// <summary>What became of the substitute whom somebody, an office or an organiser named. If that one named another in turn, it is told of the last.</summary>
public enum SubstitutionState
{
    /// <summary>Has to confirm until the hold ends.</summary>
    ToConfirm,
    UnderReview,
    Coming,

    /// <summary>Did not confirm in time: the place goes on.</summary>
    Lapsed,

    /// <summary>Cancelled, or was not admitted.</summary>
    Ended,
}

/// <param name="Until">The end of the hold where the substitute has to confirm, else null.</param>
public sealed record Substitution(SubstitutionState State, DateTimeOffset? Until = null)
{
    /// <param name="last">The last who was named; null, or replaced by one who is gone: only those who never confirm are erased before the person they came for.</param>
    internal static Substitution Of(Registration? last, DateTimeOffset now) => last switch
    {
        null => new(SubstitutionState.Lapsed),
        { Status: RegistrationStatus.AwaitingEmail, HeldUntil: { } until } when until > now => new(SubstitutionState.ToConfirm, until),
        _ => new(last.Status switch
        {
            RegistrationStatus.AwaitingEmail or RegistrationStatus.Expired or RegistrationStatus.Replaced => SubstitutionState.Lapsed,
            RegistrationStatus.UnderReview => SubstitutionState.UnderReview,
            RegistrationStatus.Confirmed or RegistrationStatus.WaitingList or RegistrationStatus.Offered => SubstitutionState.Coming,
            RegistrationStatus.Rejected or RegistrationStatus.Cancelled => SubstitutionState.Ended,
        }),
    };
}

/// <summary>Tells the person and the organiser what became of a substitute.</summary>
public sealed class NamedSubstitute(KongressDb db, TimeProvider clock)
{
    /// <summary>One query; null: nobody was named in the person's place.</summary>
    public async Task<Substitution?> FindAsync(Registration registration, CancellationToken ct) => registration.ReplacedById is null
        ? null
        : Substitution.Of(Substitutes.LastAfter(registration, await db.SubstitutesAsync(registration.ConferenceId, ct)), clock.GetUtcNow());
}
